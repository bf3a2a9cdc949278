"""The two processes of one notebook: one runs the student's cells, the other the checks."""
