"""Outputs of a cell are kept or left out exactly as by nbformat's own validation."""

from __future__ import annotations

import copy
import itertools
import time
from typing import Any

import nbformat
import pytest

from autograder.engine.execution.orders import CellRan, CheckRan, ChecksServed, GivenRan, read_answer
from autograder.engine.execution.outputs import OUTPUTS, Allowance, is_output
from autograder.engine.execution.student_handle import read_outputs

DATA = {"text/plain": "a", "application/json": {"a": [1]}, "application/x+json": 3, "text/html": ["<b>", "c"]}
GOOD: list[dict[str, Any]] = [
    {"output_type": "stream", "name": "stdout", "text": "a"},
    {"output_type": "stream", "name": "x", "text": ["a", "b"]},
    {"output_type": "error", "ename": "E", "evalue": "v", "traceback": ["a"]},
    {"output_type": "display_data", "data": DATA, "metadata": {"a": {"b": [1]}}},
    {"output_type": "execute_result", "data": DATA, "metadata": {}, "execution_count": 3},
    {"output_type": "execute_result", "data": {}, "metadata": {}, "execution_count": None},
]
WRONG: list[Any] = [None, True, 3, -1, 1.5, "text", [], ["a"], [1], {}, {"a": 1}, {"text/plain": 3}]


def by_nbformat(output: Any) -> bool:
    try:
        nbformat.validate(nbformat.from_dict(output), ref="output", version=4)
    except Exception:
        return False
    return True


def variants() -> list[Any]:
    """The valid outputs, and each of them with a changed field, a missing field, and an extra field."""
    outputs: list[Any] = [*GOOD, *WRONG]
    for output in GOOD:
        outputs += [{**output, "more": 1}, {**output, "output_type": "pyout"}]
        for field, value in itertools.product(output, WRONG):
            outputs.append({**output, field: value})
            outputs.append({key: content for key, content in output.items() if key != field})
    return outputs


def test_an_output_is_valid_if_nbformat_says_so() -> None:
    outputs = variants()
    verdicts = [is_output(output) for output in outputs]
    assert verdicts == [by_nbformat(output) for output in outputs]
    assert 20 < sum(verdicts) < len(outputs) - 20


def test_outputs_nested_too_deeply_are_left_out() -> None:
    deep: Any = []
    for _ in range(100_000):
        deep = [deep]
    assert read_outputs([{**GOOD[3], "metadata": {"a": deep}}, GOOD[0]], Allowance(1000)) == [GOOD[0]]


def test_many_outputs_are_read_fast() -> None:
    outputs = [copy.deepcopy(GOOD[0]) for _ in range(10_000)]
    start = time.process_time()
    assert len(read_outputs(outputs, Allowance(10**6))) == 10_000
    assert time.process_time() - start < 1  # nbformat's validation takes 3.8 s


def test_a_notebook_shows_no_more_than_its_allowance_in_all_its_cells() -> None:
    allowance = Allowance(1000)
    text = {"output_type": "stream", "name": "stdout", "text": "x" * 300}
    cells = [read_outputs([text], allowance) for _ in range(9)]
    shown = [output.text for outputs in cells for output in outputs]
    assert shown[:2] == [text["text"]] * 2 and "more than 1,000 bytes" in shown[2] and len(shown) == 3


def test_a_notebook_shows_no_more_pieces_than_its_allowance() -> None:
    allowance = Allowance(10**9)
    cells = [read_outputs([GOOD[0]] * 9000, allowance) for _ in range(9)]
    assert sum(map(len, cells)) == OUTPUTS + 1
    assert f"more than {OUTPUTS:,} pieces" in cells[2][-1].text and not any(cells[3:])


@pytest.mark.parametrize("values", ["[],", "{},", '"",', "1,", '{"":[]},'])
def test_an_answer_of_many_small_values_is_refused_before_it_is_read(values: str) -> None:
    many = values * 300_000
    line = f'{{"ticket": "1", "outputs": [{many}0], "count": 1}}'.encode()
    start = time.process_time()
    with pytest.raises(ValueError, match="too many values"):
        read_answer(line, CellRan)
    assert time.process_time() - start < 2


def test_text_with_many_commas_and_brackets_is_an_answer() -> None:
    text = '[{,\\",' * 100_000
    line = f'{{"ticket": "1", "outputs": [{{"text": "{text}"}}], "count": 1}}'.encode()
    assert len(read_answer(line, CellRan).outputs[0]["text"]) == 500_000


ANSWERS: dict[type, str] = {
    CellRan: '{"ticket": "1", "outputs": [], "count": 1, "ended": false}',
    ChecksServed: '{"ticket": "1", "shown": {"1": []}}',
    GivenRan: '{"error": null}',
    CheckRan: '{"outputs": [{}], "broken": false}',
}


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_is_read_as_its_type(answer: type) -> None:
    assert type(read_answer(ANSWERS[answer].encode(), answer)) is answer


@pytest.mark.parametrize("answer", ANSWERS)
@pytest.mark.parametrize(
    "change",
    [
        lambda line: line[:-1] + ', "more": 1}',
        lambda line: line.replace("[]", "7").replace("[{}]", "7").replace("null", "7"),
        lambda line: line.replace("[]", "[" * 100_000).replace("[{}]", "[" * 100_000).replace("null", "[" * 100_000),
        lambda line: line.replace('"1"', '"\\ud800"').replace("null", '"\\ud800"').replace("[{}]", '["\\ud800"]'),
        lambda line: "[" + line + "]",
        lambda line: "{}",
        lambda line: "",
    ],
)
def test_another_answer_is_an_error(answer: type, change: Any) -> None:
    with pytest.raises(ValueError):
        read_answer(change(ANSWERS[answer]).encode(), answer)
