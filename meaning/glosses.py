"""What words add up to: WordNet's short glosses and examples, and word vectors that sum to what the teacher says."""

import re
from collections.abc import Container, Sequence

import numpy as np
from scipy import sparse

from lookup import tokens
from stems import stem
from vocabulary import ABSTRACT
from wordnet import Wordnet

CATEGORIES = ABSTRACT | {"noun.person"}
# A gloss, and its first examples.
PARTS_OF_GLOSS = 3
CONTENT_WORDS = range(2, 6)
MOST_WORDS = 9

# Words that do not make a phrase one about something.
STOP_WORDS = frozenset(
    """
    a an the of and to in for on is was with as it by at from be has are have but were not this who they had which will
    their or its we i you he she us our your my me him them these those that there all any so such than then when where
    how what why do does did can could should would may might must been being am if no nor only own same too very just
    into over under again once here both each few more most other some about against between through during before
    after above below up down out off further
    """.split()
)

# How far words may move from what the teacher says of them alone.
STAY = 1.0
STEPS = 30


def phrases(wordnet: Wordnet, known: Container[str], leave_out: Container[str]) -> list[str]:
    """All short phrases of known stems alone, in alphabetical order."""
    found = set()
    for synset in wordnet.synsets.values():
        if synset.category in CATEGORIES:
            found.update(_phrases(synset.gloss, known))
    return sorted(phrase for phrase in found if phrase not in leave_out)


def _phrases(gloss: str, known: Container[str]) -> list[str]:
    found = []
    for piece in gloss.split(";")[:PARTS_OF_GLOSS]:
        phrase = re.sub(r"\(.*?\)", "", piece.strip().strip('"').strip()).strip()
        words = tokens(phrase)
        content = [word for word in words if word not in STOP_WORDS]
        if len(content) in CONTENT_WORDS and len(words) <= MOST_WORDS and all(stem(word) in known for word in content):
            found.append(phrase.lower())
    return found


def regress(words: np.ndarray, targets: np.ndarray, places: Sequence[Sequence[int]], weights: np.ndarray) -> np.ndarray:
    """Word vectors whose weighted means come near to the targets, and stay near to what they were.

    For V, the words' vectors: least |A V - targets|² + STAY |V - words|², by conjugate gradients; a row of A has the
    weights of a phrase's words, of sum 1.
    """
    rows, columns, values = [], [], []
    for row, found in enumerate(places):
        total = weights[found].sum()
        for place in found:
            rows.append(row)
            columns.append(place)
            values.append(weights[place] / total)
    means = sparse.csr_matrix((values, (rows, columns)), shape=(len(places), len(words)))

    residual = means.T @ (targets - means @ words)
    moved = np.zeros_like(residual)
    direction = residual.copy()
    size = (residual**2).sum(axis=0)
    for _ in range(STEPS):
        image = means.T @ (means @ direction) + STAY * direction
        step = size / ((direction * image).sum(axis=0) + 1e-12)
        moved += step * direction
        residual -= step * image
        smaller = (residual**2).sum(axis=0)
        direction = residual + smaller / (size + 1e-12) * direction
        size = smaller
    return words + moved
