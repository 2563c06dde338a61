"""A story becomes names, times, quotes, statements and claims."""
