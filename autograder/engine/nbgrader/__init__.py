"""Adapters that plug the engine into nbgrader, and nothing else."""
