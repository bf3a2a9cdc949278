"""Finds code in check cells that would give a different verdict in two processes than in one kernel.

`docs/authors.md` explains the rules, and this module finds what breaks them.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator

from nbformat import NotebookNode

from autograder.course.assignment import Assignment, CourseError, is_check, is_given
from autograder.engine.notebook.cell_names import binds

SEEDS = {"set_random_seed", "set_seed"}
"""Functions that seed generators whose state does not cross. That of `random` and `np.random` does."""
BUILTINS = set(dir(builtins))
STAYING = {"Variable"}
"""Calls whose results stay in their own process, so the code in the other process cannot use them."""


def broken_rules(assignment: Assignment) -> list[str]:
    """Return a line for each place in the assignment's check cells that breaks a rule.

    Raises:
        CourseError: a check cell is not valid Python.
    """
    given = {name for cell in assignment.notebook.cells if is_given(cell) for name in binds(cell.source)}
    return [
        f"{cell.id}, line {line}: {what}"
        for cell in assignment.notebook.cells
        if is_check(cell) and cell.cell_type == "code"
        for line, what in _in_check(_parsed(assignment, cell), given)
    ]


def _parsed(assignment: Assignment, cell: NotebookNode) -> ast.Module:
    try:
        return ast.parse(cell.source)
    except SyntaxError as error:
        raise CourseError(f"{assignment.path}, cell {cell.id}: this is not Python ({error})") from error


def _in_check(tree: ast.Module, given: set[str]) -> Iterator[tuple[int, str]]:
    for statement in tree.body:
        if not (isinstance(statement, ast.FunctionDef) and statement.decorator_list):
            yield (
                statement.lineno,
                "this is outside a function under @check, so its names would be the student's in one kernel",
            )
    nodes = [node for node in ast.walk(tree) if isinstance(node, (ast.expr, ast.stmt))]
    for node in nodes:
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in SEEDS:
            yield (
                node.lineno,
                f"{node.func.attr}() does not affect the student's code: pass a generator or a seed to that code",
            )
        for target in _targets(node):
            if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id in given:
                name = f"{target.value.id}.{target.attr}"
                yield (
                    node.lineno,
                    f"{name} is set for the checks only, because the student's code has its own {target.value.id}",
                )
        for operand in _operands(node, given):
            text = ast.unparse(operand)
            yield node.lineno, f"{text} cannot cross between the two processes: pass or compare plain values"
        if isinstance(node, ast.Global):
            yield node.lineno, "global: the student's code would see this name in one kernel, but not in two processes"


def _operands(node: ast.AST, given: set[str]) -> list[ast.expr]:
    """Return the operands of a comparison, or of a call to the student's code, that cannot cross."""
    found: list[ast.expr] = []
    if isinstance(node, ast.Compare):
        found = [node.left, *node.comparators]
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id not in given | BUILTINS:
        found = [*node.args, *(each.value for each in node.keywords)]
    return [each for each in found if _stays(each)]


def _stays(operand: ast.expr) -> bool:
    if isinstance(operand, ast.Call):
        return ast.unparse(operand.func).rpartition(".")[2] in STAYING
    return ast.unparse(operand) in ("...", "Ellipsis", "NotImplemented")


def _targets(node: ast.AST) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    if isinstance(node, (ast.AugAssign, ast.AnnAssign)):
        return [node.target]
    return node.targets if isinstance(node, ast.Delete) else []
