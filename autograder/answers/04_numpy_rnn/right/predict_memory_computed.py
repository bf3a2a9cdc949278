"""Run, with NumPy bools."""

# %% predict_memory
def holds(w):
    h = np.tanh(5.0)
    for _ in range(20):
        h = np.tanh(w * h)
    return abs(h) > 0.5

def predict_memory():
    return (holds(0.5), holds(3)), tuple(holds(w) for w in (0.9, 1.5, -3))
