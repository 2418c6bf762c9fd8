#!/usr/bin/env bash
# Load on the service: load.sh DATA-FOLDER QUERIES.jsonl [SECONDS-A-STEP] [SECONDS-OF-THE-LONG-RUN]
# DATA-FOLDER holds corpus/ (and dictionaries/); its index is built when it is missing. Needs wrk and python3; everything runs on this machine.
# Prints requests/s and latencies at 1, 8 and 64 connections, the share of time outside the searcher, what happens at many times the
# load the service carries, and the memory of the process before and after a long run.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
data=$(realpath "$1") queries=$2 seconds=${3:-20} long=${4:-600} port=${PORT:-5391}
work=$(mktemp -d)
trap 'kill "$service" 2>/dev/null || true; rm -rf "$work"' EXIT
service=
dotnet publish "$here/../../src/ScoSearch.Api" -c Release -o "$work/app" -v q --nologo >/dev/null
python3 "$here/paths.py" "$queries" 1000 > "$work/paths.txt"
export PATHS="$work/paths.txt"
ScoSearch__DataPath=$data ScoSearch__Limits__RequestsPerSecond=0 ScoSearch__Limits__CacheInMegabytes=0 Logging__LogLevel__Default=Warning \
  dotnet "$work/app/ScoSearch.Api.dll" --urls "http://127.0.0.1:$port" > "$work/log" 2>&1 &
service=$!
until curl -sf "http://127.0.0.1:$port/readyz" >/dev/null; do kill -0 "$service" || { cat "$work/log"; exit 1; }; sleep 0.2; done
memory() { awk '/VmRSS|VmHWM/ {printf "%s %d MB  ", $1, $2 / 1024}' "/proc/$service/status"; echo; }
load() { wrk -t "$1" -c "$2" -d "${3}s" --timeout 10s -s "$here/queries.lua" "http://127.0.0.1:$port" | grep RESULT | sed "s/RESULT/$2 connections:/"; }
curl -s "http://127.0.0.1:$port/v1/stats" | head -c 400; echo
echo "warm-up"; load 1 4 "$seconds" >/dev/null
echo "memory: $(memory)"
python3 "$here/share.py" "127.0.0.1:$port" "$PATHS"
load 1 1 "$seconds"
load 1 8 "$seconds"
load 2 64 "$seconds"
# Each connection asks again 100 ms after its answer: CONNECTIONS * 10 requests a second at the most.
echo "overload, three times what 8 connections got:"
PAUSE=100 load 2 "${OVERLOAD:-220}" "$seconds"
if [ "$long" -gt 0 ]; then
  echo "long run, memory before: $(memory)"
  for _ in 1 2 3 4 5; do load 1 8 $((long / 5)); echo "memory: $(memory)"; done
fi
