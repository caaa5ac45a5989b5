# SPDX-License-Identifier: GPL-3.0-or-later
# Fills @TABLE@ of corridor.bash from what the program says of itself: awk -F'\t' -f completion.awk OUTLINE corridor.bash.
# OUTLINE: see app/cli/outline.h.

function quoted(text) {
    gsub(/'/, "'\\''", text)
    return "'" text "'"
}

function entry(table, key, text) {
    return text == "" ? "" : "    [" quoted(key) "]=" quoted(substr(text, 2)) "\n"
}

FNR == NR && $1 == "verb" && $2 != "" {
    order[++count] = $2
    name = above = $2
    sub(/.* /, "", name)
    if (!sub(/ [^ ]+$/, "", above))
        above = ""
    verbs[above] = verbs[above] " " name
}
FNR == NR && $1 == "argument" { arguments[$2] = arguments[$2] " " $3 ($4 == "many" ? "..." : "") }
FNR == NR && $1 == "option" {
    options[$2] = options[$2] " " $3
    gsub(/,/, " ", options[$2])
    last = $3
    sub(/.*,/, "", last)
    words = $5
    gsub(/,/, " ", words)
    if ($4 != "")
        values[++valued] = "    [" quoted($2 "|" last) "]=" quoted(words != "" ? words : "<" $4 ">") "\n"
}
FNR == NR { next }
/^@TABLE@$/ {
    print "declare -gA _corridor_verbs=("
    for (i = 0; i <= count; ++i)
        printf "%s", entry("", order[i] == "" ? "-" : order[i], verbs[order[i]])
    print ")\ndeclare -gA _corridor_options=("
    for (i = 0; i <= count; ++i)
        printf "%s", entry("", order[i] == "" ? "-" : order[i], options[order[i]])
    print ")\ndeclare -gA _corridor_arguments=("
    for (i = 0; i <= count; ++i)
        printf "%s", entry("", order[i], arguments[order[i]])
    print ")\ndeclare -gA _corridor_values=("
    for (i = 1; i <= valued; ++i)
        printf "%s", values[i]
    print ")"
    next
}
{ print }
