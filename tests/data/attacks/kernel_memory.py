# Memory that the kernel keeps for a process and that no count of its memory contains.

# %% buffers of sockets
import socket
def double(x):
    kept = []
    while True:
        kept.append(socket.socketpair())
        for end in kept[-1]:
            end.setblocking(False)
            try:
                while True:
                    end.send(b"x" * 65536)
            except BlockingIOError:
                pass

# %% larger buffers
import socket
def double(x):
    ours, theirs = socket.socketpair()
    ours.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 2**22)
    return 2 * x

# %% sockets on their way
import array, os, socket
def double(x):
    kept = []
    while True:
        for _ in range(100):
            ours, theirs = socket.socketpair()
            theirs.setblocking(False)
            try:
                while True:
                    theirs.send(b"x" * 65536)
            except BlockingIOError:
                pass
            carrier = socket.socketpair()
            carrier[0].sendmsg([b"x"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [ours.fileno()]))])
            ours.close(), theirs.close(), carrier[0].close()
            kept.append(carrier[1])

# %% larger pipes
import fcntl, os
def double(x):
    reading, writing = os.pipe()
    fcntl.fcntl(writing, 1031, 2**20)
    return 2 * x

# %% many pipes
import os
def double(x):
    kept = []
    while True:
        kept.append(os.pipe())
        os.set_blocking(kept[-1][1], False)
        try:
            while True:
                os.write(kept[-1][1], b"x" * 65536)
        except BlockingIOError:
            pass

# %% buffers of sockets in many processes
import os, socket, time
def double(x):
    for _ in range(20):
        if os.fork() == 0:
            kept = [socket.socketpair() for _ in range(50)]
            for pair in kept:
                pair[0].setblocking(False)
                try:
                    while True:
                        pair[0].send(b"x" * 65536)
                except BlockingIOError:
                    pass
            time.sleep(60)
    time.sleep(60)
