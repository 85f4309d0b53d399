"""``python -m nqpf``: the same as the command ``nqpf``."""

import sys

from nqpf.cli import main

sys.exit(main())
