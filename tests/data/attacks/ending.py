# Attacks that end the process, never end, or use up memory, output and processes.
# Each stands in the solution cell of `double`, whose answer is wrong.

# %% exit in a cell
import os
os._exit(0)

# %% exit in a call
import os
def double(x): os._exit(0)

# %% abort in a call
import os
def double(x): os.abort()

# %% killed by itself
import os, signal
def double(x): os.kill(os.getpid(), signal.SIGKILL); os._exit(1)

# %% another program
import os
def double(x): os.execv('/bin/true', ['true'])

# %% crash
import ctypes
def double(x): ctypes.string_at(0)

# %% deep recursion
import sys
sys.setrecursionlimit(10**9)
def double(x): return double(x)

# %% loop in a cell
while True: pass

# %% loop in a call
def double(x):
    while True: pass

# %% loop that will not be stopped
def double(x):
    while True:
        try:
            while True: pass
        except BaseException: pass

# %% signals ignored
import signal
def double(x):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True: pass

# %% sleep
import time
def double(x): time.sleep(1000)

# %% endless answer
import itertools
def double(x): return itertools.count()

# %% endless length
class A:
    def __len__(self): return 10**12
    def __getitem__(self, k): return 1.0
def double(x): return A()

# %% array of 10 GB
def double(x): return np.lib.stride_tricks.as_strided(np.zeros(1), (10 * 2**27,), (0,))

# %% memory in a cell
x = [bytearray(b'x' * 10**8) for _ in range(100)]

# %% memory in a call
def double(x): return [bytearray(b'x' * 10**8) for _ in range(100)]

# %% much text
for _ in range(10**6): print('x' * 1000)

# %% much text in a call
def double(x):
    for _ in range(10**6): print('x' * 1000)

# %% one long text
print('x' * 3 * 10**8)
def double(x): return x + 100

# %% fork that outlives
import os, time
if os.fork() == 0:
    time.sleep(1000)
    os._exit(0)
def double(x): return x + 100

# %% fork that answers too
import os
def double(x):
    os.fork()
    return x

# %% thread that outlives
import threading
def spin():
    while True: pass
threading.Thread(target=spin).start()
def double(x): return x + 100

# %% fork bomb
import os
while True:
    try: os.fork()
    except OSError: break
def double(x): return x + 100

# %% program that outlives
import subprocess
subprocess.Popen(['sleep', '1000'], start_new_session=True)
def double(x): return x + 100
