"""Facts become Items, or Rejects with a reason."""
