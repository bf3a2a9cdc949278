"""The base of all errors that a person can correct: the command prints their message instead of a traceback."""


class AutograderError(Exception):
    """Something in the course, in a folder or on this host is wrong; the message says what, and what to do."""
