"""The door for question banks: YAML that people read, merge and mend becomes a Bank, and back.

Import from its modules: `reader`, `writer`, `schema` and `shipped`. Listing what is bundled needs neither the YAML
parser nor pydantic, so this package imports nothing by itself.
"""
