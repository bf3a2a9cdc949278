"""What a process may see and use, and the fork server that starts confined processes. Linux only."""
