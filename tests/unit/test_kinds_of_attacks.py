"""The table of tests/security/README.md names tests that exist, for each of the sixteen kinds of attacks."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from tests.support.program_files import read_programs

TESTS = Path(__file__).parents[1]
ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| ([^|]+) \|$", re.M)
ROWS = {int(number): named for number, _, named in ROW.findall((TESTS / "security/README.md").read_text("utf-8"))}


@pytest.mark.parametrize("kind", range(1, 17))
def test_each_kind_of_attack_has_tests_and_a_program(kind: int) -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", ROWS[kind])
    assert named and len(named) == ROWS[kind].count("::")
    for file, test in named:
        assert test in functions(TESTS / file), f"{file} has no {test}"
    titles = [*read_programs("attacks/hostile_class.py"), "11 a link"]  # links are not programs
    assert any(title.startswith(f"{kind} ") for title in titles)


def functions(file: Path) -> set[str]:
    return {each.name for each in ast.parse(file.read_text("utf-8")).body if isinstance(each, ast.FunctionDef)}
