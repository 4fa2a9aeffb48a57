"""State machines of a learner's sitting: state in, state and what happened out."""
