"""The tasks of a course author: build the course, tidy it, hand it out, open it."""
