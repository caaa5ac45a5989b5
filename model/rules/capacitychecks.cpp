// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/capacitychecks.h"

#include "model/rules/judge.h"

namespace corridor {

namespace {

constexpr double kNearBandPercent = 1; // as for the limits of clauses and services

} // namespace

Verdict loadVerdict(const SpanLoad& load) {
    return load.capacity.isKnown()
               ? judge(Comparator::AtMost, load.capacity.perDirectionGbps(), kNearBandPercent, load.loadGbps())
               : Verdict::Unknown;
}

std::vector<Finding> capacityProblems(const LatencyInput& input, const CapacityResult& capacity, bool english) {
    std::vector<Finding> out;
    for (const SpanLoad& load : capacity.spans) {
        const std::optional<double> headroom = load.headroomGbps();
        if (loadVerdict(load) != Verdict::Broken)
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
