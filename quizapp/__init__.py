"""quizapp: a quiz you can trust, written from an article, in your terminal."""
