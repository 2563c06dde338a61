"""What statements say of draft resolutions: how far each has come, whose it is and what it is about."""
