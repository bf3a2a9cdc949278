"""Finds words and phrases in the project's English that read as translated, and says what to write instead.

python -m tools.check_words [FILE …]

Without files, it searches the notebooks, the pages in Markdown, the templates, and the docstrings, comments and texts
of the Python code. `tools/word_list.toml` has the list.
"""

from __future__ import annotations

import argparse
import ast
import io
import json
import re
import sys
import tokenize
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
WORD_LIST = Path(__file__).with_name("word_list.toml")
KINDS = ("notebooks", "docs", "code")
SEARCHED = (
    "source/*/*.ipynb",
    "source/*.py",
    "*.md",
    "docs/**/*.md",
    "Makefile",
    "autograder/**/*.py",
    "autograder/**/*.j2",
    "tools/*.py",
    "tests/*.py",
    "tests/[!d]*/**/*.py",
)
"""The files that are searched by default. Code of students in `tests/data` is left out."""
CODE = re.compile(r"^ {0,3}(```|~~~).*?^ {0,3}\1[^\n]*$|`[^`\n]*`|\{[%{#].*?[%}#]\}|\]\([^)\n]*\)", re.M | re.S)
"""Parts of a page that are not prose: blocks and spans of code, Jinja, and targets of links."""
QUOTE = re.compile(r"\A\w*(\"\"\"|'''|\"|')|(\"\"\"|'''|\"|')\Z")


@dataclass(frozen=True)
class Word:
    """An entry of the list: what to find, what to write instead, and the kinds of text to search."""

    pattern: re.Pattern[str]
    write: str
    where: tuple[str, ...] = KINDS
    unless: re.Pattern[str] | None = None

    def matches(self, text: str) -> Iterator[re.Match[str]]:
        """Yield the places where the text has the word, except those that `unless` allows."""
        allowed = [each.span() for each in self.unless.finditer(text)] if self.unless else []
        for match in self.pattern.finditer(text):
            if not any(start <= match.start() and match.end() <= end for start, end in allowed):
                yield match


@dataclass(frozen=True)
class Passage:
    """Some text of a file, and where it starts: a line, in a notebook the line in a cell."""

    text: str
    line: int = 1
    cell: str = ""


def read_list(path: Path = WORD_LIST) -> list[Word]:
    """Return the words of a list.

    Raises:
        ValueError: an entry has an unknown key, an unknown kind of text, or an invalid pattern.
    """
    words = []
    for entry in tomllib.loads(path.read_text(encoding="utf-8"))["word"]:
        unknown = set(entry) - {"pattern", "write", "where", "unless"} | set(entry.get("where", ())) - set(KINDS)
        if unknown or not entry.get("write"):
            raise ValueError(f"{path}: {entry} needs pattern and write, and may have where ({KINDS}) and unless")
        unless = _compile(entry["unless"]) if "unless" in entry else None
        words.append(Word(_compile(entry["pattern"]), entry["write"], tuple(entry.get("where", KINDS)), unless))
    return words


def _compile(pattern: str) -> re.Pattern[str]:
    """Return a pattern in which a space also matches a line break and the start of a comment's next line."""
    try:
        return re.compile(pattern.replace(" ", r"\s+(?:#\s+)?"), re.IGNORECASE)
    except re.error as error:
        raise ValueError(f"{pattern}: this is not a regular expression ({error})") from None


def kind_of(path: Path) -> str:
    """Return the kind of text in a file, one of `KINDS`."""
    if path.suffix == ".ipynb" or path.parent.name == "source":
        return "notebooks"
    return "code" if path.suffix == ".py" else "docs"


def passages(path: Path) -> Iterator[Passage]:
    """Yield the English in a file."""
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".py":
        yield from _of_code(text)
    elif path.suffix == ".ipynb":
        for cell in json.loads(text)["cells"]:
            source = "".join(cell["source"])
            found = _of_code(source) if cell["cell_type"] == "code" else [Passage(_prose(source))]
            yield from (Passage(each.text, each.line, cell.get("id", "?")) for each in found)
    else:
        yield Passage(_prose(text))


def _prose(text: str) -> str:
    """Return a page with everything blanked that is not prose; every line keeps its place."""
    return CODE.sub(lambda match: re.sub(r"[^\n]", "¤", match[0]), text)


def _of_code(source: str) -> Iterator[Passage]:
    """Yield docstrings, texts and comments; neighbouring comment lines are one passage."""
    comments: list[tuple[int, str]] = []
    try:
        ast.parse(source)
    except SyntaxError:  # a cell with magics, or one that shows a mistake
        yield Passage(source)
        return
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT:
            if comments and comments[-1][0] + 1 != token.start[0]:
                yield _joined(comments)
                comments = []
            comments.append((token.start[0], token.string))
        elif token.type == tokenize.STRING or tokenize.tok_name[token.type] == "FSTRING_MIDDLE":
            yield Passage(_prose(QUOTE.sub(" ", token.string)), token.start[0])
    if comments:
        yield _joined(comments)


def _joined(comments: Sequence[tuple[int, str]]) -> Passage:
    return Passage(_prose("\n".join(text for _, text in comments)), comments[0][0])


def find(paths: Sequence[Path], words: Sequence[Word]) -> Iterator[str]:
    """Yield a line for each finding: file, cell and line, the words found, and what to write instead."""
    for path in paths:
        kind = kind_of(path)
        for passage in passages(path):
            for word in words:
                for match in word.matches(passage.text) if kind in word.where else ():
                    line = passage.line + passage.text.count("\n", 0, match.start())
                    place = f"cell {passage.cell}, line {line}" if passage.cell else f"line {line}"
                    yield f"{_shown(path)}, {place}: “{' '.join(match[0].split())}”. Write: {word.write}"


def _shown(path: Path) -> Path:
    return path.relative_to(ROOT) if path.is_relative_to(ROOT) else path


def searched() -> list[Path]:
    """Return the files that are searched by default."""
    found = {path for pattern in SEARCHED for path in ROOT.glob(pattern)}
    return sorted(path for path in found if path.name != "test_check_words.py")  # that test quotes the words


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the findings; return 1 if there are any."""
    parser = argparse.ArgumentParser(description="Find English that reads as translated.")
    parser.add_argument("files", nargs="*", type=Path, help="Files to search. The default is the whole project.")
    files = [path.resolve() for path in parser.parse_args(arguments).files] or searched()
    findings = list(find(files, read_list()))
    for finding in findings:
        print(finding)
    if findings:
        print(f"{len(findings)} findings. tools/word_list.toml has the list.", file=sys.stderr)
    return bool(findings)


if __name__ == "__main__":
    sys.exit(main())
