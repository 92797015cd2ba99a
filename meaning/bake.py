"""Baking: all that turns word vectors into a phrase's vector, but for adding up, is linear and done here once."""

import numpy as np

# A word's weight is A / (A + its share of all words), which Zipf's law gives from its rank.
A = 1e-3
ZIPF = 12.0

# The teacher's part in the joined vectors; the rest is GloVe's.
TEACHER = 0.7


def weights(ranks: np.ndarray) -> np.ndarray:
    """The weight of words in a phrase: near 1 for rare ones, near 0 for the most frequent."""
    return A / (A + 1 / (ZIPF * ranks))


def unit(vectors: np.ndarray) -> np.ndarray:
    """The vectors with length 1; zero stays zero."""
    return vectors / (np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-9)


def join(teacher: np.ndarray, glove: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """One vector from the teacher's and GloVe's, in the sides of TEACHER; a word that GloVe lacks has zero there."""
    has_glove = glove.any(axis=1)
    centred = np.zeros_like(glove)
    # What all of GloVe's vectors have in common says nothing; with the teacher's it does.
    centred[has_glove] = _without_common(_centred(unit(glove[has_glove]), weight[has_glove]), weight[has_glove])
    return np.hstack(
        [
            np.sqrt(TEACHER) * unit(_centred(unit(teacher), weight)),
            np.sqrt(1 - TEACHER) * unit(centred),
        ]
    )


def bake(vectors: np.ndarray, weight: np.ndarray, dim: int) -> np.ndarray:
    """Rows to add up: centred, turned to the dimensions that differ most and cut to those, times the weight."""
    centred = _centred(unit(vectors), weight)
    return centred @ _axes(centred, weight)[:, :dim] * weight[:, None]


def _centred(vectors: np.ndarray, weight: np.ndarray) -> np.ndarray:
    return vectors - weight @ vectors / weight.sum()


def _without_common(vectors: np.ndarray, weight: np.ndarray) -> np.ndarray:
    first = _axes(vectors, weight)[:, :1]
    return vectors - vectors @ first @ first.T


def _axes(vectors: np.ndarray, weight: np.ndarray) -> np.ndarray:
    """The principal axes, the widest first, each pointing where its largest part is positive."""
    _, axes = np.linalg.eigh((vectors * weight[:, None]).T @ vectors / weight.sum())
    axes = axes[:, ::-1]
    largest = np.abs(axes).argmax(axis=0)
    return axes * np.sign(axes[largest, np.arange(axes.shape[1])])
