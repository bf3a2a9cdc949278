"""The input is handed back.

fails: rnn_forward_batch-values rnn_forward_batch-state rnn_forward_batch-edge
message: whatever h0 is
"""

# %% rnn_forward_batch
def rnn_forward_batch(x, kernel, recurrent_kernel, bias, h0):
    return x
