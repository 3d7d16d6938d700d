"""What is heard: clips, beds, tones, the mix of them, files and players."""
