// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/judge.h"

#include "model/plan/changeset.h"
#include "model/plan/unittext.h"

#include <cmath>

namespace corridor {

namespace {

// An end that is planned without saying for when (or is gone from the plan): whether the service matters this year is
// not known.
bool dateUnknown(const LatencyInput& input, EntityId end) {
    const Site* site = input.entities.find<Site>(end);
    return site ? site->inDate.isNull() && site->status != SiteStatus::Retired && site->outDate.isNull()
                : !input.entities.find<Junction>(end);
}

// Why there is no figure, and what that means for the clause.
void judgeMissingPath(const LatencyInput& input, const RoutedPath& path, const Limit* limitMs, bool english,
                      Finding& finding) {
    const QString year = QString::number(input.year);
    const QString at = nameOf(input.entities, path.problemAt, english);
    switch (path.problem) {
    case PathProblem::EndNotInService:
        if (dateUnknown(input, path.problemAt)) {
            finding.verdict = Verdict::Unknown;
            finding.missing = message(CORRIDOR_MSG("%1 has no date of entering service."), at);
            return;
        }
        finding.verdict = Verdict::NotApplicable;
        finding.missing = message(CORRIDOR_MSG("%1 is not in service in %2."), at, year);
        return;
    case PathProblem::ChainBroken:
        finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("The pinned route is broken at %1."), at);
        return;
    case PathProblem::SpanUnknown:
        finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("The fibre type of %1 is not recorded."), at);
        return;
    case PathProblem::SpanNotInService:
        finding.verdict = Verdict::Broken;
        finding.missing = message(CORRIDOR_MSG("%1 of the pinned route is not in service in %2."), at, year);
        return;
    case PathProblem::NoRoute:
    case PathProblem::NotWanted:
    case PathProblem::None:
        break;
    }
    if (!path.missing.empty() && (!limitMs || limitMs->keeps(*path.possibleMs))) {
        finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("No route without %1, whose fibre type is not recorded."),
                                  nameList(input.entities, path.missing, english));
        return;
    }
    finding.verdict = Verdict::Broken;
    finding.missing = message(CORRIDOR_MSG("There is no route in service in %1."), year);
}

// A better way may lie over spans whose delay is not known.
void leaveOpen(const LatencyInput& input, const RoutedPath& path, bool english, Finding& finding) {
    finding.verdict = Verdict::Unknown;
    finding.missing = message(CORRIDOR_MSG("A way over %1, whose fibre type is not recorded, may be shorter."),
                              nameList(input.entities, path.missing, english));
}

// What a range on the other side of the limit leaves open.
void qualifyByRange(const Limit& limit, const Range& range, int decimals, const QString& unit, Finding& finding) {
    const QString low = QString::number(range.low, 'f', decimals), high = QString::number(range.high, 'f', decimals);
    const bool open =
        limit.keeps(range.low) != limit.keeps(range.value) || limit.keeps(range.high) != limit.keeps(range.value);
    if (!open)
        return;
    finding.missing =
        limit.keeps(range.value)
            ? message(CORRIDOR_MSG("Met on the estimate, open on the range of %1 – %2 %3."), low, high, unit)
            : message(CORRIDOR_MSG("Broken on the estimate, open on the range of %1 – %2 %3."), low, high, unit);
}

} // namespace

Verdict judge(Comparator comparator, double limit, const std::optional<double>& nearBandPercent, double value) {
    const double margin = marginOf(comparator, limit, value);
    switch (comparator) {
    case Comparator::None:
        return Verdict::NotApplicable;
    case Comparator::Below:
    case Comparator::Above:
        return margin > 0 ? Verdict::Met : Verdict::Broken;
    case Comparator::Equal:
        return margin == 0 ? Verdict::Met : Verdict::Broken;
    case Comparator::AtMost:
    case Comparator::AtLeast:
        break;
    }
    if (!(margin >= 0))
        return Verdict::Broken;
    return nearBandPercent && margin < std::abs(limit) * *nearBandPercent / 100.0 ? Verdict::Near : Verdict::Met;
}

double marginOf(Comparator comparator, double limit, double value) {
    if (comparator == Comparator::AtLeast || comparator == Comparator::Above)
        return value - limit;
    return comparator == Comparator::Equal ? -std::abs(limit - value) : limit - value;
}

bool Limit::keeps(double measured) const {
    return judge(comparator, value, std::nullopt, measured) != Verdict::Broken;
}

void judgeRtt(const LatencyInput& input, const RoutedPath& path, const Limit& limit, bool english, Finding& finding) {
    finding.unit = QStringLiteral("ms");
    finding.limit = limit.value;
    if (!path.exists) {
        judgeMissingPath(input, path, &limit, english, finding);
        showObject(input, path.problemAt, finding);
        return;
    }
    showPath(input, path, finding);
    finding.value = path.rtt.totalMs;
    finding.valueLow = path.rtt.lowMs;
    finding.valueHigh = path.rtt.highMs;
    finding.margin = marginOf(limit.comparator, limit.value, path.rtt.totalMs);
    if (path.usPerKm > 0)
        finding.marginKm = marginKm(*finding.margin, path.usPerKm);
    finding.verdict = judge(limit.comparator, limit.value, limit.nearBandPercent, path.rtt.totalMs);
    if (finding.verdict == Verdict::Broken && !path.missing.empty() && limit.keeps(*path.possibleMs)) {
        leaveOpen(input, path, english, finding);
    } else if (!path.rtt.complete) {
        if (finding.verdict != Verdict::Broken)
            finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("The plan has no delay for equipment %1; the value is a lower bound."),
                                  path.missingEquipment.front());
    } else {
        qualifyByRange(limit, {path.rtt.totalMs, path.rtt.lowMs, path.rtt.highMs}, 3, QStringLiteral("ms"), finding);
    }
}

Finding startFinding(const Clause& clause, EntityId subject, const QString& part, bool english) {
    Finding finding;
    finding.check = clause.id;
    finding.severity = clause.severity;
    finding.titleText = clause.title.in(english);
    finding.subject = subject;
    finding.limit = clause.threshold;
    finding.unit = clause.unit;
    finding.key = clause.id + u'/' + (subject ? subject.toString() : QStringLiteral("plan")) + u'/' + part;
    return finding;
}

void judgeFigure(const Clause& clause, const Range& figure, int decimals, Finding& finding) {
    const Limit limit{clause.comparator, *clause.threshold, clause.nearBandPercent};
    finding.value = figure.value;
    finding.valueLow = figure.low;
    finding.valueHigh = figure.high;
    finding.margin = marginOf(limit.comparator, limit.value, figure.value);
    finding.verdict = judge(limit.comparator, limit.value, limit.nearBandPercent, figure.value);
    qualifyByRange(limit, figure, decimals, unitText(clause.unit), finding);
}

void judgeCapacity(const LatencyInput& input, const EnergySettings& settings, const RoutedPath& path,
                   const Clause& clause, bool english, Finding& finding) {
    if (!path.exists) {
        judgeMissingPath(input, path, nullptr, english, finding);
        showObject(input, path.problemAt, finding);
        return;
    }
    showPath(input, path, finding);
    const PathCapacity capacity = pathCapacity(input.entities, settings, path);
    if (capacity.gbps)
        judgeFigure(clause, Range::exact(*capacity.gbps), 0, finding);
    if (finding.verdict == Verdict::Broken) {
        finding.missing = message(CORRIDOR_MSG("%1 sets it."), nameOf(input.entities, capacity.span, english));
    } else if (!capacity.unknown.empty()) {
        finding.verdict = Verdict::Unknown;
        finding.missing = message(CORRIDOR_MSG("The capacity of %1 is not on record."),
                                  nameList(input.entities, capacity.unknown, english));
    }
}

void judgeHops(const LatencyInput& input, const RoutedPath& path, const Clause& clause, bool english,
               Finding& finding) {
    finding.unit = clause.unit;
    finding.limit = clause.threshold;
    if (!path.exists) {
        judgeMissingPath(input, path, nullptr, english, finding);
        showObject(input, path.problemAt, finding);
        return;
    }
    showPath(input, path, finding);
    finding.value = path.hops;
    finding.margin = marginOf(clause.comparator, *clause.threshold, path.hops);
    finding.verdict = judge(clause.comparator, *clause.threshold, clause.nearBandPercent, path.hops);
    if (finding.verdict == Verdict::Broken && !path.missing.empty()) {
        leaveOpen(input, path, english, finding);
        return;
    }
    std::vector<EntityId> stops;
    for (std::size_t i = 1; i + 1 < path.nodes.size(); ++i)
        if (const int node = input.nodeIndex(path.nodes[i]);
            node >= 0 && endsHop(input.roles[static_cast<std::size_t>(node)]))
            stops.push_back(path.nodes[i]);
    if (!stops.empty())
        finding.missing = message(CORRIDOR_MSG("The light ends at %1."), nameList(input.entities, stops, english));
}

void showPath(const LatencyInput& input, const RoutedPath& path, Finding& finding) {
    finding.evidence.insert(finding.evidence.end(), path.spans.begin(), path.spans.end());
    for (const EntityId span : path.spans)
        showObject(input, span, finding);
}

void showObject(const LatencyInput& input, EntityId object, Finding& finding) {
    for (const Kind kind : {Kind::Span, Kind::Site, Kind::Junction})
        if (const EntityRef found = input.entities.find(kind, object)) {
            finding.place = finding.place.united(extentOf(kind, *found));
            return;
        }
}

QString nameList(const EntitySet& entities, const std::vector<EntityId>& objects, bool english) {
    QStringList names;
    for (std::size_t i = 0; i < objects.size() && i < 3; ++i)
        names += nameOf(entities, objects[i], english);
    if (objects.size() > 3)
        names += QStringLiteral("…");
    return names.join(QStringLiteral(", "));
}

QString serviceName(const EntitySet& entities, const Service& service, bool english) {
    const QString name = displayName(service, english);
    if (name.contains(u'\u2014') || name.contains(QStringLiteral(" \u2013 ")))
        return name;
    const QString ends = nameOf(entities, service.from, english) + u'\u2014' + nameOf(entities, service.to, english);
    return name.isEmpty() ? ends
           : english      ? QStringLiteral("%1 (%2)").arg(name, ends)
                          : QStringLiteral("%1（%2）").arg(name, ends);
}

QString nameOf(const EntitySet& entities, EntityId object, bool english) {
    const EntityRef found = entities.find(object);
    return found ? displayName(*found, english) : object.toString();
}

} // namespace corridor
