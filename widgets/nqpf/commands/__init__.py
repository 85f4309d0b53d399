"""The subcommands of ``nqpf``, one module each; see `nqpf.cli`."""


class Failure(Exception):
    """What went wrong and what to do, in one sentence for the person at the keyboard."""
