"""Imported by a server under test: a library that needs another library, which is missing."""

import antigravity_is_broken_at_depth.never  # noqa: F401
