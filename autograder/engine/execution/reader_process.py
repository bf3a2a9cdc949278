"""The process that reads submissions: parses, converts and analyses bytes from anyone, and runs none of their code.

`readers.py` has the other end of its line of orders. Its answers have the closed format of `notebook/reading.py`.
"""

from __future__ import annotations

import json
import socket

import nbformat

from autograder.engine.execution.control import Orders
from autograder.engine.execution.orders import BeginReading, CutAnswers, Done, ReadGraded, ReadNotebook, ReadSubmission
from autograder.engine.notebook.reading import read_any, read_graded, read_submission
from autograder.engine.notebook.regions import Marks, use_marks
from autograder.engine.notebook.token_runs import cut_answers


def main(fds: list[int]) -> None:
    """Execute the orders on the socket `fds[0]` until its other end is closed."""
    with socket.socket(fileno=fds[0]) as control:
        orders = Orders(control)
        source = nbformat.NotebookNode(cells=[], metadata={})
        while (received := orders.read()) is not None:
            order, files = received
            match order:
                case BeginReading():
                    if order.source:  # a notebook that is read alone has none
                        source = nbformat.from_dict(json.loads(order.source))
                    use_marks(Marks(*order.marks))
                    orders.answer(Done())
                case ReadSubmission():
                    orders.answer(read_submission(_content(files[0]), source))
                case ReadNotebook():
                    orders.answer(read_any(_content(files[0])))
                case ReadGraded():
                    orders.answer(read_graded(_content(files[0])))
                case CutAnswers():
                    orders.answer(cut_answers(_content(files[0])))


def _content(fd: int) -> bytes:
    with open(fd, "rb") as file:
        return file.read()
