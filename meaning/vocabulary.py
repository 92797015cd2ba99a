"""The vocabulary: which stems get a row, and in what order.

Stems come from the most frequent words of GloVe, as far as WordNet knows them. What is common is not what teams write
about: abstract words come before places, animals and food, and words near to what a value is about before others.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from glove import Glove
from lookup import spellings
from stems import stem
from wordnet import PARTS, Wordnet

# Words that hold sentences together. WordNet has no row for most of them.
FUNCTION_WORDS = frozenset(
    """
    a about all also although an and any anyone anything are as at be because been between both but by can do during
    each everyone everything for from had has have he her herself him himself his how if in into is it its itself last
    me more my no nobody not nothing of on one or other our ourselves out over people she since so some someone
    something such than that the their them themselves there these they this those though to two until up very was we
    were what when where which while who whoever why will with without would you your yourself against just
    """.split()
)

# WordNet's categories of what values are made of, and of what they are not.
ABSTRACT = frozenset(
    """
    adj.all adv.all noun.act noun.attribute noun.cognition noun.communication noun.event noun.feeling noun.motive
    noun.process noun.relation noun.state
    verb.body verb.change verb.cognition verb.communication verb.competition verb.consumption verb.contact
    verb.creation verb.emotion verb.motion verb.perception verb.possession verb.social verb.stative verb.weather
    """.split()
)
THINGS = frozenset(
    "adj.pert noun.animal noun.body noun.food noun.location noun.object noun.plant noun.substance".split()
)
ABSTRACT_FACTOR = 0.35
THINGS_FACTOR = 3.0
# However concrete, the most frequent words stay.
ALWAYS_FREQUENT = 800

# What values and requests are about, in general words.
SEEDS = (
    "company values",
    "organisational culture",
    "team principles",
    "workplace behaviour",
    "business strategy",
    "management practice",
    "product quality",
    "customer service",
    "personal virtues",
    "ethics and morality",
    "software development",
    "employee policy",
    "risk and safety",
    "budget and finance",
    "decision making",
    "communication between people",
    "abstract qualities",
    "how we work together",
)
SEED_WEIGHT = 0.5
# Keeps the first few places from counting as far apart.
PLACE_OFFSET = 50

# As rare as the last word that GloVe gives: for words that it does not have.
RAREST = 60_000


@dataclass
class Entry:
    """A stem, with the forms that have it or its British spelling, most frequent first, and their ranks in GloVe."""

    stem: str
    forms: list[str] = field(default_factory=list)
    ranks: list[int] = field(default_factory=list)
    meaning: str | None = None

    @property
    def asked(self) -> str:
        """What the teacher is asked for this stem."""
        return self.meaning or self.forms[0]

    @property
    def rank(self) -> int:
        """The rank of the most frequent form."""
        return min(self.ranks)

    def own_forms(self) -> list[str]:
        """The forms that have this stem."""
        return [form for form in self.forms if stem(form) == self.stem]


def entries(glove: Glove, wordnet: Wordnet) -> list[Entry]:
    """All stems that could get a row, by frequency and category."""
    lemmas = _lemmas(wordnet)
    lemma_stems = {stem(word) for word in lemmas}
    found: dict[str, Entry] = {}
    for rank, word in enumerate(glove.words, 1):
        if not re.fullmatch(r"a|[a-z]{2,}", word):
            continue
        root = stem(word)
        if word in lemmas or word in FUNCTION_WORDS or root in lemma_stems:
            entry = found.setdefault(root, Entry(root))
            entry.forms.append(word)
            entry.ranks.append(rank)
    _join_spellings(found, wordnet)
    factors = _factors(wordnet)

    def key(entry: Entry) -> float:
        factor = factors.get(entry.stem, 1.0)
        return entry.rank * (factor if entry.rank > ALWAYS_FREQUENT else min(factor, 1.0))

    return sorted(found.values(), key=key)


def by_hand(path: Path) -> list[Entry]:
    """The entries of words.txt, as if GloVe did not have them."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        words, _, meaning = line.partition(":")
        forms = words.split()
        if forms and not line.startswith("#"):
            if len({stem(form) for form in forms}) > 1:
                raise ValueError(f"{path}: '{line}' has forms of several stems: give each a line")
            found.append(Entry(stem(forms[0]), forms, [RAREST] * len(forms), meaning.strip() or None))
    return found


def add(entries: list[Entry], more: Sequence[Entry]) -> None:
    """Adds what is missing; an entry that is there is given the other's meaning."""
    present = {entry.stem: entry for entry in entries}
    for entry in more:
        if entry.stem in present:
            present[entry.stem].meaning = entry.meaning
        else:
            entries.append(entry)


def by_relevance(words: np.ndarray, seeds: np.ndarray) -> np.ndarray:
    """The places of the entries, best first: as they stand, but those near to the seeds sooner.

    Takes the teacher's unit vectors of the entries, in their order, and of the seeds.
    """
    centre = seeds.mean(axis=0)
    nearness = words @ (centre / np.linalg.norm(centre))
    nearness = (nearness - nearness.mean()) / nearness.std()
    places = np.log(np.arange(len(words)) + PLACE_OFFSET)
    return np.argsort(places - SEED_WEIGHT * nearness, kind="stable")


def _join_spellings(found: dict[str, Entry], wordnet: Wordnet) -> None:
    """Gives the forms of British stems to the American ones, which the look-up comes to when the British have no row.

    WordNet must say that both are one word, and the American spelling must be the more frequent one: "dialog" is not.
    """
    ranks = {form: rank for entry in found.values() for form, rank in zip(entry.forms, entry.ranks, strict=True)}
    for synset in wordnet.synsets.values():
        for word in synset.words:
            for american in set(spellings(word)) & set(synset.words) - {word}:
                british, entry = found.get(stem(word)), found.get(stem(american))
                frequent = ranks.get(american, RAREST) < ranks.get(word, RAREST)
                if british and entry and british is not entry and frequent:
                    both = sorted(zip(entry.ranks + british.ranks, entry.forms + british.forms, strict=True))
                    entry.ranks, entry.forms = [rank for rank, _ in both], [form for _, form in both]
                    del found[british.stem]


def _lemmas(wordnet: Wordnet) -> set[str]:
    """Single words that are not names."""
    lemmas = {word for part in PARTS if part != "noun" for word in wordnet.senses[part] if "_" not in word}
    for synset in wordnet.synsets.values():
        if synset.part == "noun":
            lemmas.update(word for word in synset.words if word.islower() and "_" not in word)
    return lemmas


def _factors(wordnet: Wordnet) -> dict[str, float]:
    """By stem: the factor to its rank, by the category of most of its lemmas' first senses."""
    categories = defaultdict(list)
    for part in PARTS:
        for word, senses in wordnet.senses[part].items():
            if "_" not in word:
                categories[stem(word)].append(wordnet.synsets[senses[0]].category)
    factors = {}
    for root, found in categories.items():
        balance = sum((category in ABSTRACT) - (category in THINGS) for category in found)
        if balance:
            factors[root] = ABSTRACT_FACTOR if balance > 0 else THINGS_FACTOR
    return factors
