"""A command that is stopped takes away what it has half made, however it is stopped."""

import signal

ENDINGS = ("SIGHUP", "SIGTERM")
"""A terminal that is closed, and a session that ends; Windows knows but the second."""


def stop_as_by_ctrl_c() -> None:
    """Let the end of the terminal or of the session stop this program as Ctrl-C does.

    Where it was told to live on (nohup), it does.
    """
    for name in ENDINGS:
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is not signal.SIG_IGN:
            signal.signal(getattr(signal, name), signal.default_int_handler)
