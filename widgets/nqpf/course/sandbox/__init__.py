"""Where a student's code runs: in a process of its own, which knows no expected answer."""
