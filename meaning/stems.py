"""Stems: Snowball's English algorithm, the same that the reader of the asset has."""

from functools import cache

import snowballstemmer

_stemmer = snowballstemmer.stemmer("english")


@cache
def stem(word: str) -> str:
    """The stem of a word of lower-case ASCII letters."""
    return _stemmer.stemWord(word)
