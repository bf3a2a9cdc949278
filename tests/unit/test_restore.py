"""Damaged notebooks are laid over their source: cells keep their order, one copy of each counts, each line is true."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable

import pytest
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell

from autograder.engine.notebook.read import read_notebook
from autograder.engine.notebook.recognize import is_unwritten, same_text
from autograder.engine.notebook.restore import restore
from tests.support.tiny_assignment import graded, notebook

HIDDEN = "# Hidden check (1 point): whole numbers\n### BEGIN HIDDEN TESTS\nassert {}(1)\n### END HIDDEN TESTS"
SHOWN = "# Hidden check (1 point): whole numbers"


def answer(name: str, body: str) -> str:
    return f"def {name}(x):\n{body}"


def exercise(name: str) -> list[NotebookNode]:
    reference = answer(name, "    ### BEGIN SOLUTION\n    y = 2 * x\n    return y\n    ### END SOLUTION")
    return [
        new_markdown_cell(f"## {name}", id=f"{name}-task"),
        graded(reference, name, solution=True),
        graded(f"assert {name}(2) == 4", f"{name}-shown", 0),
        graded(HIDDEN.format(name), f"{name}-whole", 1),
    ]


SOURCE = notebook(graded("import math", "imports", grade=False), *exercise("one"), *exercise("two"), *exercise("three"))
BODY = "    return x + x"
STUB = "    # YOUR CODE HERE\n    raise NotImplementedError()"


def handed_in(body: str = BODY) -> NotebookNode:
    """The notebook as students hand it in, with this body in each answer."""
    nb = copy.deepcopy(SOURCE)
    for cell in nb.cells:
        if cell.metadata.get("nbgrader", {}).get("solution"):
            cell.source = answer(cell.id, body)
        elif cell.id.endswith("-whole"):
            cell.source = SHOWN
    return nb


def strip(nb: NotebookNode) -> NotebookNode:
    for cell in nb.cells:
        cell.metadata = {}
        cell.pop("id", None)
    return nb


def laid(nb: NotebookNode) -> tuple[list[str], list[str]]:
    """The grade ids, or the texts of cells without one, in their order; and the sentences of the remarks."""
    restored, remarks = restore(read_notebook(json.dumps(nb).encode()), SOURCE)
    code = [cell for cell in restored.cells if cell.cell_type == "code"]
    return [cell.metadata.get("nbgrader", {}).get("grade_id") or cell.source for cell in code], [
        remark.sentence for remark in remarks
    ]


def text_of(nb: NotebookNode, name: str) -> str:
    restored, _ = restore(read_notebook(json.dumps(nb).encode()), SOURCE)
    return next(c.source for c in restored.cells if c.metadata.get("nbgrader", {}).get("grade_id") == name)


def at(nb: NotebookNode, name: str) -> int:
    return next(k for k, cell in enumerate(nb.cells) if cell.id == name)


def copied(name: str, source: str) -> NotebookNode:
    cell = graded(source, name, solution=True)
    cell.id = f"{name}-copy"
    return cell


ORDER = [cell.id for cell in SOURCE.cells if cell.cell_type == "code"]


def without(nb: NotebookNode, name: str) -> NotebookNode:
    return nb.cells.pop(at(nb, name))


# ---- the texts of hidden checks are equal


def test_equal_checks_without_metadata_are_told_apart_by_their_neighbours() -> None:
    nb = handed_in()
    nb.cells.insert(at(nb, "one-whole") + 1, new_code_cell("helper = 1"))
    order, remarks = laid(strip(nb))
    assert order == [*ORDER[:4], "helper = 1", *ORDER[4:]]
    assert remarks == ["10 cells had lost their grading metadata, but were recognized by id or content."]


@pytest.mark.parametrize("name", ["one-whole", "two-whole", "three-whole"])
def test_a_missing_check_of_equal_text_is_the_one_that_is_named(name: str) -> None:
    nb = handed_in()
    without(nb, name)
    _, remarks = laid(strip(nb))
    assert [name in sentence for sentence in remarks] == [False, True]


def test_a_check_that_was_copied_beside_itself_is_not_taken_for_another() -> None:
    nb = handed_in()
    nb.cells.insert(at(nb, "one-whole"), new_code_cell(SHOWN))
    _, remarks = laid(strip(nb))
    assert len(remarks) == 2 and "one-whole was there 2 times" in remarks[1]


# ---- copies


def test_a_split_answer_keeps_what_stands_between_its_halves() -> None:
    nb = handed_in()
    place = at(nb, "one")
    nb.cells[place:place] = [copied("one", "top = 1"), new_code_cell("helper = top")]
    order, remarks = laid(nb)
    assert order[:4] == ["imports", "top = 1", "helper = top", "one"]
    assert len(remarks) == 1 and "one was there 2 times" in remarks[0]


Case = tuple[Callable[[NotebookNode], None], str, str]


def below(name: str, body: str) -> Callable[[NotebookNode], None]:
    return lambda nb: nb.cells.insert(at(nb, name) + 1, copied("one", answer("one", body)))


@pytest.mark.parametrize(
    ("change", "counts", "words"),
    [
        (below("three-whole", STUB), BODY, "The copy without an answer below the checks was left out"),
        (below("one-shown", STUB), BODY, "The copy without an answer below the checks was left out"),
        (below("one", STUB), STUB, "the last one counts"),
        (below("one-task", STUB), BODY, "the last one counts"),
        (below("three-whole", "    return 2 * x"), "    return 2 * x", "the last one counts"),
    ],
)
def test_of_several_copies_the_last_counts_unless_it_is_unwritten_below_the_checks(
    change: Callable[[NotebookNode], None], counts: str, words: str
) -> None:
    nb = handed_in()
    change(nb)
    assert text_of(nb, "one") == answer("one", counts)
    order, remarks = laid(nb)
    assert [name for name in order if name in ORDER] == ORDER
    assert len(remarks) == 1 and words in remarks[0]


@pytest.mark.parametrize(("first", "second"), [(BODY, STUB), (STUB, BODY), (BODY, BODY)])
@pytest.mark.parametrize("change", [lambda nb: nb, strip])
def test_of_a_notebook_that_was_copied_as_a_whole_the_written_answers_count(
    first: str, second: str, change: Callable[[NotebookNode], NotebookNode]
) -> None:
    nb = handed_in(first)
    nb.cells += handed_in(second).cells
    order, remarks = laid(change(nb))
    assert [name for name in order if name in ORDER] == ORDER
    assert text_of(nb, "two") == answer("two", BODY)
    assert sum("were there more than once" in sentence for sentence in remarks) == 1
    assert len(remarks) == 1 + (change is strip)


def test_a_copy_of_a_check_that_became_a_helper_runs_where_it_is() -> None:
    nb = handed_in()
    nb.cells.insert(at(nb, "two"), copied("one-shown", "helper = 1"))
    nb.cells.insert(at(nb, "two"), copied("one-shown", nb.cells[at(nb, "one-shown")].source))
    order, remarks = laid(nb)
    assert order[order.index("two") - 1] == "helper = 1" and order.count("one-shown") == 1
    assert len(remarks) == 1 and "one-shown was there 3 times" in remarks[0]


def test_if_all_copies_of_a_check_are_changed_one_of_them_is_the_check() -> None:
    nb = handed_in()
    nb.cells[at(nb, "one-shown")].source = "print(1)"
    nb.cells.insert(at(nb, "two"), copied("one-shown", "helper = 1"))
    order, remarks = laid(nb)
    assert "helper = 1" in order and "print(1)" not in order
    assert [("3 times" in line, "must not be changed" in line) for line in remarks] == [(False, False), (False, True)]


def test_a_text_copy_of_an_answer_does_not_count() -> None:
    nb = handed_in()
    old = new_markdown_cell("def one(x): first try", metadata=nb.cells[at(nb, "one")].metadata)
    nb.cells.insert(at(nb, "one") + 1, old)
    assert text_of(nb, "one") == answer("one", BODY)


# ---- types


@pytest.mark.parametrize("kind", ["markdown", "raw"])
@pytest.mark.parametrize("change", [lambda nb: nb, strip])
def test_an_answer_of_another_type_is_code_again(kind: str, change: Callable[[NotebookNode], NotebookNode]) -> None:
    nb = handed_in()
    nb.cells[at(nb, "two")].cell_type = kind
    order, remarks = laid(change(nb))
    assert order == ORDER and text_of(nb, "two") == answer("two", BODY)
    assert len(remarks) == 1 + (change is strip) and "two was no longer a cell of the same type" in remarks[-1]


# ---- moved cells


def test_an_answer_that_was_moved_down_is_put_back_with_what_it_needs() -> None:
    nb = handed_in()
    cell = without(nb, "one")
    cell.source = "value = first()\n" + cell.source.replace("x + x", "later(x)")
    nb.cells += [new_code_cell("base = 1"), new_code_cell("def first(): return base"), cell]
    nb.cells += [new_code_cell("def later(x): return 2 * x"), new_code_cell("scratch = 3")]
    order, remarks = laid(nb)
    helpers = ["base = 1", "def first(): return base", "one", "def later(x): return 2 * x"]
    assert order == ["imports", *helpers, *ORDER[2:], "scratch = 3"]
    assert remarks == ["The cells were in a different order and were put back in the original order."]


def test_added_cells_stay_when_a_check_was_moved() -> None:
    nb = handed_in()
    nb.cells.insert(at(nb, "two"), new_code_cell("helper = 1"))
    nb.cells.append(without(nb, "one-shown"))
    order, remarks = laid(nb)
    assert order == [*ORDER[:4], "helper = 1", *ORDER[4:]] and len(remarks) == 1


# ---- lost metadata


@pytest.mark.parametrize("text", ["def one(x:\n    return", "one = lambda x: 2 * x", "y = 5"])
def test_an_answer_without_metadata_is_found_by_its_place_if_its_text_says_nothing(text: str) -> None:
    nb = handed_in()
    nb.cells[at(nb, "one")].source = text
    stripped = strip(copy.deepcopy(nb))
    assert text_of(stripped, "one") == text
    assert len(laid(stripped)[1]) == 1


def test_a_cell_that_lost_only_its_grade_id_is_found_by_its_id() -> None:
    nb = handed_in()
    nb.cells[at(nb, "one")].metadata.nbgrader.grade_id = "renamed"
    assert laid(nb) == (ORDER, [])


def test_many_equal_differences_are_one_remark() -> None:
    nb = handed_in()
    del nb.cells[1:]
    assert laid(nb) == (
        ORDER,
        [
            "9 cells were missing. Given cells and checks were put back, and missing answers stay empty: one, "
            "one-shown, one-whole, two, two-shown, two-whole, three, three-shown, …."
        ],
    )


# ---- texts


@pytest.mark.parametrize(
    "change",
    [lambda text: text.replace("\n", "\r\n"), lambda text: text + "  \n\n", lambda text: text.replace("\n", "\r")],
)
def test_line_ends_and_trailing_blanks_are_no_change(change: Callable[[str], str]) -> None:
    nb = handed_in()
    for cell in nb.cells:
        cell.source = change(cell.source)
    assert laid(nb) == (ORDER, [])


def test_the_form_of_accents_is_no_change() -> None:
    assert same_text("# \uac00", "# \u1100\u1161") and not same_text("a b", "ab")


@pytest.mark.parametrize(
    ("text", "unwritten"),
    [
        (answer("one", STUB), True),
        (answer("one", "    # YOUR CODE HERE\n    raise NotImplementedError"), True),
        (answer("one", "    pass"), True),
        (answer("one", "    return 1"), False),
        ("", True),
        (answer("two", STUB), False),
    ],
)
def test_an_unwritten_answer(text: str, unwritten: bool) -> None:
    source = next(cell for cell in SOURCE.cells if cell.id == "one")
    assert is_unwritten(text, source) is unwritten
    assert is_unwritten("# YOUR CODE HERE\nraise NotImplementedError()", graded("x = 1", "x", solution=True))
