"""The loop of the notes, a list of lists."""

# %% rnn_forward
def rnn_forward(inputs, Wx, Wh, b, h0=None):
    total_hidden_states = []
    hidden_state_t = h0
    if h0 is None:
        hidden_state_t = np.zeros((Wh.shape[0],))
    for input_t in inputs:
        output_t = np.tanh(np.dot(Wx, input_t) + np.dot(Wh, hidden_state_t) + b)
        total_hidden_states.append(list(output_t))
        print(np.shape(total_hidden_states))
        hidden_state_t = output_t
    return np.stack(total_hidden_states, axis=0)
