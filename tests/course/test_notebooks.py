"""Hygiene of the notebooks in source/: the rules for all of them, no matter who wrote them."""

import ast
import re
from itertools import pairwise

import pytest

from autograder.audit.trial import MISSING, make_trial, try_all
from autograder.course.assignment import grading, is_check, is_demo, is_given, is_hidden_check, is_solution
from autograder.engine.notebook.cell_names import binds
from autograder.engine.notebook.regions import solution_region
from tests.support.this_course import NAMES, RELEASE, SOLUTIONS, SOURCE, read_assignment

EXPECTED = [
    "01_simple_rnn_shapes",
    "02_batch_input_shape",
    "03_return_sequences",
    "04_numpy_rnn",
    "05_deep_rnn",
    "06_bidirectional_rnn",
    "07_training_rnns",
    "08_character_rnn",
]
FRAGMENT = re.compile(
    r"(is|are|has|have|lacks|gives|keeps|takes|holds|comes|counts|uses|leaves|lets|begins|repeats|returns|ignores"
    r"|equals|adds|reads|merges|stacks|starts|misses|the|a) "
)
"""The start of a message that lacks its subject."""
COMPARISONS = {"compare", "compare_exactly", "compare_models", "check_prediction"}
KOREAN = {
    "01_simple_rnn_shapes": ["은닉 상태", "시점", "입력의 차원", "가중치", "편향"],
    "04_numpy_rnn": ["메모리 셀", "은닉 상태", "시점", "가중치", "편향"],
    "05_deep_rnn": ["깊은 순환 신경망"],
    "06_bidirectional_rnn": ["양방향 순환 신경망"],
    "07_training_rnns": ["손실", "기울기", "연쇄 법칙", "기울기 소실", "기울기 폭주", "기울기 클리핑", "학습률"],
    "08_character_rnn": ["언어 모델", "문자 단위 RNN", "자모", "퍼플렉서티", "바이그램", "샘플링", "온도"],
}

each_assignment = pytest.mark.parametrize("assignment", [read_assignment(n) for n in NAMES], ids=NAMES)


def code_cells(assignment):
    return [cell for cell in assignment.notebook.cells if cell.cell_type == "code"]


def markdown(assignment):
    return [cell for cell in assignment.notebook.cells if cell.cell_type == "markdown"]


def test_the_assignments_are_there_one_notebook_each():
    assert NAMES == EXPECTED
    for name in NAMES:
        assert read_assignment(name).notebook_name == name.partition("_")[2]


def test_there_are_at_least_thirty_exercises_with_code():
    counts = {n: [e for e in read_assignment(n).exercises.values() if not e.is_prediction] for n in NAMES}
    assert all(5 <= len(exercises) <= 8 for exercises in counts.values())
    assert sum(map(len, counts.values())) >= 30


@each_assignment
def test_source_carries_no_outputs(assignment):
    for cell in code_cells(assignment):
        assert not cell.outputs and cell.execution_count is None, cell.id


@each_assignment
def test_cell_ids_speak_and_equal_the_grade_ids(assignment):
    for cell in assignment.notebook.cells:
        assert re.fullmatch(r"[a-z0-9][a-z0-9_-]{1,63}", cell.id), cell.id
        assert not re.fullmatch(r"[0-9a-f]{8}", cell.id), f"{cell.id}: a generated id"
        if grading(cell):
            assert grading(cell)["grade_id"] == cell.id
    ids = [cell.id for cell in assignment.notebook.cells]
    assert len(set(ids)) == len(ids)


@each_assignment
def test_every_exercise_has_task_hint_stub_visible_check_and_hidden_checks_in_order(assignment):
    position = {cell.id: k for k, cell in enumerate(assignment.notebook.cells)}
    for name, exercise in assignment.exercises.items():
        task = assignment.notebook.cells[position[f"{name}-task"]]
        visible = [c for c in exercise.checks if not is_hidden_check(c)]
        assert [c.id for c in visible] == [f"{name}-check"], name
        assert exercise.hidden, name
        order = [position[f"{name}-task"], position[name], *(position[c.id] for c in exercise.checks)]
        assert order == sorted(order), name
        if not exercise.is_prediction:
            assert "<details><summary>Hint</summary>" in task.source, name
            assert re.search(r"^\|.*\|$", task.source, re.MULTILINE), f"{name}: no table of arguments"


@each_assignment
def test_points_stand_in_the_heading_and_equal_the_hidden_checks(assignment):
    for name, exercise in assignment.exercises.items():
        task = next(c for c in assignment.notebook.cells if c.id == f"{name}-task")
        heading = re.search(r"^### (Exercise|Prediction) \d+ · .*\((\d+) points?\)$", task.source, re.MULTILINE)
        assert heading, name
        assert heading.group(1) == ("Prediction" if exercise.is_prediction else "Exercise"), name
        assert int(heading.group(2)) == exercise.points == sum(grading(c)["points"] for c in exercise.hidden), name


@each_assignment
def test_hidden_checks_keep_one_visible_line_that_names_their_points(assignment):
    for exercise in assignment.exercises.values():
        for cell in exercise.hidden:
            first = cell.source.splitlines()[0]
            points = grading(cell)["points"]
            assert re.fullmatch(rf"# Hidden check \({points:g} points?\): \S.*", first), cell.id
            assert len(first) <= 80, f"{cell.id}: the folded cell is wider than a small window"
            assert cell.source.splitlines()[1] == "### BEGIN HIDDEN TESTS", cell.id
            assert cell.source.rstrip().splitlines()[-1] == "### END HIDDEN TESTS", cell.id


@each_assignment
def test_checks_are_folded(assignment):
    for cell in filter(is_check, code_cells(assignment)):
        assert cell.metadata.get("jupyter", {}).get("source_hidden"), cell.id


@each_assignment
def test_a_check_is_one_function_that_keeps_its_names_to_itself(assignment):
    for cell in filter(is_check, code_cells(assignment)):
        body = ast.parse(cell.source).body
        assert len(body) == 1 and isinstance(body[0], ast.FunctionDef), cell.id
        assert [ast.unparse(d) for d in body[0].decorator_list] == ["check"], cell.id
        assert ast.get_docstring(body[0]), cell.id
        assert not any(isinstance(node, (ast.Global, ast.Import, ast.ImportFrom)) for node in ast.walk(body[0])), (
            cell.id
        )


def sentences(source):
    """Return the texts of a check's mistakes: the keys of each dict that a comparison gets."""
    for call in ast.walk(ast.parse(source)):
        if isinstance(call, ast.Call) and ast.unparse(call.func) in COMPARISONS:
            for argument in [*call.args, *(keyword.value for keyword in call.keywords)]:
                for table in (node for node in ast.walk(argument) if isinstance(node, ast.Dict)):
                    for key in table.keys:
                        if isinstance(key, ast.JoinedStr):
                            yield "".join(v.value if isinstance(v, ast.Constant) else "X" for v in key.values)
                        elif isinstance(key, ast.Constant) and isinstance(key.value, str) and " " in key.value:
                            yield key.value


@each_assignment
def test_each_mistake_is_told_in_a_whole_sentence(assignment):
    found = 0
    for cell in filter(is_check, code_cells(assignment)):
        for text in sentences(cell.source):
            found += 1
            assert not FRAGMENT.match(text) and text.rstrip().endswith((".", "?", "X")), f"{cell.id}: {text}"
            assert not re.search(r"sibling|\bstands\b(?! for)", text), f"{cell.id}: {text}"
    assert found > 50


@each_assignment
def test_visible_checks_carry_no_points_and_do_not_stop_run_all(assignment):
    for exercise in assignment.exercises.values():
        for cell in exercise.checks:
            if not is_hidden_check(cell):
                assert grading(cell)["points"] == 0, cell.id
                assert "raises-exception" in cell.metadata.get("tags", []), cell.id
                assert "The hidden checks" in ast.get_docstring(ast.parse(cell.source).body[0]), cell.id


@each_assignment
def test_a_solution_cell_is_one_documented_function_with_one_region(assignment):
    for name, exercise in assignment.exercises.items():
        source = exercise.solution.source
        assert len(solution_region().findall(source)) == 1, name
        body = ast.parse(source).body
        assert len(body) == 1 and isinstance(body[0], ast.FunctionDef) and body[0].name == name, name
        docstring = ast.get_docstring(body[0])
        assert "Returns:" in docstring or exercise.is_prediction, name
        assert all(f"{a.arg}:" in docstring for a in body[0].args.args), f"{name}: an argument is not documented"


@each_assignment
def test_no_check_names_another_exercise(assignment):
    names = set(assignment.exercises)
    for name, exercise in assignment.exercises.items():
        for cell in exercise.checks:
            used = {node.id for node in ast.walk(ast.parse(cell.source)) if isinstance(node, ast.Name)}
            assert not used & (names - {name}), cell.id


@each_assignment
def test_nothing_depends_on_a_demo_cell(assignment):
    """Grading leaves demo cells out, so they define nothing that a solution, a check or a given cell uses."""
    shown, defined, used = set(), set(), set()
    for cell in code_cells(assignment):
        tree = ast.parse(cell.source)
        names = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)}
        if is_demo(cell):
            assert not any(
                isinstance(n, (ast.FunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom)) for n in ast.walk(tree)
            ), f"{cell.id}: a demo cell defines or imports"
            shown |= names
        else:
            used |= {n.id for n in ast.walk(tree) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
            defined |= names | {n.arg for n in ast.walk(tree) if isinstance(n, ast.arg)}
            defined |= {n.name for n in ast.walk(tree) if isinstance(n, (ast.FunctionDef, ast.ClassDef))}
    assert not sorted((shown - defined) & used)


@each_assignment
def test_headings_follow_one_another_without_a_gap(assignment):
    levels = []
    for cell in markdown(assignment):
        source = re.sub(r"```.*?```", "", cell.source, flags=re.DOTALL)
        levels += [len(m.group(1)) for m in re.finditer(r"^(#+) ", source, re.MULTILINE)]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_assignment
def test_every_picture_has_a_text(assignment):
    for cell in markdown(assignment):
        for alt in re.findall(r"!\[(.*?)\]\(", cell.source):
            assert len(alt) > 20, f"{cell.id}: alt text {alt!r}"
        assert "<img" not in cell.source or 'alt="' in cell.source, cell.id
    for cell in code_cells(assignment):
        assert "plt.show(" not in cell.source, f"{cell.id}: show(figure, alt) gives the picture its text"


@each_assignment
def test_korean_terms_stand_at_first_mention(assignment):
    text = "\n".join(cell.source for cell in markdown(assignment))
    for term in KOREAN.get(assignment.name, ["시점", "은닉 상태"]):
        assert term in text, term


@each_assignment
def test_the_tools_are_one_module_that_every_notebook_imports_in_its_first_code_cell(assignment):
    beside = assignment.path.parent / "rnn_tools.py"
    assert beside.is_symlink() and beside.resolve() == SOURCE / "rnn_tools.py"
    for built in (RELEASE, SOLUTIONS):
        copy = built / assignment.name / "rnn_tools.py"
        assert not copy.is_symlink() and copy.read_bytes() == beside.read_bytes()
    first = code_cells(assignment)[0]
    assert first.id == "tools" and "rnn_tools.py is missing" in first.source.splitlines()[0]
    assert [type(node) for node in ast.parse(first.source).body] == [ast.ImportFrom]


@each_assignment
def test_given_and_check_cells_are_locked(assignment):
    for cell in code_cells(assignment):
        if cell.id in ("tools", "imports"):
            assert grading(cell)["locked"], cell.id
        if is_check(cell):
            assert grading(cell)["locked"], cell.id


@each_assignment
def test_imports_stand_in_given_cells(assignment):
    for cell in code_cells(assignment):
        if not (is_given(cell) and grading(cell).get("locked")) and not is_solution(cell):
            tree = ast.parse(cell.source)
            assert not any(isinstance(n, (ast.Import, ast.ImportFrom)) for n in tree.body), cell.id


CONSTANTS = {"None": "None", "a number": "3.5", "a text": "'text'", "an empty list": "[]"}
FUNCTIONS = {
    "zero": "0",
    "one": "1",
    "True": "True",
    "a dict": "{}",
    "the first argument": "args[0] if args else None",
    "the last argument": "args[-1] if args else None",
    "all arguments": "args",
    "a list of the arguments": "list(args)",
    "a copy of the first argument": "np.array(args[0]) if args else None",
    "the first argument as floats": "np.asarray(args[0], dtype=float) if args else None",
    "zeros like the first argument": "np.zeros_like(args[0]) if args else None",
    "zeros like the last argument": "np.zeros(np.shape(args[-1])) if args else None",
    "a small array of zeros": "np.zeros((1, 1))",
    "the shape of the first argument": "np.shape(args[0]) if args else None",
    "the sum of all arguments": "sum(float(np.sum(np.asarray(a, dtype=float))) for a in args)",
    "the first argument twice": "(args[0], args[0]) if args else (0, 0)",
}
"""Twenty functions, with the constants, each given all names of a notebook: what `return` gives."""


def earned_by_one_function(assignment, values):
    """Return what each value earns when all functions of the notebook return it, and the messages, by value."""
    points = {grading(c)["grade_id"]: grading(c)["points"] for e in assignment.exercises.values() for c in e.checks}
    trials = []
    for value in values.values():
        cells = {}
        for name, exercise in assignment.exercises.items():
            functions = binds(exercise.solution.source)
            body = f"(*args, **named):\n    args = (*args, *named.values())\n    return {value}\n"
            cells[name] = "import numpy as np\n" + "\n".join(f"def {function}{body}" for function in functions)
        trials.append(make_trial(assignment, cells))
    outcomes = dict(try_all(trials, 120))
    return {
        what: (
            {check for check, said in outcomes[k].messages.items() if points[check] and not said},
            outcomes[k].messages,
        )
        for k, what in enumerate(values)
    }


@each_assignment
def test_a_constant_earns_nothing_and_hears_what_was_expected(assignment):
    """A check that only compares two results of an answer, or looks at the arguments, must not accept this."""
    for what, (checks, messages) in earned_by_one_function(assignment, CONSTANTS).items():
        assert not checks, f"{what} earns the points of {checks}"
        for check, message in messages.items():
            assert not message.startswith(MISSING), f"{check}: {message}"
            assert "Your code stopped" not in message, f"{check}, {what}: {message}"


@pytest.mark.long
@each_assignment
def test_one_function_for_all_names_earns_nothing(assignment):
    for what, (checks, messages) in earned_by_one_function(assignment, FUNCTIONS).items():
        assert not checks, f"{what} earns the points of {checks}"
        assert not [said for said in messages.values() if said.startswith(MISSING)]
