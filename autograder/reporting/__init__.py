"""Writes the report and the tables that an instructor reads after grading."""
