#!/usr/bin/env bash
# Installs or names what the tests need, builds with warnings as errors, and runs every suite.
# The last line is "N passed, N failed, N skipped" with the totals of all suites.
set -uo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

# Debian packages the suites use: Apache Lucene as the judge and a Java compiler for its driver, Poppler for PDF, and a
# browser with Chinese letters for the page, curl for the commands that the documents show.
needed=()
[ -f /usr/share/java/lucene-core-8.7.0.jar ] || needed+=(liblucene8-java)
command -v javac >/dev/null || needed+=(default-jdk-headless)
command -v pdftotext >/dev/null || needed+=(poppler-utils poppler-data)
[ -x /usr/bin/chromium ] || needed+=(chromium)
[ -d /usr/share/fonts/opentype/noto ] || needed+=(fonts-noto-cjk)
command -v curl >/dev/null || needed+=(curl)
command -v script >/dev/null || needed+=(bsdutils)
command -v npm >/dev/null || needed+=(npm)
if [ ${#needed[@]} -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "${needed[@]}" >/dev/null \
      || echo "test.sh: could not install: ${needed[*]}" >&2
  else
    echo "test.sh: not installed: ${needed[*]} (apt-get install ${needed[*]}); the suites that need them are skipped" >&2
  fi
fi

# Checks of accessibility that run inside the page.
if [ ! -f tests/ScoSearch.EndToEnd.Tests/node_modules/axe-core/axe.min.js ]; then
  if command -v npm >/dev/null; then
    (cd tests/ScoSearch.EndToEnd.Tests && npm install --no-package-lock --no-audit --no-fund --ignore-scripts >/dev/null) \
      || echo "test.sh: could not install axe-core" >&2
  else
    echo "test.sh: npm is not installed; the checks of accessibility are skipped" >&2
  fi
fi

configuration=Release
dotnet build ScoSearch.sln -c "$configuration" --nologo -v q -warnaserror || { echo "0 passed, 1 failed, 0 skipped"; exit 1; }

passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# run_suite NAME PROJECT [ARGUMENT...]: runs one suite and adds its numbers to the totals.
run_suite() {
  local name=$1 project=$2 started=$SECONDS status line p f s
  shift 2
  dotnet test "$project" -c "$configuration" --no-build --nologo "$@" >"$log" 2>&1
  status=$?
  line=$(grep -E '^(Passed|Failed|Skipped)! ' "$log" | tail -n 1)
  p=$(sed -nE 's/.*Passed: *([0-9]+).*/\1/p' <<<"$line"); f=$(sed -nE 's/.*Failed: *([0-9]+).*/\1/p' <<<"$line"); s=$(sed -nE 's/.*Skipped: *([0-9]+).*/\1/p' <<<"$line")
  p=${p:-0} f=${f:-0} s=${s:-0}
  if [ "$status" -ne 0 ]; then
    cat "$log"
    [ "$f" -gt 0 ] || f=1
  elif [ "$((p + s))" -eq 0 ]; then
    echo "$name ran no test" >&2
    f=1
  fi
  grep -E '\[SKIP\]' "$log" | sort -u | head -n 20
  echo "$name: $p passed, $f failed, $s skipped ($((SECONDS - started)) s)"
  passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

for project in tests/*.Tests/*.csproj; do
  run_suite "$(basename "$project" .csproj)" "$project"
done

# What runs on vector instructions, once more on processors without the wider ones and without any.
vectors='FullyQualifiedName~Codecs|FullyQualifiedName~Packed|FullyQualifiedName~Crc|FullyQualifiedName~Compression'
for variable in DOTNET_EnableAVX2 DOTNET_EnableHWIntrinsic; do
  export "$variable=0"
  run_suite "ScoSearch.Lucene.Tests with $variable=0" tests/ScoSearch.Lucene.Tests/ScoSearch.Lucene.Tests.csproj --filter "$vectors"
  unset "$variable"
done

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
