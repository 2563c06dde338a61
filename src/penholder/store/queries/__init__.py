"""Questions in SQL: read-only, limited in time and rows, in a process of their own."""
