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
