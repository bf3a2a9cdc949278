"""The former place of `course_config`, kept for configuration files that import it from here."""

from autograder.course.nbgrader_config import course_config

__all__ = ["course_config"]
