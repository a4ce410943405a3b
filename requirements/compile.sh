#!/usr/bin/env bash
# Compiles the hash-pinned locks from pyproject.toml. Needs .venv/bin/uv; run by `make lock`.
set -euo pipefail
cd "$(dirname "$0")/.."
common=(--universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet)
.venv/bin/uv pip compile pyproject.toml "${common[@]}" --extra postgresql -o requirements/run.txt "$@"
.venv/bin/uv pip compile pyproject.toml "${common[@]}" --extra postgresql --group dev -c requirements/run.txt -o requirements/dev.txt "$@"
.venv/bin/uv pip compile requirements/build.in "${common[@]}" -o requirements/build.txt "$@"
.venv/bin/uv pip compile requirements/node.in "${common[@]}" -o requirements/node.txt "$@"
