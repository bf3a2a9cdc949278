"""Says in one line why a gradebook cannot be used, and what to do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from nbgrader.api import Gradebook
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from autograder.engine.errors import AutograderError

REASONS = {
    r"locked|busy": "another program is using this gradebook. Wait until it is done or close it, and run the same "
    "command again. All grades so far are kept.",
    r"not a database|malformed|file is encrypted": "this file is not a database, or it is damaged. Put back a copy, or "
    "move the file away to begin a new gradebook.",
    r"readonly|read-only|permission denied": "you may not write this gradebook. Change its owner or mode, and run the "
    "command again.",
    r"unable to open": "this gradebook cannot be opened. It must be a file in a folder that you may write.",
    r"no such (table|column)|has no column|(relation|column) .* does not exist": "this gradebook was made by a "
    "different version of nbgrader, or it is not a gradebook. Make a copy of it, then run `nbgrader db upgrade`.",
}
"""Words in the message of a database -> the reason and the remedy."""


class GradebookError(AutograderError):
    """A gradebook cannot be used. The message names it and says what to do."""


def gradebook_place(url: str | URL) -> str:
    """Return the path of a gradebook, or its address without the password."""
    parsed = make_url(url)
    if parsed.get_backend_name() == "sqlite":
        return str(parsed.database)
    return parsed.render_as_string(hide_password=True)


def describe_error(words: str, place: str) -> str:
    """Return one line with the gradebook, the reason and the remedy, from the words of a database or its driver."""
    first = words.strip().partition("\n")[0]
    known = (text for pattern, text in REASONS.items() if re.search(pattern, first, re.I))
    return f"{place}: {next(known, f'the gradebook reports: {first}')}"


@contextmanager
def gradebook_errors(url: str | URL) -> Iterator[None]:
    """Turn errors of the database in this block into one line.

    Raises:
        GradebookError: the gradebook cannot be used.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise GradebookError(
            describe_error(str(getattr(error, "orig", None) or error), gradebook_place(url))
        ) from error


def require_writable(gradebook: Gradebook) -> None:
    """Make sure that grades can be written, so that a command stops before it has done anything.

    Raises:
        GradebookError: another program is using the gradebook, or you may not write it.
    """
    with gradebook_errors(gradebook.engine.url), gradebook.engine.connect() as connection:
        if connection.dialect.name == "sqlite":
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            connection.exec_driver_sql("CREATE TABLE autograder_trial (x)")  # a read-only file refuses no earlier
        connection.rollback()
