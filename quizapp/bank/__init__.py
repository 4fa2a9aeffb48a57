"""The door for item banks: strict YAML in, readable YAML out."""
