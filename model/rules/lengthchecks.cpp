// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/lengthchecks.h"

#include "model/plan/changeset.h"
#include "model/plan/problems.h"

namespace corridor {

namespace {

constexpr double kDrawingTolerance = 0.01; // a line digitised at 1:100 000 zigzags by less than that

} // namespace

std::vector<Finding> lengthProblems(const LatencyInput& input) {
    std::vector<Finding> out;
    for (const SpanLatency& row : input.spans) {
        if (row.fibreKm >= row.geodesicKm * (1.0 - kDrawingTolerance))
            continue; // lengths that are computed always are: sinuosity and lay factor are at least 1
        const Span* span = input.entities.find<Span>(row.span);
        if (!span || !span->measuredFibreKm)
            continue;
        Finding finding = problem(
            "length-below-line", Severity::Guiding,
            message(CORRIDOR_MSG("Span %1 has %2 km of fibre on record, but its line is %3 km long; correct the line, "
                                 "or measure again or clear the length."),
                    labelOf(*span), QString::number(row.fibreKm, 'f', 1), QString::number(row.geodesicKm, 'f', 1)),
            *span, QStringLiteral("measured_fibre_km"), extentOf(Kind::Span, *span));
        finding.value = row.fibreKm;
        finding.limit = row.geodesicKm;
        finding.margin = row.fibreKm - row.geodesicKm;
        finding.unit = QStringLiteral("km");
        out.push_back(std::move(finding));
    }
    return out;
}

} // namespace corridor
