"""Imported by a server under test: forks that cannot do what they are for."""

from autograder.engine.isolation import fork_server


def canary() -> str:
    raise RuntimeError("no air down here")


fork_server.canary = canary
