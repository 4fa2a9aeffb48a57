"""The verbs of quizapp: the only place that joins an engine to a door."""
