"""The ground: errors, safe text, the clock, chance and atomic files."""
