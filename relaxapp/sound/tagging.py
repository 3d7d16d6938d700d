"""Tags, chapters and captions inside finished files. The only import of mutagen.

libsndfile spoils letters outside ASCII in MP3, and knows neither chapters nor words with times.
"""

from pathlib import Path
from typing import Any

from relaxapp.sound.formats import Format
from relaxapp.sound.tags import Tags

NO_OFFSET = 0xFFFFFFFF
"""What an ID3 chapter says where its place in bytes is not told."""
LANGUAGE = "und"
"""ISO 639-2: undetermined; players show the words whatever their language is."""


def tag(path: Path, written: Format, tags: Tags) -> None:
    """Write `tags` into the finished file; a WAV file has its own, written first. Raises OSError."""
    if written.container == "MP3":
        _tag_mp3(path, tags)
    elif written.container != "WAV":
        _tag_comments(path, written, tags)


def _tag_mp3(path: Path, tags: Tags) -> None:
    """ID3v2.4: CHAP and CTOC (id3.org, chapter frame addendum), SYLT and USLT for the words."""
    import mutagen.id3

    id3: Any = mutagen.id3
    kept = id3.ID3()
    if tags.title:
        kept.add(id3.TIT2(encoding=3, text=tags.title))
    if tags.artist:
        kept.add(id3.TPE1(encoding=3, text=tags.artist))
    if tags.comment:
        kept.add(id3.COMM(encoding=3, lang=LANGUAGE, desc="", text=tags.comment))
    if tags.date:
        kept.add(id3.TDRC(encoding=3, text=tags.date))
    longest = max((len(mark.words.encode()) for mark in tags.chapters), default=0)
    for number, mark in enumerate(tags.chapters):
        # Frames are written shortest first, and many players show chapters as they lie in the file: all are
        # made as long as the longest, and lie in the order of their names.
        filling = id3.PRIV(owner="relaxapp", data=bytes(longest - len(mark.words.encode())))
        kept.add(
            id3.CHAP(
                element_id=_chapter(number),
                start_time=_thousandths(mark.start),
                end_time=_thousandths(mark.end),
                start_offset=NO_OFFSET,
                end_offset=NO_OFFSET,
                sub_frames=[id3.TIT2(encoding=3, text=mark.words), filling],
            )
        )
    if tags.chapters:
        flags = id3.CTOCFlags.TOP_LEVEL | id3.CTOCFlags.ORDERED
        named = [_chapter(number) for number in range(len(tags.chapters))]
        kept.add(id3.CTOC(element_id="chapters", flags=flags, child_element_ids=named, sub_frames=[]))
    if tags.lines:
        timed = [(mark.words, _thousandths(mark.start)) for mark in tags.lines]
        plain = "\n".join(mark.words for mark in tags.lines)
        kept.add(id3.SYLT(encoding=3, lang=LANGUAGE, format=2, type=1, desc="", text=timed))
        kept.add(id3.USLT(encoding=3, lang=LANGUAGE, desc="", text=plain))
    kept.save(path)


def _tag_comments(path: Path, written: Format, tags: Tags) -> None:
    """Vorbis comments, which Ogg, Opus and FLAC share; chapters as CHAPTERxxx, words as LRC in LYRICS."""
    from mutagen.flac import FLAC
    from mutagen.oggopus import OggOpus
    from mutagen.oggvorbis import OggVorbis

    kinds: Any = {"PCM_16": FLAC, "OPUS": OggOpus, "VORBIS": OggVorbis}
    file = kinds[written.subtype](path)
    if file.tags is None:
        file.add_tags()
    said = {"TITLE": tags.title, "ARTIST": tags.artist, "DESCRIPTION": tags.comment, "DATE": tags.date}
    for number, mark in enumerate(tags.chapters, 1):
        said[f"CHAPTER{number:03}"] = _clock(mark.start)
        said[f"CHAPTER{number:03}NAME"] = mark.words
    said["LYRICS"] = "\n".join(f"[{_minutes(mark.start)}]{mark.words}" for mark in tags.lines)
    for name, words in said.items():
        if words:
            file.tags[name] = words
    file.save()


def _chapter(number: int) -> str:
    """What a chapter is called inside an MP3 file."""
    return f"chapter{number:03}"


def _thousandths(seconds: float) -> int:
    return round(seconds * 1000)


def _clock(seconds: float) -> str:
    """Hours, minutes, seconds and thousandths."""
    whole, rest = divmod(_thousandths(seconds), 1000)
    return f"{whole // 3600:02}:{whole // 60 % 60:02}:{whole % 60:02}.{rest:03}"


def _minutes(seconds: float) -> str:
    """Minutes, seconds and hundredths, as LRC counts."""
    whole, rest = divmod(round(seconds * 100), 100)
    return f"{whole // 60:02}:{whole % 60:02}.{rest:02}"
