# make run    sets up what is missing and opens the sample warehouse (without a display: leaves its pictures in out/)
# make test   sets up what is missing and passes every gate and every test
.PHONY: run test setup lock house format
.DEFAULT_GOAL := run

run:
	@.ci/setup --run
	@.ci/demo

test:
	@.ci/setup --lenient
	@.ci/check

setup:
	@.ci/setup

# After a change of the dependencies in pyproject.toml.
lock:
	@.ci/lock

# The measures of style that this project watches.
house:
	@python3 .ci/house.py

format:
	@.venv/bin/ruff format .
	@.venv/bin/ruff check --fix .
