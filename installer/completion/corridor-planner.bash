# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of corridor-planner(1) for bash.
_corridor_planner() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} typed
    local options='-h --help --help-all -v --version --lang --theme --size --screenshot --select --time-start --headless --render
        --sheet --sheet-set --extent --scenario --year'
    COMPREPLY=()
    if [ "$current" = = ]; then
        current=
    elif [ "$previous" = = ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    typed=${current#[\"\']} # of a file name; readline quotes again what it puts in
    typed=${typed//\\/}
    case "$previous" in
    --lang) mapfile -t COMPREPLY < <(compgen -W "zh en" -- "$current") ;;
    --theme) mapfile -t COMPREPLY < <(compgen -W "light dark" -- "$current") ;;
    --sheet) mapfile -t COMPREPLY < <(compgen -W "A0 A1 A2 A3 A4" -- "$current") ;;
    --size | --select | --sheet-set | --extent | --scenario | --year) ;;
    --screenshot | --render)
        compopt -o filenames 2>/dev/null
        mapfile -t COMPREPLY < <(compgen -f -- "$typed")
        ;;
    *)
        if [[ $current == -* ]]; then
            mapfile -t COMPREPLY < <(compgen -W "$options" -- "$current")
        else
            compopt -o filenames 2>/dev/null
            mapfile -t COMPREPLY < <({ compgen -d -- "$typed"; compgen -f -X '!*.gpkg' -- "$typed"; } | sort -u)
        fi
        ;;
    esac
}
complete -F _corridor_planner corridor-planner
