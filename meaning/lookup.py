"""Look up words and phrases in the asset, by the rules of README.md, which the app's reader has too."""

import re
import unicodedata
from collections.abc import Iterator, Sequence

import numpy as np

from stems import stem

# British letters and American ones, for words that have no row as they are.
RESPELLINGS = (
    ("our", "or"),
    ("is", "iz"),
    ("ys", "yz"),
    ("ll", "l"),
    ("lful", "llful"),
    ("lment", "llment"),
    ("tre", "ter"),
    ("ence", "ense"),
    ("ogue", "og"),
    ("ae", "e"),
    ("sce", "ske"),
)

# Letters that are two or have a stroke: no accent that could be taken off.
JOINED = str.maketrans(
    {"æ": "ae", "œ": "oe", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i"}
)

PREFIXES = ("un", "de", "non", "re", "over", "under", "pre", "well", "self")
# What is left without the prefix must be a word.
SHORTEST_REST = 4


def tokens(text: str) -> list[str]:
    """The words of a text: runs of ASCII letters, in lower case, without accents, apostrophes and "'s"."""
    letters = unicodedata.normalize("NFKD", text.lower()).translate(JOINED)
    letters = "".join(letter for letter in letters if not unicodedata.combining(letter))
    letters = re.sub(r"['’]s(?![a-z])", "", letters)
    return re.findall(r"[a-z]+", re.sub(r"['‘’ʼ\u00ad]", "", letters))


def spellings(word: str) -> Iterator[str]:
    """The word, then what it may be in American spelling: one pair of letters exchanged, where they stand last."""
    yield word
    for british, american in RESPELLINGS:
        before, found, after = word.rpartition(british)
        if found:
            yield before + american + after


def attempts(word: str) -> Iterator[str]:
    """The stems to look for, in order: of each spelling, then of each spelling without a prefix."""
    yield from map(stem, spellings(word))
    for prefix in PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) >= SHORTEST_REST:
            yield from map(stem, spellings(rest))


class Lookup:
    """Finds the rows of words, and adds them up."""

    def __init__(self, stems: Sequence[str], rows: np.ndarray):
        """Takes a stem for each row."""
        self._places = {root: place for place, root in enumerate(stems)}
        self._rows = rows

    def places(self, text: str) -> list[int]:
        """The place of each word that has a row."""
        found = (self.place(word) for word in tokens(text))
        return [place for place in found if place is not None]

    def place(self, word: str) -> int | None:
        """The place of a word."""
        return next((self._places[root] for root in attempts(word) if root in self._places), None)

    def vector(self, text: str) -> np.ndarray:
        """The unit vector of a text; zero if none of its words is known."""
        total = self._rows[self.places(text)].sum(axis=0)
        length = np.linalg.norm(total)
        return total / length if length > 0 else total

    def similarity(self, left: str, right: str) -> float:
        """The cosine of two texts, 0 where one has no known word."""
        return float(self.vector(left) @ self.vector(right))
