"""How people write: words, with examples and look-alikes, in TOML and CSV."""
