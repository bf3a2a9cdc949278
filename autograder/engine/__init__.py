"""Grades one notebook of any nbgrader course: the student's cells in one process, the checks in another."""
