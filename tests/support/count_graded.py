"""A pytest plugin that writes a line for each notebook that the engine grades, to the file EXAMINED names."""

import os

from autograder.engine.nbgrader.preprocessors import Examine

_preprocess = Examine.preprocess


def _counted(self, nb, *args, **kwargs):
    nb, resources = _preprocess(self, nb, *args, **kwargs)
    with open(os.environ["EXAMINED"], "a") as file:
        file.write(f"{nb.metadata.get('autograder', {}).get('outcome')}\n")
    return nb, resources


Examine.preprocess = _counted
