// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/provincechecks.h"

#include "model/calc/inputyear.h"
#include "model/rules/judge.h"

namespace corridor {

std::vector<Finding> provinceProblems(const LatencyInput& input, bool english) {
    Finding finding;
    input.entities.table<Site>().forEach([&](const std::shared_ptr<const Site>& site) {
        if (!site->province.isEmpty() || !standsInYear(*site, input.year))
            return;
        finding.evidence.push_back(site->id);
        showObject(input, site->id, finding);
    });
    if (finding.evidence.empty())
        return {};
    finding.check = QStringLiteral("no-province");
    finding.verdict = Verdict::Unknown;
    finding.title = message(CORRIDOR_MSG("Sites without a province: %1; no clause about a province counts them"),
                            QString::number(finding.evidence.size()));
    finding.missing =
        message(CORRIDOR_MSG("Enter the province of %1."), nameList(input.entities, finding.evidence, english));
    if (finding.evidence.size() == 1)
        finding.subject = finding.evidence.front();
    finding.key = QStringLiteral("no-province/plan");
    return {finding};
}

} // namespace corridor
