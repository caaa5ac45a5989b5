#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Tries a package as a user meets it, in a fresh Debian 12 that holds nothing else: installs it, opens the sample by what a double click
# does and looks for the window, works on the command line, upgrades, removes, and looks for anything left behind.
# usage (as root): installer/try_package.sh PACKAGE.deb [FOLDER]
# FOLDER takes the pictures and logs (default: build/package/tried). Needs mmdebstrap, lintian and desktop-file-utils, and Debian's
# packages from the network. Measured on two busy cores: 220 s, of them 135 s for the packages that ours depends on, and 245 s more the
# first time, to make the bare Debian, which is kept as FOLDER/base.tar; delete that to renew it.
set -uo pipefail

suite=bookworm
passed=0
failed=0

say() { printf '%s %s\n' "$(date +%T)" "$*" >&2; }
die() { say "try_package: $*"; exit 2; }

# check TITLE COMMAND...: one line and one count.
check() {
    local title=$1 started=$SECONDS
    shift
    if "$@" >"$out/log/last" 2>&1; then
        passed=$((passed + 1))
        say "ok      $title ($((SECONDS - started)) s)"
    else
        failed=$((failed + 1))
        say "FAILED  $title"
        sed 's/^/        /' "$out/log/last" | tail -n 20 >&2
    fi
    cat "$out/log/last" >>"$out/log/all"
}

# inside COMMAND...: in the root, with nothing of this machine's environment; user COMMAND...: the same as a user.
inside() { env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"; }
user() { inside runuser -u planner -- env HOME=/home/planner XDG_RUNTIME_DIR=/home/planner/run LANG=C.UTF-8 "$@"; }

# ---- the root -----------------------------------------------------------------------------------------------------
# What a desktop has and the package does not ask for: something that opens files by type, a display, eyes.
desktop="libglib2.0-bin xvfb xauth xdotool scrot sqlite3 procps"

make_root() {
    if [ ! -s "$out/base.tar" ]; then
        say "making a Debian 12"
        mmdebstrap --quiet --variant=minbase --include="${desktop// /,}" "$suite" "$out/base.tar" >"$out/log/mmdebstrap" 2>&1 ||
            { tail -n 20 "$out/log/mmdebstrap" >&2; die "mmdebstrap could not make the root"; }
    fi
    root=$(mktemp -d /tmp/try-package.XXXXXX)
    tar -C "$root" -xf "$out/base.tar"
    mount --bind "$root" "$root"
    mount -t proc proc "$root/proc"
    mount --rbind /dev "$root/dev"
    mount -t tmpfs tmpfs "$root/tmp"
    chmod 1777 "$root/tmp"
    cp /etc/resolv.conf "$root/etc/resolv.conf"
    inside useradd --create-home planner
    user mkdir -m 700 /home/planner/run
    inside apt-get update -q >>"$out/log/all" 2>&1
}

drop_root() {
    [ -n "${root:-}" ] || return 0
    umount -R -l "$root"
    rm -rf --one-file-system "$root"
}

# ---- what is tried ------------------------------------------------------------------------------------------------
install_package() { # FILE
    cp "$1" "$root/var/cache/package.deb" && inside apt-get install -q -y /var/cache/package.deb && rm "$root/var/cache/package.deb" &&
        inside dpkg-query -s corridor-planner | grep -qx 'Status: install ok installed' &&
        inside dpkg-query -s corridor-planner | grep -qx "Version: $(dpkg-deb -f "$1" Version)"
}

is_complete() {
    local file
    for file in bin/corridor-planner bin/corridor bin/corridor-worker share/corridor-planner/corridor-sample.gpkg \
        share/corridor-planner/maps/basemap.bin share/corridor-planner/i18n/corridor_zh_CN.qm share/man/man1/corridor.1.gz \
        share/man/zh_CN/man1/corridor-planner.1.gz share/bash-completion/completions/corridor \
        share/icons/hicolor/48x48/apps/corridor-planner.png share/doc/corridor-planner/copyright; do
        [ -s "$root/usr/$file" ] || { echo "/usr/$file is missing"; return 1; }
    done
}

# Texts of Qt stand in programs as UTF-16.
names_no_builder() {
    local program
    for program in corridor corridor-planner corridor-worker; do
        ! { strings -a "$root/usr/bin/$program" && strings -a -el "$root/usr/bin/$program"; } | grep -F "$PWD" || return 1
    done
}

speaks() { # LANGUAGE WORD
    inside env LANG="$1" corridor --help | grep -q "$2"
}

# The sample under a name as users give it, and a GeoPackage that is no plan.
make_files() {
    user cp /usr/share/corridor-planner/corridor-sample.gpkg "/home/planner/走廊 规划.gpkg" &&
        user sqlite3 /home/planner/other.gpkg 'PRAGMA application_id = 0x47504B47; PRAGMA user_version = 10300; CREATE TABLE a (b)'
}

type_is() { # FILE TYPE
    user gio info -a standard::content-type "$1" | tee /dev/stderr | grep -q ": $2\$"
}

opens_by_default() { user gio mime application/x-corridor-plan | tee /dev/stderr | grep -q 'Default.*corridor-planner.desktop'; }

# opened_window FILE PICTURE: what a double click does, until a window has the name of the plan as its title.
opened_window() {
    cat >"$root/home/planner/open.sh" <<'SCRIPT'
gio open "$1" || exit 1
for second in $(seq 60); do
    for window in $(xdotool search --onlyvisible --class corridor-planner 2>/dev/null); do
        case "$(xdotool getwindowname "$window")" in "$2 "*) break 2 ;; esac
    done
    sleep 1
done
[ "$second" != 60 ] || { echo "no window named $2"; ps axf; exit 1; }
xdotool getwindowname "$window"
sleep 4 # painted and assessed
scrot --overwrite "$3"
kill "$(xdotool getwindowpid "$window")"
SCRIPT
    user timeout 120 xvfb-run -a -s "-screen 0 1440x900x24" bash /home/planner/open.sh "$1" "$(basename "$1")" /home/planner/open.png &&
        cp "$root/home/planner/open.png" "$out/$2" && [ "$(stat -c %s "$out/$2")" -gt 20000 ]
}

draws_itself() { # PICTURE
    user timeout 120 xvfb-run -a corridor-planner --lang zh --theme light --size 1366x768 --screenshot /home/planner/own.png \
        "/home/planner/走廊 规划.gpkg" && cp "$root/home/planner/own.png" "$out/$1"
}

checks() {
    user corridor --lang en check "/home/planner/走廊 规划.gpkg" >"$out/check.txt"
    [ $? = 1 ] && grep -q '^Q13 .*Broken.*5.087 ms' "$out/check.txt" # 1: a binding clause of the sample is broken
}

renders() {
    user corridor render "/home/planner/走廊 规划.gpkg" /home/planner/map.png --size 1600x1000 &&
        cp "$root/home/planner/map.png" "$out/map.png" && [ "$(stat -c %s "$out/map.png")" -gt 100000 ]
}

# Through corridor-worker, with GDAL and the data of PROJ.
exchanges() {
    user corridor export "/home/planner/走廊 规划.gpkg" /home/planner/sites.geojson --layer site &&
        user cp "/home/planner/走廊 规划.gpkg" /home/planner/copy.gpkg &&
        user corridor --lang en import /home/planner/copy.gpkg /home/planner/sites.geojson | tee /dev/stderr | grep -q 'unchanged'
}

# The same package under the next revision.
make_upgrade() {
    local tree=$out/upgrade
    rm -rf "$tree" "$out/upgrade.deb"
    dpkg-deb -R "$package" "$tree" &&
        sed -i 's/^Version: .*/&.1/' "$tree/DEBIAN/control" && dpkg-deb --root-owner-group -b "$tree" "$out/upgrade.deb" && rm -r "$tree"
}

keeps_user_files() { # before and after are sums of the user's files
    [ "$before" = "$(sums)" ]
}

sums() { (cd "$root/home/planner" && find . -name '*.gpkg' -type f -exec sha256sum {} + | sort); }

removes() {
    inside apt-get purge -q -y corridor-planner && ! inside dpkg-query -W corridor-planner
}

nothing_left() {
    local left
    left=$(find "$root" -xdev -path "$root/home" -prune -o -path "$root/var/log" -prune -o -iname '*corridor*' -print
        grep -rlsI corridor "$root/etc" "$root/usr/share/mime" "$root/usr/share/applications" "$root/usr/share/icons" "$root/var/lib/dpkg/status")
    printf '%s\n' "$left"
    [ -z "$left" ]
}

# ---- all of it ----------------------------------------------------------------------------------------------------
try_installed() { # PICTURE-PREFIX
    check "every part is there" is_complete
    check "no path of the machine that built it is in the programs" names_no_builder
    check "it speaks Chinese" speaks zh_CN.UTF-8 显示本帮助
    check "it speaks English" speaks en_US.UTF-8 'show this help'
    check "a plan and another GeoPackage" make_files
    check "the plan is known as a plan" type_is "/home/planner/走廊 规划.gpkg" application/x-corridor-plan
    check "the other file is not" type_is /home/planner/other.gpkg application/geopackage+sqlite3
    check "plans open with Corridor Planner" opens_by_default
    check "a double click on the plan shows its window" opened_window "/home/planner/走廊 规划.gpkg" "$1-opened.png"
    check "the window draws itself" draws_itself "$1-window.png"
    check "corridor check" checks
    check "corridor render" renders
    check "corridor export and import" exchanges
}

try_package() {
    check "lintian finds no error" lintian --fail-on error --tag-display-limit 0 "$package"
    cp "$out/log/last" "$out/lintian.txt"
    make_root
    check "it installs" install_package "$package"
    check "its desktop file is valid" desktop-file-validate "$root/usr/share/applications/corridor-planner.desktop"
    try_installed first
    check "a package of the next revision is made" make_upgrade
    before=$(sums)
    check "it upgrades" install_package "$out/upgrade.deb"
    check "plans are as they were" keeps_user_files
    check "a double click still shows the window" opened_window "/home/planner/走廊 规划.gpkg" upgraded-opened.png
    check "it is removed" removes
    check "nothing is left behind" nothing_left
    check "plans of the user are still there" keeps_user_files
    [ -s "$root/home/planner/走廊 规划.gpkg" ] || failed=$((failed + 1))
}

[ "$(id -u)" = 0 ] || die "run as root: it makes a root of its own and installs into it"
[ -n "${1:-}" ] || die "which package? usage: installer/try_package.sh PACKAGE.deb [FOLDER]"
# Mounts and processes of its own, which end with it whatever happens.
[ -n "${CORRIDOR_TRY_MOUNTS:-}" ] || exec env CORRIDOR_TRY_MOUNTS=1 unshare --mount --propagation private --pid --fork --kill-child "$0" "$@"
package=$(realpath "$1")
cd "$(dirname "$(realpath "$0")")/.." || exit 2
out=$(realpath -m "${2:-build/package/tried}")
mkdir -p "$out/log"
: >"$out/log/all"
trap drop_root EXIT
try_package
say "took $SECONDS s; pictures and logs are in $out"
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" = 0 ]
