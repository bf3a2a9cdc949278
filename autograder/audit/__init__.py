"""Checks the checks: right and wrong answers and mutants, tried on every exercise."""
