# Two commands for a newcomer: `make demo` and `make test`. Both set up a virtual environment first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT := out

.PHONY: help setup demo test check lint types layers unit examples bench golden docs lock clean

help:
	@echo "make demo    construit les contrats des missions d'exemple, puis les vérifie"
	@echo "make test    contrôle de style, types, architecture, puis tous les tests"
	@echo "make bench   mesure les temps"
	@echo "make docs    écrit les pages des règles (docs/regles)"
	@echo "make lock    recalcule requirements.lock (demande uv)"

setup: $(STAMP)

$(STAMP): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 ou plus récent est nécessaire : make PYTHON=/chemin/de/python3.11 $(MAKECMDGOALS)"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

demo: setup
	$(BIN)/clausegen build examples/mission-cdd.yaml examples/mission-cdi.yaml examples/mission-suivie.yaml -o $(OUT)/demo --force
	$(BIN)/clauselint check $(OUT)/demo

test: lint types layers unit examples

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

unit: setup
	$(BIN)/pytest -n auto

examples: setup
	$(BIN)/clauselint test

golden: setup
	$(BIN)/pytest tests/drafting --update-golden

docs: setup
	$(BIN)/python -m tools.rule_pages

bench: setup
	$(BIN)/python -m bench

lock:
	uv pip compile pyproject.toml --group dev --extra langue --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
	  --quiet --output-file requirements.lock

clean:
	rm -rf $(VENV) $(OUT) build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
