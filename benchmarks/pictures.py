"""Draws docs/sound.png, the spectrogram and the loudness of ten minutes: `python -m benchmarks.pictures`.

Both are measured on the mix as it is written to files; drawn with numpy, and written as PNG by zlib alone.
"""

import struct
import tempfile
import zlib
from pathlib import Path

import numpy as np
import numpy.typing as npt

from benchmarks.play_it import prepared
from relaxapp.sound.loudness import momentary
from relaxapp.timing.frames import RATE, seconds

PAGE = Path(__file__).parent.parent / "docs" / "sound.png"
WIDTH, SPECTRUM, CURVE, GAP = 900, 240, 160, 12
"""Pixels: across, and of each picture's height."""
LOWEST, HIGHEST = 50.0, 12_000.0
"""Hz at the bottom and the top of the spectrogram, on a logarithmic scale."""
FAINT, LOUD = -90.0, -20.0
"""dB of the darkest and the brightest."""
QUIET, NEAR = -70.0, -10.0
"""LUFS at the bottom and the top of the curve."""
DARK, BRIGHT = np.array([12, 22, 40]), np.array([240, 232, 200])
LINE, LIMIT = np.array([60, 160, 170]), np.array([190, 120, 60])

Picture = npt.NDArray[np.uint8]


def spectrogram(mono: npt.NDArray[np.float64]) -> Picture:
    """Time to the right, pitch upwards."""
    size = 8192
    window = np.hanning(size)
    rows = np.geomspace(HIGHEST, LOWEST, SPECTRUM)
    bins = np.clip((rows * size / RATE).round().astype(int), 1, size // 2)
    picture = np.zeros((SPECTRUM, WIDTH, 3), np.uint8)
    for column, at in enumerate(np.linspace(0, len(mono) - size, WIDTH).astype(int)):
        power = np.abs(np.fft.rfft(mono[at : at + size] * window)) / size * 4
        level = 20 * np.log10(np.maximum(power[bins], 1e-9))
        part = np.clip((level - FAINT) / (LOUD - FAINT), 0, 1)[:, np.newaxis]
        picture[:, column] = DARK + part * (BRIGHT - DARK)
    return picture


def curve(moments: npt.NDArray[np.float64]) -> Picture:
    """Momentary loudness; lines at -20 LUFS, where the voice is, and at -14, which nothing reaches."""
    picture = np.full((CURVE, WIDTH, 3), DARK, np.uint8)

    def row(loudness: float) -> int:
        return round(float(np.clip((NEAR - loudness) / (NEAR - QUIET), 0, 1)) * (CURVE - 1))

    for column, part in enumerate(np.array_split(moments, WIDTH)):
        picture[row(float(part.max())) :, column] = LINE
        picture[row(float(np.median(part))) :, column] = LINE // 2
    for loudness in (-14.0, -20.0, -41.0):
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


def main() -> None:
    """Render, measure, draw."""
    mix = prepared().source
    blocks = list(mix.blocks())
    mono = np.concatenate([block.mean(axis=1) for block in blocks]) / 32768
    between = np.full((GAP, WIDTH, 3), 255, np.uint8)
    save(np.concatenate([spectrogram(mono), between, curve(np.array(momentary(blocks)))]), PAGE)
    print(f"{PAGE}: {seconds(mix.frames):.0f} s, {PAGE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    import os

    with tempfile.TemporaryDirectory() as home:
        os.environ["RELAXAPP_HOME"] = home
        main()
