"""A process tree with many busy tasks is ended by its supervisor, and one that is busy for a moment is not."""

import time
from types import SimpleNamespace

import pytest

from autograder.engine.isolation import process_usage, supervisor
from autograder.engine.isolation.policy import Policy


@pytest.mark.parametrize(
    ("ready", "calm", "reason"),
    [(1, None, "busy"), (0, None, None), (1, 3, None)],
    ids=["always", "never", "with a break"],
)
def test_many_tasks_that_stay_busy_exceed_the_limit(monkeypatch, tmp_path, ready, calm, reason):
    policy = Policy(str(tmp_path))
    number = policy.busy_tasks + 1
    now = SimpleNamespace(seconds=0.0)
    monkeypatch.setattr(supervisor.time, "monotonic", lambda: now.seconds)
    monkeypatch.setattr(process_usage, "tree", lambda pid: [0, *range(1, number + 1)])
    account = SimpleNamespace(look=lambda pids: None, seconds=0.0, tasks=number)
    monkeypatch.setattr(process_usage, "resident", lambda pid: 0)
    monkeypatch.setattr(process_usage, "ready_tasks", lambda pid: 0 if now.seconds == calm else ready)
    watch = supervisor._Watch(1, policy, str(tmp_path))
    monkeypatch.setattr(watch, "_account", account)
    found = []
    for now.seconds in range(8):
        found.append(watch._exceeded(policy))
    assert next(filter(None, found), None) == reason
    assert time.monotonic() == 7


def test_the_limit_leaves_room_for_the_threads_of_libraries():
    assert 8 < Policy("").busy_tasks < Policy("").all_processes
