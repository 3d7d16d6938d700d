"""What is measured, against what: `./run bench`. Every figure is a ratio within one run; machines differ."""
