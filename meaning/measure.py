"""Measures the packed file on pairs of phrases that people have labelled."""

import sys
from collections import defaultdict
from pathlib import Path

import numpy as np

import pack
from lookup import Lookup

HERE = Path(__file__).parent
WORDS = HERE / "words.evm"
PAIRS = HERE.parent / "core/tests/fixtures/meaning-pairs.tsv"
LABELS = ("same", "related", "opposite", "unrelated")
THRESHOLD = 0.25


def pairs() -> list[tuple[str, str, str]]:
    """The label and the two phrases of each pair."""
    _, *lines = PAIRS.read_text(encoding="utf-8").splitlines()
    return [tuple(line.split("\t")) for line in lines]


def auc(positive: list[float], negative: list[float]) -> float:
    """How often one of the first is above one of the second; a tie is half."""
    difference = np.subtract.outer(positive, negative)
    return float(np.mean((difference > 0) + 0.5 * (difference == 0)))


def main() -> None:
    """Prints the measures of the file that is named, or else of the project's own."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else WORDS
    lookup = Lookup(*pack.read(path))
    found = defaultdict(list)
    for label, left, right in pairs():
        found[label].append(lookup.similarity(left, right))
    near = found["same"] + found["related"]
    print(f"same or related above unrelated (AUC): {auc(near, found['unrelated']):.3f}")
    print(f"same above unrelated (AUC): {auc(found['same'], found['unrelated']):.3f}")
    for label in LABELS:
        above = sum(similarity >= THRESHOLD for similarity in found[label])
        total = len(found[label])
        print(f"{label} at {THRESHOLD} or above: {above} of {total} ({above / total:.3f})")


if __name__ == "__main__":
    main()
