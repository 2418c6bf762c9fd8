#!/usr/bin/env bash
# Proves, without a container engine, what can be proved of the Dockerfile: that the publish output runs as a user without a name or home (1654,
# that of the base image) in a folder it may only read, with the data folder as the one place to write; that it refuses a public address without a key;
# that the health check answers; that it builds the index at the first start and ends cleanly on SIGTERM. Needs root, curl and the SDK.
# Unproven here: the base images, the package installation inside them, and the layers themselves.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$here/../src/ScoSearch.Api" -c Release -o "$work/app" -v q --nologo >/dev/null
mkdir "$work/app/index-data"
cp -r "$here/../index-data/corpus" "$here/../index-data/dictionaries" "$work/app/index-data/"
chown -R root:root "$work"; chmod -R a+rX,go-w "$work"; chown -R 1654:1654 "$work/app/index-data"
run() {
  (cd "$work/app" && exec env -i PATH="$PATH" DOTNET_ROOT="${DOTNET_ROOT:-/usr/share/dotnet}" ScoSearch__DataPath="$work/app/index-data" "$@" \
    setpriv --reuid=1654 --regid=1654 --clear-groups dotnet ScoSearch.Api.dll)
}
echo "without a key on a public address:"
if run Urls=http://+:5093 > "$work/log" 2>&1; then echo "started, but must not" >&2; exit 1; fi
grep -q AllowUnprotected "$work/log" && echo "  refused, and says what to do"
run Urls=http://+:5093 ScoSearch__Security__AllowUnprotected=true > "$work/log" 2>&1 &
service=$!
for _ in $(seq 300); do curl --fail --silent http://127.0.0.1:5093/readyz >/dev/null && break; sleep 0.2; done
curl --fail --silent http://127.0.0.1:5093/readyz >/dev/null && echo "health check: ok"
curl --fail --silent -G http://127.0.0.1:5093/v1/search --data-urlencode 'q=三股势力' | grep -q '"hits":\[{' && echo "search: hits"
[ -n "$(find "$work/app/index-data/index" -user 1654 -name 'segments_*')" ] && echo "index built by the user without a name"
if find "$work/app" -user 1654 -not -path "*/index-data*" | grep -q .; then echo "wrote outside the data folder" >&2; exit 1; fi
pid=$(pgrep -u 1654 -f ScoSearch.Api.dll | head -1)
kill -TERM "$pid"
wait "$service" && echo "SIGTERM: ended with 0"
echo "Dockerfile:"
dockerfile=$here/../Dockerfile
grep -q '^USER ' "$dockerfile" && echo "  not root"
grep -q '^HEALTHCHECK ' "$dockerfile" && echo "  health check"
! grep -qE '^ADD |:latest' "$dockerfile" && echo "  no ADD, no floating latest"
grep -q 'no-install-recommends' "$dockerfile" && grep -q 'rm -rf /var/lib/apt/lists' "$dockerfile" && echo "  no package lists left"
