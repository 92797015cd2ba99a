"""The file `words.evm`: rows at four bits a number, and the stems that they belong to. README.md has the format."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np

MAGIC = b"EVCM"
VERSION = 1
HEADER = struct.Struct("<4sBBHfffI")
# Near to the best step for numbers that are spread normally, in their deviations.
STEP = 0.335
HALF = 8
LARGEST_SCALE = 255
LONGEST_PREFIX = 255


def write(path: Path, stems: Sequence[str], rows: np.ndarray) -> None:
    """Writes the stems, sorted, with their rows."""
    order = sorted(range(len(stems)), key=lambda place: stems[place].encode())
    words = [stems[place] for place in order]
    rows = rows[order]

    scales = np.log(np.linalg.norm(rows, axis=1))
    least, most = np.float32(scales.min()), np.float32(scales.max())
    scale_codes = np.round((scales - least) / (most - least) * LARGEST_SCALE).astype(np.uint8)
    directions = rows / np.exp(scales)[:, None]
    step = np.float32(directions.std() * STEP)
    codes = (np.clip(np.floor(directions / step), -HALF, HALF - 1) + HALF).astype(np.uint8)

    prefixes = bytearray()
    suffixes = bytearray()
    before = ""
    for word in words:
        shared = 0
        while shared < min(len(before), len(word), LONGEST_PREFIX) and before[shared] == word[shared]:
            shared += 1
        prefixes.append(shared)
        suffixes += word[shared:].encode() + b"\n"
        before = word
    body = bytes(prefixes + suffixes) + scale_codes.tobytes() + (codes[:, 0::2] << 4 | codes[:, 1::2]).tobytes()
    header = HEADER.pack(MAGIC, VERSION, rows.shape[1], len(words), step, least, most, zlib.crc32(body))
    path.write_bytes(header + body)


def read(path: Path) -> tuple[list[str], np.ndarray]:
    """The stems and rows of a file."""
    data = path.read_bytes()
    magic, version, dim, count, step, least, most, checksum = HEADER.unpack_from(data)
    body = data[HEADER.size :]
    if magic != MAGIC or version != VERSION:
        raise ValueError(f"{path}: not a file of version {VERSION} of this format")
    if zlib.crc32(body) != checksum:
        raise ValueError(f"{path}: the checksum does not fit: the file is damaged")

    prefixes, rest = body[:count], body[count:]
    *suffixes, numbers = rest.split(b"\n", count)
    words = []
    before = ""
    for shared, suffix in zip(prefixes, suffixes, strict=True):
        before = before[:shared] + suffix.decode()
        words.append(before)

    scale_codes = np.frombuffer(numbers[:count], np.uint8)
    pairs = np.frombuffer(numbers[count:], np.uint8).reshape(count, dim // 2)
    codes = np.stack([pairs >> 4, pairs & 15], axis=2).reshape(count, dim)
    scales = np.exp(least + scale_codes / LARGEST_SCALE * (most - least))
    return words, (codes - (HALF - 0.5)) * step * scales[:, None]
