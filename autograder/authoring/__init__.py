"""What an author does with a course: build it, tidy it, hand it out, open it."""
