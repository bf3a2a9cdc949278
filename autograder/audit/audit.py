"""Audits the checks: runs them on the reference, the stub, right and wrong answers, and mutants.

The answers are in `answers/`; `mutants.py` makes the mutants, and `trial.py` runs them all.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from autograder.audit.answers import Answer, must_be_complete, read_answers
from autograder.audit.mutants import Mutant, mutants_of, read_equivalent
from autograder.audit.rules import broken_rules
from autograder.audit.trial import Outcome, Trial, make_trial, try_all
from autograder.course.assignment import Assignment, Exercise, grading, is_hidden_check
from autograder.course.course import Course, VisibleShares
from autograder.engine.files import atomic_write
from autograder.engine.notebook.regions import solution_region
from autograder.engine.pages import render

MUTANTS_CAUGHT = 0.98
"""Share of the mutants that the checks of an assignment must catch."""
TOGETHER = 8
"""How many trials run in one process."""
STUB = "raise NotImplementedError()\n"
SPECIAL = ("hard_coded", "overfitted")
"""Prefixes of answers that are right only for some inputs. Visible checks need not notice such answers."""


@dataclass
class Verdict:
    """The outcome of an answer, and how it differs from what the catalogue says.

    `seen` is the message of the visible check, empty if it passed the answer. `points_lost` are the points of the
    hidden checks that failed.
    """

    answer: Answer
    outcome: Outcome
    faults: list[str] = field(default_factory=list)
    seen: str = ""
    points_lost: float = 0

    @property
    def is_usual(self) -> bool:
        """Whether visible checks should name this mistake: it has words for that, and is wrong for usual inputs too."""
        return bool(self.answer.message) and not self.answer.name.startswith(SPECIAL)

    @property
    def named(self) -> bool:
        """Whether the visible check names the mistake: its message contains the words that the answer requires."""
        return bool(self.seen) and self.answer.message.lower() in self.seen.lower()

    @property
    def message(self) -> str:
        """The first message of a check that failed, if possible of a hidden one."""
        hidden = [m for check, m in self.outcome.messages.items() if m and not check.endswith("-check")]
        return next(iter(hidden), self.seen)


@dataclass
class Survivor:
    """A mutant that no check caught; `reason` says why it is equivalent, or is empty."""

    mutant: Mutant
    reason: str = ""


@dataclass
class ExerciseAudit:
    """The results of one exercise: how many answers and mutants there are, and how many the checks judge correctly.

    `seen` counts the wrong answers that the visible check rejects. `usual` counts those that are wrong for usual inputs
    too, and `named` those of them that the visible check names.
    """

    name: str
    checks: list[str]
    wrong: int = 0
    wrong_caught: int = 0
    seen: int = 0
    usual: int = 0
    named: int = 0
    right: int = 0
    right_accepted: int = 0
    mutants: int = 0
    mutants_caught: int = 0
    idle_checks: list[str] = field(default_factory=list)


@dataclass
class Audit:
    """The results of an assignment by exercise and by answer, and all faults, one line each."""

    assignment: str
    exercises: dict[str, ExerciseAudit]
    verdicts: list[Verdict]
    survivors: list[Survivor]
    faults: list[str]
    cpu_seconds: float


def audit(course: Course, assignment: Assignment, on_trial: Callable[[], None] = lambda: None) -> Audit:
    """Try all answers to an assignment and all mutants of its solutions; call `on_trial` after each trial.

    Raises:
        CourseError: a file of answers cannot be read, does not fit the notebook, or is incomplete.
    """
    exercises = assignment.exercises
    answers = read_answers(assignment, course.answers)
    must_be_complete(answers)
    mutants = [mutant for exercise in exercises.values() for mutant in mutants_of(exercise)]
    trials = [
        *(make_trial(assignment, {name: each.solution.source}) for name, each in exercises.items()),
        *(make_trial(assignment, {name: stub_of(each)}) for name, each in exercises.items()),
        *(make_trial(assignment, answer.cells) for answer in answers),
        *(_mutant_trial(assignment, mutant) for mutant in mutants),
    ]
    names, n = list(exercises), len(exercises)
    reasons = read_equivalent(assignment.name, course.answers)

    def as_expected(index: int, outcome: Outcome) -> bool:
        if index < n:
            return not any(outcome.messages.values())
        if index < 2 * n:
            return all(outcome.messages.values())
        if index < 2 * n + len(answers):
            return not find_faults(assignment, answers[index - 2 * n], outcome)
        return any(outcome.messages.values()) or mutants[index - 2 * n - len(answers)].change in reasons

    outcomes = _run(trials, on_trial, as_expected)
    faults = _faults_of_references(names, outcomes[:n]) + _faults_of_stubs(names, outcomes[n : 2 * n])
    faults += [f"rule: {line}" for line in broken_rules(assignment)]
    verdicts = _verdicts(assignment, answers, outcomes[2 * n : 2 * n + len(answers)])
    faults += _faults_of_answers(verdicts)
    survivors, stale = _survivors(reasons, mutants, outcomes[2 * n + len(answers) :])
    per_exercise = _per_exercise(assignment, verdicts, mutants, survivors)
    faults += stale
    if course.visible_shares.share:
        faults += _faults_of_visible_checks(verdicts) + _shares_too_small(per_exercise, course.visible_shares)
    for name, results in per_exercise.items():
        faults += _shortages(results, *course.answers_needed.by(exercises[name]))
    faults += _faults_of_mutation(per_exercise, survivors)
    seconds = sum(outcome.seconds for outcome in outcomes)
    return Audit(assignment.name, per_exercise, verdicts, survivors, faults, seconds)


def audit_answers(
    assignment: Assignment, answers: Sequence[Answer], on_trial: Callable[[], None] = lambda: None
) -> Audit:
    """Try only these answers; call `on_trial` after each trial."""
    trials = [make_trial(assignment, answer.cells) for answer in answers]
    outcomes = _run(trials, on_trial, lambda index, outcome: not find_faults(assignment, answers[index], outcome))
    verdicts = _verdicts(assignment, answers, outcomes)
    per_exercise = _per_exercise(assignment, verdicts, [], [])
    answered = {name: each for name, each in per_exercise.items() if each.wrong or each.right}
    seconds = sum(outcome.seconds for outcome in outcomes)
    return Audit(assignment.name, answered, verdicts, [], _faults_of_answers(verdicts), seconds)


def count_trials(course: Course, assignment: Assignment) -> int:
    """Return how many trials `audit` makes."""
    exercises = assignment.exercises.values()
    return sum(2 + len(mutants_of(each)) for each in exercises) + len(read_answers(assignment, course.answers))


def stub_of(exercise: Exercise) -> str:
    """Return the solution cell as students get it, for a trial."""
    return solution_region().sub(lambda match: _indent(match.group(0)) + STUB, exercise.solution.source)


def _indent(text: str) -> str:
    return text[: len(text) - len(text.lstrip(" \t"))]


def find_faults(assignment: Assignment, answer: Answer, outcome: Outcome) -> list[str]:
    """Return how the checks differ from what the answer requires; empty if they do not differ.

    A wrong answer that does not name the checks that must fail must lose at least one point.
    """
    hidden = {grading(cell)["grade_id"] for cell in assignment.exercises[answer.exercise].hidden}
    failed = {check: message for check, message in outcome.messages.items() if message}
    if answer.is_right:
        return [f"{check} fails a right answer: {message}" for check, message in failed.items()]
    if not answer.fails:
        faults = [] if hidden & set(failed) else ["a wrong answer should lose points, but it keeps them all"]
    else:
        faults = [f"{check} should fail, but it passes" for check in answer.fails if check not in failed]
        unexpected = [check for check in failed if check in hidden and check not in answer.fails]
        faults += [f"{check} should pass, but it fails: {failed[check]}" for check in unexpected]
    said = [outcome.messages[check] for check in answer.fails] or list(failed.values())
    if answer.message and not any(answer.message.lower() in message.lower() for message in said):
        faults.append(f"no message contains {answer.message!r}: {' | '.join(said)}")
    return faults


def _mutant_trial(assignment: Assignment, mutant: Mutant) -> Trial:
    exercise = assignment.exercises[mutant.exercise]
    # the visible part of a prediction gives feedback but no points, so only the visible check tests it
    checks = exercise.checks if exercise.is_prediction else exercise.hidden
    trial = make_trial(assignment, {mutant.exercise: mutant.source}, [grading(c)["grade_id"] for c in checks])
    return replace(trial, until_failure=True)


def _run(
    trials: Sequence[Trial], on_trial: Callable[[], None], as_expected: Callable[[int, Outcome], bool]
) -> list[Outcome]:
    """Run trials, several in one process. Repeat those that do not end as expected, each in its own process."""
    outcomes: dict[int, Outcome] = {}
    for index, outcome in try_all(trials, together=TOGETHER):
        outcomes[index] = outcome
        on_trial()
    again = [index for index, outcome in outcomes.items() if not as_expected(index, outcome)]
    for k, outcome in try_all([trials[index] for index in again]):
        outcome.seconds += outcomes[again[k]].seconds
        outcomes[again[k]] = outcome
    return [outcomes[index] for index in range(len(trials))]


def _verdicts(assignment: Assignment, answers: Sequence[Answer], outcomes: Sequence[Outcome]) -> list[Verdict]:
    exercises = assignment.exercises
    verdicts = []
    for answer, outcome in zip(answers, outcomes, strict=True):
        verdict = Verdict(answer, outcome, find_faults(assignment, answer, outcome))
        for check in exercises[answer.exercise].checks:
            message = outcome.messages[grading(check)["grade_id"]]
            if is_hidden_check(check):
                verdict.points_lost += grading(check)["points"] * bool(message)
            else:
                verdict.seen = verdict.seen or message
        verdicts.append(verdict)
    return verdicts


def _faults_of_visible_checks(verdicts: Iterable[Verdict]) -> list[str]:
    """Return a line for each mistake that its visible check fails to notice, or notices against its header."""
    faults = []
    for verdict in verdicts:
        answer = verdict.answer
        if answer.is_right or answer.visible == bool(verdict.seen):
            continue
        if answer.visible:
            faults.append(
                f"{answer.label}: the visible check accepts it. Make it notice this mistake, "
                "or add `# visible: no` to the header"
            )
        else:
            faults.append(f"{answer.label}: the visible check notices it. Delete the line `# visible: no`")
    return faults


def _shares_too_small(exercises: Mapping[str, ExerciseAudit], shares: VisibleShares) -> list[str]:
    """Return a line for each exercise, and one for the assignment, whose visible checks name too few mistakes."""
    faults = []
    for name, results in exercises.items():
        share = shares.exercises.get(name, 0)
        if results.named < share * results.usual:
            faults.append(
                f"{name}: the visible check names {results.named} of {results.usual}, which is less than {share:.0%}"
            )
    named, usual = (sum(getattr(e, count) for e in exercises.values()) for count in ("named", "usual"))
    if named < shares.share * usual:
        faults.append(f"the visible checks name {named} of {usual} mistakes, which is less than {shares.share:.0%}")
    return faults


def _faults_of_answers(verdicts: Sequence[Verdict]) -> list[str]:
    return [f"{verdict.answer.label}: {fault}" for verdict in verdicts for fault in verdict.faults]


def _faults_of_references(names: list[str], outcomes: list[Outcome]) -> list[str]:
    return [
        f"reference: {check} fails the reference solution of {name}: {message}"
        for name, outcome in zip(names, outcomes, strict=True)
        for check, message in outcome.messages.items()
        if message
    ]


def _faults_of_stubs(names: list[str], outcomes: list[Outcome]) -> list[str]:
    return [
        f"stub: {check} passes the untouched stub of {name}"
        for name, outcome in zip(names, outcomes, strict=True)
        for check, message in outcome.messages.items()
        if not message
    ]


def _survivors(
    reasons: Mapping[tuple[str, str, str], str], mutants: list[Mutant], outcomes: list[Outcome]
) -> tuple[list[Survivor], list[str]]:
    """Return the mutants that no check caught, and the stale entries in the list of equivalent mutants."""
    alive = [m for m, o in zip(mutants, outcomes, strict=True) if not any(o.messages.values())]
    survivors = [Survivor(mutant, reasons.get(mutant.change, "")) for mutant in alive]
    stale = set(reasons) - {mutant.change for mutant in alive}
    return survivors, [f"equivalent.toml: there is no surviving mutant {change}" for change in sorted(stale)]


def _per_exercise(
    assignment: Assignment, verdicts: list[Verdict], mutants: list[Mutant], survivors: list[Survivor]
) -> dict[str, ExerciseAudit]:
    needed = {check for verdict in verdicts for check in verdict.answer.fails}
    result = {}
    for name, exercise in assignment.exercises.items():
        checks = [grading(c)["grade_id"] for c in exercise.checks]
        hidden = [grading(c)["grade_id"] for c in exercise.hidden]
        mine = [v for v in verdicts if v.answer.exercise == name]
        wrong, right = ([v for v in mine if v.answer.is_right is kind] for kind in (False, True))
        made = [m for m in mutants if m.exercise == name and not _is_equivalent(m, survivors)]
        alive = [s for s in survivors if s.mutant.exercise == name and not s.reason]
        result[name] = ExerciseAudit(
            name,
            checks,
            wrong=len(wrong),
            wrong_caught=sum(not v.faults for v in wrong),
            seen=sum(bool(v.seen) for v in wrong),
            usual=sum(v.is_usual for v in wrong),
            named=sum(v.is_usual and v.named for v in wrong),
            right=len(right),
            right_accepted=sum(not v.faults for v in right),
            mutants=len(made),
            mutants_caught=len(made) - len(alive),
            idle_checks=[check for check in hidden if check not in needed],
        )
    return result


def _is_equivalent(mutant: Mutant, survivors: list[Survivor]) -> bool:
    return any(survivor.mutant == mutant and survivor.reason for survivor in survivors)


def _shortages(results: ExerciseAudit, wrong: int, right: int) -> list[str]:
    faults = [f"{results.name}: no wrong answer needs {check}" for check in results.idle_checks]
    if results.wrong < wrong:
        faults.append(f"{results.name}: it has {results.wrong} wrong answers, but needs at least {wrong}")
    if results.right < right:
        faults.append(f"{results.name}: it has {results.right} right answers, but needs at least {right}")
    return faults


def rows(audits: Iterable[Audit]) -> list[dict[str, object]]:
    """Return one row for each answer: its name, its lost points and why, and whether the visible check rejected it."""
    return [
        {
            "assignment": result.assignment,
            "exercise": verdict.answer.exercise,
            "name": verdict.answer.name,
            "kind": "right" if verdict.answer.is_right else "wrong",
            "points_lost": verdict.points_lost,
            "message": verdict.message,
            "visible": bool(verdict.seen),
            "visible_message": verdict.seen,
        }
        for result in audits
        for verdict in result.verdicts
    ]


def write_rows(audits: Iterable[Audit], path: Path) -> None:
    """Write the rows of all answers as a JSON file."""
    atomic_write(path, json.dumps(rows(audits), ensure_ascii=False, indent=1) + "\n")


def write_audit_page(audits: Sequence[Audit], page: Path) -> None:
    """Write the page that shows the verdict of each check on each answer."""
    atomic_write(page, render(__package__, "audit.html.j2", audits=audits))


def _faults_of_mutation(exercises: dict[str, ExerciseAudit], survivors: list[Survivor]) -> list[str]:
    made = sum(each.mutants for each in exercises.values())
    caught = sum(each.mutants_caught for each in exercises.values())
    if caught >= MUTANTS_CAUGHT * made:
        return []
    alive = [s.mutant for s in survivors if not s.reason]
    return [f"mutant of {m.exercise} survives ({m.operator}): {m.before!r} -> {m.after!r}" for m in alive]
