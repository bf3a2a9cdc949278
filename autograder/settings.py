"""The former place of `engine_config`, kept for configuration files that import it from here."""

from autograder.engine.nbgrader.config import engine_config

__all__ = ["engine_config"]
