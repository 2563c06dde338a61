"""One file for each type of claim: how its words become what is asked."""
