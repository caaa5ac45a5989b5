// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/schema.h"
#include "model/rules/judge.h"
#include "model/rules/networkclauses.h"
#include "model/session/explanationparts.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace corridor {

namespace {

using namespace explain;

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

constexpr auto kGbps = "Gbit/s";

using Groups = std::map<EntityId, std::vector<EntityId>>; // risk groups by member

Groups groupsByMember(const EntitySet& entities) {
    Groups out;
    entities.table<RiskGroup>().forEach([&](const std::shared_ptr<const RiskGroup>& group) {
        for (const EntityId member : group->members)
            out[member].push_back(group->id);
    });
    return out;
}

QString allNames(const Assessment& assessment, const std::vector<EntityId>& objects) {
    QStringList names;
    for (const EntityId id : objects)
        names += nameOf(assessment.input->entities, id, assessment.english);
    return names.isEmpty() ? QStringLiteral("\u2014") : names.join(QStringLiteral(", "));
}

// What of `shared` a path runs over: the thing itself, or those of its members.
std::vector<EntityId> runsOver(const Assessment& assessment, const RoutedPath& path, EntityId shared) {
    const auto has = [&path](EntityId id) {
        return std::find(path.spans.begin(), path.spans.end(), id) != path.spans.end() ||
               std::find(path.nodes.begin(), path.nodes.end(), id) != path.nodes.end();
    };
    std::vector<EntityId> out;
    if (const RiskGroup* group = assessment.input->entities.find<RiskGroup>(shared)) {
        for (const EntityId member : group->members)
            if (has(member))
                out.push_back(member);
    } else if (has(shared)) {
        out.push_back(shared);
    }
    return out;
}

ExplanationSection sharedSection(const Assessment& assessment, const ServiceRoute& pair) {
    ExplanationSection out = section("shared", tr("What both routes share"));
    out.columns = {tr("Shared"), tr("Primary over"), tr("Backup over")};
    for (const EntityId shared : pair.sharedRisks) {
        const EntityRef found = assessment.input->entities.find(shared);
        ExplanationRow line =
            objectRow(assessment, shared,
                      {named("primary", word(allNames(assessment, runsOver(assessment, pair.primary, shared)))),
                       named("backup", word(allNames(assessment, runsOver(assessment, pair.backup, shared))))});
        line.key = shared.toString();
        if (found)
            line.note = schemaOf(found.kind).labelText();
        const bool group = found && found.kind == Kind::RiskGroup;
        out.rows.push_back(group ? input(std::move(line), shared, "members") : std::move(line));
    }
    if (out.rows.empty())
        out.remarks += tr("Nothing: no span, no risk group, no node on the way.");
    return out;
}

ExplanationSection routeSection(const Assessment& assessment, const Groups& groups, const RoutedPath& path,
                                const char* key, const QString& title) {
    ExplanationSection out = section(key, title + QStringLiteral(" · ") + endsText(assessment, path));
    out.columns = {tr("Span"), tr("Risk groups")};
    for (const EntityId span : path.spans) {
        const auto found = groups.find(span);
        const auto shown = allNames(assessment, found == groups.end() ? std::vector<EntityId>() : found->second);
        out.rows.push_back(objectRow(assessment, span, {named("risk_groups", word(shown))}));
    }
    return out;
}

} // namespace

namespace explain {

void addRoutes(const Assessment& assessment, const ServiceRoute& route, Explanation& out) {
    const Service* service = assessment.input->entities.find<Service>(route.service);
    const ServiceRoute pair = service ? mostDisjointRoutes(*assessment.input, *service, route) : route;
    if (addMissingPath(assessment, pair.primary, "primary", tr("Primary path"), out))
        return;
    ExplanationSection routes = section("routes", tr("How is this computed?"));
    routes.remarks += tr("Two routes count as two when they share no span, no risk group and no node on the way; else "
                         "one failure cuts both, and they count as one.");
    const bool two = pair.backup.exists && pair.sharedRisks.empty();
    routes.rows = {row("routes", tr("Routes that no single failure cuts"), figure(two ? 2 : 1, QString(), 0), true),
                   row("shared", tr("Shared by both"), figure(static_cast<double>(pair.sharedRisks.size()), {}, 0))};
    if (!pair.optimal)
        routes.remarks += tr("The search stopped at its limit; a better backup is not excluded.");
    out.sections.push_back(std::move(routes));
    if (pair.backup.exists)
        out.sections.push_back(sharedSection(assessment, pair));
    const Groups groups = groupsByMember(assessment.input->entities);
    out.sections.push_back(routeSection(assessment, groups, pair.primary, "primary_route", tr("Primary path")));
    if (!addMissingPath(assessment, pair.backup, "backup_route", tr("Backup path"), out))
        out.sections.push_back(routeSection(assessment, groups, pair.backup, "backup_route", tr("Backup path")));
}

void addWeakPoints(const Assessment& assessment, const std::vector<EntityId>& points, Explanation& out) {
    ExplanationSection bridges = section("bridges", tr("Bridges: spans")),
                       nodes = section("articulation", tr("Articulation points: nodes"));
    for (ExplanationSection* to : {&bridges, &nodes})
        to->columns = {tr("Taken out"), tr("Key sites cut off")};
    for (const EntityId id : points) {
        const std::vector<EntityId> cut = keySitesCutOff(*assessment.input, id);
        ExplanationRow line =
            objectRow(assessment, id, {named("cut_off", figure(static_cast<double>(cut.size()), QString(), 0))});
        line.key = id.toString();
        line.note = allNames(assessment, cut);
        (assessment.input->entities.find<Span>(id) ? bridges : nodes).rows.push_back(std::move(line));
    }
    ExplanationSection how = section("weak_points", tr("How is this computed?"));
    how.remarks += tr("Each span and node is taken out alone; listed are those without which key sites that were "
                      "connected no longer are.");
    how.rows = {
        row("bridges", tr("Bridges"), figure(static_cast<double>(bridges.rows.size()), QString(), 0)),
        row("articulation", tr("Articulation points"), figure(static_cast<double>(nodes.rows.size()), QString(), 0))};
    out.sections.push_back(std::move(how));
    for (ExplanationSection* to : {&bridges, &nodes})
        if (!to->rows.empty())
            out.sections.push_back(std::move(*to));
}

void addHops(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
             Explanation& out) {
    if (addMissingPath(assessment, path, key, title, out))
        return;
    ExplanationSection to = section(key, title + QStringLiteral(" · ") + tr("How is this computed?"));
    to.remarks += tr("Hops = 1 + electrical nodes on the way (OTN cross-connects, routers). Where light passes on, no "
                     "hop ends.");
    to.columns = {tr("Node"), tr("Hops")};
    const auto rowOf = [&assessment](EntityId node, double ends) {
        ExplanationRow line = objectRow(assessment, node, {named("hops", figure(ends, QString(), 0))});
        const Junction* junction = assessment.input->entities.find<Junction>(node);
        if (!junction)
            return line;
        const Field* role = schemaOf(Kind::Junction).field(u"role");
        line.note = wordLabel(*role, std::get<QString>(role->get(*junction)));
        return input(std::move(line), node, "role");
    };
    for (std::size_t i = 1; i < path.nodes.size(); ++i) {
        const int at = assessment.input->nodeIndex(path.nodes[i]);
        const bool last = i + 1 == path.nodes.size();
        const bool ends = last || (at >= 0 && endsHop(assessment.input->roles[static_cast<std::size_t>(at)]));
        to.rows.push_back(rowOf(path.nodes[i], ends ? 1 : 0));
    }
    to.rows.push_back(row("hops", tr("Together"), named("hops", figure(path.hops, QString(), 0)), true));
    out.sections.push_back(std::move(to));
}

void addPathCapacity(const Assessment& assessment, const RoutedPath& path, const char* key, const QString& title,
                     Explanation& out) {
    if (addMissingPath(assessment, path, key, title, out))
        return;
    const EnergySettings& settings = assessment.capacity->settings;
    ExplanationSection to = section("capacity", title + QStringLiteral(" · ") + tr("Capacity along the path"));
    to.remarks += tr("A path carries, in each direction, what the least of its spans can.");
    for (const EntityId id : path.spans) {
        const Span* span = assessment.input->entities.find<Span>(id);
        const SpanCapacity capacity = span ? capacityOf(*span, settings) : SpanCapacity();
        const auto each = capacity.isKnown() ? std::optional(Range::exact(capacity.perDirectionGbps())) : std::nullopt;
        ExplanationRow line = objectRow(assessment, id, {figure(each, kGbps, 0)});
        if (capacity.isKnown() && capacity.sharing == CapacitySharing::Shared)
            line.note = tr("half of what both directions share");
        const bool recordedFigure = capacity.source == CapacitySource::Recorded;
        to.rows.push_back(capacity.isKnown()
                              ? input(std::move(line), id, recordedFigure ? "capacity_gbps" : "pairs_lit")
                              : std::move(line));
    }
    const PathCapacity least = pathCapacity(assessment.input->entities, settings, path);
    const auto sum = least.gbps ? std::optional(Range::exact(*least.gbps)) : std::nullopt;
    to.rows.push_back(row("least", tr("The least of them"), figure(sum, kGbps, 0), true));
    out.sections.push_back(std::move(to));
}

} // namespace explain

} // namespace corridor
