# Outputs that would be active on a page.

# %% html
from IPython.display import HTML, display
def double(x):
    display(HTML('<script>alert(1)</script>'))
    return 2 * x

# %% javascript
from IPython.display import Javascript, display
def double(x):
    display(Javascript('alert(1)'))
    return 2 * x

# %% svg
from IPython.display import SVG, display
display({'image/svg+xml': '<svg onload=alert(1)>'}, raw=True)
def double(x): return 2 * x

# %% printed
def double(x):
    print('<script>alert(1)</script>')
    return 2 * x

# %% in an error
def double(x): raise ValueError('<img src=x onerror=alert(1)>')

# %% name of an error
E = type('<script>alert(1)</script>', (Exception,), {})
def double(x): raise E('x')

# %% name of a type
A = type('<script>alert(1)</script>', (), {})
def double(x): return A()

# %% update of another cell
from IPython.display import display
display('a', display_id='i')
def double(x):
    display({'text/html': '<script>'}, raw=True, display_id='i', update=True)
    return 2 * x
