"""Imported by a server under test: a library that starts a thread at its import."""

import threading

threading.Thread(target=threading.Event().wait, daemon=True).start()
