"""Small steps for nbgrader's pipeline that test a solution notebook before it is written."""

from __future__ import annotations

from nbconvert.exporters.exporter import ResourcesDict
from nbformat import NotebookNode
from nbgrader.preprocessors import Execute, NbGraderPreprocessor
from traitlets import Bool

ANNOUNCED = "raises-exception"


class UnexpectedError(Exception):
    """A solution notebook stopped with an error or wrote to stderr. The message names notebook and cell."""


class ExecuteInOnePiece(Execute):
    """nbgrader's `Execute`, but it joins printed text, which arrives in parts on a busy machine."""

    coalesce_streams = Bool(True)


class RefuseErrors(NbGraderPreprocessor):
    """Fail if an executed solution shows text on stderr, or an error that no tag announces."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the notebook unchanged.

        Raises:
            UnexpectedError: a check failed, another cell without the tag `raises-exception` failed, or a cell wrote
                to stderr.
        """
        for cell in nb.cells:
            announced = ANNOUNCED in cell.metadata.get("tags", []) and "nbgrader" not in cell.metadata
            for output in cell.get("outputs", []):
                notebook = resources.get("unique_key", "notebook")
                if output.output_type == "error" and not announced:
                    raise UnexpectedError(
                        f"{notebook}, cell {cell.id}: {output.ename}: {output.evalue}\n"
                        "Fix the cell. If readers are meant to see the error, catch and print it."
                    )
                if output.output_type == "stream" and output.name == "stderr":
                    raise UnexpectedError(
                        f"{notebook}, cell {cell.id} writes to stderr: {output.text.strip()[:200]}\n"
                        "Put the lines that write it under `with quiet_stderr():`."
                    )
        return nb, resources


class StableMetadata(NbGraderPreprocessor):
    """Drop the interpreter's version, which differs between machines that run the same notebook."""

    def preprocess(self, nb: NotebookNode, resources: ResourcesDict) -> tuple[NotebookNode, ResourcesDict]:
        """Return the notebook with `language_info` reduced to the language's name."""
        nb.metadata["language_info"] = {"name": "python"}
        return nb, resources
