"""Hostile submissions: each gets no more than it deserves, leaks nothing, and costs no one else anything.

Every attack of tests/data/attacks/ is in the cell of `double`; `area` is answered honestly in the same notebook.
"""

from __future__ import annotations

import copy
import os
import re
import time
from pathlib import Path

import psutil
import pytest
from nbformat.v4 import new_code_cell

from autograder.engine.execution import checker_pool, warm_up
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from tests.support.program_files import read_programs
from tests.support.tiny_assignment import FULL, SECRET, SOURCE, examine, submission
from tests.unit.test_feedback import active

TAMPERING = read_programs("attacks/tampering.py")

PROTOCOL = read_programs("attacks/protocol.py")

ENDING = read_programs("attacks/ending.py")

READING = read_programs("attacks/reading.py")

ATTACKS = {**TAMPERING, **PROTOCOL, **ENDING, **READING}


@pytest.fixture(scope="module", autouse=True)
def warm_process() -> None:
    warm_up.server().wait_ready()


def left_over() -> int:
    checker_pool.close_idle()
    until = time.monotonic() + 15
    while (count := len(psutil.Process(warm_up.server().pid).children(recursive=True))) and time.monotonic() < until:
        time.sleep(0.1)
    return count


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_gets_no_more_than_it_deserves(name: str, tmp_path: Path) -> None:
    path = str(tmp_path / "course" / "source.ipynb")
    attack = ATTACKS[name].replace("{path!r}", repr(path)).replace("{path}", path)
    scores, nb, record = examine(submission(double=attack), tmp_path, timeout=4, memory=10**9, total_timeout=90)
    assert scores["double-values"] == 0, record
    # a cell that breaks the kernel for all cells below breaks the student's own answers; a stopped cell does not
    assert scores["area-values"] == 3 or name in {**TAMPERING, **PROTOCOL, "fork that answers too": ""}, record
    shown = str([cell.get("outputs") for cell in nb.cells])
    assert SECRET not in shown
    if name in PROTOCOL:
        assert not re.search(r"ImportError|ModuleNotFoundError|module '\S+' has no attribute", shown), "no attack"
    assert len(shown) < 3_000_000
    assert record["seconds"] < 60
    assert not left_over()
    page = FeedbackExporter().from_notebook_node(nb)[0]
    assert active(page) == [] and SECRET not in page and str(tmp_path) not in page


FILES = read_programs("attacks/files.py")


def test_who_is_examined_after_an_attack_gets_what_is_deserved(tmp_path: Path) -> None:
    checker_pool.close_idle()
    path = str(tmp_path / "course" / "source.ipynb")
    seen = set()
    for name in TAMPERING:
        attack = TAMPERING[name].replace("{path!r}", repr(path)).replace("{path}", path)
        examine(submission(double=attack), tmp_path, timeout=4)
        seen |= {each.process.pid for each, _ in checker_pool._idle}
    pids = {each.process.pid for each, _ in checker_pool._idle}
    assert examine(submission(), tmp_path)[0] == FULL
    assert examine(submission(double="def double(x): return x"), tmp_path)[0] == {**FULL, "double-values": 0}
    assert pids and pids == {each.process.pid for each, _ in checker_pool._idle}, "another examiner came"
    assert len(seen) < len(TAMPERING)


@pytest.mark.parametrize("name", FILES)
def test_files_of_an_attack_stay_where_they_are(name: str, tmp_path: Path) -> None:
    (tmp_path / "course").mkdir()
    (tmp_path / "work").mkdir()
    for folder in ("course", "work"):
        (tmp_path / folder / "data.csv").write_text("1")
    scores, _, _ = examine(submission(double=FILES[name]), tmp_path)
    assert scores["area-values"] == 3
    left = [p for p in (tmp_path / "work").rglob("*") if p.is_symlink() or not (p.is_file() or p.is_dir())]
    assert left == [] and not list((tmp_path / "work").glob("*.ipynb"))
    assert (tmp_path / "work" / "data.csv").read_text() == "1"
    assert len(list((tmp_path / "work").rglob("*"))) <= 1010


def test_what_a_students_code_writes_is_kept(tmp_path: Path) -> None:
    examine(submission(double="open('mine.txt', 'w').write('kept')"), tmp_path)
    assert (tmp_path / "work" / "mine.txt").read_text() == "kept"


ACTIVE = read_programs("attacks/active_output.py")


@pytest.mark.parametrize("name", ACTIVE)
def test_nothing_that_a_submission_shows_is_active(name: str, tmp_path: Path) -> None:
    scores, nb, _ = examine(submission(double=ACTIVE[name]), tmp_path)
    assert scores["area-values"] == 3
    assert active(FeedbackExporter().from_notebook_node(nb)[0]) == []


def test_honest_answers_keep_their_points_whatever_they_print_or_warn(tmp_path: Path) -> None:
    answer = (
        "import sys, warnings, os\ndef double(x):\n    print('hello')\n    warnings.warn('careful')\n"
        "    sys.stderr.write('oops')\n    os.write(2, b'oops')\n    return [2 * v for v in x]"
    )
    scores, nb, record = examine(submission(double=answer), tmp_path)
    assert scores == FULL and record["outcome"] == "graded"
    assert nb.cells[3].outputs[0].text == "hello\n"


def test_an_added_cell_that_kills_the_kernel_costs_only_itself(tmp_path: Path) -> None:
    nb = submission()
    nb.cells.insert(3, new_code_cell("import os\nos._exit(1)"))
    scores, _, record = examine(nb, tmp_path)
    assert scores == FULL and record["outcome"] == "killed" and "exit code 1" in record["events"][0]["sentence"]


def test_a_check_is_the_sources_own_even_where_nobody_put_it_back(tmp_path: Path) -> None:
    forged = submission(double="def double(x): return x + 100")
    forged.cells[3].source = "pass"
    assert examine(forged, tmp_path)[0] == {"double-values": 0, "area-values": 3}


def test_output_is_cut_where_there_is_too_much_of_it(tmp_path: Path) -> None:
    many = "for _ in range(300): print('x' * 10**4, flush=True)\ndef double(x): return 2 * x"
    scores, nb, _ = examine(submission(double=many), tmp_path, max_output=500_000)
    shown = "".join(output.text for output in nb.cells[2].outputs)
    assert scores == FULL and "so the rest is cut" in shown and len(shown) < 1_000_000


def test_the_author_sets_the_limit_of_a_check(tmp_path: Path) -> None:
    source = copy.deepcopy(SOURCE)
    source.cells[3].metadata["autograder"] = {"timeout": 1}
    slow = "import time\ndef double(x):\n    time.sleep(3)\n    return 2 * x"
    forged = submission(source, double=slow)
    forged.cells[3].metadata["autograder"] = {"timeout": 1000}
    scores, nb, record = examine(forged, tmp_path, source)
    assert scores == {"double-values": 0, "area-values": 3}
    assert "longer than 1 s" in str(nb.cells[3].outputs) and record["outcome"] == "timed out"


def test_without_the_sandbox_the_source_would_be_read(tmp_path: Path) -> None:
    path = str(tmp_path / "course" / "source.ipynb")
    _, nb, _ = examine(submission(double=f"print(open({path!r}).read())"), tmp_path, sandboxed=False)
    assert SECRET in str(nb.cells[2].outputs)
    assert os.path.exists(path)
