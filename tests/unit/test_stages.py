"""The stages of `make test-all` run every test once."""

from itertools import product
from pathlib import Path

import pytest

from tests.support.stages import LONG, QUICK

TESTS = Path(__file__).parents[1]
FOLDERS = sorted({path.parent.name for path in TESTS.glob("*/test_*.py")})
SELECTIONS = {
    name: (command[1], command[command.index("-m") + 1])
    for name, commands in (QUICK | LONG).items()
    for command in commands
    if command[0] == "pytest" and command[1].startswith("tests")
}
"""The folder and the marker expression of each stage."""


@pytest.mark.parametrize("folder, long", list(product(FOLDERS, [False, True])))
def test_stages_any_markers_select_once(folder, long):
    markers = dict.fromkeys(FOLDERS, False) | {folder: True, "long": long}
    folders = ("tests", f"tests/{folder}")
    selecting = [name for name, (path, words) in SELECTIONS.items() if path in folders and eval(words, {}, markers)]
    assert len(selecting) == 1, selecting


def test_stages_every_test_lies_in_a_folder():
    assert not list(TESTS.glob("test_*.py")) and not list(TESTS.glob("*/*/test_*.py"))
