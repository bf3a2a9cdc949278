"""Tests the checks: tries right answers, wrong answers and mutants on every exercise."""
