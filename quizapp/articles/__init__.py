"""The door for articles: a file, standard input or pasted text becomes an Article."""

from quizapp.articles.reading import FEWEST_WORDS, pasted_article, read_article

__all__ = ["FEWEST_WORDS", "pasted_article", "read_article"]
