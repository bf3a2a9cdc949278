"""The titles of exercises as students read them in the notebook; the engine reads them, because its pages show them."""

from autograder.engine.notebook.titles import exercise_titles as exercise_titles
