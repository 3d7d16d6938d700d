"""Frames on a pipe: how an app and a speaking child tell where one message ends and the next begins.

A frame is 12 bytes (`MAGIC`, the header's length, the body's length, little-endian), the header as JSON, and
the body as raw bytes. The child imports this too, so it knows the standard library alone.
"""

import json
import struct
from typing import Any, BinaryIO

MAGIC = b"RXF1"
"""Begins every frame; anything else on the pipe is noise, and the pipe can't be trusted any more."""
PREFIX = struct.Struct("<4sII")
MOST_BYTES = 1 << 30
"""No body is longer: three hours of speech."""

Header = dict[str, Any]


class BrokenFrameError(Exception):
    """The other end closed the pipe, or what it sent isn't a frame."""


def send(pipe: BinaryIO, header: Header, body: bytes = b"") -> None:
    """Write one frame and flush it. Raises OSError where the other end is gone."""
    words = json.dumps(header).encode()
    pipe.write(PREFIX.pack(MAGIC, len(words), len(body)) + words)
    pipe.write(body)
    pipe.flush()


def receive(pipe: BinaryIO) -> tuple[Header, bytes]:
    """Read one frame. Raises BrokenFrameError."""
    magic, header_bytes, body_bytes = PREFIX.unpack(_exactly(pipe, PREFIX.size))
    if magic != MAGIC or max(header_bytes, body_bytes) > MOST_BYTES:
        raise BrokenFrameError("not a frame")
    try:
        header = json.loads(_exactly(pipe, header_bytes))
    except ValueError as error:
        raise BrokenFrameError("not a header") from error
    if not isinstance(header, dict):
        raise BrokenFrameError("not a header")
    return header, _exactly(pipe, body_bytes)


def _exactly(pipe: BinaryIO, count: int) -> bytes:
    read = pipe.read(count)
    if len(read) < count:
        raise BrokenFrameError("the pipe was closed")
    return read
