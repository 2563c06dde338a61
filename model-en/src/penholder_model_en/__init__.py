"""A Universal Dependencies parser of English news."""
