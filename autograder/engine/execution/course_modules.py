"""Lets given cells in the checker process import modules beside the notebook."""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from pathlib import Path
from types import ModuleType
from typing import Any


class CourseModules(MetaPathFinder, Loader):
    """Imports modules from the files that were in a folder before the student's code ran.

    The folder itself is not on the path, because files that the student's code writes arrive there, even compiled
    ones. Installed packages take precedence.
    """

    def __init__(self) -> None:
        self.paths: dict[str, Path] = {}
        self.texts: dict[str, bytes] = {}
        sys.meta_path.append(self)

    def read(self, folder: Path) -> None:
        """Read the modules in this folder, and forget those of the previous folder."""
        for name in self.paths:
            sys.modules.pop(name, None)
        self.paths = {path.stem: path for path in folder.glob("*.py") if path.is_file() and not path.is_symlink()}
        self.texts = {name: path.read_bytes() for name, path in self.paths.items()}

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Return how to import a module of the folder, or None for any other."""
        if fullname not in self.paths:
            return None
        return spec_from_loader(fullname, self, origin=str(self.paths[fullname]))

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of a module."""
        path = str(self.paths[module.__name__])
        module.__file__ = path
        exec(compile(self.texts[module.__name__], path, "exec", dont_inherit=True), vars(module))
