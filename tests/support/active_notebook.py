"""A submission full of active content, and what would be left of it in a page or in a graded notebook.

Everything that runs or is fetched asks the server for an address with `OWNED` in it.
"""

from __future__ import annotations

import base64
import json

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

OWNED = "owned"
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="  # one pixel


def asks(kind: str) -> str:
    """Return JavaScript that asks the server."""
    return f"fetch('/{OWNED}-{kind}')"


SVG = f'<svg xmlns="http://www.w3.org/2000/svg" onload="{asks("svg")}"><script>{asks("svg-script")}</script></svg>'
OUTPUTS = {
    "text/html": f'<script>{asks("html")}</script><img src="/{OWNED}.png" onerror="{asks("onerror")}">',
    "image/svg+xml": SVG,
    "application/javascript": asks("javascript"),
    "text/markdown": f'<img src=x onerror="{asks("markdown-output")}">',
    "text/latex": f"$$x$$<script>{asks('latex')}</script>",
    "application/vnd.jupyter.widget-view+json": {"model_id": "a"},
    "image/png": f'x" onerror="{asks("png")}',
}
CODE = f"""\
from IPython.display import display
for kind, data in {OUTPUTS!r}.items():
    display({{kind: data}}, raw=True)
display({{"text/plain": "the picture", "image/png": {PIXEL!r}}}, raw=True)
print("\\x1b]0;{OWNED}\\x07\\x1b[2J\\u202eprinted", {f"<script>{asks('printed')}</script>"!r})
"""
TEXTS = [
    f'<script>{asks("script")}</script>\n\n<img src=x onerror="{asks("image")}">',
    f"<iframe src='/{OWNED}-frame'></iframe>",
    f"![x](/{OWNED}-get) ![x][y]\n\n[y]: /{OWNED}-defined.png\n\n[click](javascript:{asks('link')})",
    f"```mermaid\n</pre><script>{asks('mermaid')}</script>\n```\n\n$\\href{{javascript:{asks('formula')}}}{{x}}$",
    f'<!-- --!><img src=x onerror="{asks("comment")}"> -->\n\n<svg/onload={asks("tag")}>',
]
ATTACHMENTS = {
    "pasted.png": {"image/png": PIXEL},
    "evil.svg": {"image/svg+xml": base64.b64encode(SVG.encode()).decode()},
    "odd.png": {"image/png": f'" onerror="{asks("attachment")}'},
}
FILES = {
    "evil.html": f"<script>{asks('file')}</script>",
    "evil.svg": SVG,
    "nbgrader_config.py": "1 / 0",
    "mine.csv": "1",
}


def make_active(notebook: NotebookNode) -> NotebookNode:
    """Add the active cells at the start of a notebook, and return it."""
    pasted = new_markdown_cell("![a](attachment:pasted.png) ![b](attachment:evil.svg) ![c](attachment:odd.png)")
    pasted.attachments = ATTACHMENTS
    texts = [new_markdown_cell(text) for text in TEXTS]
    raw = new_raw_cell(f"<script>{asks('raw')}</script>")
    notebook.cells[:0] = [new_code_cell(CODE), *texts, pasted, raw]
    return notebook


def active_parts(notebook: NotebookNode) -> list[str]:
    """Return everything in a graded notebook that is neither text nor a picture in PNG or JPEG."""
    found = []
    for cell in notebook.cells:
        outputs = cell.get("outputs", [])
        found += [kind for output in outputs for kind in output.get("data", {})]
        found += [kind for data in cell.get("attachments", {}).values() for kind in data]
        found += ["raw cell"] if cell.cell_type == "raw" else []
    text = json.dumps([cell.get("outputs") for cell in notebook.cells], ensure_ascii=False)
    found += [sign for sign in ("\\u001b", "\\u0007", "\u202e") if sign in text]
    return [kind for kind in found if kind not in ("text/plain", "image/png", "image/jpeg")]
