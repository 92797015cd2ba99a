"""Fills in the third column of agreement.tsv: what the reader in the app must find for the two texts before it."""

from pathlib import Path

import pack
from lookup import Lookup

HERE = Path(__file__).parent
PAIRS = HERE / "agreement.tsv"


def main() -> None:
    """Writes the file anew."""
    lookup = Lookup(*pack.read(HERE / "words.evm"))
    header, *lines = PAIRS.read_text(encoding="utf-8").splitlines()
    filled = [header]
    for line in lines:
        left, right, _ = line.split("\t")
        # No "-0.000000".
        filled.append(f"{left}\t{right}\t{lookup.similarity(left, right) + 0.0:.6f}")
    PAIRS.write_text("\n".join(filled) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
