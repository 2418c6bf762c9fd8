#!/usr/bin/env bash
# Runs one command of the judge from a shell, e.g. java/judge.sh check /tmp/index. See ../README.md.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
jars=/usr/share/java
path=$jars/lucene-core-8.7.0.jar:$jars/lucene-analyzers-common-8.7.0.jar:$jars/lucene-analyzers-smartcn-8.7.0.jar
hash=$(cat "$here"/*.java | sha256sum | cut -c 1-16)
classes=${TMPDIR:-/tmp}/scosearch-judge-$(id -u)-$hash
if [ ! -f "$classes/compiled" ]; then
  mkdir -p "$classes"
  javac -encoding UTF-8 -nowarn -d "$classes" -cp "$path" "$here"/*.java
  touch "$classes/compiled"
fi
exec java -ea -Xshare:auto -Dfile.encoding=UTF-8 -cp "$classes:$path" scosearch.judge.Judge "$@"
