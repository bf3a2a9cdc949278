# The cells of a small introductory course, whose checks use every habit that such courses have.
# The roles are given (a cell for everybody), solution (a cell to write), seen and hidden (checks).

# %% given: imports
import math, random
import numpy as np

# %% solution: population
population = 51_700_000

# %% hidden: population-value
assert population == 51_700_000 and type(population) is int

# %% given: placeholder
mean = None  # the mean of 2, 4 and 9

# %% solution: mean
mean = sum([2, 4, 9]) / 3

# %% seen: mean-placeholder
assert mean == 5

# %% given: basket
basket = ['apples']
prices = {'apples': 3}
board = np.zeros((2, 2))

# %% solution: fill
basket.append('pears')
prices['pears'] = 5
board[0, 1] = 7

# %% seen: fill-list
assert basket == ['apples', 'pears'], basket

# %% hidden: fill-dict
assert prices == {'apples': 3, 'pears': 5}

# %% seen: fill-array
assert board.tolist() == [[0, 7], [0, 0]]

# %% solution: announce
def announce(city):
    print('Next stop:', city)

# %% seen: announce-redirected
import io, contextlib
heard = io.StringIO()
with contextlib.redirect_stdout(heard):
    announce('Suwon')
assert heard.getvalue() == 'Next stop: Suwon\n'

# %% hidden: announce-captured
from IPython.utils.capture import capture_output
with capture_output() as shown:
    announce('Busan')
    announce('Jeju')
assert shown.stdout.splitlines() == ['Next stop: Busan', 'Next stop: Jeju']

# %% solution: age
def age_next_year():
    return int(input('How old are you? ')) + 1

# %% seen: age-patched
from unittest.mock import patch
with patch('builtins.input', return_value='30'):
    assert age_next_year() == 31

# %% hidden: age-replaced
def input(question):
    return '7' if 'old' in question else 'what?'
assert age_next_year() == 8
del input

# %% solution: fraction
class Fraction:
    """A fraction that is never reduced."""
    parts = 2
    def __init__(self, top, bottom=1):
        self.top, self.bottom = top, bottom
    def __add__(self, other):
        return Fraction(self.top * other.bottom + other.top * self.bottom, self.bottom * other.bottom)
    def __mul__(self, number):
        return Fraction(self.top * number, self.bottom)
    __rmul__ = __mul__
    def __neg__(self):
        return Fraction(-self.top, self.bottom)
    def __eq__(self, other):
        if isinstance(other, int):
            return self.top == other * self.bottom
        return self.top * other.bottom == other.top * self.bottom
    def __lt__(self, other):
        return self.top * other.bottom < other.top * self.bottom
    def __hash__(self):
        return hash(self.top / self.bottom)
    def __float__(self):
        return self.top / self.bottom
    def __abs__(self):
        return Fraction(abs(self.top), abs(self.bottom))
    def __bool__(self):
        return self.top != 0
    def __repr__(self):
        return f'{self.top}/{self.bottom}'
    def __format__(self, form):
        return format(float(self), form)
    def __contains__(self, number):
        return number in (self.top, self.bottom)
    @property
    def inverse(self):
        return Fraction(self.bottom, self.top)
    def expand(self, by):
        self.top *= by
        self.bottom *= by

# %% seen: fraction-attributes
half = Fraction(1, 2)
assert (half.top, half.bottom, Fraction.parts) == (1, 2, 2) and half.inverse.top == 2

# %% seen: fraction-text
assert str(Fraction(1, 2)) == repr(Fraction(1, 2)) == '1/2' and f'{Fraction(1, 4):.2f}' == '0.25'

# %% hidden: fraction-sum
total = Fraction(1, 2) + Fraction(1, 3)
assert (total.top, total.bottom) == (5, 6)

# %% hidden: fraction-equal
assert Fraction(1, 2) == Fraction(2, 4) and Fraction(1, 2) != Fraction(1, 3)

# %% seen: fraction-equal-number
assert Fraction(6, 2) == 3 and not Fraction(6, 2) == 4

# %% seen: fraction-times
assert (2 * Fraction(1, 3)).top == 2 and (Fraction(1, 3) * 4).top == 4 and (-Fraction(1, 3)).top == -1

# %% seen: fraction-order
assert [each.top for each in sorted([Fraction(3, 4), Fraction(1, 2), Fraction(5, 1)])] == [1, 3, 5]
assert max(Fraction(1, 2), Fraction(1, 3)).bottom == 2

# %% hidden: fraction-set
assert len({Fraction(1, 2), Fraction(2, 4), Fraction(1, 3)}) == 2

# %% seen: fraction-float
assert float(Fraction(1, 4)) == 0.25 and abs(Fraction(-1, 2)).top == 1

# %% seen: fraction-truth
assert Fraction(1, 2) and not Fraction(0, 2)

# %% seen: fraction-in
assert 7 in Fraction(7, 8) and 9 not in Fraction(7, 8)

# %% seen: fraction-method
grown = Fraction(1, 2)
grown.expand(3)
assert vars(grown) == {'top': 3, 'bottom': 6}

# %% seen: fraction-type
assert type(Fraction(1)) is Fraction and isinstance(Fraction(1), Fraction) and Fraction.__name__ == 'Fraction'
assert hasattr(Fraction, '__add__') and 'fraction' in Fraction.__doc__ and not hasattr(Fraction(1), 'reduce')

# %% seen: fraction-extended
class Percent(Fraction):
    def __init__(self, number):
        super().__init__(number, 100)
assert Percent(30).bottom == 100

# %% solution: shapes
from abc import ABC, abstractmethod
class Shape(ABC):
    @abstractmethod
    def area(self): ...
class Square(Shape):
    def __init__(self, side): self.side = side
    def area(self): return self.side ** 2

# %% hidden: shapes-inherit
assert issubclass(Square, Shape) and isinstance(Square(2), Shape) and Square(3).area() == 9

# %% seen: shapes-abstract
try:
    Shape()
except TypeError:
    pass
else:
    raise AssertionError('Shape has objects')

# %% solution: volume
def volume(radius: float, height: float = 1.0, *, round_to: int = 2) -> float:
    "Return the volume of a cylinder."
    result = 1.0
    for factor in (math.pi, radius, radius, height):
        result *= factor
    return round(result, round_to)

# %% seen: volume-docstring
assert volume.__doc__ and 'volume' in volume.__doc__ and volume.__name__ == 'volume' and callable(volume)

# %% hidden: volume-signature
import inspect
assert list(inspect.signature(volume).parameters) == ['radius', 'height', 'round_to']
assert volume.__annotations__['radius'] is float and volume.__defaults__ == (1.0,)

# %% seen: volume-loop
import inspect
assert 'for ' in inspect.getsource(volume), 'use a loop'

# %% seen: volume-code
assert volume.__code__.co_argcount == 2

# %% seen: volume-kind
import types
assert isinstance(volume, types.FunctionType) and not isinstance(volume, types.BuiltinFunctionType)

# %% solution: dice
def dice(count):
    return [random.randint(1, 6) for _ in range(count)]
def noise(count):
    return np.random.normal(size=count)

# %% hidden: dice-seed
random.seed(11)
first = dice(20)
random.seed(11)
assert first == dice(20) and set(first) <= set(range(1, 7))

# %% seen: dice-numpy
np.random.seed(5)
expected = np.random.normal(size=3)
np.random.seed(5)
assert np.allclose(noise(3), expected)

# %% seen: near-defines
LIMIT = 0.01
def near(a, b):
    return abs(a - b) < LIMIT
assert near(1, 1)

# %% solution: same_weight
def same_weight(a, b):
    return near(a, b)

# %% seen: same_weight-uses
assert same_weight(1, 1.001) and not same_weight(1, 2)

# %% seen: scale-defines
SCALE = np.eye(2)

# %% solution: scaled
def scaled(vector):
    return SCALE @ vector

# %% seen: scaled-uses
SCALE = 3 * np.eye(2)
assert scaled(np.ones(2)).tolist() == [3, 3]

# %% solution: account
class AccountError(Exception):
    pass
class Overdrawn(AccountError):
    def __init__(self, missing):
        super().__init__(f'{missing} won are missing')
        self.missing = missing
def withdraw(balance, amount):
    if amount <= 0:
        raise ValueError('the amount must be positive')
    if amount > balance:
        raise Overdrawn(amount - balance)
    return balance - amount

# %% hidden: account-own-error
try:
    withdraw(10, 30)
except Overdrawn as error:
    assert error.missing == 20 and '20 won' in str(error) and isinstance(error, AccountError)
else:
    raise AssertionError('no error')

# %% seen: account-base-error
try:
    withdraw(10, 30)
except AccountError:
    pass

# %% seen: account-built-in-error
try:
    withdraw(10, -1)
except ValueError as error:
    assert 'positive' in str(error)

# %% seen: account-pytest
import pytest
with pytest.raises(Overdrawn, match='5 won'):
    withdraw(5, 10)

# %% solution: squares
def squares(count):
    for k in range(count):
        yield k * k
async def slow_answer():
    return 42

# %% seen: squares-next
found = squares(4)
assert next(found) == 0 and list(found) == [1, 4, 9]

# %% hidden: squares-type
import types
assert isinstance(squares(2), types.GeneratorType)

# %% seen: slow_answer-await
assert await slow_answer() == 42

# %% solution: counted
def counted(function):
    def inner(*args):
        inner.calls += 1
        return function(*args)
    inner.calls = 0
    return inner
def compose(f, g):
    return lambda x: f(g(x))

# %% seen: counted-decorates
@counted
def triple(x):
    return 3 * x
assert triple(2) == 6 and triple(3) == 9 and triple.calls == 2

# %% seen: compose-calls
assert compose(str, lambda x: x + 1)(4) == '5'

# %% solution: values
import collections, datetime, decimal, enum, dataclasses
class Season(enum.Enum):
    SPRING = 1
    FALL = 3
Place = collections.namedtuple('Place', 'name floor')
@dataclasses.dataclass
class Ticket:
    price: int = 3
values = {
    'letters': collections.Counter('banana'), 'groups': collections.defaultdict(list, odd=[1, 3]),
    'queue': collections.deque([1, 2]), 'ordered': collections.OrderedDict(b=1, a=2), 'set': {1, 2},
    'day': datetime.date(2026, 3, 2), 'wait': datetime.timedelta(hours=2), 'money': decimal.Decimal('1.10'),
    'season': Season.FALL, 'place': Place('hall', 2), 'ticket': Ticket(), 'complex': 1 + 2j, 'bytes': b'ab',
    'huge': 10 ** 50, 'nothing': None, 'array': np.arange(3), 'small': np.int8(3), 'sine': math.sin,
}

# %% seen: values-counter
assert values['letters'].most_common(1) == [('a', 3)] and values['letters']['z'] == 0

# %% seen: values-default
assert values['groups']['even'] == [] and values['groups']['odd'] == [1, 3]

# %% seen: values-queue
assert list(values['queue']) == [1, 2] and list(values['ordered']) == ['b', 'a'] and values['set'] == {2, 1}

# %% hidden: values-dates
import datetime
assert values['day'] == datetime.date(2026, 3, 2) and values['day'].weekday() == 0
assert values['day'] + values['wait'] * 12 == datetime.date(2026, 3, 3) and values['wait'].seconds == 7200

# %% seen: values-numbers
from decimal import Decimal
assert values['money'] * 2 == Decimal('2.20') and values['complex'].imag == 2 and values['huge'] % 7 == 10 ** 50 % 7

# %% seen: values-enum
assert values['season'] is Season.FALL and values['season'].name == 'FALL' and [s.value for s in Season] == [1, 3]

# %% seen: values-records
assert values['place'].floor == 2 and values['place'] == ('hall', 2) and values['ticket'].price == 3

# %% seen: values-dataclass
assert values['ticket'] == Ticket(3) and repr(Ticket()) == 'Ticket(price=3)'

# %% seen: values-arrays
assert values['array'].sum() == 3 and values['small'].dtype == np.int8 and values['sine'](0) == 0

# %% seen: values-points
points = 0
if values['nothing'] is None: points += 1
if values['bytes'] == b'ab': points += 1
points / 2

# %% solution: tidy_up
def tidy_up(items):
    items.sort()
    return items

# %% seen: tidy_up-in-place
mess = [3, 1, 2]
assert tidy_up(mess) is mess and mess == [1, 2, 3]

# %% seen: names-globals
assert 'population' in globals() and 'nowhere' not in globals()

# %% seen: names-dir
assert 'population' in dir()

# %% seen: names-eval
assert eval('population > 1') and eval('mean + 1') == 6

# %% seen: names-exec
exec('assert volume(1) == 3.14')

# %% seen: names-shell
assert get_ipython().user_ns['population'] == 51_700_000

# %% seen: names-history
assert any('population = 51' + '_700_000' in line for line in In), 'write the number with underscores'

# %% solution: triangle
def triangle(n):
    return 0 if n == 0 else n + triangle(n - 1)

# %% seen: triangle-recursive
kept, calls = triangle, []
def triangle(n):
    calls.append(n)
    return kept(n)
assert triangle(4) == 10 and len(calls) == 5, 'call triangle in triangle'
triangle = kept

# %% hidden: triangle-alone
alone = triangle
del triangle
try:
    alone(2)
except NameError:
    pass
else:
    raise AssertionError('not recursive')
finally:
    triangle = alone

# %% solution: clock
class Clock:
    def __init__(self, times): self.times = times
    def __enter__(self):
        self.runs = True
        return self
    def __exit__(self, *error): self.runs = False
    def __iter__(self): return iter(self.times)
    def __len__(self): return len(self.times)
    def __getitem__(self, k): return self.times[k]
    def __call__(self, k): return self.times[k] * 2

# %% seen: clock-with
with Clock([1]) as clock:
    assert clock.runs
assert not clock.runs

# %% seen: clock-sequence
clock = Clock([5, 6, 7])
assert list(clock) == [5, 6, 7] and len(clock) == 3 and clock[-1] == 7 and clock[:2] == [5, 6] and clock(0) == 10

# %% solution: note
with open('note.txt', 'w') as file:
    file.write('bring water')

# %% seen: note-file
assert open('note.txt').read() == 'bring water'

# %% seen: magics-time
answer = %time volume(1)
assert answer == 3.14

# %% seen: magics-shell
said = !echo three words here
assert said == ['three words here']

# %% given: rates
rates = {'tax': 0.1}

# %% solution: tax
def tax(price): return price * rates['tax']

# %% seen: tax-changed
rates['tax'] = 0.5
assert tax(10) == 5
rates['tax'] = 0.1

# %% hidden: tax-again
assert tax(10) == 1
