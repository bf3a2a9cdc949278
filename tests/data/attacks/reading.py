# Attacks that look for the hidden code.
# Each stands in the solution cell of `double`, whose answer is wrong.
# {path} is the file of the source notebook, {path!r} the same as a literal.

# %% source by its name
print(open({path!r}).read())
def double(x): return x + 100

# %% source by a shell
!cat {path}
def double(x): return x + 100

# %% source by bash
%%bash
cat {path}

# %% folders above
import os
for up in ('..', '../..', '../../..', '/tmp'):
    for b, _, ns in os.walk(up):
        for n in ns:
            if n.endswith('.ipynb'): print(open(os.path.join(b, n)).read())
def double(x): return x + 100

# %% link to the source
import os
os.symlink({path!r}, 'x.txt')
print(open('x.txt').read())
def double(x): return x + 100

# %% hard link to the source
import os
os.link({path!r}, 'x.txt')
print(open('x.txt').read())
def double(x): return x + 100

# %% processes
import glob
for f in glob.glob('/proc/[0-9]*/*'):
    try: print(open(f, errors='replace').read()[:10**5])
    except OSError: pass
def double(x): return x + 100

# %% memory of this process
import gc
def double(x):
    for o in gc.get_objects():
        if type(o) in (dict, list, tuple):
            t = str(o)[:10**5] if len(o) < 1000 else ''
            if chr(52) + '711' + chr(46) + '25' in t: print(t)
    return x

# %% frames
import sys
def double(x):
    f = sys._getframe()
    while f:
        print(sorted(f.f_globals)[:500], str(f.f_locals)[:5000])
        f = f.f_back
    return x

# %% the given arguments' base
def double(x):
    print(x.base, x.tobytes())
    return x

# %% environment
import os
print(dict(os.environ))
def double(x): return x + 100

# %% network
import socket
s = socket.create_connection(('127.0.0.1', 22), 1)
print(s.recv(100))
def double(x): return x + 100
