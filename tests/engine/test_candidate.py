"""The student process: the output of its cells, its orders, and which of its answers are trusted."""

from __future__ import annotations

import asyncio
import contextlib
import shutil
import socket
from typing import Any

import msgspec
import pytest

from autograder.engine.bridge.messages import encode
from autograder.engine.execution import warm_up
from autograder.engine.execution.orders import CellRan, read_answer
from autograder.engine.execution.outputs import Allowance
from autograder.engine.execution.shell import Outputs
from autograder.engine.execution.student_handle import StudentProcess, read_outputs
from autograder.engine.isolation.folders import private_folder
from autograder.engine.isolation.policy import Policy
from tests.support.tiny_assignment import examine, submission, text_of


def ask_all(*sources: str, output: int = 100_000) -> list[dict[str, Any]]:
    """Return the answers of a confined student process to these cells, run in order."""

    async def go() -> list[dict[str, Any]]:
        ours, theirs = socket.socketpair()
        with ours, theirs:
            candidate = StudentProcess(folder, Policy(folder), theirs.fileno(), output)
            with contextlib.closing(candidate):
                return [msgspec.to_builtins(await candidate.run(each)) for each in sources]

    folder = private_folder()
    try:
        return asyncio.run(asyncio.wait_for(go(), 60))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def shown(source: str, output: int = 100_000) -> list[tuple[str, Any]]:
    """Return the kind and content of the outputs of one cell."""
    return [
        (each.output_type, each.get("text") or each.get("evalue") or sorted(each.data))
        for each in read_outputs(ask_all(source, output=output)[0]["outputs"], Allowance(10**6))
    ]


def test_outputs_stand_in_the_order_in_which_they_came() -> None:
    source = "import sys\nprint(1)\nprint(2)\ndisplay('a')\nprint(3)\nprint(4, file=sys.stderr)\nprint(5)\n6"
    assert shown(source) == [
        ("stream", "1\n2\n"),
        ("display_data", ["text/plain"]),
        ("stream", "3\n"),
        ("stream", "4\n"),
        ("stream", "5\n"),
        ("execute_result", ["text/plain"]),
    ]


def test_a_figure_is_shown_as_a_picture() -> None:
    assert ("display_data", ["image/png", "text/plain"]) in shown(
        "from matplotlib import pyplot as plt\nplt.plot([1, 2]);"
    )


def test_an_error_is_shown_with_the_line_of_the_cell() -> None:
    (error,) = ask_all("x = 1\nx / 0")[0]["outputs"]
    assert error["ename"] == "ZeroDivisionError" and error["evalue"] == "division by zero"
    assert "line 2" in "".join(error["traceback"])


def test_too_much_output_is_cut_once() -> None:
    found = shown("for k in range(10000):\n    print('x' * 99)\ndisplay('no more')", output=5000)
    assert [kind for kind, _ in found] == ["stream", "stream"]
    assert len(found[0][1]) == 5000 and "more than 5,000 bytes" in found[1][1]


def test_text_is_cut_at_the_limit_and_another_output_left_out() -> None:
    outputs = Outputs(10)
    outputs.text("stdout", "123456")
    outputs.text("stdout", "789abcdef")
    outputs.add("display_data", data={}, metadata={})
    first, second = outputs.as_list()
    assert first["text"] == "123456789a" and "more than 10 bytes" in second["text"]


def test_pieces_in_turn_are_cut_before_the_answer_has_too_many() -> None:
    outputs = Outputs(1_000_000)
    for _ in range(60_000):
        outputs.text("stdout", "a")
        outputs.text("stderr", "b")
    answer = read_answer(encode(CellRan("1", outputs.as_list(), 1)), CellRan)
    assert len(answer.outputs) > 10_000 and "more than 1,000,000 bytes" in answer.outputs[-1]["text"]


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("input('name')", "nobody can answer while"),
        ("import getpass\ngetpass.getpass()", "nobody can answer while"),
        ("import asyncio\nawait asyncio.sleep(0)\n1 / 0", "division by zero"),
        ("%%bash\necho hello >&2; exit 3", "non-zero exit status 3"),
        ("%matplotlib inline\n1 / 0", "division by zero"),
        ("import numpy\n?numpy.dot\n1 / 0", "division by zero"),
    ],
)
def test_what_a_notebook_may_do_without_a_person_looking_on(source: str, said: str) -> None:
    (error,) = [each for each in ask_all(source)[0]["outputs"] if each["output_type"] == "error"]
    assert said in error["ename"] + error["evalue"]


@pytest.mark.parametrize(
    "reach",
    ["socket.socket()", "socket.socket(socket.AF_UNIX)", "socket.socketpair(type=socket.SOCK_DGRAM)"]
    + [f"socket.socketpair()[0].{call}" for call in ("connect('x')", "bind('x')", "listen()")],
)
def test_a_cell_opens_no_socket(reach: str) -> None:
    harmless = "import asyncio\nawait asyncio.sleep(0)\na, b = socket.socketpair()\na.send(b'x')"
    first, second = ask_all(f"import socket\n{reach}", harmless)
    assert [each["ename"] for each in first["outputs"]] == ["PermissionError"]
    assert second["outputs"][0]["data"] == {"text/plain": "1"}


def test_names_and_numbers_go_on_from_cell_to_cell() -> None:
    first, second = ask_all("x = 1", "x + 1")
    assert (first["count"], second["count"]) == (1, 2)
    assert second["outputs"][0]["execution_count"] == 2 and second["outputs"][0]["data"] == {"text/plain": "2"}


def test_exit_ends_the_process_and_the_rest_is_judged(tmp_path) -> None:
    scores, _, record = examine(submission(double="exit()\ndef double(x): return 2 * x"), tmp_path)
    assert record["outcome"] == "killed" and "exit code 0" in record["events"][0]["sentence"]
    assert scores["area-values"] == 3


CONTROL = (
    "import gc\n"
    "from autograder.engine.execution.student_process import Student\n"
    "(me,) = [o for o in gc.get_objects() if type(o) is Student]\n"
)


@pytest.mark.parametrize(
    "answer",
    [
        "me.orders.sock.sendall(b'no answer\\n')",
        "me.orders.sock.sendall(b'[1]\\n')",
        "me.orders.sock.sendall(b'[' * 100000 + b'\\n')",
        "me.orders.sock.sendall(b'x' * 2**25)",
        "me.orders.sock.close()",
        "me.orders.answer = lambda content: None",
        "me.run = lambda message: {'outputs': 7, 'count': 'many'}",
        "me.run = lambda message: {'outputs': [{'output_type': 'stream'}, 3, {'output_type': 'x'}]}",
        "for _ in range(1000): me.orders.answer({'ticket': 'another'})",
    ],
)
def test_an_answer_that_is_none_costs_its_own_notebook_only(answer: str, tmp_path) -> None:
    scores, nb, record = examine(submission(double=CONTROL + answer), tmp_path, timeout=3, total_timeout=60)
    assert scores["double-values"] == 0 and record["outcome"] in ("graded", "killed", "timed out"), record
    assert all(
        each.output_type in ("stream", "error", "display_data") for cell in nb.cells for each in cell.get("outputs", ())
    )


def test_a_forged_answer_to_an_order_is_a_cell_like_any_other(tmp_path) -> None:
    forged = "me.orders.answer({'ticket': 'x', 'outputs': [], 'count': 1})\ndef double(x): return 2 * x"
    scores, _, record = examine(submission(double=CONTROL + forged), tmp_path)
    assert scores["double-values"] == 2 and scores["area-values"] == 3 and record["outcome"] == "graded"


def test_a_child_that_a_cell_forks_does_not_answer(tmp_path) -> None:
    source = "import os\nos.fork()\ndef double(x): return 2 * x"
    scores, _, record = examine(submission(double=source), tmp_path)
    assert scores["double-values"] == 2 and scores["area-values"] == 3 and record["outcome"] == "graded"


def test_outputs_that_are_none_are_left_out() -> None:
    good = {"output_type": "stream", "name": "stdout", "text": "a"}
    bad = [None, 3, {}, {"output_type": "stream"}, {"output_type": "display_data", "data": 3, "metadata": {}}]
    assert read_outputs([good, *bad], Allowance(1000)) == [good]
    assert read_outputs("text", Allowance(1000)) == [] and read_outputs({"a": 1}, Allowance(1000)) == []


def test_models_come_from_a_candidate_that_was_forked_off_a_bare_process(tmp_path, monkeypatch) -> None:
    """Simulate an unusable fork server: the process has not loaded the modules that its sandbox hides."""
    warm_up.server().wait_ready()  # before the change: other tests use this server
    monkeypatch.setenv("PYTHONHASHSEED", "7")  # read at the start, so that the fork server cannot be used
    source = "import keras\ndef double(x):\n    return keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])"
    changed = submission(**{"double-values": "import keras\nassert type(double(1)) is keras.Sequential"})
    scores, nb, record = examine(submission(changed, double=source), tmp_path, changed)
    assert scores["double-values"] == 2, (record, text_of(nb, "double-values"))
