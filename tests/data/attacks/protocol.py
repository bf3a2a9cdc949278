# Attacks on the line between the two processes.
# Each stands in the solution cell of `double`, whose answer is wrong.

# %% bytes on the line
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
student_server._line[0].send(b'x' * 100)
def double(x): return x + 100

# %% bytes on the line in a call
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
def double(x):
    student_server._line[0].send(b'x' * 100)
    return x

# %% announces 16 EB
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
def double(x):
    student_server._line[0].send(framing.HEADER.pack(0, 2**31, 2**62))
    return x

# %% JSON that is nested
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
def double(x):
    t = b'[' * 10**6
    for m in range(9): student_server._line[0].sendall(framing.HEADER.pack(m, len(t), 0) + t)
    return x

# %% answers beforehand
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
import json
for m in range(9):
    packed = {'value': ['t', [1, {}]], 'definitions': []}
    t = json.dumps({'type': 'result', 'ticket': 'x', 'raised': False, 'released': [], 'packed': packed}).encode()
    student_server._line[0].sendall(framing.HEADER.pack(m, len(t), 0) + t)
def double(x): return x + 100

# %% serve does nothing
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
student_server.serve = lambda *a: None
def double(x): return x + 100

# %% serve says the end
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
for c in peer.Peer.__subclasses__(): c.run = lambda self: True
def double(x): return x + 100

# %% pack sends an unknown kind
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
shared_objects.ObjectTable.pack = lambda self, v: (messages.Packed(['r', 1], [messages.Definition(1, 'pickle', 'x', 0)]), [])
def double(x): return x + 100

# %% pack claims the examiner's objects
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
shared_objects.ObjectTable.pack = lambda self, v: (messages.Packed(['t', [['r', 5], ['l', []]]], [messages.Definition(5, 'l', [], 0)]), [])
def double(x): return x + 100

# %% an array larger than its bytes
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
shared_objects.ObjectTable.pack = lambda self, v: (messages.Packed(['r', -1], [messages.Definition(-1, 'a', ['<f8', [10**9], 'C', True], 1)]), [b'x'])
def double(x): return x + 100

# %% an array of objects
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
shared_objects.ObjectTable.pack = lambda self, v: (messages.Packed(['r', -1], [messages.Definition(-1, 'a', ['|O8', [1], 'C', True], 1)]), [b'12345678'])
def double(x): return x + 100

# %% asks the examiner
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
def double(x):
    import gc
    p = [o for o in gc.get_objects() if isinstance(o, peer.Peer)][-1]
    for h in range(50):
        for n in ('__globals__', '__dict__', 'f_globals', 'key'):
            try: print(p.request('get', h, n))
            except Exception as e: print(e)
    return x

# %% line closed
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
def double(x):
    student_server._line[0].close()
    return x

# %% all descriptors closed
import os
def double(x):
    os.closerange(3, 1000)
    return x

# %% answers from a thread
from autograder.engine.bridge import framing, messages, peer, shared_objects
from autograder.engine.execution import student_server
import threading
def double(x):
    def more():
        while True:
            try: student_server._line[0].send(b'{}' * 50)
            except OSError: return
    threading.Thread(target=more, daemon=True).start()
    return x
