"""The door for articles: a file or standard input becomes an Article."""
