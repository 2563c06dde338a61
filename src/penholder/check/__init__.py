"""Claims meet the record and become verdicts."""
