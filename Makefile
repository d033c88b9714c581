# Every target installs what it needs into .tools (uv) and .venv (the rest).
SHELL := /bin/bash
PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
READY := .venv/.ready
WEB := src/metricgain/web/.built
NODE := web/node_modules/.ready

.DEFAULT_GOAL := help
.PHONY: help serve test check fmt bench demo smoke lock types

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: $(READY) $(WEB) ## Set everything up and run MetricGain on the embedded database
	@exec $(BIN)/metricgain serve

test: check smoke $(WEB) ## Set everything up and run all checks and tests
	@$(BIN)/python tests/chromium.py >/dev/null
	npm --prefix web run -s test
	$(BIN)/pytest -n auto --dist loadgroup

check: $(READY) $(NODE) ## Lint, types, import directions, of both halves
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@$(BIN)/metricgain openapi web/node_modules/.openapi.json
	npm --prefix web run -s check

types: $(READY) $(NODE) ## Write the web app's types anew from the HTTP API
	@$(BIN)/metricgain openapi web/node_modules/.openapi.json
	@npm --prefix web run -s types

smoke: $(READY) ## Run a few tests on a second PostgreSQL, over TCP with a password
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && \
		$(BIN)/python tests/scratch_postgres.py "$$folder" $(BIN)/pytest -m smoke -q

fmt: $(READY) $(NODE) ## Format and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	npm --prefix web run -s fmt

bench: $(READY) ## Run the benchmarks and print their ratios
	$(BIN)/python -m bench

demo: $(READY) ## Play a whole training block on an empty database and print it
	@$(BIN)/python -m bench.demo

lock: $(UV) ## Resolve the newest permitted dependencies into requirements.lock
	$(UV) pip compile pyproject.toml --group dev --universal --generate-hashes \
		--no-header --upgrade -q -o requirements.lock

$(UV):
	@dev/get-uv $(PYTHON)

$(READY): pyproject.toml requirements.lock | $(UV)
	@echo "Setting up Python packages in .venv ..."
	@$(UV) venv -q --allow-existing --no-project --python $(PYTHON) .venv
	@$(UV) pip sync -q --python $(BIN)/python --require-hashes requirements.lock
	@$(UV) pip install -q --python $(BIN)/python --no-deps --editable .
	@touch $@

$(NODE): web/package-lock.json
	@dev/get-node-packages
	@touch $@

$(WEB): $(NODE) $(shell find web/src web/public web/vite web/*.ts web/*.html -type f)
	@npm --prefix web run -s build -- --logLevel warn
