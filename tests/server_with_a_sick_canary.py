"""Imported by a server under test: forks that cannot do what kernels do."""

from autograder import forkserver


def canary() -> str:
    raise RuntimeError("no air down here")


forkserver.canary = canary
