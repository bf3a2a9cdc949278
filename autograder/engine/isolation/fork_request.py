"""A request for a fork, as the client writes it and the fork reads it, and the limits on its size."""

from __future__ import annotations

import importlib
import json
import sys
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from autograder.engine.isolation.policy import Policy

MAX_BYTES = 150_000
"""Limit on one request, in bytes, because it is sent as one packet."""
MAX_FDS = 16
"""Limit on the descriptors of one request: the supervisor's channel, the socket for the result, the caller's."""
OWN_FDS = 2


@dataclass(frozen=True)
class ForkRequest:
    """The task of one fork: call `target` ("module:function") with `args` in the folder `cwd`.

    A fork with a policy is confined by it and has the folder `private`.
    """

    target: str
    args: Mapping[str, Any] = field(default_factory=dict)
    cwd: str = "/"
    environment: Mapping[str, str] = field(default_factory=dict)
    private: str = ""
    policy: Policy | None = None

    def encode(self) -> bytes:
        """Return the request as JSON. Raises ValueError if it is larger than MAX_BYTES."""
        text = json.dumps(asdict(self)).encode()
        if len(text) > MAX_BYTES:
            raise ValueError(
                f"the arguments and the environment of a fork have {len(text)} bytes, more than {MAX_BYTES}"
            )
        return text

    @classmethod
    def decode(cls, text: bytes) -> ForkRequest:
        """Return the request that `encode` made this text from."""
        fields = json.loads(text)
        return cls(**{**fields, "policy": fields["policy"] and Policy(**fields["policy"])})


def reference(function: Callable[..., Any]) -> str:
    """Return "module:function", by which another process finds the function.

    Raises:
        ValueError: it is not a function at the top level of a module that can be imported.
    """
    name = f"{function.__module__}:{function.__qualname__}"
    in_module = getattr(sys.modules[function.__module__], function.__qualname__, None)
    if function.__module__ == "__main__" or in_module is not function:
        raise ValueError(f"another process cannot import {name}")
    return name


def resolve(name: str) -> Callable[..., Any]:
    """Import a module and return its function, both named as in `reference`."""
    module, _, function = name.partition(":")
    return getattr(importlib.import_module(module), function)
