"""A model in a message is built from a closed grammar, or it is refused before anything of it is done."""

from __future__ import annotations

import os
from typing import Any

import pytest

from autograder.engine.execution import warm_up
from tests.support import hostile_models


def in_fork(target: Any, **args: object) -> Any:
    """Return the result of our function in a fork of the fork server, where TensorFlow has not been used yet."""
    return warm_up.server().fork(target, args, env={**os.environ, "PYTHONPATH": ""}).result(300)


@pytest.fixture(scope="module")
def found() -> dict[str, list]:
    return in_fork(hostile_models.verdicts)


@pytest.mark.parametrize("name", hostile_models.HOSTILE)
def test_a_model_outside_the_grammar_is_refused(name: str, found: dict[str, list]) -> None:
    result, megabytes, seconds, actions = found[name]
    assert result == "refused" and actions == []
    assert megabytes < 64 and seconds < 3, "what the sender claimed was allocated or done"


def test_the_honest_messages_pass(found: dict[str, list]) -> None:
    """Otherwise the tests above would prove nothing."""
    assert [found[name][0] for name in hostile_models.HONEST] == ["Sequential", "Sequential", "Functional"]


def test_changes_at_random_make_a_layer_or_a_refusal() -> None:
    assert min(in_fork(hostile_models.fuzz, examples=150).values()) > 5


@pytest.mark.long
def test_many_changes_at_random_make_a_layer_or_a_refusal() -> None:
    assert min(in_fork(hostile_models.fuzz, examples=10_000).values()) > 100
