"""Only the modules that docs/engine/processes.md lists take text apart. The page says whose, and in which process."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "autograder"
PAGE = ROOT / "docs" / "engine" / "processes.md"
OF_THE_COURSE = ("audit", "authoring", "course")
"""Packages that only read files of the course."""
CALLS = {
    "json.load", "json.loads", "nbformat.read", "nbformat.reads", "nbformat.v4.reads", "nbformat.convert", "ast.parse",
    "ast.literal_eval", "compile", "eval", "exec", "tokenize.tokenize", "tokenize.generate_tokens", "tomllib.load",
    "tomllib.loads", "msgspec.json.decode", "msgspec.json.Decoder", "msgspec.msgpack.decode", "to_python", "read_json",
    "PythonLexer", "pickle.load", "pickle.loads", "yaml.safe_load", "yaml.load",
}  # fmt: skip


def parses(path: Path) -> bool:
    """Return whether a module calls a parser, or is an exporter of nbconvert that reads files."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {ast.unparse(node.func) for node in ast.walk(tree) if isinstance(node, ast.Call)}
    return bool(names & CALLS) or any(
        isinstance(node, ast.FunctionDef) and node.name == "from_file" for node in ast.walk(tree)
    )


def listed() -> set[str]:
    """Return the modules in the first column of the page's table."""
    section = PAGE.read_text(encoding="utf-8").partition("## Who takes text apart\n")[2].partition("\n## ")[0]
    rows = [line.split("|")[1] for line in section.splitlines() if line.startswith("| `")]
    return {name for row in rows for name in re.findall(r"`([\w/]+\.py)`", row)}


def test_a_module_that_takes_text_apart_is_on_the_page_with_the_process_that_does_it():
    modules = {path.relative_to(PACKAGE).as_posix(): path for path in PACKAGE.rglob("*.py")}
    found = {name for name, path in modules.items() if not name.startswith(OF_THE_COURSE) and parses(path)}
    assert found == listed()
