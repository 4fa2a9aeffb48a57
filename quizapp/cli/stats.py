"""`quizapp stats`: what the log of answers says."""
