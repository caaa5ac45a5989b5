// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include <CLI/CLI.hpp>

namespace corridor {

// lupdate takes the name before :: of what a function gives back for a class and would not find a text in takesYear().
static QString yearWord() {
    return Cli::tr("YEAR");
}

CLI::Option* takesYear(CLI::Option* option) {
    constexpr int first = 1900, last = 2200;
    CLI::Validator range = CLI::Range(first, last);
    range.description(std::to_string(first) + " – " + std::to_string(last)); // CLI11's own is English
    return option->check(range)->type_name(yearWord().toStdString());
}

void addPlanArguments(CLI::App& verb, PlanArguments& arguments, CliContext& context, unsigned options) {
    verb.add_option("PLAN", arguments.plan, Cli::tr("the plan file (.gpkg)").toStdString())->required();
    if (options & kScenarioOption)
        verb.add_option("--scenario", arguments.scenario,
                        Cli::tr("code, name or id of the scenario; the base if not given").toStdString());
    if (options & kYearOption)
        takesYear(verb.add_option("--year", arguments.year,
                                  Cli::tr("calendar year; the plan's own if not given").toStdString()));
    if (options & kRulesOption)
        verb.add_option("--rules", arguments.rules,
                        Cli::tr("rule pack: a JSON file, or the code of one in the plan or the program").toStdString());
    if (options & kJsonOption)
        verb.add_flag("--json", context.json, Cli::tr("print one JSON document, units in key names").toStdString());
}

} // namespace corridor
