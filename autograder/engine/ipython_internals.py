"""The undocumented interfaces of IPython that this package uses; see `docs/engine/private-interfaces.md`.

`tests/engine/test_private_interfaces_ipython.py` has a test for each, which says where to look when IPython changes.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from IPython.core.compilerop import CachingCompiler
from IPython.core.displayhook import DisplayHook
from IPython.core.inputtransformer2 import TransformerManager
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Type

to_python = TransformerManager().transform_cell
"""The Python code that IPython makes from a cell with magics."""


class _Results(DisplayHook):
    """Passes the value of a cell's last expression to the shell, and shows no prompt."""

    def start_displayhook(self) -> None:
        """Show nothing."""

    write_output_prompt = finish_displayhook = start_displayhook

    def write_format_data(self, format_dict: dict, md_dict: dict | None = None) -> None:
        """Keep what would be shown."""
        assert isinstance(self.shell, CellShell)
        count = self.prompt_count
        self.shell.show("execute_result", data=format_dict, metadata=md_dict or {}, execution_count=count)


class CellShell(InteractiveShell):
    """A shell that passes results and errors to `show`, which a subclass defines."""

    displayhook_class = Type(_Results)

    def show(self, kind: str, **content: Any) -> None:
        """Accept an output of a cell in nbformat's form."""
        raise NotImplementedError

    def _showtraceback(self, etype: type, evalue: Any, stb: list[str]) -> None:
        try:
            text = str(evalue)
        except Exception:
            text = ""
        self.show("error", ename=str(etype.__name__), evalue=text, traceback=stb)

    @contextmanager
    def _tee(self, channel: str) -> Iterator[None]:
        """Keep no copy of what is written. IPython keeps one for its history, without limit."""
        yield


class _Compiler(CachingCompiler):
    """A compiler that compiles the same statement once."""

    def __init__(self) -> None:
        super().__init__()
        self.parsed: dict[tuple, ast.AST] = {}
        self.compiled: dict[tuple, Any] = {}

    def ast_parse(self, source: str, filename: str = "<unknown>", symbol: str = "exec") -> ast.AST:
        """Return the syntax tree of a cell, which nobody changes."""
        key = (source, filename, symbol, self.flags)
        if key not in self.parsed:
            self.parsed[key] = super().ast_parse(source, filename, symbol)
        return self.parsed[key]

    def __call__(self, source: Any, filename: str, symbol: str) -> Any:
        """Return the code of statements that `ast_parse` has returned and therefore keeps."""
        if not isinstance(source, ast.Module | ast.Interactive):
            return super().__call__(source, filename, symbol)
        key = (type(source), filename, symbol, self.flags, *map(id, source.body))
        if key not in self.compiled:
            self.compiled[key] = super().__call__(source, filename, symbol)  # type: ignore[arg-type]
        return self.compiled[key]


class RepeatingShell(CellShell):
    """A shell that runs the same cells many times, but parses and compiles each of them once."""

    compiler_class = Type(_Compiler)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Remember nothing yet."""
        super().__init__(*args, **kwargs)
        self._python: dict[str, str] = {}
        self._waits: dict[str, bool] = {}

    def transform_cell(self, raw_cell: str) -> str:
        """Return a cell as plain Python, its magics included."""
        if raw_cell not in self._python:
            self._python[raw_cell] = super().transform_cell(raw_cell)
        return self._python[raw_cell]

    def should_run_async(self, raw_cell: str, **how: Any) -> bool:
        """Whether a cell has an `await` outside its functions."""
        if raw_cell not in self._waits:
            self._waits[raw_cell] = super().should_run_async(raw_cell, **how)
        return self._waits[raw_cell]
