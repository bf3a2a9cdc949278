"""The roles of cells are those of nbgrader, whose own predicates the process that reads submissions cannot import."""

from __future__ import annotations

import itertools

import nbformat
import pytest
from nbgrader import utils

from autograder.engine.notebook import markers

FLAGS = ("solution", "grade", "locked", "task")


@pytest.mark.parametrize("name", ["is_solution", "is_grade", "is_locked", "is_task"])
def test_predicate_any_metadata_as_in_nbgrader(name):
    for values in itertools.product((None, False, True), repeat=len(FLAGS)):
        about = {flag: value for flag, value in zip(FLAGS, values, strict=True) if value is not None}
        cell = nbformat.v4.new_code_cell(metadata={"nbgrader": about})
        assert getattr(markers, name)(cell) == bool(getattr(utils, name)(cell)), about
    assert not getattr(markers, name)(nbformat.v4.new_code_cell())


def test_predicate_metadata_that_is_no_dict_is_a_free_cell():
    cell = nbformat.v4.new_code_cell(metadata={"nbgrader": "solution"})
    assert markers.role_of(cell) is markers.Role.FREE
