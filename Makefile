VENV := .venv
PEERS := .venv-peers
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
COMPILE := $(BIN)/pip-compile --quiet --generate-hashes --allow-unsafe --strip-extras \
	--no-emit-index-url --no-emit-find-links --no-emit-trusted-host

.PHONY: demo test lint bench lock clean

demo: $(VENV)/installed
	@$(BIN)/rakor demo $(ARGS)

test: lint
	$(BIN)/python -m pytest -n auto --dist worksteal -q $(ARGS)

lint: $(VENV)/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/installed-dev $(PEERS)/installed
	$(BIN)/python -m benchmarks $(ARGS)

lock: | $(BIN)/python
	$(PIP) install 'pip-tools>=7.4'
	$(COMPILE) --extra build --output-file requirements.txt pyproject.toml
	$(COMPILE) --extra build --extra dev --output-file requirements-dev.txt pyproject.toml
	cd benchmarks/peers && ../../$(COMPILE) --output-file requirements.txt requirements.in

clean:
	rm -rf $(VENV) $(PEERS) var

$(VENV)/installed: requirements.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt pyproject.toml | $(BIN)/python
	$(PIP) install --require-hashes -r requirements-dev.txt
	$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@ $(VENV)/installed

$(BIN)/python:
	python3 -m venv $(VENV)

$(PEERS)/installed: benchmarks/peers/requirements.txt
	python3 -m venv $(PEERS)
	$(PEERS)/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes -r $<
	@touch $@
