"""Settings: the door to the file in which a person's choices stand, and to the environment that goes before it."""
