"""The shipped scripts and the person's own: finding and reading them."""
