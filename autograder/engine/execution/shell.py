"""An IPython shell without a kernel, which runs cells and keeps what they show as a notebook's outputs, in order.

Both processes that grade a notebook have one. A kernel also has sockets and threads for a person at the other end,
which take longer to start than most cells take to run.
"""

from __future__ import annotations

import builtins
import getpass
import io
import json
import sys
from contextlib import suppress
from typing import Any, NoReturn

from IPython.core import page
from IPython.core.displaypub import DisplayPublisher
from IPython.core.error import StdinNotImplementedError
from traitlets import Type
from traitlets.config import Config

from autograder.engine.execution.commands import run_command
from autograder.engine.ipython_internals import CellShell

LOADED = {"store": "storemagic"}
"""Magics that a kernel loads when it starts -> the extension with them."""
EXTENDING = ("load_ext", "reload_ext")
"""Magics that fail for an extension that is not installed."""
PIECE = 50
"""How many bytes each further piece of output counts for beyond its text, so that there are not too many of them."""


class Outputs:
    """The outputs of a cell up to a size in bytes. Consecutive text is joined, and the excess is cut."""

    def __init__(self, limit: int) -> None:
        self.limit = limit
        self.size = 0
        self._items: list[dict[str, Any]] = []
        self._parts: list[str] = []

    def text(self, name: str, text: str) -> None:
        """Keep what was written to `stdout` or `stderr`."""
        kept, size = text[: max(0, self.limit - self.size)], len(text)
        if kept:
            last = self._items[-1] if self._items else {}
            if last.get("name") != name:
                self._join()
                size += PIECE if self._items else 0
                self._items.append({"output_type": "stream", "name": name, "text": ""})
            self._parts.append(kept)
        self._full(size)

    def add(self, kind: str, **content: Any) -> None:
        """Keep an output that is not text."""
        # through JSON, so that a formatter returns nothing that a notebook cannot contain
        plain = json.dumps(content, default=repr)
        if self._full(len(plain) + (PIECE if self._items else 0)):
            return
        self._join()
        self._items.append({"output_type": kind, **json.loads(plain)})

    def _full(self, more: int) -> bool:
        """Count the bytes, and report once that there are too many."""
        before, self.size = self.size, self.size + more
        if before <= self.limit < self.size:
            self._join()
            cut = f"\n… this cell has more than {self.limit:,} bytes of output, so the rest is cut\n"
            self._items.append({"output_type": "stream", "name": "stdout", "text": cut})
        return self.size > self.limit

    def _join(self) -> None:
        if self._parts:
            self._items[-1]["text"] += "".join(self._parts)
            self._parts.clear()

    def as_list(self) -> list[dict[str, Any]]:
        """Return the outputs in nbformat's form."""
        self._join()
        return list(self._items)


class _Stream(io.TextIOBase):
    """`sys.stdout` or `sys.stderr` of a shell."""

    encoding = "utf-8"  # type: ignore[assignment]
    errors = "replace"  # type: ignore[assignment]

    def __init__(self, shell: Shell, name: str) -> None:
        self.shell, self.name = shell, name

    def writable(self) -> bool:
        return True

    def write(self, text: str) -> int:
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text)}")
        self.shell.outputs.text(self.name, text)
        return len(text)


class _Publisher(DisplayPublisher):
    """Keeps what is displayed. Changing or clearing an output only makes sense for a person who watches."""

    def publish(  # type: ignore[override]
        self, data: dict, metadata: dict | None = None, *, update: bool = False, **_: Any
    ) -> None:
        if not update:
            self.shell.show("display_data", data=data, metadata=metadata or {})

    def clear_output(self, wait: bool = False) -> None:
        """Clear nothing."""


class Shell(CellShell):
    """The only shell of this process. `Shell.start()` creates it."""

    display_pub_class = Type(_Publisher)

    outputs = Outputs(0)
    exit_asked = False

    @classmethod
    def start(cls) -> Shell:
        """Start the shell, and send all text of this process to the outputs of the cell that runs."""
        config = Config()
        config.HistoryManager.enabled = False  # the history would need a thread and a database
        shell = cls.instance(config=config)
        sys.stdout, sys.stderr = _Stream(shell, "stdout"), _Stream(shell, "stderr")
        builtins.input = getpass.getpass = _no_input  # type: ignore[assignment]
        shell.set_hook("show_in_pager", page.as_hook(_show_nothing))
        return shell

    def run(self, source: str, outputs: Outputs, count: bool = True) -> BaseException | None:
        """Run a cell and keep its outputs; return the error that ended it, if any."""
        self.outputs = outputs
        result = self.run_cell(source, store_history=count)
        return result.error_before_exec or result.error_in_exec

    def show(self, kind: str, **content: Any) -> None:
        """Keep an output of the cell that runs."""
        self.outputs.add(kind, **content)

    def system(self, cmd: str) -> None:
        """Run a command of the system, as `!command` and `%pip` do, and show its output."""
        # IPython looks for the variables of the command in the frame that called this method
        self.user_ns["_exit_code"] = run_command(self.var_expand(cmd, depth=1), sys.stdout.write)

    system_piped = system_raw = system
    """IPython's own ways need a terminal, or show the output outside of the cell."""

    def run_line_magic(self, magic_name: str, line: str, _stack_depth: int = 1) -> Any:
        """Run a line magic. One that only other programs have, such as Colab's, shows a line, and the cell goes on."""
        if magic_name in LOADED and self.extension_manager is not None:
            with suppress(ImportError):
                self.extension_manager.load_extension(LOADED[magic_name])
        if self.find_line_magic(magic_name) is None:
            print(f"%{magic_name} is not known while a notebook is graded, so this line was left out.")
            return None
        try:
            return super().run_line_magic(magic_name, line, _stack_depth + 1)
        except ImportError as error:
            if magic_name not in EXTENDING:
                raise
            print(f"{error}. This line was left out.")
            return None

    def enable_matplotlib(self, gui: str | None = None) -> Any:
        """Show figures as pictures, whatever is asked for, because there is no screen."""
        return super().enable_matplotlib("inline")

    def enable_gui(self, gui: str | None = None) -> None:
        """Do nothing, because there is no screen."""

    def ask_exit(self) -> None:
        """Remember that `exit` was called."""
        self.exit_asked = True


def _no_input(prompt: object = "", *_: Any) -> NoReturn:
    raise StdinNotImplementedError("nobody can answer while a notebook is graded")


def _show_nothing(*_: Any, **__: Any) -> None:
    """Replace a pager."""
