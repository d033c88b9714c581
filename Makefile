# Every target installs what it needs into .tools (uv) and .venv (the rest).
SHELL := /bin/bash
PYTHON ?= python3
UV := .tools/bin/uv
BIN := .venv/bin
READY := .venv/.ready

.DEFAULT_GOAL := help
.PHONY: help serve test check fmt bench demo lock

help: ## Show this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

serve: $(READY) ## Set everything up and run MetricGain on the embedded database
	@exec $(BIN)/metricgain serve

test: $(READY) check ## Set everything up and run all checks and tests
	$(BIN)/pytest -n auto --dist loadgroup

check: $(READY) ## Lint, types, import directions
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

fmt: $(READY) ## Format and fix what can be fixed
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(READY) ## Run the benchmarks and print their ratios
	$(BIN)/python -m bench

demo: $(READY) ## Play a whole training block on an empty database and print it
	@$(BIN)/python -m bench.demo

lock: $(UV) ## Resolve the newest permitted dependencies into requirements.lock
	$(UV) pip compile pyproject.toml --group dev --universal --generate-hashes \
		--no-header --upgrade -q -o requirements.lock

$(UV):
	$(PYTHON) -m venv .tools || { echo "Python's venv module is missing: apt-get install python3-venv"; exit 1; }
	.tools/bin/python -m pip install --quiet --disable-pip-version-check uv

$(READY): pyproject.toml requirements.lock | $(UV)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) .venv
	$(UV) pip sync --quiet --python $(BIN)/python --require-hashes requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --editable .
	@touch $@
