"""CPU time is added up once for each process, whether its parent waits for it or not."""

from __future__ import annotations

import pytest

from autograder.engine.isolation import cpu_account
from autograder.engine.isolation.cpu_account import CpuAccount, _Seen

IDLE, CHILD, OTHER = 1, 2, 3


def adds_up_to(monkeypatch: pytest.MonkeyPatch, looks: list[dict[int, _Seen]]) -> float:
    """Return the seconds of an account that sees these processes, one look every 0.1 s."""
    clock = [0.0]
    monkeypatch.setattr(cpu_account.time, "monotonic", lambda: clock[0])
    account = CpuAccount(IDLE)
    for seen in looks:
        clock[0] += 0.1
        monkeypatch.setattr(cpu_account, "_look", lambda pid, threads, seen=seen: ((pid, 0), seen[pid]))
        account.look(list(seen))
    return account.seconds


def parent(told: float) -> _Seen:
    return _Seen(1.0, told, 1, False)


def child(used: float, runs: bool = True) -> _Seen:
    return _Seen(used, 0.0, 1, runs)


def test_a_child_that_its_parent_waits_for_counts_once(monkeypatch) -> None:
    looks = [{IDLE: parent(0.0), CHILD: child(0.1)}, {IDLE: parent(0.0), CHILD: child(5.0, False)}, {IDLE: parent(5.0)}]
    assert adds_up_to(monkeypatch, looks) == pytest.approx(6.0)


def test_a_parent_that_is_told_late_is_not_charged_twice(monkeypatch) -> None:
    looks = [{IDLE: parent(0.0), CHILD: child(5.0, False)}, {IDLE: parent(0.0)}, {IDLE: parent(5.0)}]
    assert adds_up_to(monkeypatch, looks) == pytest.approx(6.0)


def test_a_child_whose_time_is_lost_counts_until_it_has_ended(monkeypatch) -> None:
    looks = [{IDLE: parent(0.0), CHILD: child(5.0)}, {IDLE: parent(0.0)}, {IDLE: parent(0.0)}]
    assert adds_up_to(monkeypatch, looks) == pytest.approx(6.1)


def test_many_short_children_count_for_the_time_that_passes(monkeypatch) -> None:
    """At every look another child is seen, which has hardly used anything yet."""
    looks = [{IDLE: parent(0.0), 10 + k: child(0.01)} for k in range(51)]
    assert adds_up_to(monkeypatch, looks) >= 1.0 + 5.0


def test_grandchildren_count_once_when_their_parent_is_lost(monkeypatch) -> None:
    looks = [
        {IDLE: parent(0.0), CHILD: child(0.5), OTHER: child(2.0, False)},
        {IDLE: parent(0.0), CHILD: _Seen(0.5, 2.0, 1, False)},
        {IDLE: parent(0.0)},
    ]
    assert adds_up_to(monkeypatch, looks) == pytest.approx(3.5)
