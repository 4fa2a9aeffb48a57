"""Other people's formats: a bank becomes their bytes, and their bytes become what they say of each question."""
