// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/capacitychecks.h"

#include "model/rules/clauseengine.h"
#include "model/rules/judge.h"

#include <algorithm>

namespace corridor {

double nearFullPercent(const RulePack* pack) {
    double percent = 0;
    if (pack)
        for (const Clause& clause : pack->clauses)
            if (engineOf(clause) == ClauseEngine::PairCapacity)
                percent = std::max(percent, clause.nearBandPercent.value_or(0));
    return percent;
}

Verdict loadVerdict(const SpanLoad& load, double nearPercent) {
    const std::optional<double> headroom = load.headroomGbps();
    if (!headroom)
        return Verdict::Unknown;
    if (*headroom < 0)
        return Verdict::Broken;
    return *headroom <= load.capacity.perDirectionGbps() * nearPercent / 100 ? Verdict::Near : Verdict::Met;
}

std::vector<Finding> capacityProblems(const LatencyInput& input, const CapacityResult& capacity, bool english) {
    std::vector<Finding> out;
    for (const SpanLoad& load : capacity.spans) {
        const std::optional<double> headroom = load.headroomGbps();
        if (loadVerdict(load, 0) != Verdict::Broken)
            continue;
        Finding finding;
        finding.check = QStringLiteral("overload");
        finding.severity = Severity::Binding;
        finding.verdict = Verdict::Broken;
        finding.title = message(CORRIDOR_MSG("More bandwidth is routed over %1 than it can carry"),
                                nameOf(input.entities, load.span, english));
        finding.subject = load.span;
        finding.object = message("%1", nameOf(input.entities, load.span, english));
        finding.value = load.loadGbps();
        finding.limit = load.capacity.perDirectionGbps();
        finding.margin = *headroom;
        finding.unit = QStringLiteral("gbps");
        finding.missing = load.complete
                              ? message(CORRIDOR_MSG("%1 paths in %2, backups included."),
                                        QString::number(load.services), QString::number(input.year))
                              : message(CORRIDOR_MSG(
                                    "The bandwidth of a service over it is not on record; the load is a lower bound."));
        finding.evidence = {load.span};
        showObject(input, load.span, finding);
        finding.key = QStringLiteral("overload/") + load.span.toString();
        out.push_back(std::move(finding));
    }
    return out;
}

} // namespace corridor
