# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of corridor(1) for bash. The tables are made from the program's own verbs and options when it is built.
@TABLE@

# Files that end in $2 (any without it), and folders to look for them in.
_corridor_files() {
    local typed=${1#[\"\']} # readline quotes again what it puts in
    typed=${typed//\\/}
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <({ compgen -d -- "$typed"; compgen -f -X "${2:+!*$2}" -- "$typed"; } | sort -u)
}

# The verb that the words before the cursor name ("calc all"; "-" before any), and how many arguments follow it.
_corridor_place() {
    local i word skip=0
    verb=- given=0
    for ((i = 1; i < COMP_CWORD; ++i)); do
        word=${COMP_WORDS[i]}
        if [ "$word" = = ]; then
            skip=1 # "--year=2027" comes as three words
        elif [ "$skip" = 1 ]; then
            skip=0
        elif [[ $word == -* ]]; then
            [ -z "${_corridor_values["$verb|$word"]:-${_corridor_values["|$word"]:-}}" ] || skip=1
            [ "${COMP_WORDS[i + 1]:-}" != = ] || skip=0
        elif [[ " ${_corridor_verbs[$verb]:-} " == *" $word "* ]]; then
            [ "$verb" != - ] && verb="$verb $word" || verb=$word
        else
            given=$((given + 1))
        fi
    done
}

# A value: one of the words it may be; a file where it can be one.
_corridor_value() { # words or <NAME>, what is typed
    case "$1" in
    "<"*"...>" | "<TEXT>" | "<FILE>") _corridor_files "$2" ;;
    "<"*) ;;
    *) mapfile -t COMPREPLY < <(compgen -W "$1" -- "$2") ;;
    esac
}

_corridor_argument() { # which one, what is typed
    local names argument
    read -ra names <<<"${_corridor_arguments[$verb]:-}"
    argument=${names[$1]:-}
    [[ -n $argument || ${names[-1]:-} != *... ]] || argument=${names[-1]}
    case "$argument" in
    PLAN) _corridor_files "$2" .gpkg ;;
    SOURCE* | OUT) _corridor_files "$2" ;;
    esac
}

_corridor() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb given value
    COMPREPLY=()
    if [ "$current" = = ]; then
        current=
    elif [ "$previous" = = ]; then
        previous=${COMP_WORDS[COMP_CWORD - 2]}
    fi
    _corridor_place
    value=${_corridor_values["$verb|$previous"]:-${_corridor_values["|$previous"]:-}}
    if [[ $previous == --* && -n $value ]]; then
        _corridor_value "$value" "$current"
    elif [[ $current == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W "${_corridor_options[$verb]:-} ${_corridor_options[-]}" -- "$current" | sort -u)
    elif [ -n "${_corridor_verbs[$verb]:-}" ]; then
        mapfile -t COMPREPLY < <(compgen -W "${_corridor_verbs[$verb]}" -- "$current")
    else
        _corridor_argument "$given" "$current"
    fi
}
complete -F _corridor corridor
