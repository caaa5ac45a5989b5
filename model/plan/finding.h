// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"
#include "model/base/message.h"
#include "model/geo/lonlat.h"

#include <optional>
#include <vector>

namespace corridor {

/// 结论. A value *and* a range decide; what is not known is Unknown, never Broken.
enum class Verdict { Met, Near, Broken, Unknown, NotApplicable };

/// The word in files and JSON: "met", "near", "broken", "unknown", "not_applicable".
QString verdictWord(Verdict verdict);
/// The word shown, in the language of the installed translators.
QString verdictLabel(Verdict verdict);
/// The worse of two: Broken, Near, Unknown, Met, NotApplicable in falling order.
Verdict worse(Verdict a, Verdict b);

/// Whether a clause binds (约束性) or guides (引导性). Topology and other checks state their own.
enum class Severity { Binding, Guiding };

/// 检查结果: a verdict on a clause or a planning problem, with evidence and a place to zoom to.
struct Finding {
    QString check; ///< clause id ("Q13") or problem code ("no-route", "dangling-end")
    Severity severity = Severity::Guiding;
    Verdict verdict = Verdict::Unknown;
    Message title;     ///< what is required, or what is wrong
    QString titleText; ///< used instead of `title` when it comes from data (a rule pack), already in the right language
    EntityId subject;  ///< the object judged: a service, a site, …; null = the whole plan
    Message object;    ///< which object and which part of it: "北京—和林格尔 · 主用"
    std::optional<double> value, valueLow, valueHigh, limit, margin; ///< in `unit`; margin ≥ 0 = kept
    QString unit;
    std::optional<double> marginKm; ///< the margin as kilometres of fibre, where that makes sense
    Message missing;                ///< for Unknown: which inputs are missing; for others: what qualifies the verdict
    bool decides =
        true; ///< false: shown, but does not count for its clause (a backup while the plan says that it does not)
    bool declared = false;          ///< judged by hand, not computed
    std::vector<EntityId> evidence; ///< objects to highlight, in order (spans of the path)
    Box place;                      ///< where to zoom to

    /// Stable over recalculation: check + subject + part. Acknowledgements refer to it.
    QString key;
};

} // namespace corridor
