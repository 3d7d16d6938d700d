"""A clip's file holds what was put in, and damage is always noticed."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from relaxapp.sound.clip import Clip, Samples
from relaxapp.sound.voices import clip_file

CLIPS = arrays.arrays(np.int16, st.integers(0, 300))
with_a_folder = settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])


@given(CLIPS, st.sampled_from([8_000, 22_050, 48_000]))
@with_a_folder
def test_what_is_written_is_read(tmp_path: Path, samples: Samples, rate: int) -> None:
    path = tmp_path / "clip"
    path.write_bytes(b"".join(clip_file.packed(Clip(samples, rate))))
    clip = clip_file.read(path)
    assert (clip.samples == samples).all()
    assert clip.samples.dtype == np.int16
    assert clip.rate == rate
    assert clip_file.read_length(path) == (len(samples), rate)


@given(CLIPS, st.data())
@with_a_folder
def test_a_changed_byte_is_noticed(tmp_path: Path, samples: Samples, data: st.DataObject) -> None:
    content = bytearray(b"".join(clip_file.packed(Clip(samples, 22_050))))
    place = data.draw(st.integers(0, len(content) - 1))
    content[place] ^= data.draw(st.integers(1, 255))
    path = tmp_path / "clip"
    path.write_bytes(content)
    with pytest.raises(clip_file.DamagedClipError):
        clip_file.read(path)


@given(CLIPS, st.data())
@with_a_folder
def test_a_cut_or_longer_file_is_noticed_from_its_length(
    tmp_path: Path, samples: Samples, data: st.DataObject
) -> None:
    content = b"".join(clip_file.packed(Clip(samples, 22_050))) + bytes(8)
    length = data.draw(st.integers(0, len(content)).filter(lambda cut: cut != len(content) - 8))
    path = tmp_path / "clip"
    path.write_bytes(content[:length])
    for read in (clip_file.read, clip_file.read_length):
        with pytest.raises(clip_file.DamagedClipError):
            read(path)


def test_a_length_is_read_without_the_samples(tmp_path: Path) -> None:
    content = bytearray(b"".join(clip_file.packed(Clip(np.zeros(1_000, np.int16), 16_000))))
    content[100] ^= 1
    path = tmp_path / "clip"
    path.write_bytes(content)
    assert clip_file.read_length(path) == (1_000, 16_000)


def test_a_missing_file_is_no_damage(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        clip_file.read(tmp_path / "none")
