// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explanationtext.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/plan/settings.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct PathArguments {
    PlanArguments plan;
    std::string from, to, disjoint;
    int k = 1;
    bool explain = false;
};

// What every list of paths needs; the assessment only where paths are to be explained.
struct Asked {
    const OpenedPlan& opened;
    const CliContext& context;
    std::shared_ptr<const Assessment> assessment;
};

EntityId nodeNamed(const EntitySet& entities, const std::string& argument) {
    static constexpr Kind kNodes[] = {Kind::Site, Kind::Junction};
    if (const EntityRef node = findByName(entities, kNodes, textOf(argument)))
        return node->id;
    throw Error(Blame::Usage,
                message(CORRIDOR_MSG("“%1” is no site or junction of the plan, or more than one; use its code."),
                        textOf(argument)));
}

QJsonArray idCodes(const EntitySet& entities, const std::vector<EntityId>& ids) {
    QJsonArray out;
    for (const EntityId id : ids)
        out.append(shortName(entities, id));
    return out;
}

QJsonObject toJson(const EntitySet& entities, const RoutedPath& path) {
    return {{QStringLiteral("rtt_ms"), path.rtt.totalMs},
            {QStringLiteral("floor_ms"), path.rtt.floorMs},
            {QStringLiteral("detour_ms"), path.rtt.detourMs},
            {QStringLiteral("lay_ms"), path.rtt.layMs},
            {QStringLiteral("equipment_ms"), path.rtt.equipmentMs},
            {QStringLiteral("rtt_low_ms"), path.rtt.lowMs},
            {QStringLiteral("rtt_high_ms"), path.rtt.highMs},
            {QStringLiteral("complete"), path.rtt.complete},
            {QStringLiteral("geodesic_km"), path.geodesicKm},
            {QStringLiteral("route_km"), path.routeKm},
            {QStringLiteral("fibre_km"), path.fibreKm},
            {QStringLiteral("hops"), path.hops},
            {QStringLiteral("nodes"), idCodes(entities, path.nodes)},
            {QStringLiteral("spans"), idCodes(entities, path.spans)}};
}

void addPath(TextTable& table, const EntitySet& entities, const QString& rank, const RoutedPath& path) {
    table.addRow({rank, decimal(path.rtt.totalMs), decimal(path.rtt.lowMs), decimal(path.rtt.highMs),
                  decimal(path.fibreKm, 1), QString::number(path.hops), chain(entities, path.spans)});
}

TextTable pathTable() {
    using enum TextTable::Align;
    return TextTable({Cli::tr("Path"), Cli::tr("RTT ms"), Cli::tr("low"), Cli::tr("high"), Cli::tr("fibre km"),
                      Cli::tr("hops"), Cli::tr("spans")},
                     {Left, Right, Right, Right, Right, Right, Left});
}

QJsonObject toJson(const Asked& asked, const RoutedPath& path) {
    QJsonObject out = toJson(asked.opened.entities(), path);
    if (asked.assessment)
        out.insert(QStringLiteral("explanation"),
                   sectionsJson(explainPath(*asked.assessment, path), asked.opened.entities()));
    return out;
}

// Below the table: how a path came about.
QString explanationOf(const Asked& asked, const QString& rank, const RoutedPath& path) {
    if (!asked.assessment || !path.exists)
        return {};
    Explanation explanation = explainPath(*asked.assessment, path);
    explanation.objectText = Cli::tr("Path: %1").arg(rank);
    return u'\n' + explanationText(explanation);
}

// Why there is no way: the end that does not stand in that year, or simply none.
void refuseMissing(const OpenedPlan& opened, const RoutedPath& path) {
    if (path.problem == PathProblem::EndNotInService)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("“%1” is not in service in %2; choose another year or end."),
                                          shortName(opened.entities(), path.problemAt), QString::number(opened.year)));
}

void printNone(const CliContext& context, QJsonObject document) {
    if (context.json) {
        document.insert(QStringLiteral("paths"), QJsonArray());
        context.print(document);
    } else {
        context.print(Cli::tr("There is no path of usable spans between them in this year.\n"));
    }
}

int listPaths(const Asked& asked, EntityId from, EntityId to, int k) {
    const auto& [opened, context, assessment] = asked;
    const LatencyInput input = latencyInput(opened.entities(), opened.year);
    const std::vector<RoutedPath> paths = shortestRoutes(input, from, to, k);
    QJsonObject document = documentHead(opened);
    if (paths.empty()) {
        refuseMissing(opened, leastRttPath(input, from, to));
        printNone(context, document);
        return kFallsShort;
    }
    TextTable table = pathTable();
    QJsonArray list;
    QString explanations;
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const QString rank = QString::number(i + 1);
        addPath(table, opened.entities(), rank, paths[i]);
        explanations += explanationOf(asked, rank, paths[i]);
        list.append(toJson(asked, paths[i]));
    }
    document.insert(QStringLiteral("paths"), list);
    context.json ? context.print(document) : context.print(textHead(opened, context) + table.toString() + explanations);
    return kNothingBroken;
}

Protection protectionNamed(const std::string& word) {
    return word == "risk"   ? Protection::RiskDisjoint
           : word == "node" ? Protection::NodeDisjoint
                            : Protection::LinkDisjoint;
}

int listPair(const Asked& asked, EntityId from, EntityId to, Protection wanted) {
    const auto& [opened, context, assessment] = asked;
    const LatencyInput input = latencyInput(opened.entities(), opened.year);
    Service service;
    service.from = from;
    service.to = to;
    service.protection = wanted;
    const ServiceRoute route = routeService(input, service);
    QJsonObject document = documentHead(opened);
    if (!route.primary.exists) {
        refuseMissing(opened, route.primary);
        printNone(context, document);
        return kFallsShort;
    }
    const bool kept = route.backup.exists && route.sharedRisks.empty(); // nothing shared that `wanted` forbids
    TextTable table = pathTable();
    QJsonArray list;
    QString explanations;
    for (const bool backup : {false, true})
        if (route.path(backup).exists) {
            const QString role = backup ? Cli::tr("backup") : Cli::tr("primary");
            addPath(table, opened.entities(), role, route.path(backup));
            explanations += explanationOf(asked, role, route.path(backup));
            list.append(toJson(asked, route.path(backup)));
        }
    document.insert(QStringLiteral("paths"), list);
    document.insert(QStringLiteral("disjoint"), kept);
    document.insert(QStringLiteral("optimal"), route.optimal);
    document.insert(QStringLiteral("shared"), idCodes(opened.entities(), route.sharedRisks));
    if (context.json) {
        context.print(document);
    } else {
        context.print(textHead(opened, context) + table.toString());
        if (!route.backup.exists)
            context.print(Cli::tr("There is no second path.\n"));
        else if (!kept)
            context.print(Cli::tr("Both paths share: %1\n").arg(chain(opened.entities(), route.sharedRisks)));
        context.print(explanations);
    }
    return kept ? kNothingBroken : kFallsShort;
}

} // namespace

void addPathVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<PathArguments>();
    CLI::App* verb =
        app.add_subcommand("path", Cli::tr("the paths of least round-trip time between two nodes").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kYearOption | kJsonOption);
    verb->add_option("FROM", arguments->from, Cli::tr("site or junction: code, name or id").toStdString())->required();
    verb->add_option("TO", arguments->to, Cli::tr("site or junction: code, name or id").toStdString())->required();
    CLI::Option* k = verb->add_option("--k", arguments->k, Cli::tr("how many paths, best first").toStdString())
                         ->check(CLI::Range(1, 1000).description("1 – 1000"))
                         ->type_name(Cli::tr("NUMBER").toStdString());
    verb->add_option("--disjoint", arguments->disjoint,
                     Cli::tr("a primary and a backup that share no link, node or risk").toStdString())
        ->check(CLI::IsMember({"link", "node", "risk"}))
        ->excludes(k);
    verb->add_flag("--explain", arguments->explain,
                   Cli::tr("say how each figure came about: formula, inputs, sources").toStdString());
    verb->callback([arguments, &context] {
        const OpenedPlan opened = openPlan(arguments->plan);
        const EntityId from = nodeNamed(opened.entities(), arguments->from),
                       to = nodeNamed(opened.entities(), arguments->to);
        if (from == to)
            throw Error(Blame::Usage, message(CORRIDOR_MSG("A path needs two different ends.")));
        const Asked asked{opened, context, arguments->explain ? assess(opened, context) : nullptr};
        context.exitCode = arguments->disjoint.empty()
                               ? listPaths(asked, from, to, arguments->k)
                               : listPair(asked, from, to, protectionNamed(arguments->disjoint));
    });
}

} // namespace corridor
