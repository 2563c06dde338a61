"""The page: what the ledger and the record hold, for a browser; needs `penholder[serve]`."""
