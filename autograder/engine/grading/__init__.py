"""Grades one notebook."""
