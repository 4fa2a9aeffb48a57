"""A Response meets an Item: the verdict, the rule that gave it and what differs."""
