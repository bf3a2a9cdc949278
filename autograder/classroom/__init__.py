"""Grades a class: finds submissions, distributes them over workers and records the grades."""
