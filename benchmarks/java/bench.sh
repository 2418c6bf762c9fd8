#!/usr/bin/env bash
# Compiles the reference side of the benchmark and runs it, e.g.
#   benchmarks/java/bench.sh all --corpus corpus.jsonl.gz --queries queries.jsonl --index /tmp/lucene-index
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jars=/usr/share/java
path=$jars/lucene-core-8.7.0.jar:$jars/lucene-analyzers-common-8.7.0.jar:$jars/lucene-analyzers-smartcn-8.7.0.jar
hash=$(cat "$here"/*.java | sha256sum | cut -c 1-16)
classes=${TMPDIR:-/tmp}/scosearch-bench-$(id -u)-$hash
if [ ! -f "$classes/compiled" ]; then
  mkdir -p "$classes"
  javac -encoding UTF-8 -nowarn -d "$classes" -cp "$path" "$here"/*.java
  touch "$classes/compiled"
fi
exec java -Xmx256m -Dfile.encoding=UTF-8 -cp "$classes:$path" scosearch.bench.LuceneBench "$@"
