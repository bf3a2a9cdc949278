"""Imported by a server under test: forks that cannot do what they are for."""

from autograder import forkserver


def canary() -> str:
    raise RuntimeError("no air down here")


forkserver.canary = canary
