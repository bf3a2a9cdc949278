"""What code leaves behind in its process besides names: kept as it stands at the start, and put back.

So one examiner can do many notebooks, each as if the process were new. Only trusted code runs in it; this undoes
what given cells and checks do in good faith, such as seeding, leaving figures open or setting how arrays print.
"""

from __future__ import annotations

import copy
import os
import random
import sys
import warnings
from types import ModuleType

LIBRARIES = ("numpy", "matplotlib", "keras", "tf_keras", "tensorflow")


class Surroundings:
    """The state of a process that cells share, as it was when this object was made; libraries loaded later stay out."""

    def __init__(self) -> None:
        """Keep it as it is now."""
        self.environment = dict(os.environ)
        self.path = list(sys.path)
        self.filters = list(warnings.filters)
        self.loaded: dict[str, ModuleType] = {name: sys.modules[name] for name in LIBRARIES if name in sys.modules}
        if numpy := self.loaded.get("numpy"):
            self.print_options, self.errors = numpy.get_printoptions(), numpy.geterr()
        if matplotlib := self.loaded.get("matplotlib"):
            self.plotting = copy.copy(matplotlib.rcParams)
        if keras := self.loaded.get("keras"):
            self.float_type, self.epsilon = keras.config.floatx(), keras.config.epsilon()
            self.image_format = keras.config.image_data_format()

    def put_back(self) -> None:
        """Make it what it was; random numbers begin at a place of their own, as in a new process."""
        os.environ.clear()
        os.environ.update(self.environment)
        sys.path[:] = self.path
        with warnings.catch_warnings():
            pass  # this forgets which warnings were shown before
        warnings.filters[:] = self.filters  # type: ignore[index]
        random.seed()
        if numpy := self.loaded.get("numpy"):
            numpy.set_printoptions(**self.print_options)
            numpy.seterr(**self.errors)
            numpy.random.seed()
        if matplotlib := self.loaded.get("matplotlib"):
            if "matplotlib.pyplot" in sys.modules:
                sys.modules["matplotlib.pyplot"].close("all")
            matplotlib.rcParams.update(self.plotting)
        if keras := self.loaded.get("keras"):
            keras.utils.clear_session(free_memory=False)
            keras.config.set_floatx(self.float_type)
            keras.config.set_epsilon(self.epsilon)
            keras.config.set_image_data_format(self.image_format)
        if legacy := self.loaded.get("tf_keras"):
            legacy.backend.clear_session()
        if tensorflow := self.loaded.get("tensorflow"):
            tensorflow.random.set_seed(int.from_bytes(os.urandom(4), "little"))
