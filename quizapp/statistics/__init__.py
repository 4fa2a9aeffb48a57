"""What the log says: pure functions over answers and cards."""
