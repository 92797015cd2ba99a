"""The teacher: all-MiniLM-L6-v2, run forward with numpy.

A sentence's vector is the mean of its tokens' last states, as a unit vector. What it said once is kept in the cache.
"""

import time
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from safetensors.numpy import load_file
from scipy.special import erf
from tokenizers import Tokenizer

LAYERS = 6
HEADS = 12
WIDTH = 384
MOST_TOKENS = 64
BATCH = 128
SAVE_EVERY = 4_000


class Teacher:
    """The model, its tokeniser, and what it has said."""

    def __init__(self, model: Path, cache: Path):
        """Loads the model of a folder; answers are kept in the folder `cache`."""
        self._weights = {
            name.removeprefix("bert."): weights.astype(np.float32)
            for name, weights in load_file(model / "model.safetensors").items()
        }
        self._tokenizer = Tokenizer.from_file(str(model / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(MOST_TOKENS)
        self._kept = cache / "teacher.npz"
        self._said: dict[str, np.ndarray] = {}
        if self._kept.exists():
            held = np.load(self._kept)
            self._said = dict(zip(held["texts"].tolist(), held["vectors"], strict=True))

    def vectors(self, texts: Sequence[str]) -> np.ndarray:
        """A unit vector for each text."""
        missing = [text for text in dict.fromkeys(texts) if text not in self._said]
        start = time.monotonic()
        for at in range(0, len(missing), SAVE_EVERY):
            part = missing[at : at + SAVE_EVERY]
            self._said.update(zip(part, self._encode(part), strict=True))
            np.savez(self._kept, texts=np.array(list(self._said)), vectors=np.array(list(self._said.values())))
            print(f"    {at + len(part)} of {len(missing)} texts, {time.monotonic() - start:.0f} s", flush=True)
        return np.array([self._said[text] for text in texts])

    def _encode(self, texts: list[str]) -> np.ndarray:
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
        # Texts of one length go together, so that nothing is padded and masked.
        by_length = defaultdict(list)
        for at, ids in enumerate(tokens):
            by_length[len(ids)].append(at)
        vectors = np.zeros((len(texts), WIDTH), np.float32)
        for places in by_length.values():
            for at in range(0, len(places), BATCH):
                batch = places[at : at + BATCH]
                vectors[batch] = self._forward(np.array([tokens[place] for place in batch])).mean(axis=1)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def _forward(self, ids: np.ndarray) -> np.ndarray:
        """The last states of texts of one length."""
        texts, length = ids.shape
        weights = self._weights
        states = (
            weights["embeddings.word_embeddings.weight"][ids]
            + weights["embeddings.position_embeddings.weight"][:length]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        states = self._normalise(states, "embeddings.LayerNorm")
        for number in range(LAYERS):
            layer = f"encoder.layer.{number}"
            query, key, value = (
                self._linear(states, f"{layer}.attention.self.{name}")
                .reshape(texts, length, HEADS, WIDTH // HEADS)
                .transpose(0, 2, 1, 3)
                for name in ("query", "key", "value")
            )
            scores = query @ key.swapaxes(2, 3) / np.float32(np.sqrt(WIDTH // HEADS))
            scores = np.exp(scores - scores.max(axis=-1, keepdims=True))
            attention = scores / scores.sum(axis=-1, keepdims=True)
            seen = (attention @ value).transpose(0, 2, 1, 3).reshape(texts, length, WIDTH)
            states = self._normalise(
                states + self._linear(seen, f"{layer}.attention.output.dense"), f"{layer}.attention.output.LayerNorm"
            )
            inner = _gelu(self._linear(states, f"{layer}.intermediate.dense"))
            states = self._normalise(states + self._linear(inner, f"{layer}.output.dense"), f"{layer}.output.LayerNorm")
        return states

    def _linear(self, states: np.ndarray, name: str) -> np.ndarray:
        return states @ self._weights[f"{name}.weight"].T + self._weights[f"{name}.bias"]

    def _normalise(self, states: np.ndarray, name: str) -> np.ndarray:
        centred = states - states.mean(axis=-1, keepdims=True)
        spread = np.sqrt(centred.var(axis=-1, keepdims=True) + 1e-12)
        return centred / spread * self._weights[f"{name}.weight"] + self._weights[f"{name}.bias"]


def _gelu(states: np.ndarray) -> np.ndarray:
    return states * np.float32(0.5) * (1 + erf(states / np.float32(np.sqrt(2))))
