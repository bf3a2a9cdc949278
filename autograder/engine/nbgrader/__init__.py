"""Adapters that plug the engine into nbgrader."""
