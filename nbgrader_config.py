"""nbgrader's configuration: plain `nbgrader …` commands work from this folder.

Another gradebook: set AUTOGRADER_DB to a database URL (sqlite:///… or postgresql+psycopg2://…).
"""

from autograder.course.nbgrader_config import course_config
from autograder.engine.nbgrader.config import engine_config

c = get_config()  # noqa: F821  (nbgrader defines it)
c.merge(course_config())
c.merge(engine_config())
