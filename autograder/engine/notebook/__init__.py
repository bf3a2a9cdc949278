"""Reads notebooks and the code in their cells; runs nothing."""
