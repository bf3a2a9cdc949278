# Files that a submission leaves behind.

# %% link out
import os
os.symlink('/etc/passwd', 'x.txt')
os.symlink('/tmp', 'folder')

# %% the notebook as a link
import os
os.symlink('/etc/passwd', 'p1.ipynb')
open('p2.ipynb', 'w').write('{}')

# %% a pipe
import os
os.mkfifo('pipe')

# %% many files
for k in range(5000):
    open(f'f{k}', 'w').write('x')

# %% a name that leads out
import os
os.makedirs('a/b')
open('a/b/..x', 'w').write('x')

# %% the course's own file
open('data.csv', 'w').write('9')
