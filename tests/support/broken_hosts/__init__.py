"""Modules that a fork server under test imports. Each removes something from the host."""
