# Two commands: `make book` builds the site, `make test` runs every test.
# They set everything up by themselves; Python 3.11 to 3.14 is all they need.
PYTHON ?= python3

.PHONY: book test serve lab clean

book:
	@$(PYTHON) -m book build

test:
	@$(PYTHON) -m book test

serve:
	@$(PYTHON) -m book serve

lab:
	@$(PYTHON) -m book lab

clean:
	@$(PYTHON) -m book clean
