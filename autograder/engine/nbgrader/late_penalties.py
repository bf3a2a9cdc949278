"""Assigns late penalties with the plugin that nbgrader's configuration names, as nbgrader's own step does.

nbgrader's step opens the gradebook itself and commits, so it cannot be part of the one commit of a submission.
"""

from __future__ import annotations

from nbgrader.api import Gradebook, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from traitlets.config import Config

from autograder.engine.errors import AutograderError


class PenaltyError(AutograderError):
    """The plugin for late penalties cannot be used. The message names it and says what to do."""


class LatePenalties:
    """The late penalties of a course."""

    def __init__(self, config: Config) -> None:
        """Load the plugin that the configuration names.

        Raises:
            PenaltyError: it cannot be loaded.
        """
        try:
            step = AssignLatePenalties(config=config)
            step.init_plugin()
        except Exception as error:
            raise PenaltyError(
                f"the plugin for late penalties cannot be loaded ({_words(error)}). Correct "
                "AssignLatePenalties.plugin_class in nbgrader_config.py."
            ) from error
        self.plugin = step.plugin_inst

    def assign(self, gradebook: Gradebook, submitted: SubmittedNotebook) -> None:
        """Set the penalty for a submitted notebook by its scores, its time and its due date as they are now.

        Raises:
            PenaltyError: the plugin fails.
        """
        entry = submitted.assignment
        penalty = None
        # nbgrader fails if a student has an extension but the assignment has no due date
        if entry.assignment.duedate is not None and (late := entry.total_seconds_late) > 0:
            gradebook.db.flush()
            gradebook.db.refresh(submitted, ["score"])
            try:
                penalty = self.plugin.late_submission_penalty(entry.student.id, submitted.score, late)
                penalty = None if penalty is None else min(max(float(penalty), 0.0), submitted.score)
            except Exception as error:
                raise PenaltyError(
                    f"the plugin for late penalties fails ({_words(error)}). Correct {type(self.plugin).__name__}, "
                    "which nbgrader_config.py names."
                ) from error
        if submitted.late_submission_penalty != penalty:
            submitted.late_submission_penalty = penalty


def _words(error: Exception) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())
