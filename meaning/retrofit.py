"""Retrofitting: words that WordNet joins are drawn towards each other."""

from collections.abc import Mapping

import numpy as np
from scipy import sparse

from stems import stem
from wordnet import Key, Pointer, Synset, Wordnet

# A rarer sense would draw a word away from what it mostly means.
SENSES = 4
SYNONYM = 0.9
# By WordNet's sign for a pointer: derivation, participle, pertainym or adverb of an adjective, similar adjective.
WEIGHTS = {"+": 0.85, "<": 0.9, "\\": 0.9, "&": 0.7}

# All neighbours of a word together, beside the word itself.
NEIGHBOURS = 0.6
STEPS = 8


def neighbours(wordnet: Wordnet, places: Mapping[str, int]) -> sparse.csr_matrix:
    """How strongly two stems belong together, at the places given; symmetric."""
    edges: dict[tuple[int, int], float] = {}

    def join(left: int | None, right: int | None, weight: float) -> None:
        if left is not None and right is not None and left != right:
            for edge in ((left, right), (right, left)):
                edges[edge] = max(edges.get(edge, 0.0), weight)

    members = {key: _members(wordnet, places, key, synset) for key, synset in wordnet.synsets.items()}
    for key, synset in wordnet.synsets.items():
        for left in members[key]:
            for right in members[key]:
                join(left, right, SYNONYM)
        for pointer in synset.pointers:
            for left, right in _ends(pointer, members[key], members[pointer.to]):
                join(left, right, WEIGHTS[pointer.kind])
    rows, columns = zip(*edges, strict=True)
    return sparse.csr_matrix((list(edges.values()), (rows, columns)), shape=(len(places), len(places)))


def _members(wordnet: Wordnet, places: Mapping[str, int], key: Key, synset: Synset) -> list[int | None]:
    """The place of each word of a synset; None for what has no row, and where the sense is a rare one."""
    found = []
    for word in synset.words:
        lemma = word.lower()
        frequent = key in wordnet.senses[synset.part].get(lemma, [])[:SENSES]
        found.append(places.get(stem(lemma)) if frequent and "_" not in lemma and "-" not in lemma else None)
    return found


def _ends(pointer: Pointer, left: list[int | None], right: list[int | None]) -> list[tuple[int | None, int | None]]:
    """The pairs that a pointer joins."""
    if pointer.kind not in WEIGHTS:
        return []
    if pointer.from_word is None or pointer.to_word is None:
        return [(one, other) for one in left for other in right]
    return [(left[pointer.from_word], right[pointer.to_word])]


def retrofit(vectors: np.ndarray, edges: sparse.csr_matrix) -> np.ndarray:
    """Unit vectors, each drawn towards its neighbours' mean by the weights of the edges."""
    degree = np.asarray(edges.sum(axis=1)).ravel()
    share = NEIGHBOURS / np.maximum(degree, 1)
    drawn = vectors.copy()
    for _ in range(STEPS):
        drawn = (vectors + (edges @ drawn) * share[:, None]) / (1 + degree * share)[:, None]
    return drawn / np.linalg.norm(drawn, axis=1, keepdims=True)
