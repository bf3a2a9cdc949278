"""The former place of the export plugins, kept for commands and configuration files that name them here."""

from autograder.reporting.export import CanvasExportPlugin, GradeTable, MoodleExportPlugin

__all__ = ["CanvasExportPlugin", "GradeTable", "MoodleExportPlugin"]
