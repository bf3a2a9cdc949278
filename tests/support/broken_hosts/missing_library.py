"""Imported by a server under test: a library that needs another which is not there."""

import antigravity_is_broken_at_depth.never  # noqa: F401
