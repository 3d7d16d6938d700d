"""Conducting a practice, without a screen."""
