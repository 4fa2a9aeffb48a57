"""The door for articles: a file or standard input becomes an Article."""

from quizapp.articles.reading import read_article

__all__ = ["read_article"]
