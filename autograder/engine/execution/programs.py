"""The programs of the processes that run a notebook, by reference.

They import libraries, so the command only names them. A test makes sure that each name can be imported.
"""

STUDENT = "autograder.engine.execution.student_process:main"
CHECKER = "autograder.engine.execution.checker_process:main"
READER = "autograder.engine.execution.reader_process:main"
