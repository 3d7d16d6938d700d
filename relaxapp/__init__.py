"""Relaxapp: words become time, time becomes sound, sound becomes a practice."""
