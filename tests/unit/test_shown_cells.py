"""The graded notebook holds only text and pictures, so that nothing of the student's runs where others open it."""

from __future__ import annotations

import base64
import re
import time
from typing import Any

import pytest
from bs4 import BeautifulSoup
from nbconvert.filters import Highlight2HTML
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from autograder.engine.notebook.shown_cells import safe_markdown, safe_output, show_code_cells, show_text_cells

PNG = base64.b64encode(b"\x89PNG\r\n\x1a\n" + b"0" * 20).decode()
SVG = base64.b64encode(b"<svg onload=alert(1)>").decode()
PASTED = {"image.png": {"image/png": PNG}}
HOSTILE = [
    "<script>alert(1)</script>",
    "a <img src=x onerror=alert(1)>",
    "<!-- --!><img src=x onerror=alert(1)> -->",
    "<?x <svg/onload=alert(1)>",
    "</div></div><form action=/logout>",
    "<b onclick=alert(1)>x</b>",
    "<br/onmouseover=alert(1)>",
    "<javascript:alert(1)>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt&colon;alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x]( \n javascript:alert(1) 'title')",
    "[x](< javascript:alert(1)>)",
    "[x](<javascript:alert(1)>)",
    "[x](\\javascript\\:alert(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](/logout)",
    "[x](evil.svg)",
    "[x](../../formgrader?path=eve)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[y]\n\n> [y]:\n> javascript:alert(1)",
    "![x](javascript:alert(1))",
    "![x](/logout)",
    "![x](../../logout.png)",
    "![x](https://example.org/track.png)",
    "![x][y]\n\n[y]: https://example.org/track.png",
    "![a ![b](/logout) c](x.png)",
    '![x](attachment:evil.svg "title")',
    "![x](attachment:missing.png)",
    "```mermaid\ngraph TD; A[&lt;img src=x onerror=alert(1)&gt;]\n```",
    "~~~ mermaid\n</pre><script>alert(1)</script>\n~~~",
    "```&#109;ermaid\ngraph\n```",
    "$\\href{javascript:alert(1)}{x}$",
    "$$\\require{html}\\cssId{a}{x}$$",
    "&#36;\\h&#114;ef{javascript:alert(1)}{x}&#36;",
    "\\\\(\\unicode[a;b]{65}\\\\)",
    "\x1b]0;owned\x07 \x9b2J \u202e",
]


def rendered(text: str, attachments: dict[str, Any]) -> BeautifulSoup:
    """Return Markdown as the formgrader shows it, without the anchors that it adds to headings."""
    renderer = IPythonRenderer(escape=False, exclude_anchor_links=True, attachments=attachments)
    return BeautifulSoup(MarkdownWithMath(renderer=renderer).render(text), "html.parser")


def dangers(text: str, attachments: dict[str, Any] = PASTED) -> list[str]:
    """Return what a browser would run or fetch, or what MathJax and Mermaid would act on."""
    page = rendered(text, attachments)
    found = [
        tag.name
        for tag in page.find_all(True)
        if tag.name in ("script", "svg", "form", "iframe", "object", "embed", "style", "meta", "base", "link")
    ]
    for tag in page.find_all(True):
        found += [f"{tag.name} {name}" for name in tag.attrs if name.startswith("on") or name == "style"]
        found += [f"href {tag['href']}"] if not re.match(r"https?://|mailto:|#", tag.get("href", "#")) else []
        source = tag.get("src", "x.png")
        found += [f"src {source}"] if not re.match(r"data:image/(png|jpeg);base64,|[\w-][\w/-]*\.\w+$", source) else []
        found += ["mermaid"] if "mermaid" in tag.get("class", []) else []
    found += re.findall(r"\\(?:href|require|cssId|unicode)", page.get_text())
    return found + re.findall(r"[\x1b\x9b\x07\u202e]", page.get_text())


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_markdown_runs_and_fetches_nothing(text: str) -> None:
    assert dangers(safe_markdown(text, PASTED)) == []
    assert dangers(safe_markdown(safe_markdown(text, PASTED), PASTED)) == []


def test_the_test_would_see_hostile_markdown() -> None:
    active = [text for text in HOSTILE if "missing" not in text and "evil.svg" not in text and dangers(text)]
    assert len(active) >= len(HOSTILE) - 8


@pytest.mark.parametrize(
    "text",
    [
        "The state $h_t = \\tanh(W_x x_t + b)$, so `a < b` and 3 < 4 & 5 > 2.",
        "- [a page](https://example.org/a?b=c), [mail](mailto:ada@x.org), [above](#top)",
        "> quote\n\n| a | b |\n|---|---|",
        "```python\nx[0] = f(y)\nif a < b: print('&')\n```",
        "H<sub>2</sub>O<br>and <b>bold</b> &lt; &nbsp;",
        "![a picture](attachment:image.png) and ![a drawing](figures/rnn.svg)",
        "한국어 텍스트 😀 مرحبا",
    ],
)
def test_honest_markdown_stays_as_it_is(text: str) -> None:
    assert safe_markdown(text, PASTED) == text


@pytest.mark.parametrize(
    "text", ["<" * 10**5, "![" * 10**5, "](" * 10**5, "`" * 10**5, "&#" * 10**5, "]( " * 10**5, "![a](" + "b" * 10**5]
)
def test_cleaning_takes_linear_time(text: str) -> None:
    started = time.process_time()
    safe_markdown(text)
    assert time.process_time() - started < 2


@pytest.mark.parametrize("text", ["\\\\[", "\\begin{a}\n"])
def test_a_program_shows_hostile_markdown_in_good_time(text: str) -> None:
    cells = show_text_cells([new_markdown_cell(text * (100_000 // len(text)))], None)
    started = time.process_time()
    rendered(cells[0].source, {})
    assert time.process_time() - started < 2, "the server of the formgrader stands still meanwhile"


def test_the_formatted_text_of_a_notebook_has_a_limit() -> None:
    cells = show_text_cells([new_markdown_cell("*a* " * 4_900) for _ in range(8)], None)
    assert [cell.source.startswith("```text") for cell in cells] == [False] * 5 + [True] * 3


def test_a_program_shows_hostile_code_in_good_time() -> None:
    units = (" \n", "\x0c \n", "." * 10, "'" * 10, '"""a\n')
    nb = new_notebook(cells=[new_code_cell(unit * 6_000) for unit in units])
    show_code_cells(nb)
    started = time.process_time()
    for cell in nb.cells:
        Highlight2HTML(pygments_lexer="python")(cell.source)
    assert time.process_time() - started < 2, "the server of the formgrader stands still meanwhile"


def test_the_code_that_is_shown_has_a_limit_and_says_so() -> None:
    check = new_code_cell("1 + 1  # " + "x" * 5_000)
    check.metadata["nbgrader"] = {"grade": True, "solution": False, "locked": True, "grade_id": "c", "points": 1}
    cells = [new_code_cell("a = 1\n" * 4_000) for _ in range(12)]
    nb = new_notebook(cells=[check, new_code_cell("x = '" + "y" * 3_000), *cells])
    given = check.source
    show_code_cells(nb)
    assert check.source == given, "a check stays as it is"
    assert max(map(len, nb.cells[1].source.split("\n"))) <= 1_001
    assert "this cell has 24,000 characters" in nb.cells[2].source
    assert sum(len(cell.source) for cell in nb.cells[2:]) < 202_000


def test_usual_code_is_shown_as_it_is() -> None:
    code = "def f(x):  \n\n\n    \n    return '  \\n  '\n" * 20
    nb = new_notebook(cells=[new_code_cell(code)])
    show_code_cells(nb)
    assert nb.cells[0].source == code


def test_texts_of_the_course_stay_and_raw_cells_become_text() -> None:
    ours = "<details><summary>Hint</summary>![x](rnn.svg)</details>"
    source = new_notebook(cells=[new_markdown_cell(ours)])
    theirs = [new_markdown_cell(ours), new_markdown_cell(f"{ours} mine"), new_raw_cell("<script>1</script> ```x")]
    first, second, third = show_text_cells(theirs, source)
    assert first.source == ours and "< details>" in second.source
    assert third.cell_type == "markdown" and third.source == "````text\n<script>1</script> ```x\n````"
    assert "attachments" not in third and dangers(third.source) == []


def test_only_pictures_stay_among_the_attachments() -> None:
    cell = new_markdown_cell("![a](attachment:image.png) ![b](attachment:evil.svg)")
    cell.attachments = {"image.png": {"image/png": PNG}, "evil.svg": {"image/svg+xml": SVG, "image/png": SVG}}
    (shown,) = show_text_cells([cell], None)
    assert shown.attachments == PASTED
    assert shown.source == "![a](attachment:image.png) ! [b] (attachment:evil.svg)"


def test_outputs_keep_text_and_pictures_only() -> None:
    rich = {"text/html": "<script>", "text/latex": "$x$", "image/svg+xml": "<svg>", "application/json": {}}
    shown = safe_output(new_output("display_data", {**rich, "text/plain": "a", "image/png": PNG}, metadata={"a": "'>"}))
    assert shown.data == {"text/plain": "a", "image/png": PNG} and shown.metadata == {}
    shown = safe_output(new_output("execute_result", {"text/html": "<script>", "image/png": SVG}, execution_count=2))
    assert shown.data == {"text/plain": "(This output is not shown: text/html, image/png.)"}
    shown = safe_output(NotebookNode(output_type="stream", name='"><script>', text="\x1b[31mred\x1b[0m\n\u202e"))
    assert (shown.name, shown.text) == ("stdout", "red\n\ufffd")
    shown = safe_output(new_output("error", ename="E\x9b", evalue="\x1b]0;x\x07v", traceback=["\x1b[0;31mE\x1b[0m"]))
    assert (shown.ename, shown.evalue, shown.traceback) == ("E", "v", ["E"])


def test_code_shows_each_change_of_direction() -> None:
    nb = new_notebook(cells=[new_code_cell("x = 1 # \u202e2 = x")])
    show_code_cells(nb)
    assert nb.cells[0].source == "x = 1 # \ufffd2 = x"
