// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <QString>

namespace corridor {

/// How the annual energy, coal and carbon of a site are computed, as rich text; empty for sites that do not stand in
/// the assessment's year.
QString siteEvidence(const Assessment& assessment, EntityId site);
/// What a span carries, service by service, against its capacity; empty for spans not in service.
QString loadEvidence(const Assessment& assessment, EntityId span);

} // namespace corridor
