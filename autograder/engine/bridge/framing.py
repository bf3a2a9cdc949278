"""Frames on a socket: a text and buffers of bytes, with limits on both.

A frame is a header (number of the check, bytes of text, number of buffers), the sizes of the buffers, the text and the
buffers.
"""

from __future__ import annotations

import json
import select
import socket
import struct

from autograder.engine.bridge.errors import CheckAborted, ProtocolError, ValueRefusedError

HEADER = struct.Struct("!IIQ")
TEXT_LIMIT = 64 * 2**20
"""Limit on the text of one frame, in bytes."""
DATA_LIMIT = 64 * 2**20
"""Limit on all buffers of one frame, in bytes."""
BUFFER_LIMIT = 200_000
"""Limit on the number of buffers in one frame."""
STRAYS = 1000
"""How many frames from another check are skipped in a row."""
ENDED = "Your code ended the process that it ran in."


class Channel:
    """One end of the socket during one check.

    Args:
        sock: the socket.
        mark: the number of the check; frames with another number are skipped.
        stop: a second socket. As soon as it is readable, `receive` raises `CheckAborted`.
        limit: the limit on the buffers of one frame, in bytes.
    """

    def __init__(
        self, sock: socket.socket, mark: int = 0, stop: socket.socket | None = None, limit: int = DATA_LIMIT
    ) -> None:
        self.sock = sock
        self.mark = mark
        self.stop = stop
        self.limit = limit

    def send(self, text: bytes, buffers: list) -> None:
        """Send a frame.

        Raises:
            ValueRefusedError: The frame is too large.
            CheckAborted: The other process has ended.
        """
        if len(text) > TEXT_LIMIT:
            raise ValueRefusedError(f"it takes {len(text) / 2**20:.0f} MB as text")
        if len(buffers) > BUFFER_LIMIT:
            raise ValueRefusedError(f"it consists of more than {BUFFER_LIMIT:,} arrays")
        header = HEADER.pack(self.mark, len(text), len(buffers)) + _sizes(len(buffers)).pack(*map(len, buffers))
        try:
            self._write(b"".join([header, text, *buffers]))
        except OSError:
            raise CheckAborted(ENDED) from None

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            try:
                view = view[self.sock.send(view, socket.MSG_DONTWAIT) :]
            except BlockingIOError:
                if select.select([self.stop] if self.stop else [], [self.sock], [])[0]:
                    raise CheckAborted(self._reason()) from None

    def receive(self) -> tuple[memoryview, list[memoryview]]:
        """Return the text and the buffers of the next frame of this check.

        Raises:
            CheckAborted: The other process has ended, or the check is to stop.
            ProtocolError: The frame is too large, or too many belong to another check.
        """
        for _ in range(STRAYS):
            mark, text, buffers = self._next()
            if mark == self.mark:
                return text, buffers
            self._wait()  # so that an endless sender cannot hide the request to stop
        raise ProtocolError(f"{STRAYS:,} messages belong to another check")

    def _next(self) -> tuple[int, memoryview, list[memoryview]]:
        mark, text_size, count = HEADER.unpack(self._read(HEADER.size))
        if text_size > TEXT_LIMIT or count > BUFFER_LIMIT:
            raise ProtocolError("a message is too large")
        table = _sizes(count)
        sizes = table.unpack(self._read(table.size))
        if sum(sizes) > self.limit:
            raise ProtocolError("a message is too large")
        data = memoryview(self._read(text_size + sum(sizes)))
        text, data = data[:text_size], data[text_size:]
        buffers, start = [], 0
        for size in sizes:
            buffers.append(data[start : start + size])
            start += size
        return mark, text, buffers

    def _read(self, count: int) -> bytearray:
        data = bytearray()
        while len(data) < count:
            try:
                part = self.sock.recv(min(count - len(data), 2**20), socket.MSG_DONTWAIT)
            except BlockingIOError:
                self._wait()
                continue
            except ConnectionError:
                part = b""
            if not part:
                raise CheckAborted(ENDED)
            data += part
            if len(data) < count:
                self._wait()
        return data

    def _wait(self) -> None:
        """Wait until there is something to read; raise `CheckAborted` if the check is to stop."""
        readable, _, _ = select.select([self.sock, self.stop] if self.stop else [self.sock], [], [])
        if self.stop in readable:
            raise CheckAborted(self._reason())

    def _reason(self) -> str:
        assert self.stop is not None
        line = self.stop.recv(65536)
        try:
            return str(json.loads(line)["why"])
        except (ValueError, KeyError):
            return "The check was stopped."


def _sizes(count: int) -> struct.Struct:
    return struct.Struct(f"!{count}Q")
