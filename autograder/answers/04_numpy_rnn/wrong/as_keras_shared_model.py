"""One model is built at the first call of its size and returned again.

fails: as_keras-apart
message: share their weights
"""

# %% as_keras
from functools import lru_cache

@lru_cache
def build(timesteps, D, H):
    return keras.Sequential([keras.Input((timesteps, D)), keras.layers.SimpleRNN(H, return_sequences=True)])

def as_keras(Wx, Wh, b, timesteps):
    H, D = Wx.shape
    model = build(timesteps, D, H)
    model.set_weights([Wx.T, Wh.T, b])
    return model
