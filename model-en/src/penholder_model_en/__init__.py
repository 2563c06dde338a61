"""An English Universal Dependencies parser for penholder, with its weights."""
