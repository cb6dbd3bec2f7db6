# Every task of the project; `make` lists them.
.DEFAULT_GOAL := help
APP := target/quarkus-app/quarkus-run.jar
SOURCES := pom.xml $(shell find src/main -type f)

help: ## List these tasks
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

setup: ## Prepare a fresh clone: turn on the commit hook
	git config core.hooksPath .githooks

run: $(APP) ## Start the server with its own database, publishing to the sandbox, with /demo to try the tracker
	java -Dgroundswell.sandbox.live=true -Dgroundswell.source.sandbox=true -Dgroundswell.tracker.demo=true -Dquarkus.log.console.json.enabled=false -jar $(APP)

$(APP): $(SOURCES)
	./mvnw -q -DskipTests package
	@touch $@

dev: ## Start the server and reload it on every change
	./mvnw quarkus:dev

fmt: ## Format Java and the build file
	./mvnw -q spotless:apply

check: ## Check the format and compile everything, warnings as errors
	./mvnw -q test-compile

test: ## Check everything and run all tests, the integration tests too
	.ci/tests

archive: $(APP) ## Make the next starts fast: write down what this Java loads for this build, and start with it
	java $$(deploy/archive) -Dquarkus.log.console.json.enabled=false -jar $(abspath $(APP))

image: $(APP) ## Write an image to target/image.tar, without a daemon
	deploy/image

bench: ## Measure lists, creation and publishing with 100,000 items (about ten minutes)
	bench/run

native: ## Build a native executable (needs GraalVM or Mandrel 25)
	./mvnw -Dnative -DskipTests package

clean: ## Delete everything that was built; data/ stays
	./mvnw -q clean

.PHONY: help setup run dev fmt check test archive image bench native clean
