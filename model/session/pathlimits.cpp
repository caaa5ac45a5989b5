// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/pathlimits.h"

namespace corridor {

PathLimits::PathLimits(const Assessment& assessment, const Prospect* prospect) {
    for (const Finding& finding : assessment.findings)
        if (const Finding* now = prospect ? prospect->now(finding) : &finding)
            take(*now);
    if (prospect)
        for (const Finding& finding : prospect->added)
            take(finding);
}

void PathLimits::take(const Finding& finding) {
    if (finding.subject.isNull() || !finding.limit || finding.unit != u"ms")
        return;
    const bool backup = finding.key.endsWith(QLatin1String("/backup"));
    if (!backup && !finding.key.endsWith(QLatin1String("/primary")))
        return;
    const Finding*& strictest = mLimits[finding.subject][backup];
    if (!strictest || *finding.limit < *strictest->limit)
        strictest = &finding;
}

const Finding* PathLimits::of(EntityId service, bool backup) const {
    const auto it = mLimits.find(service);
    return it == mLimits.end() ? nullptr : it->second[backup];
}

} // namespace corridor
