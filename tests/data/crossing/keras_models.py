# What a check finds of tensors and models must be the same in one process and in two.

# %% sequential: student
def f(): return keras.Sequential([Input((3, 4)), SimpleRNN(5)])

# %% sequential: check
m = f()
assert isinstance(m, keras.Model) and m.built and m.input_shape == (None, 3, 4)
assert m.output_shape == (None, 5) and m.count_params() == 50
assert type(m.layers[0]) is SimpleRNN
w = [np.ones(v.shape) for v in m.get_weights()]
m.set_weights(w)
assert (np.asarray(m(np.zeros((2, 3, 4)))) > 0.9).all()

# %% functional, two outputs: student
def f():
    i = Input((3, 4))
    a = Bidirectional(SimpleRNN(2, return_sequences=True))(i)
    return keras.Model(i, [a, a[:, -1]])

# %% functional, two outputs: check
m = f()
x = np.random.default_rng(0).normal(size=(2, 3, 4))
a, b = m(x)
assert a.shape == (2, 3, 4) and np.allclose(a[:, -1], b) and abs(np.asarray(a)).sum() > 0

# %% a lambda in it: student
def f():
    i = Input((3, 4))
    a = SimpleRNN(2, return_sequences=True)(i)
    return keras.Model(i, (a, keras.layers.Lambda(lambda x: x[:, -1])(a)))

# %% a lambda in it: check
m = f()
assert isinstance(m, keras.Model) and not isinstance(m, keras.Sequential) and m.built
assert m.input_shape == (None, 3, 4) and [w.shape for w in m.get_weights()] == [(4, 2), (2, 2), (2,)]
m.set_weights([np.ones(w.shape) for w in m.get_weights()])
a, b = m(np.ones((2, 3, 4)))
assert np.allclose(np.asarray(a)[:, -1], b) and b.shape == (2, 2) and type(m).__name__ == 'Functional'
assert m.layers[1].units == 2 and m.count_params() == 14

# %% a class of one's own: student
class Mine(keras.Model):
    def __init__(self):
        super().__init__()
        self.d = Dense(3)
    def call(self, x): return self.d(x)
def f(): return Mine()

# %% a class of one's own: check
m = f()
assert isinstance(m, keras.Model) and not m.built
assert m(np.ones((2, 4))).shape == (2, 3)
assert m.built and m.count_params() == 15

# %% a stack in a stack: student
def f(x):
    inner = keras.Sequential([Input((3, 4)), SimpleRNN(3, return_sequences=True), SimpleRNN(2)])
    m = keras.Sequential([Input((3, 4)), SimpleRNN(4, return_sequences=True), inner, Dense(1)])
    return m, np.asarray(m(x))

# %% a stack in a stack: check
x = np.random.default_rng(0).normal(size=(2, 3, 4))
m, y = f(x)
assert m.built and np.allclose(m(x), y)
assert [len(m.layers), len(m.layers[1].layers), m.output_shape] == [3, 2, (None, 1)]

# %% a stack that a call has built: student
def f(x):
    m = keras.Sequential([SimpleRNN(4, return_sequences=True), SimpleRNN(3), Dense(2)])
    return m, np.asarray(m(x))

# %% a stack that a call has built: check
x = np.random.default_rng(0).normal(size=(2, 3, 4))
m, y = f(x)
assert m.built and np.allclose(m(x), y)

# %% weights that do not begin with zeros: student
def f(x):
    m = keras.Sequential([Input((4,)), Dense(3), keras.layers.BatchNormalization(),
        keras.layers.LayerNormalization(), keras.layers.Dropout(0.5)])
    return m, np.asarray(m(x))

# %% weights that do not begin with zeros: check
x = np.random.default_rng(0).normal(size=(2, 4))
m, y = f(x)
assert np.allclose(m(x), y)
assert np.allclose(m.layers[1].moving_variance, 1) and np.allclose(m.layers[2].gamma, 1)

# %% unbuilt: student
def f(): return keras.Sequential([SimpleRNN(5)])

# %% unbuilt: check
m = f()
assert not m.built, 'built'
m.layers[0]

# %% stateful: student
def f(): return keras.Sequential([Input(batch_shape=(2, 3, 4)), SimpleRNN(5, stateful=True)])

# %% stateful: check
m = f()
x = np.ones((2, 3, 4))
a, b = np.asarray(m(x)), np.asarray(m(x))
assert not np.allclose(a, b)
m.layers[0].reset_states()
assert np.allclose(m(x), a)

# %% stateful model as argument: student
def f(m, x): return [np.asarray(m(x)) for _ in range(2)]

# %% stateful model as argument: check
m = keras.Sequential([Input(batch_shape=(2, 3, 4)), SimpleRNN(5, stateful=True)])
x = np.ones((2, 3, 4))
twin = keras.models.clone_model(m)
twin.set_weights(m.get_weights())
mine = f(m, x)
assert all(np.allclose(a, b) for a, b in zip(mine, [twin(x), twin(x)]))
assert np.allclose(m(x), twin(x)), 'the state did not come back'

# %% reset by the student: student
def f(m): m.layers[0].reset_states()

# %% reset by the student: check
m = keras.Sequential([Input(batch_shape=(1, 3, 4)), SimpleRNN(5, stateful=True)])
x = np.ones((1, 3, 4))
a = np.asarray(m(x))
f(m)
assert np.allclose(m(x), a)

# %% weights changed in place: student
def f(m): m.set_weights([0 * w for w in m.get_weights()])

# %% weights changed in place: check
m = keras.Sequential([Input((2,)), Dense(3)])
f(m)
assert not any(w.any() for w in m.get_weights())

# %% the same model twice: student
m = keras.Sequential([Input((2,)), Dense(3)])
def f(): return m

# %% the same model twice: check
assert f() is f() and f() is m

# %% returns its argument: student
def f(m): return m

# %% returns its argument: check
m = keras.Sequential([Input((2,)), Dense(3)])
assert f(m) is m

# %% legacy: student
def f():
    m = tf_keras.Sequential()
    m.add(tf_keras.layers.SimpleRNN(3, batch_input_shape=(8, 2, 10)))
    return m

# %% legacy: check
m = f()
assert isinstance(m, tf_keras.Model) and not isinstance(m, keras.Model)
assert m.output_shape == (8, 3) and m.count_params() == 42
assert m(np.ones((8, 2, 10))).shape == (8, 3)

# %% legacy stateful: student
def f(): return tf_keras.Sequential([tf_keras.layers.SimpleRNN(3, batch_input_shape=(2, 2, 4), stateful=True)])

# %% legacy stateful: check
m = f()
x = np.ones((2, 2, 4))
assert not np.allclose(m(x), m(x))

# %% a layer: student
def f():
    l = SimpleRNN(3)
    l.build((None, 2, 4))
    return l

# %% a layer: check
l = f()
assert isinstance(l, SimpleRNN) and [w.shape for w in l.get_weights()] == [(4, 3), (3, 3), (3,)]

# %% tensor: student
def f(x): return tf.tanh(x)

# %% tensor: check
t = f(tf.constant([1.0, 2.0]))
assert tf.is_tensor(t) and t.dtype == 'float32'
assert np.allclose(t, np.tanh([1, 2]))

# %% variables that are returned: student
def f(): return tf.Variable([1.0, 2.0]), keras.Variable([3.0])

# %% variables that are returned: check
v, w = f()
assert np.asarray(v).tolist() == v.numpy().tolist() == [1, 2] and v.shape == (2,)
v.assign_add([1.0, 1.0])
assert float(v[1]) == 3
assert isinstance(w, keras.Variable) and np.asarray(w).tolist() == [3]

# %% tensor shape: student
def f(): return tf.zeros((2, 3)).shape

# %% tensor shape: check
assert f() == (2, 3) and tuple(f()) == (2, 3)

# %% compiled: student
def f():
    m = keras.Sequential([Input((2,)), Dense(3)])
    m.compile('sgd', 'mse')
    return m

# %% compiled: check
m = f()
assert m.compiled and m.loss == 'mse'

# %% compiled by the check: student
def f(m, x, y):
    m.fit(x, y, epochs=1, verbose=0)
    return m.loss, type(m.optimizer).__name__, m.compiled, round(float(m.optimizer.learning_rate), 3)

# %% compiled by the check: check
m = keras.Sequential([Input((2,)), Dense(1)])
m.compile(keras.optimizers.SGD(0.1), 'mse', metrics=['mae'])
w = [v.copy() for v in m.get_weights()]
assert f(m, np.ones((4, 2)), np.ones((4, 1))) == ('mse', 'SGD', True, 0.1)
assert not all(np.allclose(a, b) for a, b in zip(w, m.get_weights()))

# %% compiled by the student on the way: student
def f(m, x, y):
    m.compile('sgd', lambda a, b: (a - b) ** 2)
    m.fit(x, y, epochs=1, verbose=0)

# %% compiled by the student on the way: check
m = keras.Sequential([Input((2,)), Dense(1)])
w = [v.copy() for v in m.get_weights()]
f(m, np.ones((4, 2)), np.ones((4, 1)))
assert not all(np.allclose(a, b) for a, b in zip(w, m.get_weights()))

# %% history: student
def f():
    m = keras.Sequential([Input((2,)), Dense(1)])
    m.compile('sgd', 'mse')
    return m.fit(np.ones((4, 2)), np.ones((4, 1)), epochs=2, verbose=0)

# %% history: check
assert len(f().history['loss']) == 2

# %% embedding of many words: student
def f(): return keras.Sequential([Input((3,)), keras.layers.Embedding(30_000, 4)])

# %% embedding of many words: check
assert f().count_params() == 120_000

# %% masking: student
def f(): return keras.Sequential([Input((3, 2)), keras.layers.Masking(), SimpleRNN(2)])

# %% masking: check
x = np.zeros((1, 3, 2))
assert f()(x).shape == (1, 2)

# %% keras's error: student
def f(): return keras.Sequential([Input((3, 2)), SimpleRNN(8), SimpleRNN(8)])

# %% keras's error: check
try:
    f()
except ValueError as e:
    assert 'ndim' in str(e)

# %% layers that are shared: student
def f1():
    made = SimpleRNN(3)
    return [keras.Sequential([Input((2, 4)), made]) for _ in range(2)]
layers = {}
def f2(units): return keras.Sequential([Input((2, 4)), layers.setdefault(units, SimpleRNN(units))])
def f3(x):
    i = Input((3,))
    d = Dense(3)
    m = keras.Model(i, d(d(i)))
    return m, np.asarray(m(x))
def f4(x):
    cell = keras.layers.SimpleRNNCell(3)
    m = [keras.Sequential([Input((2, 4)), keras.layers.RNN(cell)]) for _ in range(2)]
    return m, np.asarray(m[1](x))

# %% layers that are shared: check
# two models share a layer
a, b = f1()
assert a is not b and a.layers[0] is b.layers[0]
a.set_weights([0 * w for w in a.get_weights()])
assert not any(w.any() for w in b.get_weights())
# models of two calls share a layer
a, b, c = f2(3), f2(3), f2(4)
assert a is not b and a.layers[0] is b.layers[0] is not c.layers[0]
w = [v + 1 for v in a.get_weights()]
b.set_weights(w)
assert all(np.allclose(x, y) for x, y in zip(a.get_weights(), w))
# a layer twice in one model
x = np.random.default_rng(0).normal(size=(2, 3))
m, y = f3(x)
assert len(m.layers) == 2 and len(m.get_weights()) == 2 and np.allclose(m(x), y)
# one cell in two layers
x = np.random.default_rng(0).normal(size=(2, 2, 4))
(a, b), y = f4(x)
assert np.allclose(a(x), y) and a.layers[0].cell is b.layers[0].cell
a.set_weights([0 * w for w in a.get_weights()])
assert np.allclose(b(x), 0)

# %% parts of a model: student
def f1():
    i = Input((3, 4))
    states = SimpleRNN(2, return_sequences=True)(i)
    return keras.Model(i, Dense(1)(states)), keras.Model(i, states)
def f2():
    d = Dense(3)
    return d, keras.Sequential([Input((2,)), d])
def g2(d): d.set_weights([w + 1 for w in d.get_weights()])

# %% parts of a model: check
# a model and a part of it
whole, part = f1()
assert is_here(whole) and is_here(part)
whole.set_weights([w + 1 for w in whole.get_weights()])
assert all((x == y).all() for x, y in zip(whole.get_weights(), part.get_weights()))
assert whole.inputs[0] is part.inputs[0] or whole.layers[0] is part.layers[0]
assert whole.layers[1] is part.layers[1]
# a layer and the model that has it
d, m = f2()
assert m.layers[0] is d
before = m.get_weights()
g2(m.layers[0])
assert all(np.allclose(a + 1, b) for a, b in zip(before, m.get_weights()))

# %% recurrent layers of every kind: student
def f1(x):
    cells = [keras.layers.LSTMCell(3), keras.layers.GRUCell(2), keras.layers.SimpleRNNCell(4)]
    m = keras.Sequential([Input((5, 2)), keras.layers.RNN(cells, return_sequences=True)])
    return m, np.asarray(m(x))
def f2(x):
    R = keras.layers.RNN
    layers = [
        Bidirectional(SimpleRNN(2, return_sequences=True), merge_mode='sum'),
        Bidirectional(keras.layers.LSTM(2, return_sequences=True), name='named'),
        Bidirectional(keras.layers.GRU(2, return_sequences=True),
            backward_layer=keras.layers.GRU(2, activation='relu', go_backwards=True, return_sequences=True)),
        Bidirectional(R(keras.layers.SimpleRNNCell(3), return_sequences=True)),
        Bidirectional(R([keras.layers.SimpleRNNCell(3), keras.layers.SimpleRNNCell(2)]), merge_mode='mul'),
    ]
    m = keras.Sequential([Input((4, 3)), *layers])
    return m, np.asarray(m(x))
def f3(x):
    m = keras.Sequential([Input(batch_shape=(2, 3, 4)), Bidirectional(SimpleRNN(5, stateful=True))])
    return m, [np.asarray(m(x)) for _ in range(2)]

# %% recurrent layers of every kind: check
# cells in a stack
x = np.random.default_rng(0).normal(size=(2, 5, 2))
m, y = f1(x)
assert is_here(m) and np.allclose(m(x), y) and [c.units for c in m.layers[0].cell.cells] == [3, 2, 4]
# both directions in every way
x = np.random.default_rng(0).normal(size=(2, 4, 3))
m, y = f2(x)
assert is_here(m) and np.allclose(m(x), y, atol=1e-6) and m.layers[1].name == 'named'
assert m.layers[2].backward_layer.activation is keras.activations.relu
# both directions stateful
x = np.ones((2, 3, 4))
m, (a, b) = f3(x)
c = np.asarray(m(x))
assert is_here(m) and not np.allclose(b, c)
m.layers[0].reset_states()
assert np.allclose(m(x), a)

# %% graphs: student
def f1(x, h):
    i, s = Input((3, 4), name='i'), Input((2,), name='s')
    states, last = SimpleRNN(2, return_sequences=True, return_state=True)(i, initial_state=s)
    m = keras.Model({'i': i, 's': s}, {'all': states, 'two': [last, last + s]}, name='mine')
    return m, m({'i': x, 's': h})
def f2(x):
    ops = keras.ops
    i = Input((3, 4))
    a = SimpleRNN(4, return_sequences=True)(i)
    b = ops.concatenate([a, i], axis=-1)
    c = ops.stack([a[:, -1], ops.mean(a, axis=1), ops.max(i, axis=1)], axis=1)
    d = ops.transpose(ops.flip(c, axis=1), (0, 2, 1)) * 2 + 1 - ops.squeeze(ops.expand_dims(ops.tanh(b[:, :1, :3]), 1), 1)
    e = ops.reshape(d, (-1, 12)) / 3
    m = keras.Model(i, [b, e, ops.sum(e), ops.where(e > 1, e, 0.0), *ops.split(b, 2, axis=-1)])
    return m, m(x)
def f3(x):
    i = Input((3,))
    e = keras.layers.Embedding(5, 4, mask_zero=True)(i)
    a = SimpleRNN(3, return_sequences=True)(e)
    m = keras.Model(i, keras.layers.Average()([keras.layers.LSTM(2)(a), keras.layers.GRU(2)(a)]))
    return m, np.asarray(m(x))

# %% graphs: check
# several inputs and outputs by name
rng = np.random.default_rng(0)
x, h = rng.normal(size=(2, 3, 4)), rng.normal(size=(2, 2))
m, y = f1(x, h)
z = m({'i': x, 's': h})
assert is_here(m) and m.name == 'mine' and sorted(z) == ['all', 'two'] and isinstance(z['two'], list)
assert np.allclose(z['all'], y['all']) and np.allclose(z['two'][1], y['two'][1])
assert [type(l).__name__ for l in m.layers] == ['InputLayer', 'InputLayer', 'SimpleRNN']
# operations
x = np.random.default_rng(0).normal(size=(2, 3, 4))
m, y = f2(x)
assert is_here(m) and len(m.layers) == 2
assert all(np.allclose(a, b) for a, b in zip(m(x), y, strict=True))
# masks in a graph
x = np.array([[1, 2, 0], [3, 0, 0]])
m, y = f3(x)
assert np.allclose(m(x), y)
assert is_here(m) and type(m.layers[1]) is keras.layers.Embedding

# %% settings as objects: student
def f():
    k = keras
    return SimpleRNN(3, activation=k.activations.relu, kernel_initializer=k.initializers.RandomNormal(0.5, 2.0, seed=3),
        recurrent_initializer=k.initializers.Orthogonal(0.9), bias_initializer='ones', kernel_regularizer='l2',
        recurrent_regularizer=k.regularizers.L1L2(0.1, 0.2), kernel_constraint=k.constraints.MaxNorm(3, axis=0),
        bias_constraint='non_neg', dropout=0.2, recurrent_dropout=0.1,
        return_sequences=True, go_backwards=True, dtype='float64', name='mine', trainable=False, use_bias=True, seed=7)

# %% settings as objects: check
l = f()
assert l.activation is keras.activations.relu and l.name == 'mine' and l.dtype == 'float64' and not l.trainable
assert l.kernel_initializer.get_config() == {'mean': 0.5, 'stddev': 2.0, 'seed': 3}
assert l.recurrent_initializer.gain == 0.9 and type(l.bias_initializer).__name__ == 'Ones'
assert abs(float(l.kernel_regularizer.l2) - 0.01) < 1e-6 and float(l.recurrent_regularizer.l1) == 0.1
assert l.kernel_constraint.max_value == 3 and l.kernel_constraint.axis == 0 and type(l.bias_constraint).__name__ == 'NonNeg'
assert (l.dropout, l.recurrent_dropout) == (0.2, 0.1)
assert l.return_sequences and l.go_backwards and not l.stateful and not l.built
l.build((None, 2, 4))
assert (l.get_weights()[2] == 1).all()

# %% changed in place: student
def f1():
    m = keras.Sequential([Input((2,)), keras.Sequential([Input((2,)), Dense(3), Dense(2)]), Dense(1)])
    m.trainable = False
    m.layers[0].layers[1].trainable = True
    return m
def g1(m): m.layers[1].trainable = True
l = SimpleRNN(3, return_sequences=True)
def f2(): return l
def g2(): l.return_sequences = False

# %% changed in place: check
# what is not trained
m = f1()
flags = lambda: [m.trainable, *(l.trainable for l in m.layers), *(l.trainable for l in m.layers[0].layers)]
assert flags() == [False, False, False, False, True]
g1(m)
assert flags() == [False, False, True, False, True]
# a setting changed in place
assert f2().return_sequences
g2()
assert not f2().return_sequences

# %% built on either side: student
def f1(): return SimpleRNN(3)
def g1(l): return [np.asarray(w) for w in l.get_weights()]
def f2(l): return np.asarray(l(np.ones((2, 3, 4))))

# %% built on either side: check
# built by the check
l = f1()
l.build((None, 2, 4))
assert all((a == b).all() for a, b in zip(g1(l), l.get_weights(), strict=True))
# built by the student
l = SimpleRNN(3)
y = f2(l)
assert l.built and np.allclose(l(np.ones((2, 3, 4))), y)

# %% a layer with an own class in it: student
class Cell(keras.layers.SimpleRNNCell): pass
def f(): return keras.Sequential([Input((2, 4)), keras.layers.RNN(Cell(3))])

# %% a layer with an own class in it: check
m = f()
assert isinstance(m, keras.Sequential) and m.output_shape == (None, 3)
m.set_weights([0 * w for w in m.get_weights()])
assert not np.asarray(m(np.ones((2, 2, 4)))).any()

# %% layers of every kind: student
def f1(x):
    k = keras.layers
    m = keras.Sequential([Input((12, 4)), k.Masking(9.0), k.Conv1D(4, 3, padding='causal', activation='relu'),
        k.MaxPooling1D(2), k.ZeroPadding1D(1), k.Cropping1D((1, 0)), k.UpSampling1D(2), k.SpatialDropout1D(0.1),
        k.GaussianNoise(0.1), k.TimeDistributed(k.Dense(3, 'selu')), k.LayerNormalization(), k.BatchNormalization(),
        k.LeakyReLU(0.2), k.PReLU(), k.ELU(), k.Softmax(), k.Permute((2, 1)), k.Flatten(), k.Dropout(0.5),
        k.Dense(6, activity_regularizer='l1'), k.Reshape((2, 3)), k.GlobalAveragePooling1D(), k.RepeatVector(2), k.AveragePooling1D(2), k.GlobalMaxPooling1D(),
        k.Rescaling(2.0, 1.0), k.Activation('tanh'), k.UnitNormalization(), k.ReLU(6.0), k.Identity()])
    return m, np.asarray(m(x))
def f2(x):
    k = keras.layers
    i = Input((3, 4))
    a = k.MultiHeadAttention(2, 3)(i, i)
    b = k.Attention()([i, a])
    c = k.AdditiveAttention()([i, a])
    d = k.Add()([a, b, k.Subtract()([a, c]), k.Multiply()([a, b]), k.Maximum()([a, b]), k.Minimum()([a, b])])
    m = keras.Model(i, k.Concatenate(axis=1)([d, k.Average()([a, c]), k.Dot(axes=1)([a, b])]))
    return m, np.asarray(m(x))

# %% layers of every kind: check
# many layers
x = np.random.default_rng(0).normal(size=(2, 12, 4))
m, y = f1(x)
assert is_here(m) and np.allclose(m(x), y, atol=1e-6) and type(m.layers[1]) is keras.layers.Conv1D
assert type(m.layers[18].activity_regularizer) is keras.regularizers.L1
# layers that merge
x = np.random.default_rng(0).normal(size=(2, 3, 4))
m, y = f2(x)
assert is_here(m) and np.allclose(m(x), y, atol=1e-6)
