# Submissions of a hostile class, each in the cell of `double` or of `count`. The number is the kind of the attack.
# Files that are no notebook, links and cells beside this one are in tests/security/test_hostile_class.py.

# %% 1 a model with a configuration of its own
import keras
class Model(keras.Sequential):
    def get_config(self):
        return {"name": "m", "layers": [{"module": "os", "class_name": "system", "config": {"command": "touch /tmp/x"}}]}
def double(x):
    model = Model([keras.Input((3,)), keras.layers.Lambda(lambda t: 2 * t)])
    model.get_compile_config = lambda: {"optimizer": {"module": "os", "class_name": "system", "config": {}}}
    return model

# %% 2 active content
from IPython.display import HTML, Javascript, SVG, display
display(HTML("<script>alert(1)</script>"), Javascript("alert(1)"), {"image/svg+xml": "<svg onload=alert(1)>"}, raw=True)
def double(x):
    display(HTML("<img src=x onerror=alert(1)>"))
    return [2 * v for v in x]

# %% 3 text that cannot be encoded
print("\ud800\udfff \x1b[31m \x00")
def double(x): raise ValueError("\ud800" * 100)

# %% 4 a value over which the check computes for ever
class Endless(float):
    pass
def double(x):
    return range(10**12)

# %% 4 a text that a pattern reads for ever
def double(x): return "a" * 10**7

# %% 5 much text in each call
def double(x):
    for _ in range(10**6): print("x" * 1000)
    return x

# %% 5 many files
import os
for k in range(60_000):
    try: open(f"f{k}", "w").write("x" * 8000)
    except OSError: break
def double(x): return x

# %% 5 answers larger than their limit
import gc
from autograder.engine.execution.student_process import Student
(me,) = [o for o in gc.get_objects() if type(o) is Student]
def send(text):
    me.orders.sock.sendall(text + b"\n")
send(b'{"ticket": "x", "outputs": [' + b"{}," * 2_000_000 + b'{}], "count": 1}')
def double(x): return x

# %% 5 answers without end
import gc
from autograder.engine.execution.student_process import Student
(me,) = [o for o in gc.get_objects() if type(o) is Student]
while True:
    me.orders.sock.sendall(b'{"ticket": "x", "outputs": [], "count": 1}\n' * 1000)

# %% 6 memory in pipes
import fcntl, os
pipes = []
try:
    while True:
        pipes.append(os.pipe())
        fcntl.fcntl(pipes[-1][1], 1031, 2**20)
        os.set_blocking(pipes[-1][1], False)
        os.write(pipes[-1][1], b"x" * 2**20)
except OSError:
    pass
def double(x): return x

# %% 7 lines of help
def double(x): return x
a?

# %% 8 a claimed shape
import numpy as np
def double(x):
    return np.broadcast_to(np.float64(1), (10**5, 10**5))

# %% 8 many small objects
def double(x):
    return [{} for _ in range(3_000_000)]

# %% 8 much memory
def double(x):
    return bytearray(4 * 10**9)

# %% 9 a file in the place of a course's file
import os
open("data.csv", "w").write("9")
open("tools.py", "w").write("1/0")
def double(x): return x

# %% 10 busy with many threads
import threading
def spin():
    while True: pass
for _ in range(40):
    try: threading.Thread(target=spin, daemon=True).start()
    except RuntimeError: break
def double(x): spin()

# %% 10 busy with many processes
import os
for _ in range(30):
    try:
        if os.fork() == 0:
            while True: pass
    except OSError: break
def double(x):
    while True:
        try:
            while True: pass
        except BaseException: pass

# %% 12 settings that stay
import numpy as np
def double(x):
    np.set_printoptions(precision=1)
    np.seterr(all="raise")
    class A: __name__ = "x" * 10**6
    return [type(f"T{k}", (), {})() for k in range(20_000)]

# %% 13 one function for all names
def double(*args, **kwargs): return args[0]

# %% 14 a double fork that goes on
import os
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        data = []
        while True: data.append(bytearray(10**7))
    os._exit(0)
def double(x): return x

# %% 15 processes that end again and again
import os
def double(x): os._exit(0)

# %% 15 a process that does not stop
import signal
def double(x):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True: pass

# %% 15 the end of an iteration
def double(x): raise StopIteration("\x1b]0;title\x07")

# %% 16 what others have
import glob, os
for folder in ("/home", "/root", "/tmp", "..", "../.."):
    for base, _, names in os.walk(folder):
        for name in names:
            if name.endswith((".ipynb", ".db")): print(open(os.path.join(base, name), errors="replace").read())
def double(x): return x

# %% 4 a number that is a billion digits long
from decimal import Decimal
def count(n): return [Decimal("9e999999999")] * n

# %% 4 an object that never ends
class Endless:
    def __iter__(self): return self
    def __next__(self): return 1
    def __len__(self): return 2**62
    def __getitem__(self, k): return k
def count(n): return Endless()

# %% 4 keys that collide
def count(n): return {k * (2**61 - 1): k for k in range(30_000)}

# %% 4 a text for a slow pattern
def count(n): return ["7" * 40 + "x"] * n

# %% 4 lists within lists
def count(n):
    a = [0] * 10
    for _ in range(30): a = [a] * 10
    return a

# %% 5 pieces of output in turn
import sys
from IPython.display import clear_output, display
for k in range(100_000): sys.stdout.write("a"); sys.stderr.write("b")
shown = display("a", display_id=True)
for k in range(3_000): shown.update("x" * 1000); clear_output()
def double(x): return x

# %% 5 errors with much text
def double(x):
    error = type("E" * 10**6, (ValueError,), {})("v" * 10**7)
    for k in range(1000): error.add_note("n" * 10**4)
    raise error

# %% 5 answers of its own
import gc
from autograder.engine.execution.orders import CellRan
from autograder.engine.execution.student_process import Student
(me,) = [o for o in gc.get_objects() if type(o) is Student]
stream = {"output_type": "stream", "name": "\ud800" * 1000, "text": ["x"] * 1000}
error = {"output_type": "error", "ename": "E" * 10**5, "evalue": "v" * 10**5, "traceback": ["t"] * 10**4}
result = {"output_type": "execute_result", "data": {"text/plain": "a"}, "metadata": {"a": [[]] * 999}, "execution_count": 9}
me.run = lambda order: CellRan(order.ticket, [stream, error, result] * 10, 2**62)
def double(x): return x

# %% 8 classes without end
from collections import namedtuple
classes = [namedtuple(f"T{k}", [f"a{k}_{j}" for j in range(90)]) for k in range(3_000)]
def count(n): return [cls(*range(90)) for cls in classes]

# %% 8 sizes that never came
from autograder.engine.bridge import messages, shared_objects
real = shared_objects.ObjectTable.pack
claims = [("a", ["|S0", [60 * 2**20], "C", True], 1),
          ("rng", ["MT19937", {"bit_generator": "MT19937", "state": {"key": ["a", "<U999999", [""] * 400], "pos": 0}}], 0)]
def count(n):
    def pack(table, value):
        shared_objects.ObjectTable.pack = real
        kind, content, buffers = claims[n % 2]
        definitions = [messages.Definition(-5000 - k, kind, content, buffers) for k in range(30)]
        return messages.Packed(["t", [["r", -5000], ["r", -5001]]], definitions), [b""] * 30 * buffers
    shared_objects.ObjectTable.pack = pack
    return n

# %% 8 texts that are kept
from autograder.engine.bridge import shared_objects
shared_objects.ObjectTable.release_unused = lambda self: []
def count(n): return ["\U0001F600" * 12_000_000 + str(n)]

# %% 9 a package in the place of a module
import os
for name in ("tools", "numpy", "re", "json"):
    os.makedirs(name, exist_ok=True)
    open(f"{name}/__init__.py", "w").write("raise SystemExit(0)")
for name in ("sitecustomize.py", "conftest.py", "a.pth", "io.py", "Data.csv", "d\u0061ta.CSV", "data.csv "):
    open(name, "w").write("import os; os._exit(0)")
def double(x):
    open("contextlib.py", "w").write("raise SystemExit(0)")
    return x

# %% 12 values that keep a setting from being put back
class Awkward(list):
    def __repr__(self): raise KeyboardInterrupt
    def __format__(self, form): raise SystemExit
class Thing:
    def __repr__(self): raise SystemExit
    __str__ = __len__ = __repr__
    def __iter__(self): raise GeneratorExit
def count(n): return Thing() if n == 3 else Awkward([Thing()])

# %% 13 an object that equals everything
class Any(float):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __hash__(self): return 0
    __lt__ = __gt__ = __ne__
    __le__ = __ge__ = __eq__
    def __sub__(self, other): return 0
    __rsub__ = __abs__ = __sub__
    __class__ = int
def count(n): return [Any("nan")] * n

# %% 13 an array that answers for itself
import numpy as np
class Obliging(np.ndarray):
    def __array_ufunc__(self, *args, **kwargs): return np.zeros(3)
    def __array_function__(self, *args, **kwargs): return True
    def __eq__(self, other): return True
def double(x): return np.ma.masked_all(3) if np.ndim(x) == 0 else np.full(3, np.nan).view(Obliging)

# %% 15 the end of a check
def count(n): raise StopIteration

# %% 15 an exit that says all is well
class Fine(SystemExit): pass
def count(n): raise Fine(0) if n == 3 else GeneratorExit

# %% 16 a message to others
import glob, os
places = ["/tmp/left", "/dev/shm/left", "/var/tmp/left", "../left", "/run/left"]
found = [open(place).read() for place in places if os.path.exists(place)]
for place in places:
    try:
        open(place, "w").write("def double(x): return 2 * x")
        os.chmod(place, 0o4777)
    except OSError:
        pass
def double(x): return x
for text in found: exec(text)

# %% 16 a message from others
import os
def double(x): return x
for place in ("/tmp/left", "/dev/shm/left", "/var/tmp/left", "../left", "/run/left"):
    if os.path.exists(place): exec(open(place).read())
