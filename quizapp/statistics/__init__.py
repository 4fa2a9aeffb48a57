"""What the log alone can tell."""
