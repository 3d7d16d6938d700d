"""The voices, each in a child process of its own, and one cache over all."""
