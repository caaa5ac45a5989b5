# SPDX-License-Identifier: GPL-3.0-or-later
# Fills the frame of a manual page from what the program says of itself.
# awk -v version=0.1.0 -v word=OPTION -f manual.awk OUTLINE FRAME > corridor.1; OUTLINE: see app/cli/outline.h. In the frame a line
# @OPTIONS@ stands for the options before the verb, @VERBS@ for all verbs with theirs, and @VERSION@ anywhere for the version.

function roff(text) {
    gsub(/\\/, "\\(rs", text)
    gsub(/-/, "\\-", text)
    if (text ~ /^['.]/)
        text = "\\&" text
    return text
}

function names(text) { # "-h,--help" in bold, ", " between
    text = roff(text)
    gsub(/,/, "\\fR, \\fB", text)
    return "\\fB" text "\\fR"
}

function sentence(text) {
    return text ? roff(text) "\n" : ""
}

function argument(name, many, text) {
    return ".TP\n\\fI" roff(name) "\\fR" (many == "many" ? "..." : "") "\n" sentence(text)
}

# What an option may be stands behind it where there is room for it, else with what it does.
function option(name, value, words, text, many) {
    many = value ~ /\.\.\.$/
    sub(/\.\.\.$/, "", value)
    if (words) {
        gsub(/,/, "\\fR|\\fB", words)
        value = " \\fB" words "\\fR"
    } else if (value)
        value = " \\fI" roff(value) "\\fR"
    return ".TP\n" names(name) value (many ? "..." : "") "\n" sentence(text)
}

function usage(verb) {
    return ".SS \"corridor " roff(verb) (options[verb] ? " [" word "]..." : "") arguments[verb] "\"\n"
}

FNR == NR && $1 == "verb" {
    order[count++] = $2
    what[$2] = sentence($3)
    if (parent($2) != "")
        below[parent($2)] = 1
}
FNR == NR && $1 == "argument" {
    arguments[$2] = arguments[$2] " " roff($3) ($4 == "many" ? "..." : "")
    body[$2] = body[$2] argument($3, $4, $5)
}
# Every verb has --help: said once.
FNR == NR && $1 == "option" && ($2 == "" || $3 !~ /--help/) {
    options[$2] = 1
    body[$2] = body[$2] option($3, $4, $5, $6)
}
FNR == NR && $1 == "note" { note[$2] = note[$2] ".PP\n" sentence($3) }

function parent(verb) {
    return sub(/ [^ ]+$/, "", verb) ? verb : ""
}

function allVerbs(i, verb, out) {
    for (i = 1; i < count; ++i) {
        verb = order[i]
        out = out (below[verb] ? ".SS \"corridor " roff(verb) "\"\n" : usage(verb)) what[verb] body[verb] note[verb]
    }
    return out
}

FNR == NR { next }
/^@OPTIONS@$/ { printf "%s", body[""]; next }
/^@VERBS@$/ { printf "%s", allVerbs(); next }
{ gsub(/@VERSION@/, version); print }
