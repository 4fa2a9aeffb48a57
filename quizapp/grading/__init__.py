"""A Response and an Item become a Grade."""
