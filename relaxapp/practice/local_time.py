"""What time it is here."""

from datetime import UTC, datetime


def local_now() -> datetime:
    """The local time, aware of its offset."""
    return datetime.now(UTC).astimezone()
