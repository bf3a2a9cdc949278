"""Our own mutation operators, and the mutants that are made from a solution."""

import nbformat

from autograder.audit.mutants import change_axis, mutants_of, remove_statement, swap_arguments
from autograder.course.assignment import Exercise

SOLUTION = '''def f(x, bias=True):
    """Text with 3 numbers."""
    ### BEGIN SOLUTION
    total = np.sum(x, axis=0)
    for each in range(2):
        total += each
    return np.dot(total, x)
    ### END SOLUTION
'''


def test_remove_statement_drops_each_statement_but_the_docstring():
    programs = list(remove_statement("def f(x):\n    'text'\n    y = 1\n    if x:\n        y = 2\n    return y"))
    assert len(programs) == 4
    assert all("'text'" in program or '"""text"""' in program for program in programs)
    assert sum("y = 1" not in program for program in programs) == 1


def test_swap_arguments_exchanges_neighbours():
    assert list(swap_arguments("g(a, b, c)")) == ["g(b, a, c)", "g(a, c, b)"]


def test_change_axis_takes_every_other_axis():
    assert set(change_axis("np.stack(a, axis=1)")) == {f"np.stack(a, axis={k})" for k in (0, 2, -1)}
    assert set(change_axis("x.shape[0]")) == {f"x.shape[{k}]" for k in (1, 2, -1)}


def test_mutants_are_made_within_the_solution_only_and_each_program_once():
    mutants = mutants_of(Exercise("f", nbformat.v4.new_code_cell(SOLUTION)))
    assert {"NumberReplacer", "ZeroIterationForLoop", "remove_statement", "swap_arguments", "change_axis"} <= {
        mutant.operator for mutant in mutants
    }
    assert all("bias=True" in m.source and "3 numbers" in m.source for m in mutants)
    assert len({m.change for m in mutants}) == len(mutants)
