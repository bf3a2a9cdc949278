"""A deque that forgets its oldest value."""

# %% cut_windows
from collections import deque
def cut_windows(series, timesteps):
    window, out = deque(maxlen=timesteps), []
    for value in series:
        window.append([value])
        if len(window) == timesteps:
            out.append(list(window))
    return np.array(out, dtype=np.float32)
