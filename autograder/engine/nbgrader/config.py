"""The settings that make nbgrader use the engine.

Use them in `nbgrader_config.py` with `c.merge(engine_config())`. An instructor may also copy single lines.
"""

from __future__ import annotations

from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.converters import GenerateAssignment
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveCells,
)
from traitlets.config import Config

from autograder.engine.nbgrader.command_path import find_commands
from autograder.engine.nbgrader.exchange import Collect, ReleaseAssignment, ReleaseFeedback
from autograder.engine.nbgrader.feedback_page import FeedbackExporter
from autograder.engine.nbgrader.internals import GetGradesAtOnce, SaveAutoGradesAtOnce, SaveCellsAtOnce
from autograder.engine.nbgrader.preprocessors import Examine, GuardedExporter, MarkEdition, Restore, TolerantExporter


def steps_of_release() -> list[type]:
    """Return nbgrader's steps from a source notebook to the students' version, and the one that marks the edition."""
    return [*GenerateAssignment.class_traits()["preprocessors"].default(), MarkEdition]


def engine_config() -> Config:
    """Return settings that put the engine behind `nbgrader autograde`, `generate_feedback` and the formgrader."""
    find_commands()
    c = Config()
    c.Autograde.exporter_class = TolerantExporter
    c.Autograde.sanitize_preprocessors = [
        Restore,
        ClearOutput,
        DeduplicateIds,
        OverwriteKernelspec,
        OverwriteCells,
        CheckCellMetadata,
    ]
    c.Autograde.autograde_preprocessors = [
        Examine,
        IgnorePattern,
        ClearMetadataPreprocessor,
        LimitOutput,
        SaveAutoGradesAtOnce,
        AssignLatePenalties,
        CheckCellMetadata,
    ]
    c.GenerateAssignment.exporter_class = GuardedExporter
    c.GenerateAssignment.preprocessors = [SaveCellsAtOnce if step is SaveCells else step for step in steps_of_release()]
    c.GenerateFeedback.exporter_class = FeedbackExporter
    c.GenerateFeedback.preprocessors = [GetGradesAtOnce]
    c.ExchangeFactory.collect = Collect
    c.ExchangeFactory.release_assignment = ReleaseAssignment
    c.ExchangeFactory.release_feedback = ReleaseFeedback
    c.Application.logging_config = {
        "filters": {"plain": {"()": "autograder.engine.text.PlainMessages"}},
        "handlers": {"console": {"filters": ["plain"]}},
    }
    return c
