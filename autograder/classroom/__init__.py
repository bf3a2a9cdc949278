"""Grades a class: finds submissions, spreads them over workers, records the grades."""
