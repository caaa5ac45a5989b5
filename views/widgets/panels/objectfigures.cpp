// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/objectfigures.h"

#include "model/base/physics.h"
#include "model/geo/polyline.h"
#include "model/rules/judge.h"
#include "model/session/explanation.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/paneltext.h"

#include <algorithm>

namespace corridor {

namespace {

const FibreType* fibreOf(const EntitySet& entities, const Span& span) {
    const FibreType* found = nullptr;
    entities.table<FibreType>().forEach([&](const std::shared_ptr<const FibreType>& type) {
        if (!span.fibre.isEmpty() && type->code == span.fibre)
            found = type.get();
    });
    return found;
}

bool runsOver(const RoutedPath& path, EntityId object) {
    return std::find(path.spans.begin(), path.spans.end(), object) != path.spans.end() ||
           std::find(path.nodes.begin(), path.nodes.end(), object) != path.nodes.end();
}

QString limitNote(std::optional<double> limit) {
    return limit ? QStringLiteral("/ %1 ms").arg(numberText(*limit, QStringLiteral("ms")))
                 : QStringLiteral("/ \u2014 ms");
}

VerdictList::Row rowOf(const Assessment& assessment, const ServiceRoute& route, bool backup, bool english) {
    VerdictList::Row row;
    row.object = route.service;
    row.text = nameOf(assessment.input->entities, route.service, english) + u' ' + roleText(backup);
    row.verdict = Verdict::NotApplicable;
    std::optional<double> limit;
    if (const Finding* finding = limitFinding(assessment, route.service, backup)) {
        row.verdict = finding->verdict;
        row.severity = finding->severity;
        row.key = finding->key;
        limit = finding->limit;
    }
    const RoutedPath& path = route.path(backup);
    row.value = path.exists ? msText(path.rtt.totalMs, limit) : QStringLiteral("\u2014");
    row.limit = limitNote(limit);
    return row;
}

} // namespace

SpanFigures spanFigures(const EntitySet& entities, const Span& span) {
    const PlanSettings settings = settingsOf(entities);
    SpanFigures figures;
    figures.fibreKm = fibreKmOf(entities, span);
    figures.routeKm = figures.fibreKm / span.layFactor.value_or(settings.layFactor);
    if (!span.measuredFibreKm)
        figures.routeKm = polylineLength(span.line) / 1000.0 *
                          (span.schematic ? span.sinuosity.value_or(settings.sinuosityFor(span.terrain)) : 1.0);
    if (const FibreType* fibre = fibreOf(entities, span))
        figures.rttMs = 2 * figures.fibreKm * fibreDelayUsPerKm(fibre->groupIndex) / 1000.0;
    return figures;
}

std::vector<VerdictList::Row> servicesOver(const Assessment& assessment, EntityId object, bool english) {
    std::vector<VerdictList::Row> rows;
    for (const ServiceRoute& route : assessment.routes)
        for (const bool backup : {false, true}) {
            const RoutedPath& path = route.path(backup);
            const bool own = route.service == object && (path.exists || path.problem != PathProblem::NotWanted);
            if (own || runsOver(path, object))
                rows.push_back(rowOf(assessment, route, backup, english));
        }
    return rows;
}

std::vector<VerdictList::Row> servicesOver(const DragPreview& preview) {
    std::vector<VerdictList::Row> rows;
    for (const PathChange& change : preview.paths) {
        VerdictList::Row row;
        row.verdict = change.verdict;
        row.severity = change.severity;
        row.object = change.service;
        row.text = change.serviceName + u' ' + roleText(change.backup);
        row.value = change.path.exists ? msText(change.path.rtt.totalMs, change.limitMs) : QStringLiteral("\u2014");
        row.limit = limitNote(change.limitMs);
        row.preview = true;
        rows.push_back(std::move(row));
    }
    return rows;
}

QString decidingLimitText(const Assessment* assessment, EntityId service) {
    const Finding* finding = assessment ? limitFinding(*assessment, service, false) : nullptr;
    if (!finding)
        return QStringLiteral("\u2014");
    const QString limit = numberText(*finding->limit, finding->unit);
    const bool clause = assessment->rulePack && assessment->rulePack->clause(finding->check);
    return clause ? QStringLiteral("%1 · %2").arg(finding->check, limit) : limit;
}

std::vector<VerdictList::Row> findingsOn(const Assessment& assessment, EntityId object) {
    std::vector<VerdictList::Row> rows;
    for (const Finding& finding : assessment.findings) {
        if (finding.subject != object && otherEnd(finding, finding.subject) != object)
            continue;
        VerdictList::Row row;
        row.verdict = finding.verdict;
        row.severity = finding.severity;
        row.object = object;
        row.key = finding.key;
        row.text = findingLabel(assessment, finding, object);
        row.value = finding.value ? valueText(finding) : QString();
        row.limit = finding.limit ? limitText(finding, assessment.rulePack.get()) : QString();
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace corridor
