#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the benchmarks of a build tree (configured with -DCORRIDOR_BENCH=ON) and prints a table: name, value, ratio to the peer,
# target, ok or MISS.
# usage: run.sh BUILD_DIR [NAME...]      with names: only those benchmarks
# Needs python3-numpy, python3-scipy and python3-gdal for the peers, xvfb for the start; python3-qgis for the peer of the
# map, which is compared only where it is installed. Exit 1 if a target is missed.
# On a shared machine `chrt -r 1 tests/bench/run.sh BUILD_DIR` (as root) measures the program instead of its neighbours.
#
# To add one: a line `benchmark NAME COMMAND...` below. The command prints rows of four fields divided by tabs, "-" for a
# field that does not apply, and exits with something else than 0 if a target is missed: 1. $build is the build tree, $work a
# folder that is removed at the end, $network a national network (10,000 sites, 30,000 spans) as a GeoPackage, $sample a copy
# of the sample plan.
set -u
here=$(cd "$(dirname "$0")" && pwd)
[ $# -ge 1 ] || { echo "usage: run.sh BUILD_DIR [NAME...]" >&2; exit 2; }
build=$(cd "$1" && pwd) || exit 2
shift
chosen=" $* "
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
tab=$(printf '\t')
failed=0

print_row() { printf '%-52s %18s %9s %10s %5s\n' "$1" "$2" "$3" "$4" "$5"; }

is_chosen() { case "$chosen" in "  " | *" $1 "*) return 0 ;; *) return 1 ;; esac; }

# Marks the rows that have a target. The number compared is the ratio where the target is a ratio ("5x"), else the value.
print_rows() {
    awk -F"$tab" -v OFS="$tab" '
        { value = $2; ratio = $3 == "" ? "-" : $3; target = $4 == "" ? "-" : $4; mark = "" }
        target != "-" {
            number = substr(target, 4) + 0
            shown = target ~ /x$/ ? ratio + 0 : value + 0
            if (target ~ /^>= /) mark = shown >= number ? "ok" : "MISS"
            else if (target ~ /^<= /) mark = shown <= number ? "ok" : "MISS"
            else mark = value == target ? "ok" : "MISS"
        }
        { print $1, value, ratio, target, mark }' "$1" |
        while IFS=$tab read -r what value ratio target mark; do
            print_row "$what" "$value" "$ratio" "$target" "$mark"
        done
}

benchmark() {
    name=$1
    shift
    is_chosen "$name" || return 0
    status=0
    "$@" >"$work/rows" 2>"$work/errors" || status=$?
    print_rows "$work/rows"
    [ "$status" = 0 ] || failed=1
    [ "$status" -le 1 ] && [ -s "$work/rows" ] && return 0
    failed=1
    print_row "$name: did not run (exit $status)" - - - MISS
    cat "$work/errors" >&2
}

# The desktop program with a home of its own, so that neither the window's last place nor a recovery log comes in.
start_of_the_window() {
    HOME="$work/home" XDG_RUNTIME_DIR="$work/home" QT_QPA_PLATFORM=xcb xvfb-run -a -s "-screen 0 1920x1080x24" \
        "$here/time_process.py" "start to first painted map of the sample" 500 9 --says "first painted map:" -- \
        "$build/bin/corridor-planner" --lang zh --size 1920x1080 --time-start "$sample"
}

mkdir -m 700 "$work/home"
sample="$work/corridor-sample.gpkg"
cp "$build/share/corridor-planner/corridor-sample.gpkg" "$sample" || exit 2
network="$work/national.gpkg"
if is_chosen paths || is_chosen render || is_chosen panzoom || is_chosen blocking; then
    # The shared generator where there is one, so that figures can be compared with others' on the same network.
    generator="$here/../../../shared/bench/make_national.py"
    [ -f "$generator" ] || generator="$here/make_network.py"
    /usr/bin/python3 "$generator" "$network" >/dev/null || exit 2
fi

printf '%s, %s cores, load %s\n' "$(date +%F)" "$(nproc)" "$(cut -d' ' -f1-3 /proc/loadavg)"
print_row name value ratio target ""
benchmark paths /usr/bin/python3 "$here/bench_paths_peer.py" "$build/tests/bench/bench_paths" "$network"
benchmark plan "$build/tests/bench/bench_plan"
benchmark save "$build/tests/bench/bench_save" "$work"
benchmark check "$here/time_process.py" "corridor check of the sample, whole process" 150 10 --may-exit 1 -- \
    "$build/bin/corridor" check "$sample"
if [ -x "$build/bin/corridor-planner" ]; then
    benchmark start start_of_the_window
    benchmark drag "$build/tests/bench/bench_drag" "$sample"
    benchmark project "$build/tests/bench/bench_project"
    benchmark render /usr/bin/python3 "$here/bench_render_peer.py" "$build/tests/bench/bench_render" "$network"
    benchmark panzoom "$build/tests/bench/bench_panzoom" "$sample" "$network"
    benchmark panels "$build/tests/bench/bench_panels"
    cp "$sample" "$work/hour.gpkg"
    benchmark hour "$build/tests/bench/bench_blocking" "$work/hour.gpkg"
    benchmark blocking "$build/tests/bench/bench_blocking" "$network" "$work"
fi

exit $failed
