#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# The parts of ./dev that can be wrong without anybody noticing: the closing count, the refusal without root, the look for a display.
# usage: test_dev.sh PATH-TO-DEV
set -uo pipefail
# shellcheck source=/dev/null
source "$1"
set +e
failures=0

check() { # what wanted got
    [ "$2" = "$3" ] && return
    printf 'FAIL %s: wanted "%s", got "%s"\n' "$1" "$2" "$3"
    failures=$((failures + 1))
}

junit() { printf '<testsuite>\n%s\n</testsuite>\n' "$1"; }
passed='<testcase name="a" status="run"><system-out>x
Totals: 3 passed, 0 failed, 2 skipped, 0 blacklisted, 5ms
</system-out>
</testcase>'
failing='<testcase name="b" status="fail"><failure message=""/><system-out>
Totals: 3 passed, 1 failed, 0 skipped, 0 blacklisted, 5ms
</system-out>
</testcase>'
crash='<testcase name="c" status="fail"><failure message=""/><system-out></system-out>
</testcase>'
crash_after='<testcase name="d" status="fail"><system-out>Totals: 4 passed, 0 failed, 0 skipped, 0 blacklisted, 5ms
</system-out>
</testcase>'
plain='<testcase name="e" status="run"><system-out></system-out>
</testcase>'
skipped='<testcase name="f" status="notrun"><skipped message="SKIP_RETURN_CODE=77"/>
</testcase>'
absent='<testcase name="g" status="notrun"><skipped message="Unable to find executable"/>
</testcase>'

check "passed and skipped" "3 passed, 0 failed, 2 skipped" "$(count_tests <(junit "$passed"))"
check "a plain program is one test" "4 passed, 0 failed, 2 skipped" "$(count_tests <(junit "$passed
$plain"))"
check "a failing case is counted once" "3 passed, 1 failed, 0 skipped" "$(count_tests <(junit "$failing"))"
check "a crash is a failure" "0 passed, 1 failed, 0 skipped" "$(count_tests <(junit "$crash"))"
check "a crash after the totals too" "4 passed, 1 failed, 0 skipped" "$(count_tests <(junit "$crash_after"))"
check "a program that skips itself" "0 passed, 0 failed, 1 skipped" "$(count_tests <(junit "$skipped"))"
check "a program that is not there" "0 passed, 1 failed, 0 skipped" "$(count_tests <(junit "$absent"))"
count_tests <(junit "$passed") >/dev/null
check "green exits 0" 0 $?
count_tests <(junit "$failing") >/dev/null
check "red does not" 1 $?
count_tests <(junit "") >/dev/null
check "no test at all is red" 1 $?

refusal=$(
    dpkg-query() { return 1; }
    id() { echo 1000; }
    command() { [ "$2" != sudo ] && builtin command "$@"; }
    ensure_packages build 2>&1
)
check "neither root nor sudo is refused" 2 $?
case "$refusal" in
*"neither root nor have sudo"*"apt-get install"*ninja-build*) ;;
*) check "the refusal says what to do" "…neither root nor have sudo…" "$refusal" ;;
esac
quiet=$(
    dpkg-query() { echo installed; }
    as_root() { echo "apt was called"; }
    ensure_packages shots 2>&1
)
check "no apt call when all is there" "" "$quiet"

DISPLAY='' have_display
check "no DISPLAY is no display" 1 $?
DISPLAY=:98765 have_display
check "a dead DISPLAY is none" 1 $?

[ "$failures" = 0 ] && echo "all checks of dev passed"
exit "$failures"
