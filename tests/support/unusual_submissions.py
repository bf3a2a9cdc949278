"""Submissions to the first edition that real students hand in and that graders stumble over, kind by kind.

Each is a right answer to everything that something happened to. All of them are made from the source notebook.
"""

from __future__ import annotations

import copy
import json
import os
import pickle
import unicodedata
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from autograder.course.class_folder import ClassFolder
from autograder.course.course import read_course
from autograder.engine.notebook.regions import hidden_region, solution_region

COURSE = read_course(Path(__file__).parents[1] / "data" / "first_edition")
NAME = "04_numpy_rnn"
FILE = "numpy_rnn.ipynb"
FULL = 37
LOST = "had lost their grading metadata"
TWICE = "was there 2 times"
ORDER = "were in a different order"
Notebook = dict[str, Any]
Change = Callable[[Notebook], Any]

STUB = "    # YOUR CODE HERE\n    raise NotImplementedError()"


def _text(cell: dict) -> str:
    return "".join(cell["source"])


def _handed_out(solution: Callable[[str], str]) -> Notebook:
    """Return the notebook as students get it, with `solution` of each solution region in its place."""
    nb = json.loads((COURSE.source / NAME / FILE).read_text(encoding="utf-8"))
    for cell in nb["cells"]:
        text = solution_region().sub(lambda match: solution(match[1]), _text(cell))
        cell["source"] = hidden_region().sub("", text).strip()
    return nb


UNTOUCHED = _handed_out(lambda code: STUB)
RIGHT = _handed_out(lambda code: code.rstrip("\n"))
STEP = next(_text(cell) for cell in RIGHT["cells"] if cell["id"] == "rnn_step")
STEP_STUB = next(_text(cell) for cell in UNTOUCHED["cells"] if cell["id"] == "rnn_step")


@dataclass
class Unusual:
    """A submission and what is right for it.

    Attributes:
        kind: what is unusual about it.
        name: its name, which is its student's.
        files: the files in the student's folder of the assignment.
        points: the right points; None if it is not graded.
        words: words of each line that is right.
        about_file: words of the line on the file, which only `autograder grade` writes.
        nbgrader: whether `nbgrader autograde` can find the submission.
    """

    kind: str
    name: str
    files: dict[str, bytes]
    points: float | None = FULL
    words: list[str] = field(default_factory=list)
    about_file: str = ""
    nbgrader: bool = True


ALL: dict[str, Unusual] = {}


def _add(
    kind: str, name: str, change: Change | None = None, files: dict[str, bytes] | None = None, **about: Any
) -> None:
    nb = copy.deepcopy(RIGHT)
    if change:
        change(nb)
    content = json.dumps(nb, ensure_ascii=False, indent=1).encode("utf-8")
    ALL[name] = Unusual(kind, name, {FILE: content, **(files or {})}, **about)


def _cell(nb: Notebook, name: str) -> dict:
    return next(cell for cell in nb["cells"] if cell.get("id") == name)


def _place(nb: Notebook, name: str) -> int:
    return nb["cells"].index(_cell(nb, name))


def _new(source: str, kind: str = "code", **more: Any) -> dict:
    code = {"outputs": [], "execution_count": None} if kind == "code" else {}
    return {
        "cell_type": kind,
        "id": f"x{zlib.crc32(source.encode())}",
        "metadata": {},
        "source": source,
        **code,
        **more,
    }


def _copy_of(nb: Notebook, name: str, source: str) -> dict:
    return {**copy.deepcopy(_cell(nb, name)), "id": f"{name}-copy", "source": source}


def _insert(name: str, *cells: str, below: bool = False) -> Change:
    """Add cells above (or below) a cell."""

    def change(nb: Notebook) -> None:
        at = _place(nb, name) + below
        nb["cells"][at:at] = [_new(source) for source in cells]

    return change


def _answer(source: str, name: str = "rnn_step") -> Change:
    return lambda nb: _cell(nb, name).update(source=source)


def _put_first(line: str) -> Change:
    """Begin the answer's cell with a line."""
    return _answer(f"{line}\n{STEP}")


def _stripped(nb: Notebook) -> None:
    """Lose all metadata and ids, as some platforms do."""
    for cell in nb["cells"]:
        cell["metadata"] = {}
        cell.pop("id", None)
    nb["nbformat_minor"] = 0


def _both(*changes: Change) -> Change:
    def change(nb: Notebook) -> None:
        for each in changes:
            each(nb)

    return change


# ---- text


def _carriage_returns(nb: Notebook) -> None:
    for cell in nb["cells"]:
        cell["source"] = _text(cell).replace("\n", "\r\n")


BOM = b"\xef\xbb\xbf"
_add("text", "half-emoji", _put_first("s = '\\ud83d'\nprint(s)"))
_add("text", "half-emoji-in-error", _insert("rnn_step", "raise ValueError('\\ud83d')", below=True))
_add(
    "text",
    "half-emoji-in-name",
    _put_first("class A:\n    __repr__ = lambda self: '\\udce9'\n\n\nprint(A(), {'\\udce9': A()})"),
)
_add("text", "carriage-returns", _carriage_returns)
_add("text", "bom")
ALL["bom"].files[FILE] = BOM + ALL["bom"].files[FILE]
_add("text", "utf-16")
ALL["utf-16"].files[FILE] = ALL["utf-16"].files[FILE].decode().encode("utf-16")
_add("text", "half-emoji-in-markdown", lambda nb: nb["cells"].insert(1, _new("PLACEHOLDER", "markdown")))
ALL["half-emoji-in-markdown"].files[FILE] = (
    ALL["half-emoji-in-markdown"].files[FILE].replace(b"PLACEHOLDER", b"\\ud83d and \\udcff")
)

_add(
    "text",
    "decomposed-accents",
    lambda nb: [c.update(source=unicodedata.normalize("NFD", _text(c))) for c in nb["cells"]],
)

# ---- times

for name, stamp in {
    "milliseconds": b"1736071200000",
    "year-99999": b"99999-01-01 00:00:00",
    "nan": b"NaN",
    "seconds": b"1736071200",
    "bytes": b"\xff\xfe\x00",
}.items():
    _add("time", f"time-{name}", files={"timestamp.txt": stamp}, points=None, about_file="which is not a time")
_add("time", "time-empty", files={"timestamp.txt": b""})

# ---- commands

for name, line in {
    "bang": "!ls",
    "bang-many": "!pip install -q numpy\n!nosuchcommand -v\n!echo {1 + 1} $HOME &",
    "percent-pip": "%pip install nosuchpackage",
    "conda": "%conda install keras",
    "cd": "%cd nowhere\n%cd .",
    "input": "!cat\n!python -c 'input()'",
    "background": "!sleep 20 &",
    "list": "files = !ls\nassert 'step.svg' in files\n%sx ls",
    "colab": "%tensorflow_version 2.x\n%load_ext tensorboard\n%matplotlib widget",
    "piped": "get_ipython().system_piped('ls')",
    "store": "size = 8\n%store size\ndel size\n%store -r size\nassert size == 8",
    "environment": "%env SIZE=8\n!echo $SIZE\nimport os\nos.system('exit 3')",
}.items():
    _add("command", f"command-{name}", _put_first(line))
_add(
    "command",
    "command-bash",
    _both(_insert("rnn_step", "%%bash\necho one\ntouch made.txt"), _put_first("made = !ls\nassert 'made.txt' in made")),
)
_add(
    "command",
    "command-writefile",
    _both(
        _answer("from my_step import rnn_step"),
        _insert("rnn_step", f"%%writefile my_step.py\nimport numpy as np\n{STEP}"),
    ),
)

# ---- cell types


def _retype(kind: str) -> Change:
    def change(nb: Notebook) -> None:
        cell = _cell(nb, "rnn_step")
        cell["cell_type"] = kind
        del cell["outputs"], cell["execution_count"]

    return change


_add("type", "answer-markdown", _retype("markdown"), words=["rnn_step was no longer a cell of the same type"])
_add("type", "answer-raw", _retype("raw"), words=["rnn_step was no longer a cell of the same type"])

_add("type", "answer-markdown-stripped", _both(_retype("markdown"), _stripped), words=[LOST, "rnn_step was no longer"])

# ---- files beside

HELPER = f"import numpy as np\n\n\n{STEP}\n".encode()
_add("file", "helper-module", _answer("from my_rnn import rnn_step"), {"my_rnn.py": HELPER})
_add(
    "file", "helper-package", _answer("from rnn.step import rnn_step"), {"rnn/step.py": HELPER, "rnn/__init__.py": b""}
)
_add("file", "data-file", _put_first("assert open('numbers.csv').read() == '1,2'"), {"numbers.csv": b"1,2"})
_add("file", "too-many", files={f"{k}.txt": b"x" for k in range(150)}, about_file="left out: 54.txt, 55.txt")
_add("file", "too-large", files={"data.bin": bytes(21 * 2**20)}, about_file="left out: data.bin")
_add(
    "file",
    "numpy-of-the-student",
    files={"numpy.py": b"1/0", "keras/__init__.py": b"1/0"},
)
_add(
    "file",
    "pickle",
    _put_first("import pickle\nassert pickle.load(open('a.pkl', 'rb')) == 1"),
    {"a.pkl": pickle.dumps(1)},
)
_add("file", "looks-for-notebooks", _put_first("import glob\nassert not glob.glob('**/*.ipynb', recursive=True)"))
_add("file", "picture-of-the-course", _put_first("assert 'svg' in open('step.svg').read()"), {"step.svg": b"mine"})

# ---- order, copies and lost metadata


def _colab(nb: Notebook) -> None:
    _stripped(nb)
    nb["cells"][:0] = [
        _new("<a href=x>badge</a>", "markdown"),
        _new("from google.colab import drive\ndrive.mount('/content/drive')\n%cd /content/drive/MyDrive/rnn"),
        _new("!pip install -q keras==3.15.1 tensorflow==2.21.0\n%pip install tf_keras\n!nvidia-smi"),
    ]


def _split(nb: Notebook) -> None:
    at = _place(nb, "rnn_step")
    answer = "squash = make_squash()\n" + STEP.replace("np.tanh(", "squash(")
    nb["cells"][at : at + 1] = [
        {**_copy_of(nb, "rnn_step", "KIND = 'tanh'"), "id": "splittop"},
        _new("def make_squash():\n    return getattr(np, KIND)"),
        {**_cell(nb, "rnn_step"), "source": answer},
    ]


def _move(name: str, to: str | None) -> Change:
    def change(nb: Notebook) -> None:
        cell = nb["cells"].pop(_place(nb, name))
        nb["cells"].insert(len(nb["cells"]) if to is None else _place(nb, to), cell)

    return change


def _helper_after_checks(nb: Notebook) -> None:
    _insert("rnn_step-unchanged", "def helper(v):\n    return v", below=True)(nb)
    cell = _cell(nb, "rnn_forward")
    cell["source"] = "helper(1)\n" + _text(cell)
    _stripped(nb)


def _whole_copy(first: Notebook, second: Notebook) -> Change:
    def change(nb: Notebook) -> None:
        nb["cells"] = copy.deepcopy(first["cells"]) + copy.deepcopy(second["cells"])

    return change


def _answers_at_end(nb: Notebook) -> None:
    """Gather all answers at the end, each of them with a helper above."""
    answers = [cell for cell in nb["cells"] if cell["metadata"].get("nbgrader", {}).get("solution")]
    nb["cells"] = [cell for cell in nb["cells"] if cell not in answers]
    for cell in answers:
        nb["cells"] += [_new(f"size_{cell['id']} = 1"), {**cell, "source": f"size_{cell['id']} + 0\n{_text(cell)}"}]


def _without_checks(nb: Notebook) -> None:
    nb["cells"] = [cell for cell in nb["cells"] if not cell["metadata"].get("nbgrader", {}).get("grade")]


def _moved_with_helper(nb: Notebook) -> None:
    nb["cells"].remove(_cell(nb, "rnn_step"))
    nb["cells"] += [
        _new("from numpy import tanh as squash"),
        _copy_of(RIGHT, "rnn_step", STEP.replace("np.tanh(", "squash(")),
    ]


def _helper_in_check_copy(nb: Notebook) -> None:
    """Copy the check of another exercise and make a helper of the copy, which the answer uses."""
    helper = _copy_of(nb, "predict_weight_shapes-check", "squash = np.tanh")
    nb["cells"].insert(_place(nb, "rnn_step"), helper)
    _answer(STEP.replace("np.tanh(", "squash("))(nb)


_add("order", "colab", _colab, words=[LOST])
_add("order", "split", _split, words=[TWICE])
_add("order", "helper-after-checks", _helper_after_checks, words=[LOST])
_add("order", "stub-at-end", lambda nb: nb["cells"].append(_copy_of(nb, "rnn_step", STEP_STUB)), words=[TWICE])
_add(
    "order",
    "corrected-at-end",
    _both(_answer("rnn_step = None"), lambda nb: nb["cells"].append(_copy_of(nb, "rnn_step", STEP))),
    words=[TWICE],
)
_add("order", "moved-to-end", _moved_with_helper, words=[ORDER])
_add("order", "moved-below-checks", _move("rnn_step", "sentence-intro"), words=[ORDER])
_add("order", "answers-at-end", _answers_at_end, words=[ORDER])
_add("order", "upside-down", lambda nb: nb["cells"].reverse(), words=[ORDER])
_add("order", "without-checks", _without_checks, words=["cells were missing"])
_add("order", "empty-copy", lambda nb: nb["cells"].append(_copy_of(nb, "rnn_step", "")), words=[TWICE])
_add(
    "order",
    "check-copied",
    lambda nb: nb["cells"].append(_copy_of(nb, "rnn_step-check", "1")),
    words=[TWICE],
)
_add("order", "check-to-helper", _helper_in_check_copy, words=[TWICE])
_add("order", "whole-copy-below", _whole_copy(RIGHT, UNTOUCHED), words=["more than once"])
_add("order", "whole-copy-above", _whole_copy(UNTOUCHED, RIGHT), words=["more than once"])
_add("order", "whole-copy-stripped", _both(_whole_copy(RIGHT, RIGHT), _stripped), words=[LOST, "more than once"])

# ---- names of demonstrations

for name, line in {
    "time": "%%time\nH = hidden_size",
    "capture": "%%capture shown\n%%time\nH = hidden_size",
    "line-magic": "%time H = hidden_size",
    "eval": "H = eval('hidden_size')",
    "globals": "H = globals()['hidden_size']",
    "f-string": "H = f'{hidden_size}'",
    "main": "import __main__\nH = __main__.hidden_size",
    "exec": "exec('H = hidden_size')",
    "import-main": "from __main__ import hidden_size as H",
    "run-script": "%run -i s.py\nassert H == 8",
    "command": "v = !echo {hidden_size}\nassert v == ['8'], v",
}.items():
    _add("name", f"name-{name}", _put_first(line), {"s.py": b"H = hidden_size"})

# ---- size and names of files


def big(nb: Notebook) -> None:
    """Print 25 MB."""
    _cell(nb, "rnn_step")["outputs"] = [{"name": "stdout", "output_type": "stream", "text": "0123456789\n" * 2_400_000}]


_add("size", "outputs-25mb", big)
_add("size", "widgets-25mb", lambda nb: nb["metadata"].update(widgets={"state": "0123456789" * 2_500_000}))
_add("size", "outputs-nested", lambda nb: _cell(nb, "rnn_step").update(outputs="NESTED"))
ALL["outputs-nested"].files[FILE] = (
    ALL["outputs-nested"].files[FILE].replace(b'"NESTED"', b"[" * 600 + b"9" * 5000 + b"]" * 600)
)
_add("file name", "ghost-beside-renamed", about_file="renamed", nbgrader=False)
ALL["ghost-beside-renamed"].files = {
    "numpy_rnn (1).ipynb": ALL["ghost-beside-renamed"].files[FILE],
    "._numpy_rnn (1).ipynb": b"\0\5\x16\7",
}
_add("file name", "copy-beside-untouched", points=0, about_file="numpy_rnn-Copy1.ipynb")
ALL["copy-beside-untouched"].files = {
    FILE: json.dumps(UNTOUCHED).encode(),
    "numpy_rnn-Copy1.ipynb": ALL["copy-beside-untouched"].files[FILE],
}

_add("file name", "two-renamed", points=None, about_file="2 notebooks, none of them numpy_rnn.ipynb", nbgrader=False)
ALL["two-renamed"].files = {name: ALL["two-renamed"].files[FILE] for name in ("a.ipynb", "b.ipynb")}
_add("file name", "ending-in-capitals", about_file="renamed", nbgrader=False)
ALL["ending-in-capitals"].files = {"numpy_rnn.IPYNB": ALL["ending-in-capitals"].files[FILE]}
_add("file name", "folder-below", points=None, about_file="only work/numpy_rnn.ipynb", nbgrader=False)
ALL["folder-below"].files = {f"work/{FILE}": ALL["folder-below"].files[FILE]}
_add("file name", "text-file", points=None, about_file="no notebook", nbgrader=False)
ALL["text-file"].files = {f"{FILE}.txt": ALL["text-file"].files[FILE]}

# ---- TensorFlow

_add(
    "tensorflow",
    "v1-behaviour",
    _insert("sentence", "import tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()"),
    points=34,  # only the shapes can be judged without a session of v1
)

ELSEWHERE = os.fsdecode("김철수".encode("cp949"))
"""A student's folder as a zip file of a Korean Windows leaves it."""


def write_class(root: Path, submissions: Iterable[Unusual]) -> ClassFolder:
    """Write a class with these submissions, and return its folder."""
    folder = ClassFolder(root, COURSE)
    for each in submissions:
        for name, content in each.files.items():
            path = folder.submitted / each.name / NAME / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    return folder


def write_misplaced(folder: ClassFolder) -> list[str]:
    """Write notebooks that belong to nobody or to no assignment; return a word of the line that each of them gets."""
    for place in ("numpy_rnn.ipynb", "lee/numpy_rnn.ipynb", f"{ELSEWHERE}/{NAME}/{FILE}", f"lee/04_numpy/{FILE}"):
        path = folder.submitted / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(ALL["bom"].files[FILE])
    return ["submitted/numpy_rnn.ipynb", "lee/numpy_rnn.ipynb", "not valid Unicode", "no assignment has this name"]
