"""The Jupyter kernel of a process that may open no network socket.

ipykernel binds a TCP port of its own through which forked children of the kernel print. Imported by the
warm process before it forks; `forkserver` runs it.
"""

from __future__ import annotations

from typing import Any

import zmq
from ipykernel.iostream import IOPubThread
from ipykernel.kernelapp import IPKernelApp


class ConfinedKernelApp(IPKernelApp):
    """ipykernel's application, whose output thread has no TCP port."""

    def init_iopub(self, context: Any) -> None:
        """Bind the output channel, as ipykernel does, and start its thread without the port for children."""
        self.iopub_socket = context.socket(zmq.XPUB)
        self.iopub_socket.linger = 1000
        self._apply_curve_server_options(self.iopub_socket)
        self.iopub_port = self._bind_socket(self.iopub_socket, self.iopub_port)
        self.configure_tornado_logger()
        self.iopub_thread = IOPubThread(self.iopub_socket, pipe=False, session=self.session)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket
