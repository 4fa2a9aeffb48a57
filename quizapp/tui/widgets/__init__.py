"""Widgets that take model values in and send messages out."""
