// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/context.h"

namespace CLI {
class App;
class Option;
} // namespace CLI

namespace corridor {

// One function a verb or group of verbs: declares its arguments, and what happens when it was asked for. What happens
// may throw Error.

void addPlanVerbs(CLI::App& app, CliContext& context);     ///< new, info
void addScenarioVerb(CLI::App& app, CliContext& context);  ///< scenario
void addCheckVerb(CLI::App& app, CliContext& context);     ///< check
void addExplainVerb(CLI::App& app, CliContext& context);   ///< explain
void addCalcVerb(CLI::App& app, CliContext& context);      ///< calc latency | all
void addPathVerb(CLI::App& app, CliContext& context);      ///< path
void addTrustVerbs(CLI::App& app, CliContext& context);    ///< verify, hash
void addImportVerb(CLI::App& app, CliContext& context);    ///< import
void addExportVerb(CLI::App& app, CliContext& context);    ///< export
void addExchangeVerbs(CLI::App& app, CliContext& context); ///< both
void addRenderVerb(CLI::App& app, CliContext& context);    ///< render

/// The options that verbs share: PLAN, and --json, --scenario, --year, --rules as flags say.
enum PlanOption : unsigned { kScenarioOption = 1, kYearOption = 2, kRulesOption = 4, kJsonOption = 8 };
/// The kind that its table or file name stands for; throws Error (Usage), naming all, for none.
Kind kindNamed(const std::string& name);
/// Makes an option that takes a calendar year, 1900–2200.
CLI::Option* takesYear(CLI::Option* option);
void addPlanArguments(CLI::App& verb, PlanArguments& arguments, CliContext& context, unsigned options);

} // namespace corridor
