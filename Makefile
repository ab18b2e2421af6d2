# Two commands, each enough on a fresh machine: `make demo` and `make test`.
# Both make .venv, install into it, and skip what a former run has done.

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --quiet --disable-pip-version-check --no-input
SAMPLE := samples/ileal-net.synthetic.yaml
OUT := out
# the demo's key stays in this folder
DEMO_DATA := $(CURDIR)/.cache/demo
SOURCES := $(shell find generator anonymizer templates samples -type f -not -name '*.pyc' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help demo test clean
.DELETE_ON_ERROR:

help:
	@echo 'make demo   install, and publish a sample case into $(OUT)/'
	@echo 'make test   install, and run every check and test'
	@echo 'make clean  remove what the two made'

demo: $(VENV)/.package
	@XDG_DATA_HOME='$(DEMO_DATA)' $(BIN)/casepress build $(SAMPLE) --out $(OUT)
	@echo
	@echo 'Reports of an invented patient, in French, English and side by side:'
	@echo '  open $(OUT)/ileal-net.bilingual.html in a browser, or any .pdf of $(OUT)/'
	@echo '  what was replaced, and where: $(OUT)/ileal-net.audit.json'

test: $(VENV)/.editable
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/pytest -n 2

clean:
	rm -rf $(VENV) $(OUT) .cache

# Libraries, exactly those of the lock.
$(VENV)/.libraries: requirements.lock .ci/prerequisites
	@set -e; python=$$(.ci/prerequisites); \
	$(BIN)/python -c 'import pip' 2>/dev/null || { \
	    echo "Making $(VENV) with $$python"; "$$python" -m venv --clear $(VENV); }
	@echo 'Installing the libraries of requirements.lock'
	@$(PIP) install --require-hashes -r requirements.lock
	@touch $@

# casepress itself, as users install it; the editable one of `make test` serves as well.
$(VENV)/.package: $(VENV)/.libraries pyproject.toml $(SOURCES)
	@if [ ! -e $(VENV)/.editable ]; then \
	    echo 'Installing casepress'; \
	    $(PIP) install --no-deps --no-build-isolation --force-reinstall .; \
	fi
	@touch $@

$(VENV)/.editable: $(VENV)/.libraries pyproject.toml
	@echo 'Installing casepress for development'
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
