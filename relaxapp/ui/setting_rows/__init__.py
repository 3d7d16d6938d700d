"""The settings, a file a group; each gives its rows in the order a person would look for them."""
