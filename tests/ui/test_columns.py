"""Two columns, each of which wraps in itself."""

from relaxapp.ui.widgets.columns import in_columns, label_width


def test_what_is_too_long_goes_on_in_its_own_column() -> None:
    assert in_columns("Words", "one two", 8, 20) == "Words   one two"
    assert in_columns("Words to avoid", "one two three", 10, 17) == ("Words to  one two\navoid     three")
    assert in_columns("Words", "", 8, 20) == "Words"


def test_labels_take_what_the_values_leave() -> None:
    assert label_width(["a" * 44], 75) == 46
    assert label_width(["a" * 44], 55) == 34
    assert label_width(["a" * 10], 75) == 12
