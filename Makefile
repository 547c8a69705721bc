# `make run` and `make test` need nothing but Swift and apt: they install what is missing on Debian 12.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := run
.PHONY: run test lint kernels fuzz sanitize faults browser bench peers docs setup

PACKAGES := libopenblas-dev libboost-math-dev zlib1g-dev libzstd-dev libxlsxwriter-dev pkg-config
STRICT := -Xswiftc -warnings-as-errors
# Swift's own libraries are linked in: the command starts in half the time.
RELEASE := swift build -c release --static-swift-stdlib --product spotcheck
SAMPLE := SampleData
LOGS := .build/logs
SECONDS_PER_TARGET ?= 600
TEXTS ?= 10000000
SANITIZERS ?= address

run: setup ## Judges SampleData against its plan.
	$(RELEASE)
	.build/release/spotcheck analyze $(SAMPLE)/dumps --layout $(SAMPLE)/layout.yaml --plan $(SAMPLE)/plan-2023-2025.yaml

test: setup ## Runs all tests, those of reading with the scalar kernel, and a browser's where there is one; ends with each run's summary.
	@mkdir -p $(LOGS)
	swift build --build-tests $(STRICT)
	swift test $(STRICT) 2>&1 | tee $(LOGS)/all.txt
	SPOTCHECK_KERNEL=scalar swift test $(STRICT) --filter SpotCheckIngestTests 2>&1 | tee $(LOGS)/scalar.txt
	{ if command -v chromium > /dev/null && command -v python3 > /dev/null; then Tests/Browser/browser.py .build/debug/spotcheck; \
	  else echo "browser: skipped, no chromium (make browser installs it)"; fi; } | tee $(LOGS)/browser.txt
	@echo; for run in all scalar; do grep -H 'Test run with' $(LOGS)/$$run.txt | tail -1; done; tail -1 $(LOGS)/browser.txt

lint: ## Checks the layout and documentation of all Swift files.
	swift format lint --strict --recursive Package.swift Sources Tests Benchmarks

kernels: ## Compares every kernel with a plain reading, under the sanitizers of C too, and NEON by emulation.
	Tests/Kernels/run $(TEXTS)

fuzz: setup ## Feeds every fuzz target for SECONDS_PER_TARGET.
	Tests/Fuzz/run $(SECONDS_PER_TARGET)

# Not `thread`: that sanitizer does not see Swift's Mutex on Linux, and reports whatever one guards.
sanitize: setup ## Runs the tests of reading under SANITIZERS.
	for sanitizer in $(SANITIZERS); do \
	  swift test -c release -Xswiftc -enable-testing --scratch-path .build-$$sanitizer --sanitize=$$sanitizer --disable-xctest --filter SpotCheckIngestTests; \
	done

faults: setup ## Shows message, exit code and peak memory of everything that can go wrong.
	$(RELEASE)
	Tests/Faults/faults.py .build/release/spotcheck

browser: setup ## Opens reports in headless Chromium, which it installs, and writes what they look like to .build/pictures.
	@command -v chromium > /dev/null && command -v python3 > /dev/null || { as_root=""; [[ $$(id -u) == 0 ]] || as_root=sudo; \
	  $$as_root apt-get update -q; $$as_root apt-get install -yq --no-install-recommends chromium fonts-noto-cjk python3; }
	swift build -c release --product spotcheck
	Tests/Browser/browser.py .build/release/spotcheck --pictures .build/pictures

bench: setup ## Runs the benchmark suites.
	swift package --package-path Benchmarks benchmark --target Ingest --target Statistics

peers: setup ## Runs the same work through other tools, and checks their totals first.
	$(RELEASE)
	Benchmarks/peers/run

docs: setup ## Builds the documentation of the libraries into .build/docs.
	@rm -rf .build/docs .build/archives
	swift build --scratch-path .build/docs-build --target SpotCheck -Xswiftc -emit-symbol-graph -Xswiftc -emit-symbol-graph-dir -Xswiftc .build/symbols
	@known=(); for module in SpotCheckIngest SpotCheckStatistics SpotCheck; do \
	  symbols=.build/archives/$$module.symbols; archive=.build/archives/$$module.doccarchive; \
	  catalog=Sources/$$module/$$module.docc; [[ -d $$catalog ]] || catalog=; \
	  mkdir -p $$symbols; cp .build/symbols/$$module.symbols.json $$symbols; \
	  docc convert $$catalog --fallback-display-name $$module --fallback-bundle-identifier $$module \
	    --additional-symbol-graph-dir $$symbols --enable-experimental-external-link-support \
	    "$${known[@]}" --output-path $$archive; \
	  known+=(--dependency $$archive); \
	done
	docc merge .build/archives/*.doccarchive --synthesized-landing-page-name SpotCheck --output-path .build/docs

setup:
	@missing=""; for package in $(PACKAGES); do \
	  status=$$(dpkg-query -W -f='$${Status}' $$package 2>/dev/null || true); \
	  [[ $$status == *" installed" ]] || missing="$$missing $$package"; \
	done; \
	if [[ -n $$missing ]]; then \
	  as_root=""; [[ $$(id -u) == 0 ]] || as_root=sudo; \
	  echo "Installing$$missing"; \
	  $$as_root apt-get update -q; $$as_root apt-get install -yq --no-install-recommends $$missing; \
	fi
