"""A student process that abuses the protocol gets no undeserved points, and harms no other."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest

from tests.support.tiny_assignment import SECRET, examine, submission

TOOLS = """
import gc, json, struct
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
sock = student_server._line[0]
def send(text, *sizes, mark=1, data=b""):
    header = framing.HEADER.pack(mark, len(text), len(sizes)) + struct.pack(f"!{len(sizes)}Q", *sizes)
    sock.sendall(header + text + data)
def pack_as(value, definitions, buffers=()):
    packed = messages.Packed(value, [messages.Definition(*each) for each in definitions])
    shared_objects.ObjectTable.pack = lambda self, value: (packed, list(buffers))
"""
WRONG = "def double(x): return x + 100\n"
IN_A_CALL = "def double(x):\n{}\n    return x\n"

AT_ONCE = {
    "bytes on the line": "sock.send(b'x' * 100)",
    "answers beforehand": "for mark in range(9):\n    send(messages.encode(messages.Result('x', False, [], "
    "messages.Packed(['t', [1, {}]], []))), mark=mark)",
    "serve does nothing": "student_server.serve = lambda *a: None",
    "serve says the end": "student_server.StudentPeer.run = lambda self: True",
    "pack sends an unknown kind": "pack_as(['r', 1], [(1, 'pickle', 'x', 0)])",
    "pack claims objects of the checker": "pack_as(['t', [['r', 5], ['l', []]]], [(5, 'l', [], 0)])",
    "an array larger than its bytes": "pack_as(['r', -1], [(-1, 'a', ['<f8', [10**9], 'C', True], 1)], [b'x'])",
    "an array of objects": "pack_as(['r', -1], [(-1, 'a', ['|O8', [1], 'C', True], 1)], [b'12345678'])",
    "an unknown field": "encode = messages.encode\npeer.encode = lambda m: encode(m)[:-1] + b', \"more\": 1}'",
    "no tag": 'peer.encode = lambda m: b\'{"ticket": "1"}\'',
    "half a character": "encode = messages.encode\n"
    "peer.encode = lambda m: encode(m).replace(b'result', b'\\xed\\xa0\\x80')",
}
ON_CALL = {
    "bytes on the line": "sock.send(b'x' * 100)",
    "announces much text": "sock.send(framing.HEADER.pack(1, 2**32 - 1, 0))",
    "announces many buffers": "sock.send(framing.HEADER.pack(1, 2, 2**64 - 1))",
    "announces 16 EB": "send(b'{}', 2**63, 2**63)",
    "JSON that is nested": "for mark in range(9): send(b'[' * 10**6, mark=mark)",
    "asks the checker": "p = [o for o in gc.get_objects() if type(o) is student_server.StudentPeer][-1]\n"
    "for h in range(50):\n    for n in ('__globals__', '__dict__', 'f_globals', 'key'):\n"
    "        try: print(p.request('get', h, n))\n        except Exception as e: print(e)",
    "line closed": "sock.close()",
    "answers from a thread": "import threading\ndef more():\n    while True:\n        try: sock.send(b'{}' * 50)\n"
    "        except OSError: return\nthreading.Thread(target=more, daemon=True).start()",
}
ATTACKS = {name: f"{TOOLS}{code}\n{WRONG}" for name, code in AT_ONCE.items()} | {
    f"{name} in a call": TOOLS + IN_A_CALL.format(textwrap.indent(code, "    ")) for name, code in ON_CALL.items()
}


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_on_the_protocol_gets_no_points(name: str, tmp_path: Path) -> None:
    scores, nb, record = examine(submission(double=ATTACKS[name]), tmp_path, timeout=4, total_timeout=90)
    assert scores["double-values"] == 0, record
    shown = str([cell.get("outputs") for cell in nb.cells])
    assert SECRET not in shown
    for error in ("ImportError", "ModuleNotFoundError", "AttributeError", "NameError"):
        assert error not in shown, "it did not attack"


def test_the_tools_of_the_attacks_work(tmp_path: Path) -> None:
    right = "pack_as\nsend\ndef double(x): return 2 * x\n"
    assert examine(submission(double=TOOLS + right), tmp_path)[0]["double-values"] == 2
