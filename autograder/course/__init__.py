"""What a course is: its folder, assignments and exercises, and its nbgrader configuration."""
