"""A frame comes out as it went in, and what is no frame is told from one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from relaxapp.sound.voices import framing

HEADERS = st.dictionaries(st.text(), st.integers() | st.text() | st.booleans() | st.lists(st.text()))


@given(st.lists(st.tuples(HEADERS, st.binary())))
def test_frames_come_out_as_they_went_in(messages: list[tuple[framing.Header, bytes]]) -> None:
    pipe = io.BytesIO()
    for header, body in messages:
        framing.send(pipe, header, body)
    pipe.seek(0)
    assert [framing.receive(pipe) for _message in messages] == messages


@given(HEADERS, st.binary(), st.data())
def test_a_frame_cut_short_is_broken(header: framing.Header, body: bytes, data: st.DataObject) -> None:
    pipe = io.BytesIO()
    framing.send(pipe, header, body)
    whole = pipe.getvalue()
    cut = data.draw(st.integers(0, len(whole) - 1))
    with pytest.raises(framing.BrokenFrameError):
        framing.receive(io.BytesIO(whole[:cut]))


@pytest.mark.parametrize(
    "noise",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"Audio saved to out.wav\n", id="what a library printed"),
        pytest.param(framing.PREFIX.pack(framing.MAGIC, 3, 0) + b"[1]", id="a header that is a list"),
        pytest.param(framing.PREFIX.pack(framing.MAGIC, 3, 0) + b"{1}", id="a header that is no JSON"),
        pytest.param(framing.PREFIX.pack(framing.MAGIC, 2, 1 << 31) + b"{}", id="a body of two gigabytes"),
        pytest.param(framing.PREFIX.pack(b"RXF2", 2, 0) + b"{}", id="another kind of frame"),
    ],
)
def test_what_is_no_frame_is_broken(noise: bytes) -> None:
    with pytest.raises(framing.BrokenFrameError):
        framing.receive(io.BytesIO(noise))
