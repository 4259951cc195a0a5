# SellerDesk. `make run` serves the site, `make test` runs the whole suite.
# Stamps make a second call quick; what is longer than a line stands in .ci/.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PY := .venv/bin/python
LOADER := $(wildcard sellerdesk/rates/management/commands/load_rates.py)
# The stamps speak of the SQLite file; another database is asked each time.
AGAIN := $(if $(DATABASE_URL),again,$(if $(wildcard var/sellerdesk.sqlite3),,again))

help: ## Cette liste
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 22

setup: var/.static var/.rates ## Environnement, base et barèmes (rapide si rien n'a changé)

run: setup ## Sert le site et affiche son adresse (PORT=8000)
	@.ci/serve

test: setup ## Toute la suite de tests (ARGS="-k mot" pour choisir)
	@.ci/test $(ARGS)

test-postgres: setup ## Les tests de la base, sur un PostgreSQL temporaire
	@.ci/test-postgres $(ARGS)

bench: setup ## Les mesures, en rapports (ARGS="engine http documents column")
	@$(PY) -m tests.benchmarks $(ARGS)

quality: setup ## Style, types, architecture, gabarits, réglages de production
	@.ci/quality

system: ## Paquets Debian qui servent aux documents et aux tests
	@.ci/system

lock: .venv/.done ## Renouvelle requirements.lock d'après pyproject.toml
	@.ci/environment --lock

.venv/.done: requirements.lock .python-version
	@.ci/environment && touch $@

var/.migrated: .venv/.done $(shell find sellerdesk -path '*/migrations/*.py') $(AGAIN)
	@mkdir -p var && $(PY) manage.py migrate --no-input -v 0 && touch $@

var/.rates: var/.migrated $(LOADER) $(shell find fixtures/rates 2>/dev/null)
	@$(if $(LOADER),$(PY) manage.py load_rates &&) touch $@

var/.static: .venv/.done $(shell find static)
	@$(PY) manage.py collectstatic --no-input -v 0 && touch $@

again:
.PHONY: help setup run test test-postgres bench quality system lock again
