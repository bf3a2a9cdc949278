"""Loops over chunks, rows and steps, as nested lists."""

# %% cut_for_stateful
def cut_for_stateful(series, batch, timesteps):
    n = len(series) // (batch * timesteps)
    if n < 1:
        raise ValueError("too short")
    chunks = []
    for c in range(n):
        chunk = []
        for i in range(batch):
            start = i * n * timesteps + c * timesteps
            chunk.append([list(step) for step in series[start:start + timesteps]])
        chunks.append(chunk)
    return chunks
