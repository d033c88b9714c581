# Every target installs what it needs into .tools, .venv and web/node_modules. Compiled
# modules are kept, whatever the shell says: a server starts in half the time.
unexport PYTHONDONTWRITEBYTECODE
SHELL := /bin/bash
PYTHON ?= python3
BIN := .venv/bin
NPM := npm --prefix web run -s
READY := .venv/.ready
NODE := web/node_modules/.ready
WEB := src/metricgain/web/.built
.DEFAULT_GOAL := help
.PHONY: help serve test check smoke fmt types bench bench-data demo screenshots lock

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 13

serve: $(READY) $(WEB) ## Set everything up and run MetricGain on the embedded database
	@exec $(BIN)/metricgain serve

test: check smoke $(WEB) ## Set everything up and run all checks and tests
	@$(BIN)/python -m bench.chromium >/dev/null
	$(NPM) test
	$(BIN)/pytest -n auto --dist loadgroup

check: $(READY) $(NODE) ## Lint, types, import directions, of both halves
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy && $(BIN)/lint-imports
	@$(BIN)/metricgain openapi web/node_modules/.openapi.json
	$(NPM) check

smoke: $(READY) ## Run a few tests on a second PostgreSQL, over TCP with a password
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
		$(BIN)/python tests/scratch_postgres.py "$$folder" $(BIN)/pytest -m smoke -q

fmt: $(READY) $(NODE) ## Format and fix what can be fixed
	$(BIN)/ruff check --fix . && $(BIN)/ruff format . && $(NPM) fmt

types: $(READY) $(NODE) ## Write the app's types anew from the HTTP API
	@$(BIN)/metricgain openapi web/node_modules/.openapi.json && $(NPM) types

bench: $(READY) $(WEB) ## Run the benchmarks and print their ratios
	$(BIN)/python -m bench
bench-data: $(READY) ## Fill a database with made-up lifters: USERS=1000 is 9 million sets
	$(BIN)/python -m bench data --users $(or $(USERS),100)

demo: $(READY) ## Play a whole training block on an empty database and print it
	@$(BIN)/python -m bench.demo

screenshots: $(READY) $(WEB) ## Take the pictures of the README from made-up data
	@$(BIN)/python -m bench.screenshots

lock: $(READY) ## Resolve the newest permitted dependencies into requirements.lock
	.tools/bin/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header --upgrade -q -o requirements.lock

$(READY): pyproject.toml requirements.lock
	@dev/get-python-packages $(PYTHON) && touch $@
$(NODE): web/package-lock.json
	@dev/get-node-packages && touch $@

$(WEB): $(NODE) $(shell find web/src web/public web/vite web/*.ts web/*.html -type f)
	@$(NPM) build -- --logLevel warn
