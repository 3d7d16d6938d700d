"""What all tests share: hypothesis tries the same cases every time, unless asked to look for new ones; and
programs that are started heed Ctrl-C, also where the tests run in a shell's background, which ignores it. The
arrays of whole practices come and go in the tests of sound, as they do in a render."""

import os
import signal

from hypothesis import HealthCheck, settings

from relaxapp.allocation import keep_freed

settings.register_profile(
    "same", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("explore", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))

signal.signal(signal.SIGINT, signal.default_int_handler)
keep_freed(1 << 30)
