# The names that people and CI call. Every target installs what it needs first; that is quick when nothing is missing.

PREFIX ?= /usr/local
DESTDIR ?=
RECORD ?= missing

PACKAGES := libcairo2-dev libharfbuzz-dev libfreetype-dev libexpat1-dev libicu-dev libqrencode-dev libsqlite3-dev libcups2-dev \
  pkg-config librsvg2-2 libturbojpeg0 libhyphen0 hyphen-en-us fonts-liberation2 poppler-utils qpdf python3
# What only tests run: a print server and a printer.
TEST_PACKAGES := cups cups-client cups-ipp-utils cups-filters dbus
RELEASE := -c release --static-swift-stdlib --product vanban
SOURCES := Package.swift Sources Tests
BINARY := .build/release/vanban
# Every folder with a catalogue is a target with pages of its own.
ROOMS := $(basename $(notdir $(wildcard Sources/*/*.docc Sources/*/*/*.docc)))
SHARE := $(DESTDIR)$(PREFIX)/share

.PHONY: all deps test-deps build demo test test-release soak golden lint format docs install bench fuzz sanitize clean

all: build

deps:
	@tools/install-packages $(PACKAGES)

test-deps: deps
	@tools/install-packages $(TEST_PACKAGES)

build: deps
	swift build $(RELEASE)

demo: build
	@mkdir -p out
	@$(BINARY) render nghi-quyet samples/bac-ninh-2020/congress.yaml -o out/nghi-quyet.pdf
	@$(BINARY) render bien-ban-dai-hoi samples/dai-hoi-minh-hoa/congress.yaml delegates=samples/dai-hoi-minh-hoa/delegates.csv \
	  -o out/bien-ban-dai-hoi.pdf
	@$(BINARY) render bien-ban-kiem-phieu samples/dai-hoi-minh-hoa/congress.yaml -o out/bien-ban-kiem-phieu.pdf
	@rm -rf out/kpi && mkdir -p out/kpi
	@$(BINARY) kpi import samples/kpi/chi-tieu.yaml samples/kpi/so-lieu-2025.csv samples/kpi/so-lieu-2026.csv \
	  --store out/kpi/kpi.sqlite
	@$(BINARY) schedule add kpi-thang --template kpi-thang --source kpi --each organisation --every month \
	  --on 'day 25 08:00' --deliver folder:out/kpi --now 2026-11-01 --store out/kpi/kpi.sqlite
	@$(BINARY) schedule run --now '2026-11-25 08:00' --store out/kpi/kpi.sqlite

test: test-deps
	swift test

# The tests of the command once more, with the release build as the program: what the optimiser does is seen there only.
test-release: build test-deps
	VANBAN_TEST_PROGRAM=$(CURDIR)/$(BINARY) swift test --filter CommandTests

# The long form of the tests that kill runs of the schedule: 1,000 kills, 60 of printing ones, 1,000 random histories.
soak: test-deps
	VANBAN_SOAK_KILLS=1000 VANBAN_SOAK_PRINTS=60 VANBAN_SOAK=1000 swift test \
	  --filter 'ScheduleKillTests|SchedulePrintTests|ModelTests'

# RECORD=missing|failed|all writes the expected pages anew; look at the change before committing it.
golden: deps
	RECORD=$(RECORD) swift test --filter GoldenTests

lint:
	swift format lint --strict --parallel --recursive $(SOURCES)
	@tools/find-leaked-pointers

format:
	swift format --in-place --parallel --recursive $(SOURCES)

docs: build
	$(BINARY) info --properties > docs/css.md
	$(BINARY) info --filters > docs/filters.md
	$(BINARY) info --diagnostics > docs/diagnostics.md
	VANBAN_DOCS=1 swift package --allow-writing-to-directory out/docs generate-documentation \
	  $(ROOMS:%=--target %) --enable-experimental-combined-documentation \
	  --output-path out/docs --transform-for-static-hosting

install: build
	install -D -m 755 $(BINARY) $(DESTDIR)$(PREFIX)/bin/vanban
	mkdir -p $(SHARE)/vanban
	cp -R templates profiles $(SHARE)/vanban/
	install -D -m 644 fonts/fonts.yaml $(SHARE)/vanban/fonts/fonts.yaml
	$(BINARY) --experimental-dump-help | python3 tools/manual.py > out-vanban.1
	install -D -m 644 out-vanban.1 $(SHARE)/man/man1/vanban.1
	rm out-vanban.1
	mkdir -p $(SHARE)/bash-completion/completions $(SHARE)/zsh/site-functions $(SHARE)/fish/vendor_completions.d
	$(BINARY) --generate-completion-script bash > $(SHARE)/bash-completion/completions/vanban
	$(BINARY) --generate-completion-script zsh > $(SHARE)/zsh/site-functions/_vanban
	$(BINARY) --generate-completion-script fish > $(SHARE)/fish/vendor_completions.d/vanban.fish

bench: build
	python3 Benchmarks/bench.py --binary $(BINARY)
	python3 Benchmarks/linearity.py --binary $(BINARY)

# Random documents: against the layout in a debug build, then through the whole road, sober and hostile. Minutes, not part of `test`.
FUZZ ?= 1000
fuzz: build
	VANBAN_RANDOM_DOCUMENTS=$(FUZZ) swift test --filter NothingLostTests
	python3 tools/fuzz.py $(BINARY) --count $(FUZZ)
	python3 tools/fuzz.py $(BINARY) --count $(FUZZ) --hostile

# A folder of its own: sanitized objects and plain ones would replace each other.
sanitize: test-deps
	LSAN_OPTIONS=suppressions=$(CURDIR)/tools/known-leaks.txt:print_suppressions=0 \
	  swift test --sanitize=address --scratch-path .build/sanitize

clean:
	rm -rf .build out
