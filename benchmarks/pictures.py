"""Draws docs/sound.png and docs/backgrounds.png: `python -m benchmarks.pictures`.

The first is the spectrogram and the loudness of ten minutes, measured on the mix as it is written to files;
the second those of every background, one round of it. Drawn with numpy, and written as PNG by zlib alone.
"""

import struct
import tempfile
import zlib
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.material import MINUTES, PRACTICE
from benchmarks.play_it import prepared
from relaxapp.locations import shipped_audio
from relaxapp.sound.bed_names import BED_NAMES
from relaxapp.sound.beds import BED_LUFS, NONE, decode
from relaxapp.sound.loudness import momentary
from relaxapp.timing.frames import RATE, seconds

DOCS = Path(__file__).parent.parent / "docs"
WIDTH, SPECTRUM, CURVE, GAP = 900, 240, 160, 12
"""Pixels: across, of each picture's height, and between them."""
LOW_SPECTRUM, LOW_CURVE = 84, 36
"""Pixels of each background's height."""
LOWEST, HIGHEST = 50.0, 12_000.0
"""Hz at the bottom and the top of the spectrogram, on a logarithmic scale."""
FAINT, LOUD = -90.0, -20.0
"""dB of the darkest and the brightest."""
QUIET, NEAR = -70.0, -10.0
"""LUFS at the bottom and the top of the curve."""
SHADES = 12
"""Steps between them, few enough for a small file."""
DARK, BRIGHT = np.array([12, 22, 40]), np.array([240, 232, 200])
LINE, LIMIT = np.array([60, 160, 170]), np.array([190, 120, 60])

Picture = npt.NDArray[np.uint8]


def spectrogram(mono: npt.NDArray[np.float64], height: int = SPECTRUM) -> Picture:
    """Time to the right, pitch upwards."""
    size = 8192
    window = np.hanning(size)
    rows = np.geomspace(HIGHEST, LOWEST, height)
    bins = np.clip((rows * size / RATE).round().astype(int), 1, size // 2)
    picture = np.zeros((height, WIDTH, 3), np.uint8)
    for column, at in enumerate(np.linspace(0, len(mono) - size, WIDTH).astype(int)):
        power = np.abs(np.fft.rfft(mono[at : at + size] * window)) / size * 4
        level = 20 * np.log10(np.maximum(power[bins], 1e-9))
        part = np.clip((level - FAINT) / (LOUD - FAINT), 0, 1)[:, np.newaxis]
        part = np.rint(part * SHADES) / SHADES
        picture[:, column] = DARK + part * (BRIGHT - DARK)
    return picture


def curve(
    moments: npt.NDArray[np.float64],
    height: int = CURVE,
    lines: Sequence[float] = (-14.0, -20.0, -41.0),
    quiet: float = QUIET,
) -> Picture:
    """Momentary loudness in LUFS, with dotted lines where they are asked for."""
    picture = np.full((height, WIDTH, 3), DARK, np.uint8)

    def row(loudness: float) -> int:
        return round(float(np.clip((NEAR - loudness) / (NEAR - quiet), 0, 1)) * (height - 1))

    for column, part in enumerate(np.array_split(moments, WIDTH)):
        picture[row(float(part.max())) :, column] = LINE
        picture[row(float(np.median(part))) :, column] = LINE // 2
    for loudness in lines:
        picture[row(loudness), ::4] = LIMIT
    return picture


def save(picture: Picture, path: Path) -> None:
    """Write a PNG of 8-bit RGB."""

    def chunk(name: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(name + content))
        return struct.pack(">I", len(content)) + name + content + check

    height, width = picture.shape[:2]
    lines = b"".join(b"\0" + row.tobytes() for row in picture)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = chunk(b"IHDR", header), chunk(b"IDAT", zlib.compress(lines, 9)), chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))


def backgrounds() -> None:
    """Every background as it is shipped, in the order it is offered."""
    parts = []
    for name in BED_NAMES:
        if name != NONE:
            samples = decode(shipped_audio() / "beds" / f"{name}.ogg")
            moments = np.repeat(momentary([samples]), 2)
            parts.append(spectrogram(samples.mean(axis=1) / 32768, LOW_SPECTRUM))
            parts.append(curve(moments, LOW_CURVE, (BED_LUFS,), -40.0))
            parts.append(np.full((GAP, WIDTH, 3), 255, np.uint8))
    page = DOCS / "backgrounds.png"
    save(np.concatenate(parts[:-1]), page)
    print(f"{page}: {page.stat().st_size / 1000:.0f} kB")


def practice() -> None:
    """Ten minutes, as a file has them."""
    page = DOCS / "sound.png"
    mix = prepared(PRACTICE, MINUTES).source
    blocks = list(mix.blocks())
    mono = np.concatenate([block.mean(axis=1) for block in blocks]) / 32768
    between = np.full((GAP, WIDTH, 3), 255, np.uint8)
    save(np.concatenate([spectrogram(mono), between, curve(np.array(momentary(blocks)))]), page)
    print(f"{page}: {seconds(mix.frames):.0f} s, {page.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    import os

    with tempfile.TemporaryDirectory() as home:
        os.environ["RELAXAPP_HOME"] = home
        practice()
    backgrounds()
