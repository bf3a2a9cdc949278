"""Configuration files that name the former places of plugins and settings still work."""

from importlib import import_module

import pytest
from traitlets.utils.importstring import import_item

FORMER = {
    "autograder.settings.engine_config": "autograder.engine.nbgrader.config.engine_config",
    "autograder.config.course_config": "autograder.course.nbgrader_config.course_config",
    "autograder.export.CanvasExportPlugin": "autograder.reporting.export.CanvasExportPlugin",
    "autograder.export.MoodleExportPlugin": "autograder.reporting.export.MoodleExportPlugin",
}


@pytest.mark.parametrize("former", FORMER)
def test_former_path_leads_to_the_same_object(former):
    module, _, name = FORMER[former].rpartition(".")
    assert import_item(former) is getattr(import_module(module), name)
