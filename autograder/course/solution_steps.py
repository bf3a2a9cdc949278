"""Small parts for nbgrader's pipeline: what a solution notebook must be before it is written."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Bool

ANNOUNCED = "raises-exception"


class UnexpectedError(Exception):
    """A solution notebook stopped with an error, or wrote to stderr; the message names notebook and cell."""


class ExecuteInOnePiece(Execute):
    """nbgrader's `Execute`, with all that a cell prints in one piece: a busy machine sends it in parts."""

    coalesce_streams = Bool(True)


class RefuseErrors(NbGraderPreprocessor):
    """Fail where an executed solution shows an error that was not announced by a tag, or stderr text."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the notebook as it is.

        Raises:
            UnexpectedError: a check failed, or any other cell without the tag `raises-exception` did; or a cell
                wrote to stderr.
        """
        for cell in nb.cells:
            announced = ANNOUNCED in cell.metadata.get("tags", []) and "nbgrader" not in cell.metadata
            for output in cell.get("outputs", []):
                notebook = resources.get("unique_key", "notebook")
                if output.output_type == "error" and not announced:
                    raise UnexpectedError(
                        f"{notebook}, cell {cell.id}: {output.ename}: {output.evalue}\n"
                        "Mend the cell, or catch and print the error where it is meant to be seen."
                    )
                if output.output_type == "stream" and output.name == "stderr":
                    raise UnexpectedError(
                        f"{notebook}, cell {cell.id} writes to stderr: {output.text.strip()[:200]}\n"
                        "Put the lines that do it under `with quiet_stderr():`."
                    )
        return nb, resources


class StableMetadata(NbGraderPreprocessor):
    """Drop what differs between two machines that run the same notebook: the interpreter's version."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the notebook with `language_info` reduced to the language's name."""
        nb.metadata["language_info"] = {"name": "python"}
        return nb, resources
