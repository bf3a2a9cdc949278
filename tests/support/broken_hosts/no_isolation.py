"""Imported by a server under test: a host with no Landlock and no namespaces."""

from autograder.engine.isolation import landlock, namespaces


def _refuse(*_: object) -> None:
    raise PermissionError("unshare")


landlock.abi = lambda: 0
namespaces.enter = _refuse
