"""What each event does to the items of a plan from a frame on."""
