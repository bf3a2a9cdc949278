"""Modules that a fork server under test imports: each takes something from the host that it stands on."""
