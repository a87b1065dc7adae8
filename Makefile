# run: the main job on the example articles · test · mutate · soak · fuzz · bench · quality · lint · install PREFIX=/usr/local
.PHONY: run test mutate soak fuzz build bench quality lint format install packages reference clean

SWIFT_FILES = Package.swift Sources Plugins Tests Benchmarks Examples
RELEASE = .build/release
PREFIX ?= /usr/local

# The C libraries that Galley is built on; README.md says what for.
PACKAGES = libjansson-dev libutf8proc-dev libuchardet-dev libstemmer-dev nettle-dev libsqlite3-dev zlib1g-dev libzstd-dev \
  libbrotli-dev libarchive-dev libpq-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev \
  libcld2-dev libpcre2-dev
# What tests need besides: a PostgreSQL server, which they start themselves.
TEST_PACKAGES = postgresql

run: build
	@rm -rf out
	$(RELEASE)/galley run Pipelines/news.json Examples/articles --exclude '*.md' -o out
	@echo
	@echo "The results are in out/, a .json and a .md for each article. One of them, out/test-ban-talks.md, begins:"
	@echo
	@sed -n '1,28p' out/test-ban-talks.md

test: PACKAGES += $(TEST_PACKAGES)
test: packages
	swift build --build-tests
	swift test --disable-xctest --skip-build

# Breaks each stage on purpose and shows that the tests beside the pipelines notice.
mutate: build
	Tests/Mutants/mutate $(RELEASE)

# What the tests of durability do in seconds, at length: 200 kills a pipeline, each call, a million documents.
soak: build
	swift build --build-tests
	GALLEY_SOAK=1 GALLEY_PROGRAM_FOLDER=$(CURDIR)/$(RELEASE) swift test --disable-xctest --skip-build --filter DurabilityTests
	Benchmarks/soak

# Pages, Markdown and plain text, or with WHAT=patterns files of patterns, made up by libFuzzer; SECONDS=1800 for longer.
SECONDS ?= 600
WHAT ?= clean
fuzz: packages
	Tests/Fuzz/run $(SECONDS) $(WHAT)

build: packages
	swift build -c release

bench: build
	Benchmarks/run

# From corpora that are not part of Galley: Benchmarks/quality says where it looks for them.
quality: build
	Benchmarks/quality

# Two builds of their own, so that neither flag makes the everyday build start over.
lint: packages
	swift format lint --strict --recursive $(SWIFT_FILES)
	swift build --build-tests --scratch-path .build/lint --explicit-target-dependency-import-check error \
	  -Xswiftc -warnings-as-errors

format:
	swift format --in-place --recursive $(SWIFT_FILES)

# The pages that are made from the code; a test compares them.
reference: build
	$(RELEASE)/galley describe --markdown > Documentation/stages.md
	$(RELEASE)/galley schema > Documentation/galley-pipeline.schema.json
	$(RELEASE)/galley schema --tests > Documentation/galley-tests.schema.json

install: build
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/galley $(DESTDIR)$(PREFIX)/share/galley
	install $(RELEASE)/galley $(RELEASE)/galley-train $(DESTDIR)$(PREFIX)/bin/
	install -m 644 $(RELEASE)/libGalleyKit.so $(RELEASE)/lib*Plugin.so $(DESTDIR)$(PREFIX)/lib/galley/
	install -d $(DESTDIR)$(PREFIX)/share/galley/Pipelines $(DESTDIR)$(PREFIX)/share/galley/Documentation
	install -m 644 $(filter-out %.test.json,$(wildcard Pipelines/*.json)) $(DESTDIR)$(PREFIX)/share/galley/Pipelines/
	install -m 644 Documentation/*.schema.json $(DESTDIR)$(PREFIX)/share/galley/Documentation/

# Installs what is missing; asks for root only then.
packages:
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2>/dev/null | grep -q 'ok installed' || missing="$$missing $$package"; done; \
	if [ -n "$$missing" ]; then \
	  as_root=""; [ "$$(id -u)" = 0 ] || as_root=sudo; \
	  $$as_root apt-get update -qq && \
	  $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $$missing; fi

clean:
	rm -rf .build out
