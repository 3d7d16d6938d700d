"""What is kept, and what is shared of it."""
