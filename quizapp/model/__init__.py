"""The vocabulary: frozen dataclasses and enums that every floor speaks."""
