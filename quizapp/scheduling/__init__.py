"""A Rating moves a Card: FSRS."""
