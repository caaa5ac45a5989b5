// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"

#include <QJsonArray>

namespace corridor {

/// An explanation for a terminal: title, then section by section formula, figures in columns, sources behind them.
QString explanationText(const Explanation& explanation);
/// Its sections as JSON: [{"key", "heading", "quote", "formula", "rows": [{"key", "label", figures with their unit in
/// the key, "of", "field", "source"}], "remarks"}].
QJsonArray sectionsJson(const Explanation& explanation, const EntitySet& entities);

} // namespace corridor
