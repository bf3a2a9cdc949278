"""Reads the marks of hidden tests, solutions and marking schemes from nbgrader's configuration."""

from __future__ import annotations

from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, ClearSolutions
from traitlets.config import Config

from autograder.engine.notebook.regions import Marks


def marks_of(config: Config) -> Marks:
    """Return the marks that nbgrader's own steps use with this configuration.

    Raises:
        TraitError: a mark is not text.
    """
    hidden, solution, scheme = (step(config=config) for step in (ClearHiddenTests, ClearSolutions, ClearMarkScheme))
    return Marks(
        hidden.begin_test_delimeter,
        hidden.end_test_delimeter,
        solution.begin_solution_delimeter,
        solution.end_solution_delimeter,
        scheme.begin_mark_scheme_delimeter,
        scheme.end_mark_scheme_delimeter,
    )
