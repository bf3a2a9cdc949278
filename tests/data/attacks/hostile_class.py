# Submissions of a hostile class, each in the cell of `double`. The number is the kind of the attack.
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
