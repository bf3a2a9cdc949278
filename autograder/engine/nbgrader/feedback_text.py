"""Reads from a graded notebook what its feedback page may show: plain text and pictures, but no folders."""

from __future__ import annotations

import re
from typing import Any

from nbformat import NotebookNode

from autograder.engine.notebook.markers import grade_id, visible_text
from autograder.engine.notebook.pictures import data_address
from autograder.engine.text import plain

PATHS = re.compile(
    r"(?<![\w/.])(?:/(?:tmp|home|root|usr|var|opt|srv|mnt|work|etc|proc|private|Users|Library)|[A-Z]:\\Users)"
    r"(?:[/\\][^\s/\\:'\"<>|)\]]+)*[/\\]([^\s/\\:'\"<>|)\]]+)"
)
CELL = re.compile(r"<ipython-input-[\w-]+>(?:, )?")
"""The name that Python gives a cell in a syntax error, which means nothing to a student."""
FRAMES = ("Cell In", "Input In")
"""The start of those lines of a traceback that are about a cell of the notebook."""
TEXT = 20_000
PICTURES = 20
GENERIC = re.compile(r"^(?:hidden|visible) check(?: \([^()]*\))?(?::\s*|$)", re.I)
"""The start of a check's title: words that all titles share and that say nothing about this check."""


def check_title(cell: NotebookNode) -> str:
    """Return the purpose of a check: its first line if that is a comment, else its grade id."""
    first = visible_text(cell).partition("\n")[0]
    purpose = GENERIC.sub("", clean(first.lstrip("# ")), count=1) if first.startswith("#") else ""
    return purpose.strip() or clean(grade_id(cell))


def outputs(cell: NotebookNode) -> tuple[str, str, list[str]]:
    """Return the error message of a cell, its printed text, and its pictures as data addresses."""
    message, printed, images = "", "", []
    for output in cell.get("outputs", []):
        if output.output_type == "error":
            message = error_text(output)
        elif output.output_type == "stream":
            printed += output.text if output.name == "stdout" else ""
        else:
            picture = data_address(output.get("data", {}))
            if picture:
                images.append(picture)
            else:
                text = output.get("data", {}).get("text/plain", "")
                printed += f"{text}\n" if isinstance(text, str) and text else ""
    return message, clean(printed), images[:PICTURES]


def pasted(cell: NotebookNode) -> list[str]:
    """Return the pictures that were pasted into a text cell as data addresses."""
    attachments = cell.get("attachments", {}).values()
    return [address for address in map(data_address, attachments) if address][:PICTURES]


def error_text(output: NotebookNode) -> str:
    """Return an error in the student's own cells without frames of libraries, or the message of a check."""
    lines = [str(part) for part in output.get("traceback", [])]
    last = f"{output.get('ename', '')}: {output.get('evalue', '')}"
    if lines and clean(lines[0]).startswith("✗"):
        return clean("\n".join(lines))
    own = [clean(part) for part in lines if clean(part).startswith(FRAMES)]
    return CELL.sub("", "\n".join([*own, clean(last)]))


def clean(text: Any) -> str:
    """Return plain text without folders, cut to a readable length."""
    text = "".join(map(str, text)) if isinstance(text, list) else str(text)
    text = PATHS.sub(r"…/\1", plain(text[: 2 * TEXT]))
    return text if len(text) <= TEXT else text[:TEXT] + "\n… (cut here)"
