"""The base class of errors that a person can correct. The command prints their message without a traceback."""


class AutograderError(Exception):
    """Something in the course, in a folder or on this host is wrong. The message says what, and what to do."""
