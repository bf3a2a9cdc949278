# Attacks on the line between the two processes.
# Each stands in the solution cell of `double`, whose answer is wrong.

# %% bytes on the line
from autograder import agent, remote, values
agent._line[0].send(b'x' * 100)
def double(x): return x + 100

# %% bytes on the line in a call
from autograder import agent, remote, values
def double(x):
    agent._line[0].send(b'x' * 100)
    return x

# %% announces 16 EB
from autograder import agent, remote, values
def double(x):
    agent._line[0].send(remote.HEADER.pack(2**31, 2**62))
    return x

# %% JSON that is nested
from autograder import agent, remote, values
def double(x):
    t = b'[' * 10**6
    agent._line[0].sendall(remote.HEADER.pack(len(t), 0) + t)
    return x

# %% answers beforehand
from autograder import agent, remote, values
import json
for m in range(9):
    t = json.dumps({'ticket': 'x', 'mark': m, 'sizes': [], 'defs': [], 'value': ['t', [1, {}]]}).encode()
    agent._line[0].sendall(remote.HEADER.pack(len(t), 0) + t)
def double(x): return x + 100

# %% serve does nothing
from autograder import agent, remote, values
agent.serve = lambda *a: None
def double(x): return x + 100

# %% serve says the end
from autograder import agent, remote, values
agent.Agent.run = lambda self: True
def double(x): return x + 100

# %% pack sends an unknown kind
from autograder import agent, remote, values
values.Table.pack = lambda self, v: ({'value': ['r', 1], 'defs': [[1, 'pickle', 'x', 0]]}, [])
def double(x): return x + 100

# %% pack claims the examiner's objects
from autograder import agent, remote, values
values.Table.pack = lambda self, v: ({'value': ['t', [['r', 5], ['l', []]]], 'defs': [[5, 'l', [], 0]]}, [])
def double(x): return x + 100

# %% an array larger than its bytes
from autograder import agent, remote, values
values.Table.pack = lambda self, v: ({'value': ['r', -1], 'defs': [[-1, 'a', ['<f8', [10**9], 'C', True], 1]]}, [b'x'])
def double(x): return x + 100

# %% an array of objects
from autograder import agent, remote, values
values.Table.pack = lambda self, v: ({'value': ['r', -1], 'defs': [[-1, 'a', ['|O8', [1], 'C', True], 1]]}, [b'12345678'])
def double(x): return x + 100

# %% asks the examiner
from autograder import agent, remote, values
def double(x):
    p = agent.Agent.current if hasattr(agent.Agent, 'current') else None
    import gc
    p = [o for o in gc.get_objects() if type(o) is agent.Agent][-1]
    for h in range(50):
        for n in ('__globals__', '__dict__', 'f_globals', 'key'):
            try: print(p.request('get', h, n))
            except Exception as e: print(e)
    return x

# %% line closed
from autograder import agent, remote, values
def double(x):
    agent._line[0].close()
    return x

# %% all descriptors closed
import os
def double(x):
    os.closerange(3, 1000)
    return x

# %% answers from a thread
from autograder import agent, remote, values
import threading
def double(x):
    def more():
        while True:
            try: agent._line[0].send(b'{}' * 50)
            except OSError: return
    threading.Thread(target=more, daemon=True).start()
    return x
