"""Finds in a source notebook what its author would regret once a class works with it. It runs nothing."""

from __future__ import annotations

import ast
import builtins
from collections import defaultdict
from collections.abc import Iterable, Iterator

from nbformat import NotebookNode
from nbgrader.utils import is_solution

from autograder.authoring.marks import faulty_marks
from autograder.course.assignment import Assignment, is_check
from autograder.engine.ipython_internals import to_python
from autograder.engine.notebook.cell_names import binds, declares, imports, uses
from autograder.engine.notebook.markers import AUTOTEST, grade_id, grading, name_of

CATCH_ALL = {"Exception", "BaseException", "AssertionError"}
BUILTINS = set(dir(builtins)) | {"display"}
ANSWERS_ONLY = {"allclose", "isclose", "array_equal", "array_equiv", "equal", "all", "any", "equals", "startswith"}
"""Methods and functions that return whether something is true, but raise nothing."""
Fault = tuple[NotebookNode, str]


def find_regrets(assignment: Assignment) -> list[str]:
    """Return a line for each mistake in a source notebook, with file, cell and remedy."""
    code = [cell for cell in assignment.notebook.cells if cell.cell_type == "code"]
    checks = [cell for cell in code if is_check(cell)]
    solutions = [cell for cell in code if is_solution(cell)]
    faults = [
        *_doubled_ids(assignment.notebook.cells),
        *_equal_checks(checks),
        *(
            (cell, fault)
            for cell in checks
            for fault in faults_of_check(cell, frozenset().union(*(binds(other.source) for other in solutions)))
        ),
        *_colliding_names(solutions, checks),
    ]
    return [*faulty_marks(assignment), *(f"{assignment.path}, cell {name_of(cell)}: {text}" for cell, text in faults)]


def _doubled_ids(cells: Iterable[NotebookNode]) -> Iterator[Fault]:
    seen: set[str] = set()
    for cell in cells:
        name = grade_id(cell)
        if name and name in seen:
            yield cell, "two cells have this id, so nbgrader cannot tell them apart. Give one of them a different id."
        seen.add(name)


def _equal_checks(checks: list[NotebookNode]) -> Iterator[Fault]:
    seen: dict[str, NotebookNode] = {}
    for cell in checks:
        text = cell.source.strip()
        if text and text in seen:
            other = name_of(seen[text])
            yield cell, f"this check has the same text as {other}, so one mistake costs its points twice. Remove one."
        seen.setdefault(text, cell)


# ---- checks that no answer fails


def faults_of_check(cell: NotebookNode, theirs: frozenset[str]) -> Iterator[str]:
    """Yield why a check cannot fail, or a part of it cannot; `theirs` are the names that students define."""
    if AUTOTEST in cell.source:
        return  # nbgrader writes the check when it generates the assignment
    try:
        tree = ast.parse(to_python(cell.source))
    except (SyntaxError, ValueError) as error:
        yield f"this is not valid Python ({error}), so every answer fails. Correct it."
        return
    uncalled = _uncalled(tree)
    for function in uncalled:
        yield f"line {function.lineno}: nothing calls {function.name}(), so it tests nothing. Call it below."
    yield from _toothless(tree)
    nodes = [node for statement in tree.body if statement not in uncalled for node in ast.walk(statement)]
    if uncalled or _has_partial_credit(tree) or any(_can_fail(node, theirs) for node in nodes):
        return
    if not any(isinstance(node, ast.Name) and node.id in theirs for node in nodes):
        yield "no answer fails this check, because it has no assert and calls nothing that raises an error. Add one."
    elif grading(cell).get("points"):
        yield "every answer that runs without an error gets these points, because nothing is asserted. Add an assert."


def _uncalled(tree: ast.Module) -> list[ast.FunctionDef]:
    """Return the functions that have asserts, but that no decorator and no other code of the cell uses."""
    used = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    return [
        node
        for node in tree.body
        if isinstance(node, ast.FunctionDef)
        and not node.decorator_list
        and node.name not in used
        and any(isinstance(inner, ast.Assert) for inner in ast.walk(node))
    ]


def _toothless(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and _is_always_true(node.test):
            yield f"line {node.lineno}: this assert is always true. Write `assert condition, message` without brackets."
        if isinstance(node, ast.Try) and any(isinstance(inner, ast.Assert) for inner in _walk(node.body)):
            for handler in node.handlers:
                if _catches_all(handler) and not any(
                    isinstance(inner, (ast.Raise, ast.Assert)) for inner in _walk(handler.body)
                ):
                    yield f"line {handler.lineno}: this `except` catches the failed assert. Raise it again there."


def _walk(body: Iterable[ast.AST]) -> Iterator[ast.AST]:
    for node in body:
        yield from ast.walk(node)


def _is_always_true(test: ast.expr) -> bool:
    return (isinstance(test, ast.Tuple) and bool(test.elts)) or (isinstance(test, ast.Constant) and bool(test.value))


def _catches_all(handler: ast.ExceptHandler) -> bool:
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or (isinstance(kind, ast.Name) and kind.id in CATCH_ALL) for kind in types)


def _has_partial_credit(tree: ast.Module) -> bool:
    """Return whether the cell ends with a value from which nbgrader reads points."""
    last = tree.body[-1] if tree.body else None
    return isinstance(last, ast.Expr) and isinstance(last.value, (ast.Name, ast.BinOp, ast.IfExp, ast.Subscript))


def _can_fail(node: ast.AST, theirs: frozenset[str]) -> bool:
    if isinstance(node, ast.Assert):
        return not _is_always_true(node.test)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id not in BUILTINS | theirs
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call) and isinstance(node.value.func, ast.Attribute):
        return node.value.func.attr not in ANSWERS_ONLY
    if isinstance(node, ast.With):
        return any("raises" in ast.unparse(item.context_expr).lower() for item in node.items)
    return isinstance(node, ast.Raise)


# ---- names that collide


def _colliding_names(solutions: list[NotebookNode], checks: list[NotebookNode]) -> Iterator[Fault]:
    asked = frozenset().union(*(uses(check.source) for check in checks))
    defined: dict[str, str] = {}
    for cell in solutions:
        ours = _own_names(cell)
        for name in sorted(ours & (declares(cell.source) | asked) & defined.keys()):
            yield cell, f"{defined[name]} defines {name} too, so one answer replaces the other. Rename one of them."
        defined |= {name: name_of(cell) for name in ours if name not in defined}
    by_name: defaultdict[str, list[NotebookNode]] = defaultdict(list)
    for check in checks:
        for name in binds(check.source) & defined.keys():
            by_name[name].append(check)
    for name, cells in sorted(by_name.items()):
        for cell in cells:
            yield cell, f"this check gives {name} a new value, but {defined[name]} defines it. Use a different name."


def _own_names(cell: NotebookNode) -> frozenset[str]:
    """Return the names that a solution cell gives a value, without those that it imports."""
    imported = frozenset().union(*(binds(line) for line in imports(cell.source)))
    return frozenset(name for name in binds(cell.source) - imported if not name.startswith("_"))
