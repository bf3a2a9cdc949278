"""Lets two processes share values: messages, what crosses by value, and what is used at a distance."""
