// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace corridor {

/// How a unit reads in the language of the installed translators. `unit` is as rule packs write it in key names
/// ("percent", "mwh_per_year", "hop") or as fields do ("M CNY/km"); one that is not known stays as it is. Empty for
/// pure numbers
/// ("pue", "ratio").
QString unitText(const QString& unit);

/// "80 %", "1 route": the number with unitText() behind it, alone where that is empty; things that are counted stand in
/// the plural that a whole number asks for.
QString withUnit(const QString& number, const QString& unit);

} // namespace corridor
