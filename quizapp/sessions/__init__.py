"""State machines of a sitting: state in, state and what happened out."""
