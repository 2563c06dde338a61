"""What happened: the Council's record, launches and office holders, with their edges."""
