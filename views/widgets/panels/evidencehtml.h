// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"

#include <QString>

namespace corridor {

/// An explanation as rich text in the colours of the theme; numbers as all panels write them. Links are "object:<id>".
/// Empty for an empty one.
QString evidenceHtml(const Explanation& explanation);

} // namespace corridor
