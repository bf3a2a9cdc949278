"""Limits what a process may see and use, and starts confined processes with a fork server. Linux only."""
