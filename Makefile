# Each command installs what it lacks. `make help` lists them.
SHELL := /bin/bash
.DEFAULT_GOAL := help
PORT ?= 8080
today := target/made/$(shell date -u +%F)
sources := $(shell find src catalogue hosts -type f) $(wildcard .ci/*) .cargo/config.toml index.html Trunk.toml Cargo.toml Cargo.lock package-lock.json

.PHONY: help serve test test-fast access engines dist clean look pictures bench fuzz soak audit release

help: ## what can be made
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' Makefile | expand -t 12

serve: dist/manifest.json ## the demo page on http://127.0.0.1:8080 (PORT= for another)
	@node tests/browser/server.mjs dist $(PORT)

test: dist/manifest.json ## every test; the last line counts them
	@.ci/setup browser hosts
	@node tests/tally.mjs cargo lints scenarios browser

test-fast: ## what needs no browser and no Wasm
	@.ci/setup native
	@node tests/tally.mjs cargo lints scenarios

access: dist/manifest.json ## every screen in every language, light and dark, before two engines that look for faults
	@.ci/setup browser
	@node tests/tally.mjs access

engines: dist/manifest.json ## the journey, embedding and faults in three browser engines
	@.ci/setup engines
	@node tests/tally.mjs engines

dist: dist/manifest.json ## the release in dist/, and its sizes against the budget
	@node .ci/sizes.mjs

look: dist/manifest.json ## every screen in every width and light, to look at in target/look/
	@.ci/setup browser
	@node tests/browser/look.mjs

pictures: dist/manifest.json ## the pictures of the README, taken anew
	@.ci/setup browser
	@node .pictures/take.mjs

bench: dist/manifest.json ## everything timed and weighed beside its peers, in half an hour; kept in target/bench.json
	@.ci/setup bench
	@.ci/bench
	@node tests/bench/run.mjs

fuzz: ## half an hour of mutated bytes for each kind of file that is read; kept in target/fuzz/
	@.ci/setup fuzz
	@tests/fuzz/run.sh

soak: dist/manifest.json ## an hour of interviews in one tab, and a load on the sample of a server; kept in target/soak/
	@.ci/setup browser soak
	@node tests/soak/load.mjs
	@node tests/soak/interviews.mjs

audit: ## licences, origin and known faults of all we build on
	@.ci/setup audit
	@.ci/audit

release: ## what is committed, built twice; with hashes, bills of materials and notes in target/release/
	@.ci/setup release
	@.ci/release

clean: ## away with all that was made; installed tools stay
	rm -rf dist target node_modules

# What is valid differs from day to day.
dist/manifest.json: $(sources) $(today)
	@.ci/setup widget
	@.ci/build

$(today):
	@mkdir -p $(@D)
	@rm -f $(@D)/*
	@touch $@
