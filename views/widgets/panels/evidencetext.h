// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <QString>

namespace corridor {

/// How a finding came about, as rich text: the quoted clause, value and limit, the formula with its inputs, the path
/// span by span, the run. Links are "object:<id>".
QString findingEvidence(const Assessment& assessment, const Finding& finding);
/// The same for a service's two paths, without a clause.
QString serviceEvidence(const Assessment& assessment, EntityId service);
/// How the delay of a span is computed.
QString spanEvidence(const Assessment& assessment, EntityId span);

} // namespace corridor
