# Attacks on the namespace, on IPython and on what a check compares.
# Each stands in the solution cell of `double`, whose answer is wrong.

# %% input transformer
ip = __import__('IPython').get_ipython()
ip.input_transformers_cleanup.append(lambda lines: ['pass\n'])
ip.input_transformers_post.append(lambda lines: ['pass\n'])
def double(x): return x + 100

# %% AST transformer
ip = __import__('IPython').get_ipython()
import ast
class T(ast.NodeTransformer):
    def visit(self, node):
        if isinstance(node, (ast.Raise, ast.Assert)): return ast.Pass()
        return self.generic_visit(node)
ip.ast_transformers.append(T())
def double(x): return x + 100

# %% custom exception handler
ip = __import__('IPython').get_ipython()
ip.set_custom_exc((BaseException,), lambda *a, **k: None)
def double(x): return x + 100

# %% showtraceback
ip = __import__('IPython').get_ipython()
ip.showtraceback = ip._showtraceback = lambda *a, **k: None
def double(x): return x + 100

# %% event hooks
ip = __import__('IPython').get_ipython()
for e in ('pre_execute', 'pre_run_cell', 'post_execute', 'post_run_cell'):
    ip.events.register(e, lambda *a: globals().update(double=lambda x: None))
def double(x): return x + 100

# %% display hook
ip = __import__('IPython').get_ipython()
import sys
sys.displayhook = lambda v: None
ip.displayhook.__class__.__call__ = lambda *a: None
ip.display_pub.publish = lambda *a, **k: None
def double(x): return x + 100

# %% run_cell
ip = __import__('IPython').get_ipython()
ip.run_cell = ip.run_cell_async = lambda *a, **k: None
ip.kernel.do_execute = None
def double(x): return x + 100

# %% partial credit
ip = __import__('IPython').get_ipython()
def double(x):
    ip.displayhook.start_displayhook()
    ip.displayhook(2.0)
    ip.display_pub.publish({'text/plain': '2.0'})
    return x

# %% forged message
ip = __import__('IPython').get_ipython()
def double(x):
    k = ip.kernel
    for t, c in (('execute_result', {'data': {'text/plain': '2'}, 'metadata': {}, 'execution_count': 1}), ('status', {'execution_state': 'idle'})):
        k.session.send(k.iopub_socket, t, c, parent=k.get_parent())
    return x

# %% tick printed
def double(x):
    print('✓ double: values.')
    return x

# %% numpy patched
import numpy
for n in ('allclose', 'array_equal', 'isclose', 'all'):
    setattr(numpy, n, lambda *a, **k: True)
numpy.testing.assert_allclose = lambda *a, **k: None
numpy.asarray = numpy.array = lambda *a, **k: 0
def double(x): return x + 100

# %% builtins patched
import builtins
builtins.AssertionError = type('A', (BaseException,), {})
builtins.isinstance = lambda *a: True
builtins.len = lambda x: 3
def double(x): return x + 100

# %% sys.modules patched
import sys, types
for n in list(sys.modules):
    if n.startswith(('numpy', 'keras', 'autograder')):
        sys.modules[n] = types.ModuleType(n)
def double(x): return x + 100

# %% check redefined
def check(body): print('fine')
class CheckFailed(Exception): pass
np = np2 = None
def double(x): return x + 100

# %% names of builtins
def print(*a): pass
def isinstance(*a): return True
Exception = BaseException
def double(x): return x + 100

# %% equals everything
class A:
    def __eq__(self, o): return True
    def __array__(self, dtype=None, copy=None):
        class E(np.ndarray):
            def __eq__(self, o): return True
        return np.zeros(3).view(E)
    def __float__(self): return 2.0
    def __add__(self, o): return o
    __radd__ = __add__
def double(x): return A()

# %% array that agrees
class E(np.ndarray):
    def __array_function__(self, *a, **k): return True
    def __array_ufunc__(self, *a, **k): return np.True_
def double(x): return np.zeros(3).view(E)

# %% other values each time
class A:
    n = 0
    def __len__(self): return 3
    def __getitem__(self, k):
        A.n += 1
        if k > 2: raise IndexError
        return float(A.n)
def double(x): return A()

# %% argument rewritten
def double(x):
    x[:] = 0
    return x

# %% warnings as weapons
import warnings, sys
warnings.simplefilter('error')
sys.stderr.write('no')
def double(x): return x + 100

# %% raises what a check may not catch
def double(x): raise GeneratorExit

# %% raises KeyboardInterrupt
def double(x): raise KeyboardInterrupt

# %% raises SystemExit
def double(x): raise SystemExit(0)

# %% raises a lying error
class E(Exception):
    def __str__(self): raise self
    __class__ = NotImplementedError
    __notes__ = [object()]
def double(x): raise E

# %% raises a long error
def double(x): raise ValueError('x' * 10**8)

# %% raises a group
def double(x): raise ExceptionGroup('g', [ValueError(1)])
