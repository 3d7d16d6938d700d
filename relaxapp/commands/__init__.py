"""The commands, a file for each kind. `relaxapp.cli` loads one when it is called."""
