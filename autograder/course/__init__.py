"""The parts of a course: its folder, assignments and exercises, and its nbgrader configuration."""
