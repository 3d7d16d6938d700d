"""Writing a ZIP that may be ended midway."""

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO


@contextmanager
def zipped_into(file: IO[bytes], compression: int) -> Iterator[zipfile.ZipFile]:
    """A ZIP that is written into `file`. Where that is ended midway, what is there is no ZIP, and goes.

    Closing it then would fail while a file in it is open, and hide what ended it, such as Ctrl-C.
    """
    with zipfile.ZipFile(file, "w", compression, strict_timestamps=False) as archive:
        try:
            yield archive
        except BaseException:
            archive.fp = None
            raise
