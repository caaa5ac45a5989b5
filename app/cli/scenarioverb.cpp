// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/edit/editor.h"
#include "model/plan/settings.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct ScenarioArguments {
    PlanArguments plan; // its --scenario is the one meant: the parent of a new one
    std::string add, nameEn, rename;
    bool remove = false;
};

void list(const Plan& plan, const OpenedPlan& opened, const CliContext& context) {
    QJsonArray entries;
    using enum TextTable::Align;
    TextTable table({Cli::tr("Code"), Cli::tr("Scenario"), Cli::tr("over"), Cli::tr("own rows")},
                    {Left, Left, Left, Right});
    for (const Scenario* scenario : plan.scenarios()) {
        QJsonObject entry = toJson(plan.base(), scenario->id).toObject();
        entry.insert(QStringLiteral("parent"), toJson(plan.base(), scenario->parent));
        entry.insert(QStringLiteral("own_rows"), qint64(plan.overlaySize(scenario->id)));
        entries.append(entry);
        const Scenario* parent = plan.base().find<Scenario>(scenario->parent);
        table.addRow({scenario->code, displayName(*scenario, context.english()),
                      parent ? displayName(*parent, context.english()) : QStringLiteral("–"),
                      QString::number(plan.overlaySize(scenario->id))});
    }
    if (context.json)
        context.print(
            QJsonObject{{QStringLiteral("plan"), opened.file->path()}, {QStringLiteral("scenarios"), entries}});
    else
        context.print(table.toString());
}

EditResult edit(const ScenarioArguments& arguments, Document& document, EntityId scenario) {
    Editor editor(document, buildClock());
    if (!arguments.add.empty())
        return editor.addScenario(scenario, textOf(arguments.add), textOf(arguments.nameEn));
    if (!arguments.rename.empty())
        return editor.renameScenario(scenario, textOf(arguments.rename));
    return editor.removeScenario(scenario);
}

void work(const ScenarioArguments& arguments, const CliContext& context) {
    const bool edits = !arguments.add.empty() || !arguments.rename.empty() || arguments.remove;
    const OpenedPlan opened = openPlan(arguments.plan, edits);
    if (!edits)
        return list(opened.plan, opened, context);
    Document document;
    document.reset(opened.plan);
    const EditResult done = edit(arguments, document, opened.scenario);
    if (!done.ok())
        throw Error(Blame::Usage, done.refusal->title);
    SaveOptions options;
    options.clock = buildClock();
    opened.file->save(document.plan(), opened.file->runs(), options);
    list(document.plan(), opened, context);
}

} // namespace

void addScenarioVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ScenarioArguments>();
    CLI::App* verb =
        app.add_subcommand("scenario", Cli::tr("list, add, rename and remove the scenarios of a plan").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kJsonOption);
    CLI::Option* add =
        verb->add_option("--add", arguments->add, Cli::tr("name of a new scenario over --scenario").toStdString());
    verb->add_option("--name-en", arguments->nameEn, Cli::tr("its English name").toStdString())->needs(add);
    CLI::Option* rename =
        verb->add_option("--rename", arguments->rename, Cli::tr("new name of --scenario").toStdString())->excludes(add);
    verb->add_flag("--remove", arguments->remove, Cli::tr("remove --scenario with all that it changes").toStdString())
        ->excludes(add)
        ->excludes(rename);
    verb->callback([arguments, &context] { work(*arguments, context); });
}

} // namespace corridor
