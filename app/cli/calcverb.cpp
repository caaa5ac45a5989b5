// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resulttext.h"
#include "app/cli/supplytext.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct CalcArguments {
    PlanArguments plan;
    bool save = false, all = false;
    int fromYear = 0, toYear = 0;
};

void addRow(TextTable& table, const EntitySet& entities, EntityId service, bool backup, const RoutedPath& path) {
    if (path.problem == PathProblem::NotWanted)
        return;
    QStringList row{shortName(entities, service), backup ? Cli::tr("backup") : Cli::tr("primary")};
    if (path.exists)
        row += {decimal(path.rtt.totalMs), decimal(path.rtt.floorMs),     decimal(path.rtt.detourMs),
                decimal(path.rtt.layMs),   decimal(path.rtt.equipmentMs), decimal(path.rtt.lowMs),
                decimal(path.rtt.highMs),  decimal(path.fibreKm, 1),      chain(entities, path.nodes)};
    else
        row += Cli::tr("no path");
    table.addRow(row);
}

QString latencyText(const Assessment& assessment, const EntitySet& entities) {
    using enum TextTable::Align;
    TextTable table({Cli::tr("Service"), Cli::tr("Path"), Cli::tr("RTT ms"), Cli::tr("floor"), Cli::tr("detour"),
                     Cli::tr("lay"), Cli::tr("equipment"), Cli::tr("low"), Cli::tr("high"), Cli::tr("fibre km"),
                     Cli::tr("nodes")},
                    {Left, Left, Right, Right, Right, Right, Right, Right, Right, Right, Left});
    for (const ServiceRoute& route : assessment.routes) {
        addRow(table, entities, route.service, false, route.primary);
        addRow(table, entities, route.service, true, route.backup);
    }
    return table.toString();
}

QJsonObject document(const OpenedPlan& opened, const std::vector<Run>& runs, bool saved) {
    QJsonObject out = documentHead(opened);
    QJsonArray list;
    for (const Run& run : runs) {
        QJsonObject entry = headOf(run);
        QJsonArray tables;
        for (const ResultTable& table : run.tables)
            tables.append(toJson(table));
        entry.insert(QStringLiteral("tables"), tables);
        list.append(entry);
    }
    out.insert(QStringLiteral("runs"), list);
    out.insert(QStringLiteral("saved"), saved);
    return out;
}

QString resultText(const CalcArguments& arguments, const QString& engine, const OpenedPlan& opened,
                   const Assessment& assessment, const CliContext& context) {
    QStringList parts;
    if (engine == u"latency" || engine == u"all")
        parts += latencyText(assessment, opened.entities());
    if (engine == u"capacity" || engine == u"all")
        parts += capacityText(assessment, opened.entities(), arguments.all);
    if (engine == u"capacity" && arguments.toYear)
        parts += capacityByYearText(spanLoadsByYear(opened.entities(), arguments.fromYear, arguments.toYear),
                                    opened.entities());
    if (engine == u"energy" || engine == u"all")
        parts += energyText(assessment, opened.entities(), arguments.all, context.english());
    return parts.join(u'\n');
}

void calculate(const CalcArguments& arguments, const QString& engine, CliContext& context) {
    const OpenedPlan opened = openPlan(arguments.plan, arguments.save);
    const auto assessment = assess(opened, context);
    std::vector<Run> runs;
    for (const Run& run : assessment->runs)
        if (engine == u"all" || run.engine == engine)
            runs.push_back(run);
    if (arguments.save) {
        SaveOptions options;
        options.clock = buildClock();
        opened.file->saveResults(runs, options);
    }
    if (context.json) {
        context.print(document(opened, runs, arguments.save));
        return;
    }
    context.print(textHead(opened, context) + resultText(arguments, engine, opened, *assessment, context));
    if (arguments.save)
        context.print(Cli::tr("The results are stored in %1.\n").arg(opened.file->path()));
}

} // namespace

void addCalcVerb(CLI::App& app, CliContext& context) {
    CLI::App* verb =
        app.add_subcommand("calc", Cli::tr("compute results; --save stores them in the plan file").toStdString());
    verb->require_subcommand(1);
    const std::pair<const char*, QString> engines[] = {
        {"latency", Cli::tr("round-trip times of all services, primary and backup")},
        {"capacity", Cli::tr("load, headroom and capacity of all spans in service")},
        {"energy", Cli::tr("annual energy, standard coal and carbon of all sites in service")},
        {"all", Cli::tr("everything that this version computes, clauses included")}};
    for (const auto& [name, help] : engines) {
        auto arguments = std::make_shared<CalcArguments>();
        CLI::App* engine = verb->add_subcommand(name, help.toStdString());
        addPlanArguments(*engine, arguments->plan, context, kScenarioOption | kYearOption | kJsonOption);
        engine->add_flag("--save", arguments->save,
                         Cli::tr("store the results in the plan file; the plan itself stays as it is").toStdString());
        if (qstrcmp(name, "latency") != 0)
            engine->add_flag("--all", arguments->all,
                             Cli::tr("list also spans without traffic and sites without figures").toStdString());
        if (qstrcmp(name, "capacity") == 0) {
            CLI::Option* to = takesYear(engine->add_option("--to-year", arguments->toYear,
                                                           Cli::tr("last year of a table by year").toStdString()));
            CLI::Option* from = takesYear(
                engine->add_option("--from-year", arguments->fromYear, Cli::tr("its first year").toStdString()));
            from->needs(to);
            to->needs(from);
        }
        engine->callback(
            [arguments, &context, chosen = QString::fromLatin1(name)] { calculate(*arguments, chosen, context); });
    }
}

} // namespace corridor
