#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs the benchmarks of a build tree (configured with -DCORRIDOR_BENCH=ON) and prints a table: name, value, ratio, target.
# usage: run.sh BUILD_DIR [NAME...]      with names: only those benchmarks
# Needs python3-numpy, python3-scipy and python3-gdal for the peers. Exit 1 if a target is missed.
#
# To add one: a line `benchmark NAME COMMAND...` below. The command prints rows of four fields divided by tabs, "-" for a
# field that does not apply, and exits with something else than 0 if a target is missed. $build is the build tree, $work a
# folder that is removed at the end, $network a national network (10,000 sites, 30,000 spans) as a GeoPackage.
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

print_row() { printf '%-52s %18s %9s %10s\n' "$1" "$2" "$3" "$4"; }

benchmark() {
    name=$1
    shift
    case "$chosen" in "  " | *" $name "*) ;; *) return ;; esac
    "$@" >"$work/rows" || { failed=1; print_row "$name: target missed or failed" - - -; }
    while IFS=$tab read -r what value ratio target; do
        print_row "$what" "$value" "${ratio:--}" "${target:--}"
    done <"$work/rows"
}

# The shared generator where there is one, so that figures can be compared with others' on the same network.
generator="$here/../../../shared/bench/make_national.py"
[ -f "$generator" ] || generator="$here/make_network.py"
network="$work/national.gpkg"
/usr/bin/python3 "$generator" "$network" >/dev/null || exit 2

print_row name value ratio target
benchmark paths /usr/bin/python3 "$here/bench_paths_peer.py" "$build/tests/bench/bench_paths" "$network"
benchmark save "$build/tests/bench/bench_save" "$work"
[ -x "$build/tests/bench/bench_drag" ] && benchmark drag "$build/tests/bench/bench_drag" "$build/share/corridor-planner/corridor-sample.gpkg"

exit $failed
