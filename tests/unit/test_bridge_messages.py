"""A message of the bridge with a wrong field, a wrong type, half a character or too much of anything is an error."""

from __future__ import annotations

import json
import socket
from collections.abc import Callable
from typing import Any

import pytest

from autograder.engine.bridge import framing, messages, shared_objects
from autograder.engine.bridge.errors import CheckAborted, ProtocolError, ValueRefusedError
from autograder.engine.bridge.framing import HEADER, Channel
from autograder.engine.bridge.messages import (
    Definition,
    End,
    ErrorAccount,
    ObjectHandle,
    Packed,
    Refusal,
    Request,
    Result,
    convert,
    decode,
    encode,
)
from autograder.engine.bridge.shared_objects import DEPTH, ObjectTable

PACKED = Packed(["t", [1, ["r", 1]]], [Definition(1, "l", ["a", None], 0)])
MESSAGES: dict[str, Any] = {
    "request": Request("1", "call", 3, PACKED),
    "request without an object": Request("1", "begin", None, PACKED),
    "result": Result("1", False, [2, 3], PACKED),
    "refusal": Refusal("1", "it is too large"),
    "end": End(True),
}
PARTS: dict[str, Any] = {
    "handle": ObjectHandle(1, "Box", ["call"], "box"),
    "error": ErrorAccount("ValueError", "Mine", "no", None, ["a note"]),
}
FIELDS = [(name, field) for name, message in MESSAGES.items() for field in message.__struct_fields__]
PART_FIELDS = [(name, field) for name, part in PARTS.items() for field in part.__struct_fields__]
DEEP = 100_000


def plain(message: Any) -> Any:
    """Return the message as plain data, which can be changed."""
    return json.loads(encode(message))


@pytest.mark.parametrize("name", MESSAGES)
def test_a_message_is_read_as_it_was_sent(name: str) -> None:
    assert decode(encode(MESSAGES[name])) == MESSAGES[name]


@pytest.mark.parametrize("name", MESSAGES)
def test_an_unknown_field_is_an_error(name: str) -> None:
    with pytest.raises(ProtocolError, match="unknown field"):
        decode(json.dumps({**plain(MESSAGES[name]), "more_fields": 1}).encode())


@pytest.mark.parametrize(("name", "field"), FIELDS)
def test_a_missing_field_and_one_of_another_type_are_errors(name: str, field: str) -> None:
    content = plain(MESSAGES[name])
    for changed in ({**content, field: {"a": [1]}}, {key: value for key, value in content.items() if key != field}):
        with pytest.raises(ProtocolError):
            decode(json.dumps(changed).encode())


@pytest.mark.parametrize(
    "definition",
    [[1, "l", []], [1, "l", [], 0, 0], ["1", "l", [], 0], [1, 2, [], 0], [1, "l", [], -1], [1, "l", [], 10_001], {}, 3],
)
def test_a_definition_of_another_form_is_an_error(definition: Any) -> None:
    content = plain(MESSAGES["request"])
    content["packed"]["definitions"] = [definition]
    with pytest.raises(ProtocolError):
        decode(json.dumps(content).encode())


def test_an_unknown_field_of_the_packed_value_is_an_error() -> None:
    content = plain(MESSAGES["request"])
    content["packed"]["more"] = 1
    with pytest.raises(ProtocolError, match="unknown field"):
        decode(json.dumps(content).encode())


@pytest.mark.parametrize("name", PARTS)
def test_a_part_of_a_tree_is_read_as_it_was_sent(name: str) -> None:
    assert convert(plain(PARTS[name]), type(PARTS[name])) == PARTS[name]


@pytest.mark.parametrize(("name", "field"), PART_FIELDS)
def test_a_part_of_a_tree_of_another_type_is_an_error(name: str, field: str) -> None:
    content = plain(PARTS[name])
    key = PARTS[name].__struct_fields__.index(field) if isinstance(content, list) else field
    content[key] = {"a": 1}
    with pytest.raises(ProtocolError):
        convert(content, type(PARTS[name]))


def test_a_part_of_a_tree_with_more_fields_is_an_error() -> None:
    for more in ([*plain(PARTS["handle"]), 1], {**plain(PARTS["error"]), "cause": None}):
        with pytest.raises(ProtocolError):
            convert(more, ObjectHandle if isinstance(more, list) else ErrorAccount)


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"no JSON",
        b"[1]",
        b'{"type": "no such message"}',
        b'{"more": true}',
        b'{"type": "end", "more": true} {}',
        b'{"type": "end", "more": NaN}',
        b'{"type": "refusal", "ticket": "1", "reason": "\\ud800"}',
        b'{"type": "refusal", "ticket": "1", "reason": "\xed\xa0\x80"}',
        b'{"type": "refusal", "ticket": "1", "reason": "\xff"}',
        encode(Refusal("1", "x" * (messages.TEXT + 1))),
        encode(Refusal("1" * 33, "x")),
        encode(MESSAGES["request"]).replace(b'"a"', b"[" * DEEP + b"]" * DEEP),
    ],
    ids=lambda text: str(text[:60]),
)
def test_a_text_that_is_not_a_message_is_an_error(text: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(text)


def test_half_a_character_is_replaced_where_it_is_sent() -> None:
    assert decode(encode(Refusal("1", "a\ud800"))) == Refusal("1", "a\ufffd")


# --------------------------------------------------------------------------- trees

TREES: dict[str, Any] = {
    "an object": {"a": 1},
    "no tag": [1, 2],
    "nothing": [],
    "an unknown tag": ["x", 1],
    "no parts": ["t"],
    "an unknown object": ["r", 7],
    "an object without a number": ["r", []],
    "a handle to plain data": ["mine", [1, "a", [], ""]],
    "too deep": ["t", [["t", [1]]]],
    "a whole number of too many digits": ["I", "0x" + "f" * 5000],
    "a special float": ["f", "1.5"],
    "an unknown type": ["ty", "os.system"],
    "bytes that are not base64": ["y", "?"],
    "a range of floats": ["R", 1.5, 2, 3],
    "a fraction of floats": ["q", 1.5, 2],
    "a named tuple with a bad field": ["N", "P", ["a b"], [1]],
    "a named tuple with too few items": ["N", "P", ["a"], []],
}
TREES["too deep"] = 1
for _ in range(DEPTH + 4):
    TREES["too deep"] = ["t", [TREES["too deep"]]]


@pytest.mark.parametrize("name", TREES)
def test_a_tree_that_no_value_has_is_an_error(name: str) -> None:
    with pytest.raises(ProtocolError):
        ObjectTable(1).unpack(Packed(TREES[name], []), [])


@pytest.mark.parametrize(
    "definition",
    [
        Definition(-1, "no such kind", [], 0),
        Definition(0, "l", [], 0),
        Definition(1, "l", [], 0),
        Definition(-1, "l", {"a": 1}, 0),
        Definition(-1, "d", [1], 0),
        Definition(-1, "d", [[["r", -1], 1]], 0),
        Definition(-1, "B", None, 0),
        Definition(-1, "B", None, 5),
        Definition(-1, "q", [-1, []], 0),
        Definition(-1, "q", ["a", []], 0),
    ],
    ids=repr,
)
def test_a_definition_that_no_object_has_is_an_error(definition: Definition) -> None:
    with pytest.raises(ProtocolError):
        ObjectTable(1).unpack(Packed(["r", -1], [definition]), [])


def test_more_values_and_objects_than_allowed_are_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_objects, "NODES", 10)
    monkeypatch.setattr(shared_objects, "OBJECTS", 3)
    with pytest.raises(ProtocolError, match="too many parts"):
        ObjectTable(1).unpack(Packed(["t", [0] * 10], []), [])
    with pytest.raises(ProtocolError, match="more than 3 objects"):
        ObjectTable(1).unpack(Packed(None, [Definition(-k, "l", [], 0) for k in range(1, 5)]), [])
    with pytest.raises(ValueRefusedError, match="more than 10 values"):
        ObjectTable(1).pack((0,) * 10)
    with pytest.raises(ValueRefusedError, match="more than 3 lists"):
        ObjectTable(1).pack([[], [], []])


# --------------------------------------------------------------------------- frames


def received(*parts: bytes, limit: int = 100) -> Any:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        theirs.sendall(b"".join(parts))
        theirs.shutdown(socket.SHUT_WR)
        return Channel(ours, mark=1, limit=limit).receive()


def test_a_frame_is_read_as_it_was_sent() -> None:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        Channel(theirs, mark=1).send(b"text", [b"", b"ab", memoryview(b"c")])
        text, buffers = Channel(ours, mark=1).receive()
        assert bytes(text) == b"text" and [bytes(buffer) for buffer in buffers] == [b"", b"ab", b"c"]


def size(count: int) -> bytes:
    return count.to_bytes(8, "big")


@pytest.mark.parametrize(
    ("parts", "error"),
    [
        ([HEADER.pack(1, framing.TEXT_LIMIT + 1, 0)], ProtocolError),
        ([HEADER.pack(1, 1, framing.BUFFER_LIMIT + 1)], ProtocolError),
        ([HEADER.pack(1, 2**32 - 1, 2**64 - 1)], ProtocolError),
        ([HEADER.pack(1, 1, 2), size(50), size(51)], ProtocolError),
        ([HEADER.pack(1, 1, 2), size(2**64 - 1), size(2**64 - 1)], ProtocolError),
        ([HEADER.pack(2, 0, 0)] * framing.STRAYS, ProtocolError),
        ([HEADER.pack(1, 1, 1), size(50), b"x" * 50], CheckAborted),
        ([b"\0" * 5], CheckAborted),
    ],
)
def test_a_frame_beyond_the_limits_is_not_read(parts: list[bytes], error: type[BaseException]) -> None:
    with pytest.raises(error):
        received(*parts)


def test_a_frame_beyond_the_limits_is_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(framing, "TEXT_LIMIT", 100)
    monkeypatch.setattr(framing, "BUFFER_LIMIT", 2)
    ours, theirs = socket.socketpair()
    with ours, theirs:
        for text, buffers in ((b"x" * 101, []), (b"x", [b""] * 3)):
            with pytest.raises(ValueRefusedError):
                Channel(ours).send(text, buffers)


# --------------------------------------------------------------------------- between two peers


def changed(change: Callable[[dict], object]) -> str:
    """Return what the checker's peer reports about an answer that the student's process changed."""
    from autograder.engine.bridge.exposure import Exposure
    from autograder.engine.bridge.peer import Peer

    ours, theirs = socket.socketpair()
    with ours, theirs:
        peer = Peer(Channel(ours), +1, Exposure(), {})

        def answer(text: bytes, buffers: list) -> None:
            request = json.loads(text)
            content = {"type": "result", "ticket": request["ticket"], "raised": False, "released": []}
            content["packed"] = {"value": ["t", [5, ["r", -1]]], "definitions": [[-1, "d", [], 0]]}
            change(content)
            Channel(theirs).send(json.dumps(content).encode(), [])

        peer.channel.send = answer  # type: ignore[method-assign]
        try:
            return f"answer {peer.request('call', 1)}"
        except CheckAborted as error:
            assert peer.broken and peer.aborted is error
            return str(error)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda content: content, "answer 5"),
        (lambda content: content.update(extra=1), "unknown field `extra`"),
        (lambda content: content.update(raised=True), "an error is missing"),
        (lambda content: content.update(released="all"), "Expected `array`, got `str` - at `$.released`"),
        (lambda content: content["packed"].update(value=5), "an answer is not a pair"),
        (lambda content: content["packed"].update(value=["yours", 9]), "it uses an object that it was not given"),
        (
            lambda content: content["packed"].update(value=["t", [["mine", [1, "A", ["fly"], ""]], ["r", -1]]]),
            "unknown ability 'fly'",
        ),
        (
            lambda content: content["packed"].update(
                value=["error", {"base": "os", "name": "os", "text": "", "args": None, "notes": []}]
            ),
            "'os' is not a built-in error",
        ),
    ],
)
def test_an_invalid_answer_aborts_the_check_with_a_sentence(change: Callable, words: str) -> None:
    said = changed(change)
    assert words in said
    assert said.startswith(("answer", "The process that runs your code sent an invalid answer: "))


def test_a_message_of_too_many_values_is_refused_before_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(messages, "VALUES", 1000)
    with pytest.raises(ProtocolError, match="more than 1,000 values"):
        decode(encode(Result("1", False, [], Packed([{}] * 1001, []))))
    commas = Refusal("1", "," * 2000)
    assert decode(encode(commas)) == commas, "a text counts as one value"


def test_the_objects_of_many_messages_have_a_limit_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shared_objects, "HELD", 1000)
    table = ObjectTable(1)

    def receive(number: int) -> None:
        table.unpack(Packed(["r", number], [Definition(number, "B", None, 1)]), [b"x" * 600])

    receive(-1)
    with pytest.raises(ProtocolError, match="it shares more than"):
        receive(-2)
    table.forget([-1])
    receive(-3)
