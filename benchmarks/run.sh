#!/usr/bin/env bash
# Measures ours and Apache Lucene on the same corpus in the same run and prints the ratios.
#   benchmarks/run.sh SOURCE.jsonl[.gz] QUERIES.jsonl SIZE OUTPUT-FOLDER [--option value ...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=$1 queries=$2 size=$3 out=$4
shift 4
mkdir -p "$out"
# ReadyToRun, as the published tools are; the framework itself is precompiled in any case.
dotnet publish "$here/ScoSearch.Benchmarks" -c Release -r "$(dotnet --info | awk '/RID:/ {print $2; exit}')" --self-contained false \
  -p:PublishReadyToRun=true -o "$out/bin" -v q --nologo
bench="$out/bin/ScoSearch.Benchmarks"
corpus="$out/corpus-$size.jsonl"
[ -f "$corpus" ] || "$bench" corpus --from "$source" --to "$corpus" --size "$size"
"$here/java/bench.sh" all --corpus "$corpus" --queries "$queries" --index "$out/lucene-index" "$@" > "$out/reference-$size.json"
"$bench" all --corpus "$corpus" --queries "$queries" --index "$out/scosearch-index" "$@" > "$out/ours-$size.json"
"$bench" compare --ours "$out/ours-$size.json" --reference "$out/reference-$size.json"
