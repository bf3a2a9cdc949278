"""Imported by a server under test: a host that allows nobody to mount."""

from autograder.engine.isolation import namespaces


def _refuse(*_: object) -> None:
    raise PermissionError("mount")


namespaces.build_root = _refuse
