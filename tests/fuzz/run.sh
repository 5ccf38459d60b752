#!/usr/bin/env bash
# Fuzzes, two targets at a time, and keeps a table of what came of it in target/fuzz/summary.json.
# Usage: tests/fuzz/run.sh [SECONDS [TARGET...]]: half an hour each, all targets.
#        tests/fuzz/run.sh keep: of what was found, a few dozen inputs that reach different code go to tests/fuzz/corpus/.
# What is found meanwhile lies in target/fuzz/corpus/, what went wrong in target/fuzz/crashes/.
set -euo pipefail
cd "$(dirname "$0")/../.."

export PATH="${XDG_CACHE_HOME:-$HOME/.cache}/mantelwijzer/tools/bin:$PATH"
made=target/fuzz
host=$(rustc -vV | sed -n 's/^host: //p')
built=$made/build/$host/release
# Those that say most about the library first.
all=(catalogue rules answers csv hsds xlsx bundle)
mkdir -p $made/crashes

build() { # as it is released, but ours with all checks; no `unsafe` there, so a sanitiser of memory would find nothing
  RUSTC_BOOTSTRAP=1 cargo fuzz build --release --fuzz-dir tests/fuzz --target-dir $made/build --sanitizer none --codegen-units 8
}

# An input that takes a minute is no longer in proportion to its length, also on a machine that does more than this.
fuzz() { # fuzz TARGET SECONDS: until the time is over; a crash is kept and the rest goes on
  local target=$1 seconds=$2
  mkdir -p "$made/corpus/$target"
  cp -n tests/fuzz/corpus/"$target"/* "$made/corpus/$target/" 2>/dev/null || true
  nice -n 19 "$built/$target" "$made/corpus/$target" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 \
    -fork=1 -ignore_crashes=1 -ignore_timeouts=1 -ignore_ooms=1 -max_len=16384 \
    -artifact_prefix="$made/crashes/$target-" >"$made/$target.log" 2>&1 || true
}

table() { # table SECONDS TARGET...: from the last line that each of them said
  node - "$@" <<'JS'
const { readFileSync, readdirSync, writeFileSync } = require('node:fs');
const made = 'target/fuzz';
const crashes = readdirSync(`${made}/crashes`);
const [wanted, ...targets] = process.argv.slice(2);
const rows = targets.map((target) => {
  const log = readFileSync(`${made}/${target}.log`, 'utf8');
  const told = [...log.matchAll(/^#(\d+): cov: (\d+) ft: \d+ corp: (\d+) .*time: (\d+)s/gm)].at(-1) ?? [];
  const [executions, coverage, corpus, seconds] = told.slice(1).map(Number);
  const count = crashes.filter((name) => /^(crash|timeout|oom)-/.test(name.slice(target.length + 1)) && name.startsWith(target)).length;
  return { target, minutes: Math.round(seconds / 6) / 10, executions, coverage, corpus, crashes: count };
});
console.table(rows);
writeFileSync(`${made}/summary.json`, `${JSON.stringify(rows, null, 2)}\n`);
process.exitCode = rows.every(({ minutes, executions, crashes }) => minutes * 60 > wanted * 0.9 && executions > 0 && crashes === 0) ? 0 : 1;
JS
}

keep() { # keep TARGET: so much that a clone doesn't grow by it
  local target=$1 size count=0 file files step at few=$made/few/$1
  rm -rf "$few"
  mkdir -p "$few" "$made/corpus/$target"
  "$built/$target" -merge=1 -rss_limit_mb=2048 "$few" tests/fuzz/corpus/"$target" "$made/corpus/$target" >"$made/$target.keep.log" 2>&1
  # What a person named stays; the fuzzer names its own by their hash.
  find tests/fuzz/corpus/"$target" -regextype posix-extended -regex '.*/[0-9a-f]{40}' -delete
  size=$(du -sb --apparent-size tests/fuzz/corpus/"$target" | cut -f 1)
  # From small to large, every nth: the large ones belong to it too.
  mapfile -t files < <(find "$few" -type f -printf '%s %p\n' | sort -n | cut -d ' ' -f 2-)
  step=$(((${#files[@]} + 39) / 40))
  for ((at = 0; at < ${#files[@]}; at += step)); do
    file=${files[$at]}
    size=$((size + $(stat -c %s "$file")))
    ((size <= 200 * 1024)) || break
    cp "$file" tests/fuzz/corpus/"$target"/
    count=$((count + 1))
  done
  echo "$target: $count of ${#files[@]} files kept"
}

if [ "${1:-}" = keep ]; then
  build
  for target in "${all[@]}"; do keep "$target"; done
  exit
fi
seconds=${1:-1800}
targets=("${@:2}")
[ ${#targets[@]} -gt 0 ] || targets=("${all[@]}")
build
# What went wrong before and was mended tells nothing of this run.
rm -f $made/crashes/*
printf '%s\n' "${targets[@]}" | {
  running=0
  while read -r target; do
    [ "$running" -lt 2 ] || { wait -n; running=$((running - 1)); }
    fuzz "$target" "$seconds" &
    running=$((running + 1))
  done
  wait
}
table "$seconds" "${targets[@]}"
