"""penholder reads news about the UN Security Council and weapons tests and checks it."""

__version__ = "0.1.0"
