"""The beds and the bell, and the programs that make them: `python -m audio.make`."""
