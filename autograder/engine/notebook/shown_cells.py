"""Cleans the cells of a submission, so that a program that shows the graded notebook runs nothing of the student's.

Outputs keep their text and their pictures in PNG and JPEG. Markdown stays Markdown, but everything in it is broken
with a space that could become active HTML, an address other than a plain link, or a command of MathJax or Mermaid. All
patterns take linear time, because the text may be long and made to be slow. The programs that show the notebook, such
as nbgrader's formgrader, need quadratic time for some texts, so they get no more than they can show in seconds.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from nbformat import NotebookNode

from autograder.engine.notebook.markers import Role, role_of, visible_text
from autograder.engine.notebook.pictures import picture, read_attachments
from autograder.engine.text import DIRECTION, UNKNOWN, plain

TAG = re.compile(r"<(?=[A-Za-z/!?])(?!/?(?:b|br|code|em|i|kbd|s|strong|sub|sup|u) ?/?>)", re.I)
"""The start of an HTML tag, except those without attributes that only change how text looks."""
ENTITY = re.compile(r"&(?=#|[A-Za-z][A-Za-z0-9]{1,40};)(?!(?:amp|gt|lt|nbsp|quot|times|le|ge|ne|rarr|larr);)")
"""The start of a character reference, which could hide each of the other patterns."""
COMMAND = re.compile(
    r"\\(?=(?:bbox|class|cssId|data|enclose|href|html[A-Za-z]*|includegraphics|mmlToken|require|style|unicode|url)"
    r"(?![A-Za-z]))"
)
"""A command with which a formula gets links, attributes or extensions in MathJax."""
FENCE = re.compile(r"(?<![`~])([`~]{3,}+)(?!text )(?=[^`~\n]*(?:mermaid|[&\\]))")
"""The start of a block of code whose language may be Mermaid."""
FILE = re.compile(r"[\w-]{1,100}+(?:[./][\w-]{1,100}+){0,20}\.(?:gif|jpe?g|png|svg)", re.I)
"""A picture beside the notebook or in a folder below it."""
LINK = re.compile(r"\](?=\(\s*+(?!https?://|mailto:|#))")
"""A link to something other than a web page, an address or a place on the page."""
IMAGE_OR_LINK = re.compile(rf"!\[(?:[^\[\]\n]{{0,500}}+\]\((?P<place>[^\s()<>]{{1,500}}+)(?=[\s)]))?|{LINK.pattern}")
DEFINITION = re.compile(r"\](?=:(?!\s*+(?:https?://|mailto:|#)))")
TYPE = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,60}", re.A)
BACKQUOTES = re.compile(r"`+")
FORMATTED, ALL_FORMATTED = 20_000, 100_000
"""Longest text cell that stays Markdown, and the Markdown of all cells, in characters. The rest becomes plain text."""
CODE, ALL_CODE, LINE = 20_000, 200_000, 1_000
"""How much of a cell's code, of all code and of one line is shown, in characters."""
BLANK_LINES = re.compile(r"\n(?:[^\S\n]*+\n){20,}+")
"""Many lines with nothing but spaces. Pygments needs quadratic time for them."""


def safe_markdown(text: str, attachments: Mapping[str, Any] = {}) -> str:
    """Return Markdown from a student that runs nothing and fetches nothing when it is shown.

    Pictures stay if they are attachments or files in the folder of the notebook. Links stay if they lead to the web.
    """

    def checked(found: re.Match[str]) -> str:
        place = found["place"] or ""
        if FILE.fullmatch(place) or (place.startswith("attachment:") and place[len("attachment:") :] in attachments):
            return found[0]
        return "] " if found[0] == "]" else "! [" + LINK.sub("] ", found[0][2:])

    text = COMMAND.sub(r"\\ ", ENTITY.sub("& ", TAG.sub("< ", plain(text))))
    text = IMAGE_OR_LINK.sub(checked, FENCE.sub(r"\1text ", text))
    return DEFINITION.sub("] ", text)


def show_text_cells(cells: list[NotebookNode], source: NotebookNode | None) -> list[NotebookNode]:
    """Return cells with safe Markdown, and with raw cells as Markdown. Texts of the source stay as they are."""
    given = [cell for cell in source.cells if cell.cell_type != "code"] if source is not None else []
    trusted = {text.strip(): cell for cell in given for text in (cell.source, visible_text(cell))}
    shown, left = [], ALL_FORMATTED
    for cell in cells:
        if cell.cell_type != "code":
            original = trusted.get(cell.source.strip())
            left -= 0 if original is not None else len(cell.source)
            cell = _text_cell(cell, original, formatted=left >= 0 and len(cell.source) <= FORMATTED)
        shown.append(cell)
    return shown


def _text_cell(cell: NotebookNode, given: NotebookNode | None, formatted: bool) -> NotebookNode:
    cell = NotebookNode(cell)
    attachments = read_attachments(cell.pop("attachments", None))
    if given is not None:
        attachments = given.get("attachments", attachments)
    elif cell.cell_type == "raw" or not formatted:
        cell.cell_type, cell.source = "markdown", as_block(cell.source)
    else:
        cell.source = safe_markdown(cell.source, attachments)
    if attachments and cell.cell_type == "markdown":
        cell.attachments = attachments
    return cell


def as_block(text: str) -> str:
    """Return plain text as a block of code in Markdown, which shows it as it is."""
    text = plain(text)
    longest = max(map(len, BACKQUOTES.findall(text)), default=0)
    fence = "`" * max(3, longest + 1)
    return f"{fence}text\n{text}\n{fence}"


def show_code_cells(nb: NotebookNode) -> None:
    """Leave only text and pictures in the outputs of a notebook, and of its code what a page can show in good time.

    Each change of direction is marked in the code. Call this after the code has run.
    """
    left = ALL_CODE
    for cell in nb.cells:
        if cell.cell_type == "code":
            cell.source = DIRECTION.sub(UNKNOWN, cell.source)
            if role_of(cell) in (Role.SOLUTION, Role.FREE):
                cell.source = _shown_code(cell.source, min(CODE, left))
                left -= len(cell.source)
            cell.outputs = [safe_output(output) for output in cell.get("outputs", [])]


def _shown_code(text: str, limit: int) -> str:
    """Return code from a student with at most `limit` characters, and a remark if that is not all of it."""
    size = len(text)
    text = BLANK_LINES.sub(lambda found: "\n" * found[0].count("\n"), text[: max(0, limit)])
    if len(text) > LINE:
        text = "\n".join(line if len(line) <= LINE else f"{line[:LINE]}…" for line in text.split("\n"))
    return text if size <= limit else f"{text}\n# … this cell has {size:,} characters, so the rest is not shown"


def safe_output(output: NotebookNode) -> NotebookNode:
    """Return an output with its text and its picture only."""
    kind = output.output_type
    if kind == "stream":
        name = "stderr" if output.name == "stderr" else "stdout"
        return NotebookNode(output_type=kind, name=name, text=_text(output.text))
    if kind == "error":
        lines = [plain(str(line)) for line in output.traceback]
        return NotebookNode(output_type=kind, ename=plain(output.ename), evalue=plain(output.evalue), traceback=lines)
    shown = NotebookNode(output_type=kind, data=NotebookNode(_data(output.data)), metadata=NotebookNode())
    if kind == "execute_result":
        shown.execution_count = output.get("execution_count")
    return shown


def _data(data: Mapping[str, Any]) -> dict[str, str]:
    shown = picture(dict(data))
    if "text/plain" in data:
        shown["text/plain"] = _text(data["text/plain"])
    if not shown:
        kinds = [kind for kind in data if TYPE.fullmatch(kind)][:5]
        shown["text/plain"] = f"(This output is not shown: {', '.join(kinds) or 'its type is unknown'}.)"
    return shown


def _text(text: Any) -> str:
    return plain("".join(map(str, text)) if isinstance(text, list) else str(text))
