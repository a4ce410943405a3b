# The one door for people and CI. `make` lists what it can do.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PYTHON ?= python3
BIN := .venv/bin
NO_STANDSTILL := -o faulthandler_timeout=300 -o faulthandler_exit_on_timeout=true # who waits for ever fails by name, with where it stands
STAMPS := .venv/stamps
ASSETS := src/upheld/ui/static/ui
unexport PYTHONDONTWRITEBYTECODE # kept bytecode saves each worker of the tests eight seconds, and each command it starts a third of one
ASSET_SOURCES := $(shell find src/upheld/ui/assets -type f 2>/dev/null) package.json package-lock.json

.PHONY: help
help: ## List what can be done
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

.PHONY: install
install: $(STAMPS)/run $(ASSETS)/.built ## Build the environment and the assets

$(STAMPS)/venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Upheld needs Python 3.11 or newer: make PYTHON=/path/to/python3.11 $(MAKECMDGOALS)"; exit 1; }
	$(PYTHON) -m venv .venv
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/run: requirements/run.txt pyproject.toml | $(STAMPS)/venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/run.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

$(STAMPS)/dev: requirements/dev.txt $(STAMPS)/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

$(ASSETS)/.built: $(ASSET_SOURCES) | $(STAMPS)/run
	@command -v npm >/dev/null || $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/node.txt
	PATH="$(CURDIR)/$(BIN):$$PATH" npm ci --no-audit --no-fund --loglevel=error
	PATH="$(CURDIR)/$(BIN):$$PATH" npm run build --silent
	@touch $@

.PHONY: run
run: install ## Make the demo register and serve it on http://127.0.0.1:8000
	UPHELD_DATA_DIR=$${UPHELD_DATA_DIR:-./var-demo} $(BIN)/upheld demo --if-missing
	UPHELD_DATA_DIR=$${UPHELD_DATA_DIR:-./var-demo} $(BIN)/upheld serve

.PHONY: test
test: install $(STAMPS)/dev ## Run the quick tests (unit, integration, contract, architecture)
	$(BIN)/python -m pytest -n 2 -m "not functional and not slow" $(NO_STANDSTILL) $(ARGS)

# Three at once on two cores: they often wait, for servers and browsers.
.PHONY: test-slow
test-slow: install $(STAMPS)/dev ## Run the slow tests and those in the browser
	$(BIN)/python -m pytest -n 3 --dist loadgroup -m "functional or slow" $(NO_STANDSTILL) $(ARGS)

.PHONY: test-all
test-all: test test-slow ## Run every test

.PHONY: orders
orders: install $(STAMPS)/dev ## Run all thousand random orders of what people do at the desk (the slow tests run 20)
	UPHELD_TEST_ORDERS=1000 $(BIN)/python -m pytest -n 2 -m slow -k random tests/integration/editorial/test_orders.py $(ARGS)

.PHONY: kills
kills: install $(STAMPS)/dev ## Kill imports, followers and the desk's work 25 times each (the slow tests: 2 or 3)
	UPHELD_TEST_KILLS=25 $(BIN)/python -m pytest -n 2 -m slow -k "kill" tests/integration $(ARGS)

.PHONY: thorough
thorough: install $(STAMPS)/dev ## Run the tests of properties with more examples
	$(BIN)/python -m pytest -n 2 -m hypothesis --hypothesis-profile=thorough $(ARGS)

.PHONY: fuzz
fuzz: install $(STAMPS)/dev ## Ask the search ten thousand hostile and odd things (FUZZ="COUNT SEED"; the slow tests: 150)
	$(BIN)/python -m tests.fuzz.search $(FUZZ)

.PHONY: evaluate
evaluate: install $(STAMPS)/dev ## Say how well texts are read, against labelled passages
	$(BIN)/python -m tests.evaluation.evaluate $(ARGS)
	$(BIN)/python -m tests.evaluation.law_sentences $(ARGS)
	$(BIN)/python -m tests.evaluation.held_out_report $(ARGS)
	$(BIN)/python -m tests.evaluation.identifiers.report $(ARGS)
	$(BIN)/python -m tests.evaluation.cases.danger $(ARGS)
	DJANGO_SETTINGS_MODULE=upheld.config.settings $(BIN)/python -m tests.evaluation.cases.likeness $(ARGS)
	$(BIN)/python -m tests.evaluation.relevance.report $(ARGS)

.PHONY: check
check: install $(STAMPS)/dev ## Lint, types, import contracts, templates, migrations
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/djlint --lint --quiet src/upheld
	UPHELD_DATA_DIR=$$(mktemp -d) $(BIN)/upheld django makemigrations --check --dry-run
	UPHELD_DATA_DIR=$$(mktemp -d) $(BIN)/upheld django check --fail-level WARNING

.PHONY: format
format: install $(STAMPS)/dev ## Format the code
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

.PHONY: picture
picture: install $(STAMPS)/dev ## Take the README's picture from the demo
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.functional.picture

.PHONY: pictures
pictures: install $(STAMPS)/dev ## Take the pictures of the editor's guide
	DJANGO_SETTINGS_MODULE=tests.settings $(BIN)/python -m tests.functional.desk_pictures

.PHONY: lock
lock: install $(STAMPS)/dev ## Compile the hash-pinned locks from pyproject.toml
	requirements/compile.sh

.PHONY: clean
clean: ## Remove what install and the tests made (never the data)
	rm -rf .venv node_modules $(ASSETS) src/upheld/ui/fonts dist build .mypy_cache .ruff_cache .hypothesis
