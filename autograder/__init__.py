"""Builds the course from its source notebooks and grades what students hand in."""
