"""Orders to the two processes and their answers, as typed messages that are decoded strictly.

An order and its answer are one line of JSON each. The type of the answer follows from the order.
"""

from __future__ import annotations

from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta, Struct

from autograder.engine.bridge.messages import has_more_values

PARTS = 200_000
"""Limit on the values in one answer. Each takes up to fifty times its bytes in memory."""

Ticket = Annotated[str, Meta(max_length=32)]


class RunCell(Struct, tag_field="do", tag="run", forbid_unknown_fields=True):
    """Run a cell in the student's process."""

    ticket: Ticket
    source: str


class ServeChecks(Struct, tag_field="do", tag="serve", forbid_unknown_fields=True):
    """Serve the checks in the student's process, starting with number `mark`."""

    ticket: Ticket
    mark: int


class BeginNotebook(Struct, tag_field="do", tag="begin", forbid_unknown_fields=True):
    """Start a new notebook in the checker process. Its files are in the archive that is sent along."""


class AttachStudent(Struct, tag_field="do", tag="attach", forbid_unknown_fields=True):
    """Check the student's process at the other end of the socket that is sent along."""


class CollectFiles(Struct, tag_field="do", tag="collect", forbid_unknown_fields=True):
    """Return the files that the checker process has received."""


class RunGiven(Struct, tag_field="do", tag="given", forbid_unknown_fields=True):
    """Run a given cell of the source notebook in the checker process."""

    source: str


class RunCheck(Struct, tag_field="do", tag="check", forbid_unknown_fields=True):
    """Run check number `mark`, which uses `names`; `more` says whether another one follows.

    No message shows a line whose number is in `hidden`.
    `lent` are names that the checks define and the student's code may use. `uses` are the guarded operations that the
    student's objects may decide; None permits all of them.
    """

    source: str
    names: list[str]
    solutions: list[str]
    mark: int
    more: bool
    hidden: list[int] = []
    lent: list[str] = []
    uses: list[str] | None = []


class StopCheck(Struct, tag_field="do", tag="stop", forbid_unknown_fields=True):
    """Make the check that waits for the student's code fail. This order has no answer."""

    why: str


class BeginReading(Struct, tag_field="do", tag="begin reading", forbid_unknown_fields=True):
    """Read submissions to this source notebook, which is JSON, in the process that reads them, with these marks."""

    source: str
    marks: list[str] = []


class ReadSubmission(Struct, tag_field="do", tag="read", forbid_unknown_fields=True):
    """Read a submission, in the file that is sent along, and lay it over its source. The answer is a `Reading`."""


class ReadNotebook(Struct, tag_field="do", tag="read any", forbid_unknown_fields=True):
    """Read a notebook, in the file that is sent along, with its outputs and metadata. The answer is `AnyNotebook`."""


class ReadGraded(Struct, tag_field="do", tag="read graded", forbid_unknown_fields=True):
    """Read a graded notebook, in the file that is sent along, without its pictures. The answer is `AnyNotebook`."""


class CutAnswers(Struct, tag_field="do", tag="cut", forbid_unknown_fields=True):
    """Cut answers, in the file that is sent along, into runs of tokens. The answer is `AnswersCut`."""


class CellRan(Struct, forbid_unknown_fields=True):
    """Answer `RunCell`; `read_outputs` reads the outputs."""

    ticket: Ticket
    outputs: list[Any]
    count: int | None
    ended: bool = False


class ChecksServed(Struct, forbid_unknown_fields=True):
    """Answer `ServeChecks` with what the student's code showed during each check, by the number of the check."""

    ticket: Ticket
    shown: dict[str, list[Any]]


class Done(Struct, forbid_unknown_fields=True):
    """Answer `BeginNotebook`, `AttachStudent` and `BeginReading`."""


class FilesKept(Struct, forbid_unknown_fields=True):
    """Answer `CollectFiles`: the content of each file, by its name."""

    files: dict[str, bytes]


class GivenRan(Struct, forbid_unknown_fields=True):
    """Answer `RunGiven`: the error of the cell, or None."""

    error: str | None


class CheckRan(Struct, forbid_unknown_fields=True):
    """Answer `RunCheck`.

    It has the outputs, whether the student's process broke the protocol, and the guarded operations that were used.
    """

    outputs: list[dict[str, Any]]
    broken: bool
    uses: list[str] = []


StudentOrder = RunCell | ServeChecks
CheckerOrder = BeginNotebook | AttachStudent | CollectFiles | RunGiven | RunCheck | StopCheck
ReadingOrder = ReadSubmission | ReadNotebook | ReadGraded | CutAnswers
ReaderOrder = BeginReading | ReadingOrder
Order = StudentOrder | CheckerOrder | ReaderOrder
Answer = CellRan | ChecksServed | Done | FilesKept | GivenRan | CheckRan

AnswerType = TypeVar("AnswerType", bound=Struct)

_orders = msgspec.json.Decoder(Order)


def read_order(line: bytes) -> Order:
    """Return the order in a line of JSON."""
    return _orders.decode(line)


def read_answer(line: bytes, answer_type: type[AnswerType]) -> AnswerType:
    """Return the answer in a line of JSON.

    Raises:
        ValueError: The line is not JSON, has more than `PARTS` values, or its fields or types do not fit this answer.
    """
    if has_more_values(line, PARTS):
        raise ValueError("the answer has too many values")
    try:
        return msgspec.json.decode(line, type=answer_type)
    except RecursionError as error:
        raise ValueError("the answer is nested too deeply") from error
