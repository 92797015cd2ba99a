"""WordNet 3.1: its synsets, and which words stand for them. See the file formats wndb(5WN) and lexnames(5WN)."""

import re
from dataclasses import dataclass
from pathlib import Path

PARTS = ("noun", "verb", "adj", "adv")
PART_OF_LETTER = {"n": "noun", "v": "verb", "a": "adj", "s": "adj", "r": "adv"}

# The lexicographer files: 0 to 2 and 44 are adjectives and adverbs, 3 to 28 nouns, 29 to 43 verbs.
CATEGORIES = (
    "adj.all adj.pert adv.all noun.Tops noun.act noun.animal noun.artifact noun.attribute noun.body noun.cognition "
    "noun.communication noun.event noun.feeling noun.food noun.group noun.location noun.motive noun.object "
    "noun.person noun.phenomenon noun.plant noun.possession noun.process noun.quantity noun.relation noun.shape "
    "noun.state noun.substance noun.time verb.body verb.change verb.cognition verb.communication verb.competition "
    "verb.consumption verb.contact verb.creation verb.emotion verb.motion verb.perception verb.possession "
    "verb.social verb.stative verb.weather adj.ppl"
).split()

Key = tuple[str, str]
"""A synset's part of speech and its offset in the file."""


@dataclass(frozen=True)
class Pointer:
    """A relation to another synset; of one word to one word, or (both None) of all to all."""

    kind: str
    to: Key
    from_word: int | None
    to_word: int | None


@dataclass(frozen=True)
class Synset:
    """Words that mean the same, as written; names have capitals, and spaces are underscores."""

    part: str
    category: str
    words: list[str]
    pointers: list[Pointer]
    gloss: str


@dataclass(frozen=True)
class Wordnet:
    """All synsets, and each lemma's senses by part of speech, the most frequent first."""

    synsets: dict[Key, Synset]
    senses: dict[str, dict[str, list[Key]]]


def read(package: Path) -> Wordnet:
    """Reads the eight files of the package's folder `dict`."""
    synsets: dict[Key, Synset] = {}
    senses: dict[str, dict[str, list[Key]]] = {part: {} for part in PARTS}
    for part in PARTS:
        for line in _lines(package / "dict" / f"data.{part}"):
            offset, synset = _synset(part, line)
            synsets[(part, offset)] = synset
        for line in _lines(package / "dict" / f"index.{part}"):
            fields = line.split()
            count = int(fields[2])
            senses[part][fields[0]] = [(part, offset) for offset in fields[-count:]]
    return Wordnet(synsets, senses)


def _lines(path: Path) -> list[str]:
    # Lines of the licence begin with a space.
    return [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith(" ")]


def _synset(part: str, line: str) -> tuple[str, Synset]:
    head, _, gloss = line.partition("|")
    fields = iter(head.split())
    offset, category, _kind = next(fields), CATEGORIES[int(next(fields))], next(fields)
    words = []
    for _ in range(int(next(fields), 16)):
        # "(a)", "(p)" and "(ip)" say where an adjective may stand.
        words.append(re.sub(r"\(.*?\)", "", next(fields)))
        next(fields)
    pointers = []
    for _ in range(int(next(fields))):
        kind, to, letter, ends = (next(fields) for _ in range(4))
        from_word, to_word = int(ends[:2], 16), int(ends[2:], 16)
        pointers.append(
            Pointer(
                kind,
                (PART_OF_LETTER[letter], to),
                from_word - 1 if from_word else None,
                to_word - 1 if to_word else None,
            )
        )
    return offset, Synset(part, category, words, pointers, gloss.strip())
