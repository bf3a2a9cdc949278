"""Reads notebooks and the code in their cells. It runs nothing."""
