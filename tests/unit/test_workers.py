"""Workers: a submission that took too long beside others is graded once more, alone, and that result counts."""

import threading
import time

import pytest

from autograder.classroom import workers
from autograder.classroom.workers import Job, Result


class Class:
    """A class whose slow submissions time out at first, and some always; it notes what ran beside each."""

    def __init__(self, monkeypatch):
        self.lock = threading.Lock()
        self.running, self.beside, self.times = 0, {}, {}
        monkeypatch.setattr(workers, "judge", self.judge)

    def judge(self, job):
        with self.lock:
            self.running += 1
            self.times[job.data] = self.times.get(job.data, 0) + 1
            self.beside[job.data] = self.running - 1
        time.sleep(0.02)
        with self.lock:
            self.beside[job.data] = max(self.beside[job.data], self.running - 1)
            self.running -= 1
        times = self.times[job.data]
        slow = job.data.startswith(b"slow") and (times == 1 or job.data.startswith(b"slow always"))
        return Result(b"%s %d" % (job.data, times), workers.fingerprint(), slow)


@pytest.mark.parametrize("number", [2, 4])
def test_what_took_too_long_beside_others_is_graded_again_alone(monkeypatch, number):
    graded = Class(monkeypatch)
    names = [b"slow a", b"fast b", b"slow always c", b"fast d", b"fast e"]
    results = list(workers.judge_all([[Job(name, "{}")] for name in names], workers=number))
    assert sorted(k for k, _ in results) == list(range(5)) and {k for k, _ in results[-2:]} == {0, 2}
    found = {names[k]: result.notebook for k, (result,) in results}
    assert found == {name: b"%s %d" % (name, 2 if name.startswith(b"slow") else 1) for name in names}
    assert graded.beside[b"slow a"] == graded.beside[b"slow always c"] == 0


def test_a_submission_that_was_alone_is_graded_once(monkeypatch):
    graded = Class(monkeypatch)
    jobs = [[Job(name, "{}")] for name in (b"slow always a", b"slow always b")]
    assert [k for k, _ in workers.judge_all(jobs, workers=1)] == [0, 1] and set(graded.times.values()) == {1}


def test_a_run_that_is_stopped_grades_nothing_again(monkeypatch):
    graded = Class(monkeypatch)
    jobs = [[Job(b"slow a", "{}")], [Job(b"slow b", "{}")], [Job(b"fast", "{}")]]
    results = workers.judge_all(jobs, workers=3)
    next(results)
    results.close()
    assert set(graded.times.values()) == {1}
