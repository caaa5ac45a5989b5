// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace corridor {

/// What a province is called in English; the name itself when it is none of the 34 (GB/T 2260, names as plans hold
/// them: 内蒙古自治区).
QString englishProvince(const QString& province);

} // namespace corridor
