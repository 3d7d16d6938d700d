"""One's own rate of breathing, from taps."""

from itertools import accumulate

import pytest

from relaxapp.practice.breath_rate import rate


@pytest.mark.parametrize(
    ("breaths", "expected"),
    [
        ([], None),
        ([5, 5, 5], None),
        ([5, 5, 5, 5], 12),
        ([4, 4, 4, 4, 9], 15),
        ([5, 5, 0.3, 4.7, 5, 5], 12),
        ([5, 5, 300, 5, 5, 5], 12),
        ([5.2, 5.0, 4.9, 5.3], 12),
        ([0, 0, 0, 0, 0, 0], None),
    ],
)
def test_the_rate_is_the_median_of_whole_breaths(breaths: list[float], expected: float | None) -> None:
    assert rate(list(accumulate(breaths, initial=100.0))) == expected
