"""From a page that a facilitator reads aloud to a practice in the format of scripts/README.md."""
