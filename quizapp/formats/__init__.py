"""Other people's formats: questions on paper or for other programs, and back; bytes in, bytes out."""
