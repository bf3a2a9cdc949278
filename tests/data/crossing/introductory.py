# Checks in the style of introductory courses, which use the student's own classes, print, ask and seed.

# %% sum of two objects: student
class Money:
    def __init__(self, won): self.won = won
    def __add__(self, other): return Money(self.won + other.won)
    def __eq__(self, other): return isinstance(other, Money) and self.won == other.won
    def __hash__(self): return hash(self.won)
    def __lt__(self, other): return self.won < other.won

# %% sum of two objects: check
assert Money(3) + Money(4) == Money(7) and Money(3) != Money(4)
assert [m.won for m in sorted([Money(5), Money(2)])] == [2, 5]
assert max(Money(1), Money(6)).won == 6 and not Money(2) < Money(1)
assert len({Money(1), Money(1), Money(2)}) == 2

# %% wrong sum of two objects: student
class Money:
    def __init__(self, won): self.won = won
    def __add__(self, other): return Money(self.won - other.won)
    def __eq__(self, other): return self.won == other.won

# %% wrong sum of two objects: check
assert Money(3) + Money(4) == Money(7), 'the sum is wrong'

# %% objects and plain numbers: student
class Ratio:
    def __init__(self, a, b): self.a, self.b = a, b
    def __mul__(self, k): return Ratio(self.a * k, self.b)
    __rmul__ = __mul__
    def __truediv__(self, k): return Ratio(self.a, self.b * k)
    def __neg__(self): return Ratio(-self.a, self.b)
    def __abs__(self): return Ratio(abs(self.a), abs(self.b))
    def __round__(self, n=0): return round(self.a / self.b, n)
    def __pow__(self, k): return Ratio(self.a ** k, self.b ** k)
    def __eq__(self, other): return self.a == other * self.b
    def __iadd__(self, k):
        self.a += k * self.b
        return self
    def __format__(self, form): return f'{self.a / self.b:{form}}'
    def __complex__(self): return complex(self.a)

# %% objects and plain numbers: check
r = Ratio(1, 2)
assert (2 * r).a == 2 and (r * 3).a == 3 and (r / 2).b == 4 and (-r).a == -1 and abs(-r).a == 1
assert round(Ratio(2, 3), 2) == 0.67 and (r ** 2).b == 4 and Ratio(6, 2) == 3 and complex(r) == 1
same = r
r += 1
assert r is same and r.a == 3 and f'{r:.2f}' == '1.50'

# %% no such operator: student
class A: pass

# %% no such operator: check
A() + A()

# %% containers of one's own: student
class Shelf:
    def __init__(self, *books): self.books = list(books)
    def __len__(self): return len(self.books)
    def __contains__(self, book): return book in self.books
    def __getitem__(self, k): return self.books[k]
    def __setitem__(self, k, book): self.books[k] = book
    def __delitem__(self, k): del self.books[k]
    def __reversed__(self): return reversed(self.books)
    def __bool__(self): return 'gold' in self.books

# %% containers of one's own: check
s = Shelf('a', 'b')
assert 'b' in s and 'c' not in s and len(s) == 2 and s[1] == 'b' and s[0:1] == ['a'] and not s
s[0] = 'gold'
assert s and list(reversed(s)) == ['b', 'gold'] and list(s) == ['gold', 'b']
del s[1]
assert s.books == ['gold']

# %% classes: student
class Animal:
    """Something that lives."""
    legs = 4
    def __init__(self, name): self.name = name
    def speak(self): raise NotImplementedError
class Dog(Animal):
    def speak(self): return f'{self.name} barks'
    @property
    def loud(self): return True
    @classmethod
    def rex(cls): return cls('Rex')
    @staticmethod
    def kind(): return 'dog'

# %% classes: check
d = Dog('Ari')
assert issubclass(Dog, Animal) and not issubclass(Animal, Dog) and isinstance(d, Animal) and type(d) is Dog
assert type(Dog.rex()) is Dog and Dog.kind() == 'dog' and Dog.legs == 4 and d.loud and Dog.__name__ == 'Dog'
assert Animal.__doc__ == 'Something that lives.' and d.__doc__ is None and d.__class__ is Dog
assert vars(d) == {'name': 'Ari'} and hasattr(d, 'speak') and not hasattr(d, 'meow') and hasattr(Dog, '__init__')
d.age = 3
assert d.age == 3 and Dog.rex().speak() == 'Rex barks'
del d.age
assert not hasattr(d, 'age') and isinstance(Dog, type) and not isinstance(3, Dog)

# %% abstract method: student
class Animal:
    def speak(self): raise NotImplementedError('speak')

# %% abstract method: check
Animal().speak()

# %% copies of objects: student
class Box:
    def __init__(self): self.items = [1]

# %% copies of objects: check
import copy
a = Box()
b, c = copy.copy(a), copy.deepcopy(a)
assert b is not a and b.items is a.items and c.items == [1] and c.items is not a.items

# %% enumeration and dataclass: student
import enum, dataclasses
class Color(enum.Enum):
    RED = 1
    BLUE = 2
@dataclasses.dataclass(order=True)
class Point:
    x: int
    y: int = 0

# %% enumeration and dataclass: check
assert Color.RED is Color(1) and Color['BLUE'].value == 2 and [c.name for c in Color] == ['RED', 'BLUE']
assert len(Color) == 2 and Color.RED != Color.BLUE and isinstance(Color.RED, Color)
assert Point(1) == Point(1, 0) and Point(1) < Point(2) and repr(Point(3)) == 'Point(x=3, y=0)'

# %% errors of one's own: student
class ShopError(Exception): pass
class TooPoor(ShopError):
    def __init__(self, needed):
        super().__init__(f'{needed} more')
        self.needed = needed
def buy(price, money=10):
    if price > money: raise TooPoor(price - money)
    if price < 0: raise ValueError('negative')

# %% errors of one's own: check
try:
    buy(15)
except TooPoor as error:
    assert str(error) == '5 more' and error.needed == 5 and error.args == ('5 more',) and type(error) is TooPoor
else:
    assert False
try:
    buy(15)
except ShopError as error:
    assert isinstance(error, TooPoor) and not isinstance(error, ValueError)
try:
    buy(-1)
except ShopError:
    assert False
except ValueError:
    pass
assert issubclass(TooPoor, ShopError) and issubclass(TooPoor, Exception) and str(TooPoor(2)) == '2 more'

# %% errors of one's own for pytest: student
class Refused(ValueError): pass
def f(x): raise Refused(f'not {x}', 3)

# %% errors of one's own for pytest: check
import pytest
with pytest.raises(Refused, match='not 7') as caught:
    f(7)
assert caught.value.args == ('not 7', 3) and caught.type is Refused

# %% an error that is not caught: student
class Refused(ValueError): pass
def f(x): raise Refused('no')

# %% an error that is not caught: check
try:
    f(1)
except KeyError:
    pass

# %% printed: student
def greet(name):
    print('Hello', name)
    return 3

# %% printed: check
import io, contextlib
buffer = io.StringIO()
with contextlib.redirect_stdout(buffer):
    assert greet('Ada') == 3
    print('between')
    greet('Bo')
greet('nobody')
assert buffer.getvalue() == 'Hello Ada\nbetween\nHello Bo\n', buffer.getvalue()

# %% printed with a call back and to stderr: student
import sys
def each(f):
    print('one')
    f()
    print('two', file=sys.stderr)

# %% printed with a call back and to stderr: check
import io, contextlib
out, err = io.StringIO(), io.StringIO()
with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
    each(lambda: print('called'))
assert (out.getvalue(), err.getvalue()) == ('one\ncalled\n', 'two\n')

# %% printed before an error: student
def f():
    print('before')
    raise ValueError('no')

# %% printed before an error: check
from IPython.utils.capture import capture_output
with capture_output() as captured:
    try:
        f()
    except ValueError:
        print('caught')
assert captured.stdout == 'before\ncaught\n'

# %% asked: student
def ask():
    return int(input('first? ')) + int(input('second? '))

# %% asked: check
from unittest.mock import patch
with patch('builtins.input', side_effect=['4', '5']) as asked:
    assert ask() == 9
assert [call.args for call in asked.call_args_list] == [('first? ',), ('second? ',)]

# %% asked a name of the notebook: student
def ask(): return input('n? ')

# %% asked a name of the notebook: check
import builtins
real = builtins.input
builtins.input = lambda prompt='': 'seven'
try:
    assert ask() == 'seven'
finally:
    builtins.input = real

# %% seeded: student
import random
def roll(): return random.randint(1, 6)
def noise(n): return np.random.normal(size=n)

# %% seeded: check
import random
random.seed(3)
a = [roll() for _ in range(9)]
random.seed(3)
assert a == [roll() for _ in range(9)]
random.seed(3)
assert a == [random.randint(1, 6) for _ in range(9)]
np.random.seed(0)
assert np.allclose(noise(2), [1.76405235, 0.40015721])

# %% about a function: student
import functools
def area(r: float, k: float = 1.0, *rest, unit: str = 'm', **more) -> float:
    """Area of a circle."""
    total = 0
    for _ in range(1):
        total += 3 * r * r * k
    return total
def kept(n): return n
kept = functools.lru_cache(kept)

# %% about a function: check
import inspect, types
assert area.__doc__ == 'Area of a circle.' and area.__name__ == 'area' and callable(area)
assert list(inspect.signature(area).parameters) == ['r', 'k', 'rest', 'unit', 'more']
assert inspect.signature(area).parameters['k'].default == 1.0 and inspect.signature(area).return_annotation is float
assert str(inspect.signature(area)) == "(r: float, k: float = 1.0, *rest, unit: str = 'm', **more) -> float"
assert area.__annotations__['r'] is float and area.__defaults__ == (1.0,) and area.__kwdefaults__ == {'unit': 'm'}
assert area.__code__.co_argcount == 2 and 'range' in area.__code__.co_names
assert isinstance(area, types.FunctionType) and inspect.isfunction(area) and not inspect.isclass(area)
assert 'for _ in range' in inspect.getsource(area) and 'while' not in inspect.getsource(area)
assert inspect.getdoc(area) == 'Area of a circle.' and list(inspect.signature(kept).parameters) == ['n']

# %% about a function without a docstring: student
def f(): pass

# %% about a function without a docstring: check
assert f.__doc__, 'no docstring'

# %% generators and coroutines: student
def evens(n):
    for i in range(0, n, 2): yield i
async def later(): return 5

# %% generators and coroutines: check
import types, inspect, asyncio
assert isinstance(evens(3), types.GeneratorType) and inspect.isgenerator(evens(1))
async def wait(): return await later()
assert asyncio.run(wait()) == 5 and asyncio.run(later()) == 5
steps = evens(3)
assert (steps.send(None), steps.send(None)) == (0, 2)
try:
    steps.send(None)
except StopIteration:
    pass
else:
    assert False

# %% containers of the library: student
from collections import Counter, defaultdict, OrderedDict
def f():
    kept = defaultdict(list)
    kept['a'].append(1)
    return Counter('aab'), kept, OrderedDict(b=1, a=2)

# %% containers of the library: check
from collections import Counter, defaultdict, OrderedDict
count, kept, ordered = f()
assert count.most_common(1) == [('a', 2)] and count['z'] == 0 and type(count) is Counter and count + count == Counter('aaaabb')
assert kept['zz'] == [] and kept['a'] == [1] and isinstance(kept, defaultdict) and kept.default_factory is list
assert ordered == OrderedDict(b=1, a=2) and ordered != OrderedDict(a=2, b=1) and ordered.popitem() == ('a', 2)

# %% tables: student
import pandas as pd
def clean(table): return table.dropna().reset_index(drop=True)
def means(table): return table.groupby('town')['size'].mean()
def double(table): table['twice'] = table['size'] * 2
def first(table): table.loc[0, 'size'] = 99
def shout(names): return names.str.upper()
towns = pd.DataFrame({'town': ['a', 'b', 'a'], 'size': [1, 2, 4], 'rain': [0.5, None, 1.5]}, index=[3, 1, 2])
kinds = towns['town'].astype('category')
days = pd.Series(pd.to_datetime(['2026-01-01', '2026-02-01']), name='day').dt.tz_localize('Asia/Seoul')
several = towns.groupby(['town', 'size']).sum()
numbers = pd.array([1, None], dtype='Int64').sum(), pd.Series([1, None], dtype='Int64')
objects = pd.Series(['a', 1, None, (2, 3)], dtype=object, index=pd.Index(list('wxyz'), name='k'))

# %% tables: check
import pandas as pd
given = pd.DataFrame({'town': ['a', 'b', None], 'size': [1, 2, 3], 'ok': [True, False, True]})
expected = pd.DataFrame({'town': ['a', 'b'], 'size': [1, 2], 'ok': [True, False]})
pd.testing.assert_frame_equal(clean(given), expected)
assert given.shape == (3, 3) and isinstance(clean(given), pd.DataFrame) and not clean(given).equals(given)
pd.testing.assert_series_equal(means(towns), pd.Series([2.5, 2.0], index=pd.Index(['a', 'b'], name='town'), name='size'))
double(given)
first(given)
assert list(given.columns) == ['town', 'size', 'ok', 'twice'] and given['size'].tolist() == [99, 2, 3]
assert shout(given['town']).tolist()[:2] == ['A', 'B'] and towns.index.tolist() == [3, 1, 2] and towns.rain.isna().sum() == 1
assert list(kinds.cat.categories) == ['a', 'b'] and kinds.dtype == 'category' and towns['town'].dtype == 'str'
assert days.max() == pd.Timestamp('2026-02-01', tz='Asia/Seoul') and days.name == 'day' and days.dt.month.tolist() == [1, 2]
assert several.loc[('a', 4), 'rain'] == 1.5 and several.index.names == ['town', 'size'] and len(several) == 3
assert numbers[0] == 1 and numbers[1].isna().tolist() == [False, True] and str(numbers[1].dtype) == 'Int64'
assert objects.tolist() == ['a', 1, None, (2, 3)] and objects['z'] == (2, 3) and objects.index.name == 'k'

# %% files: student
import os, pathlib
def save(name, *lines):
    with open(name, 'w') as file:
        for line in lines: print(line, file=file)
    return name
def lines_in(name):
    with open(name) as file: return file.read().splitlines()
def extend(name):
    pathlib.Path(name).open('a').write('more\n')
def delete(name): os.remove(name)
def fail(name):
    save(name, 'before')
    raise ValueError(name)

# %% files: check
import os, pathlib
assert open(save('a.txt', 1, 2)).read() == '1\n2\n' and os.path.exists('a.txt')
with open('b.txt', 'w') as file: file.write('x\ny')
assert lines_in('b.txt') == ['x', 'y'] and lines_in(pathlib.Path('a.txt')) == ['1', '2']
extend('a.txt')
assert pathlib.Path('a.txt').read_text() == '1\n2\nmore\n'
os.makedirs('deep')
pathlib.Path('deep/c.txt').write_text('c')
assert lines_in('deep/c.txt') == ['c']
delete('a.txt')
assert not os.path.exists('a.txt')
os.remove('b.txt')
try:
    lines_in('b.txt')
except FileNotFoundError:
    pass
else:
    assert False
try:
    fail('d.txt')
except ValueError:
    assert open('d.txt').read() == 'before\n'

# %% classes of given cells: student
class Dog(Beast):
    def sound(self): return 'woof'
class TooLoud(Rejected): pass
class Square(Figure):
    def area(self): return 4
def refuse(text): raise Rejected(text)
def shout(): raise TooLoud('!')
def animal(name): return Beast(name)

# %% classes of given cells: check
d = Dog('Rex')
assert isinstance(d, Beast) and issubclass(Dog, Beast) and type(d) is Dog and d.speak() == 'Rex: woof' and d.name == 'Rex'
assert isinstance(Square(), Figure) and issubclass(Square, Figure) and Square().area() == 4
assert isinstance(animal('Tom'), Beast) and not isinstance(animal('Tom'), Dog) and animal('Tom').speak() == 'Tom: ...'
for f, kind in ((lambda: refuse('no'), Rejected), (shout, TooLoud), (shout, Rejected)):
    try:
        f()
    except kind as error:
        assert isinstance(error, Rejected) and str(error) in 'no!'
    else:
        assert False

# %% the current figure: student
import matplotlib.pyplot as plt
def draw(x, y):
    plt.figure()
    plt.plot(x, y, 'r--')
    plt.title('Rain')
def bars(heights):
    figure, axes = plt.subplots()
    axes.bar(range(len(heights)), heights)
    axes.set_xlim(-1, 5)

# %% the current figure: check
import matplotlib.pyplot as plt
draw([1, 2], [3, 4])
assert plt.gca().get_title() == 'Rain' and list(plt.gca().lines[0].get_ydata()) == [3, 4]
assert len(plt.gcf().axes) == 1 and len(plt.get_fignums()) == 1
bars([3, 1])
assert [bar.get_height() for bar in plt.gca().patches] == [3, 1] and plt.xlim() == (-1, 5) and len(plt.get_fignums()) == 2
plt.close('all')
assert plt.get_fignums() == []
figure, axes = plt.subplots()
assert plt.gca() is axes and plt.gcf() is figure
plt.close('all')

# %% a table that is wrong: student
import pandas as pd
def clean(table): return table.fillna(0)

# %% a table that is wrong: check
import pandas as pd
assert clean(pd.DataFrame({'size': [1, None]})).equals(pd.DataFrame({'size': [1.0]})), 'a row too many'

# %% dates: student
import datetime
def f(): return datetime.date(2026, 1, 2), datetime.datetime(2026, 1, 2, 3, 4, 5, 6), datetime.timedelta(2, 3), datetime.time(1, 2)

# %% dates: check
import datetime
a, b, c, d = f()
assert a == datetime.date(2026, 1, 2) and a.year == 2026 and b.isoformat() == '2026-01-02T03:04:05.000006'
assert c == datetime.timedelta(2, 3) and b + c > b and d.minute == 2 and type(a) is datetime.date

# %% classes that extend a list or a dict: student
class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
class Sorted(list):
    def append(self, x):
        super().append(x)
        self.sort()
class Scores(dict):
    """Points of each name."""
    def best(self): return max(self, key=self.get)
    def __missing__(self, name): return 0
    def __len__(self): return 100
class Bag(set):
    def add_all(self, *items):
        for item in items: self.add(item)
        return self
from collections import deque
class Line(deque):
    def join(self, name): self.append(name)

# %% classes that extend a list or a dict: check
import heapq, json
s = Stack()
s.push(1); s.push(5); s.append(3)
assert s.pop() == 3 and s.peek() == 5 and len(s) == 2 and s == [1, 5] and s[0] == 1 and isinstance(s, Stack)
assert type(s) is Stack and isinstance(s, list) and issubclass(Stack, list) and hasattr(s, 'push') and not hasattr(s, 'x')
s[0] = 4
s += [2]
heapq.heapify(s)
assert s[0] == 2 and s.peek() == s[-1] and sum(s) == 11 and json.dumps(sorted(s)) == '[2, 4, 5]' and list(reversed(s))[-1] == 2
t = Sorted()
for k in (3, 1, 2): t.append(k)
assert t == [1, 2, 3] and np.array(t).tolist() == [1, 2, 3]
r = Scores(ann=1)
r['bo'] = 5
r.unit = 'points'
assert r.best() == 'bo' and r['zoe'] == 0 and r == {'ann': 1, 'bo': 5} and len(r) == 100 and r.unit == 'points'
assert 'bo' in r and sorted(r) == ['ann', 'bo'] and r.pop('ann') == 1 and dict(r) == {'bo': 5} and 'Points' in Scores.__doc__
b = Bag().add_all(1, 2, 2)
assert b == {1, 2} and 1 in b and b | {3} == {1, 2, 3} and b is b.add_all()
line = Line('ab')
line.join('c')
assert ''.join(line) == 'abc' and line.popleft() == 'a' and len(line) == 2

# %% classes that extend a tuple, a text or a number: student
from collections import namedtuple
from typing import NamedTuple
import enum
class Vector(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    def __add__(self, other): return Vector(*(a + b for a, b in zip(self, other)))
    def __abs__(self): return sum(x * x for x in self) ** 0.5
class Point(NamedTuple):
    x: float
    y: float = 0
    def dist(self, other): return abs(complex(self.x - other.x, self.y - other.y))
    def __str__(self): return f'<{self.x}>'
class Pair(namedtuple('Pair', 'a b')):
    def swapped(self): return Pair(self.b, self.a)
class Name(str):
    def initials(self): return ''.join(word[0] for word in self.split())
class Celsius(float):
    @property
    def fahrenheit(self): return self * 9 / 5 + 32
class Size(enum.IntEnum):
    SMALL = 1
    LARGE = 2

# %% classes that extend a tuple, a text or a number: check
v = Vector(1, 2) + Vector(2, 2)
assert v == (3, 4) and abs(v) == 5 and v[0] == 3 and type(v) is Vector and hash(v) == hash((3, 4)) and len({v, (3, 4)}) == 1
p = Point(3, 4)
assert p.dist(Point(0)) == 5 and p == (3, 4) and p.y == 4 and str(p) == f'{p}' == '<3>' and p._fields == ('x', 'y')
assert p._asdict() == {'x': 3, 'y': 4} and p._replace(x=1).x == 1 and isinstance(p, tuple) and Pair(1, 2).swapped() == (2, 1)
x, y = p
assert (x, y) == (3, 4) and repr(Point(1)) == 'Point(x=1, y=0)'
n = Name('Ada King')
assert n.initials() == 'AK' and n == 'Ada King' and ' '.join([n, n]) == 'Ada King Ada King' and n.upper() == 'ADA KING'
c = Celsius(100)
assert c.fahrenheit == 212 and c == 100 and f'{c:.1f}' == '100.0' and sorted([Celsius(3), c])[1] is c
assert Size.LARGE > Size.SMALL and Size.SMALL.name == 'SMALL' and Size(1) is Size.SMALL and Size.LARGE == 2
assert list(Size.__members__) == ['SMALL', 'LARGE'] and isinstance(Size.SMALL, Size)

# %% views, paths and lists of names: student
import pathlib, types, re
def letters(text): return dict.fromkeys(text).keys()
def table(text): return types.MappingProxyType({'a': len(text)})
def place(path): return path / 'notes.txt'
def number(text): return re.search(r'\d+', text)
class Door:
    def open(self): self.is_open = True

# %% views, paths and lists of names: check
import pathlib, re
assert letters('abca') == {'a', 'b', 'c'} and letters('ab') | {'c'} == {'a', 'b', 'c'} and list(letters('ba')) == ['b', 'a']
assert table('xy') == {'a': 2} and table('x')['a'] == 1 and dict(table('')) == {'a': 0}
assert place(pathlib.Path('home')) == pathlib.Path('home/notes.txt') and place(pathlib.Path('.')).suffix == '.txt'
assert isinstance(number('a12'), re.Match) and number('a12').group() == '12' and number('a') is None
assert 'open' in dir(Door) and 'is_open' not in dir(Door())

# %% a block that an object guards: student
class Ignore:
    def __init__(self, *kinds): self.kinds = kinds
    def __enter__(self): return self
    def __exit__(self, kind, error, frames):
        self.seen = kind and (kind.__name__, str(error))
        return kind is not None and issubclass(kind, self.kinds)

# %% a block that an object guards: check
with Ignore(KeyError) as guard:
    raise KeyError('gone')
assert guard.seen == ('KeyError', "'gone'")
try:
    with Ignore(KeyError) as guard:
        raise ValueError('other')
except ValueError:
    pass
else:
    assert False
assert guard.seen[0] == 'ValueError'
with guard:
    pass
assert guard.seen is None

# %% a function that the check counts: student
def total(n): return n if n < 1 else n + total(n - 1)

# %% a function that the check counts: check
real, calls = total, []
def total(n):
    calls.append(n)
    return real(n)
assert total(3) == 6 and calls == [3, 2, 1, 0]
