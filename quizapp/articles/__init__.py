"""The door for articles: a file, standard input, a web address, pasted or copied text becomes an Article."""

from quizapp.articles.clipboard import read_clipboard
from quizapp.articles.reading import FEWEST_WORDS, pasted_article, read_article

__all__ = ["FEWEST_WORDS", "pasted_article", "read_article", "read_clipboard"]
