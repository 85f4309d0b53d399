"""New Quality Productive Forces: models, explorers and exercises of the interactive textbook."""

__version__: str


def __getattr__(name: str) -> str:
    if name == "__version__":
        from nqpf.version import version

        return version()
    raise AttributeError(f"module 'nqpf' has no attribute {name!r}")
