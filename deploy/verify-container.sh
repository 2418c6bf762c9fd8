#!/usr/bin/env bash
# Proves, without a container engine, what can be proved of the Dockerfile. It lays out a clean root directory as the image has it: the publish output,
# the shared runtime, pdftotext and curl with the libraries they load, index-data, and nothing else (no shell, no /etc/passwd, no home). In it, as the
# user without a name that the base image has (1654), read-only but for index-data and /tmp, the service
# - refuses a public address without a key,
# - builds the index at the first start, answers its health check with the same command as the Dockerfile, and finds something,
# - reads a PDF file through Poppler,
# - writes nothing outside index-data and /tmp, and ends with 0 on SIGTERM;
# - with an empty volume in place of index-data it serves an empty index.
# Then it checks the Dockerfile's text. Needs root, curl, pdftotext and the SDK. Unproven: the base images, the package installation inside them, the layers.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
dockerfile=$here/../Dockerfile
work=$(mktemp -d)
root=$work/root
trap 'rm -rf "$work"' EXIT
fail() { echo "verify-container: $1" >&2; tail -n 20 "$work/log" >&2 || true; exit 1; }

echo "clean root directory:"
dotnet publish "$here/../src/ScoSearch.Api" -c Release -o "$root/app" -v q --nologo >/dev/null
host=$(dirname "$(readlink -f "$(command -v dotnet)")")
version=$(dotnet --list-runtimes | sed -n 's/^Microsoft.AspNetCore.App \(10[^ ]*\).*/\1/p' | tail -n 1)
mkdir -p "$root/usr/share/dotnet/shared" "$root/usr/bin" "$root/tmp" "$root/proc" "$root/dev"
cp -r "$host/dotnet" "$host/host" "$root/usr/share/dotnet/"
for framework in Microsoft.NETCore.App Microsoft.AspNetCore.App; do
  mkdir -p "$root/usr/share/dotnet/shared/$framework"
  cp -r "$host/shared/$framework/$version" "$root/usr/share/dotnet/shared/$framework/"
done
cp "$(command -v pdftotext)" "$(command -v curl)" "$root/usr/bin/"
[ ! -d /usr/share/poppler ] || { mkdir -p "$root/usr/share"; cp -r /usr/share/poppler "$root/usr/share/"; }
# Libraries: what the loader names, and OpenSSL, which the runtime opens by name.
libraries=$(find "$root" -type f \( -name '*.so' -o -name dotnet -o -name pdftotext -o -name curl \) -exec ldd {} + 2>/dev/null \
  | sed -nE 's/.*=> (\/[^ ]+) .*/\1/p; s/^\s*(\/lib[^ ]+) .*/\1/p' | sort -u | grep -v "^$root" || true)
for library in $libraries $(ldconfig -p | sed -nE 's/.*(libssl|libcrypto)\.so\.3 .*=> (.*)/\2/p'); do
  mkdir -p "$root$(dirname "$library")"
  cp -L "$library" "$root$library"
done
mknod -m 666 "$root/dev/null" c 1 3; mknod -m 666 "$root/dev/urandom" c 1 9
data=$root/app/index-data
mkdir "$data"
cp -r "$here/../index-data/corpus" "$here/../index-data/dictionaries" "$data/"
chown -R root:root "$root"; chmod -R a+rX,go-w "$root"; chown -R 1654:1654 "$data"; chmod 1777 "$root/tmp"
echo "  $(du -sm --exclude=proc "$root" | cut -f1) MB, of it the service $(du -sm --exclude=index-data "$root/app" | cut -f1) MB"

# run NAME=VALUE...: the entry point of the image, in that root.
run() {
  exec unshare --mount --pid --fork --kill-child=TERM bash -c \
    'mount -t proc proc "$1/proc"; shift; exec chroot --userspec=1654:1654 --groups= "'"$root"'" /usr/share/dotnet/dotnet /app/ScoSearch.Api.dll' \
    run "$root" "$@"
}
start() {
  env -i PATH=/usr/bin:/bin:/usr/sbin:/sbin ScoSearch__DataPath=/app/index-data "$@" bash -c "root='$root'; $(declare -f run); run" > "$work/log" 2>&1 &
  service=$!
}
wait_ready() {
  for _ in $(seq 300); do health && return; kill -0 "$service" 2>/dev/null || fail "the service ended"; sleep 0.2; done
  fail "the service did not become ready"
}
# The health check of the Dockerfile, inside the root.
health() { chroot --userspec=1654:1654 "$root" /usr/bin/curl --fail --silent http://127.0.0.1:5080/readyz >/dev/null; }
stop() {
  pkill -TERM -u 1654 -f ScoSearch.Api.dll
  wait "$service" && echo "  SIGTERM: ended with 0" || fail "SIGTERM: did not end with 0"
}

echo "without a key on a public address:"
start Urls=http://+:5080
if wait "$service"; then fail "started, but must not"; fi
grep -q AllowUnprotected "$work/log" && echo "  refused, and says what to do" || fail "refused without saying why"

echo "with the sample corpus:"
start Urls=http://+:5080 ScoSearch__Security__AllowUnprotected=true
wait_ready; echo "  health check: ok"
curl --fail --silent -G http://127.0.0.1:5080/v1/search --data-urlencode 'q=三股势力' | grep -q '"hits":\[{' && echo "  search: hits" || fail "no hits"
[ -n "$(find "$data/index" -user 1654 -name 'segments_*')" ] && echo "  index built by the user without a name" || fail "no index"
pdf='%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj
4 0 obj<</Length 62>>stream
BT /F 12 Tf 72 700 Td (Watermill in the valley of Zarafshan.) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF'
curl --silent -X PUT http://127.0.0.1:5080/v1/documents/mill --data-binary "$pdf" -H 'Content-Type: application/pdf' | grep -q '"created"' \
  && curl --fail --silent 'http://127.0.0.1:5080/v1/search?q=Zarafshan' | grep -q '"id":"mill#' && echo "  PDF read through Poppler" || fail "the PDF was not read"
wrote=$(find "$root" -newer "$work/log" -user 1654 -not -path "$data*" -not -path "$root/tmp*" -not -path "$root/proc*" 2>/dev/null | head -n 3)
[ -z "$wrote" ] && echo "  nothing written outside index-data and /tmp" || fail "wrote $wrote"
stop

echo "with an empty volume:"
rm -rf "${data:?}"/*
start Urls=http://+:5080 ScoSearch__Security__AllowUnprotected=true
wait_ready
curl --fail --silent 'http://127.0.0.1:5080/v1/search?q=a' | grep -q '"value":0' && echo "  ready, with an empty index" || fail "no empty index"
stop

echo "Dockerfile:"
check() { grep -qE "$2" "$dockerfile" && echo "  $1" || fail "Dockerfile: not so: $1"; }
check_not() { ! grep -qE "$2" "$dockerfile" && echo "  $1" || fail "Dockerfile: not so: $1"; }
check "pinned tags" '^FROM [^ ]+:[0-9]'
check_not "no ADD, no floating latest, no sudo, no cd" '^ADD |:latest|sudo |RUN cd '
[ "$(grep -n '^USER ' "$dockerfile" | tail -n 1 | cut -d: -f1)" -gt "$(grep -n '^RUN apt-get' "$dockerfile" | tail -n 1 | cut -d: -f1)" ] && echo "  not root at the end"
check_not "absolute WORKDIR" '^WORKDIR [^/]'
check "ENTRYPOINT and health check as arrays" '^ENTRYPOINT \['
check "packages without recommendations" 'apt-get install -y --no-install-recommends'
check "no package lists left" 'rm -rf /var/lib/apt/lists'
while read -r from; do
  for source in $from; do [ -n "$(compgen -G "$here/../$source")" ] || fail "Dockerfile: COPY of $source, which is not there"; done
done < <(grep '^COPY ' "$dockerfile" | grep -v -- '--from' | sed -E 's/^COPY (--[^ ]+ )*//; s/ [^ ]+$//')
echo "  everything it copies is there"
