"""What is said. Pure: text in, values out; no clock, no files."""
