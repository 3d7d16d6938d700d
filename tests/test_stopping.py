"""What a program was told to live through, it lives through."""

import os
import subprocess
import sys

import pytest

ASKED = """
import signal
from relaxapp.commands.stopping import stop_as_by_ctrl_c
signal.signal(signal.SIGHUP, signal.SIG_IGN)
stop_as_by_ctrl_c()
print(signal.getsignal(signal.SIGHUP) is signal.SIG_IGN)
print(signal.getsignal(signal.SIGTERM) is signal.default_int_handler)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals as a terminal sends them")
def test_what_is_told_to_outlive_its_terminal_does() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["True", "True"]
