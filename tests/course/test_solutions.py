"""The committed solutions: complete, executed, and guarded by nbval."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from autograder.course.assignment import is_check, read_assignment
from tests.support.stages import NBVAL
from tests.support.this_course import NAMES, ROOT, SOLUTIONS


@pytest.mark.parametrize("name", NAMES)
def test_every_check_passes_and_nothing_went_to_stderr(name):
    for cell in read_assignment(name, SOLUTIONS).notebook.cells:
        if cell.cell_type == "code":
            assert cell.execution_count, cell.id
            assert not [o for o in cell.outputs if o.output_type == "error" or o.get("name") == "stderr"], cell.id
        if is_check(cell):
            assert "✓" in cell.outputs[0].text, cell.id


def test_nbval_fails_where_one_output_was_changed_by_hand(tmp_path):
    name = "05_deep_rnn"
    shutil.copytree(SOLUTIONS / name, tmp_path / name)
    path = next((tmp_path / name).glob("*.ipynb"))
    notebook = nbformat.read(path, as_version=4)
    printed = [o for c in notebook.cells for o in c.get("outputs", []) if o.get("name") == "stdout" and "104" in o.text]
    printed[0].text = printed[0].text.replace("104", "105", 1)
    nbformat.write(notebook, path)
    options = [option for option in NBVAL if option not in ("solutions", "--numprocesses=2", "--dist=loadscope")]
    command = [Path(sys.executable).parent / options[0], tmp_path, *options[1:]]
    result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    assert result.returncode == 1, result.stdout[-2000:]
    assert "1 failed" in result.stdout, result.stdout[-2000:]


def test_nbval_sanitises_only_pictures_addresses_and_the_names_of_cell_files():
    rules = (ROOT / "tests" / "data" / "nbval.cfg").read_text(encoding="utf-8")
    assert rules.count("regex:") == 3
