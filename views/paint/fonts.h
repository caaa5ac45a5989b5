// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QStringList>

namespace corridor {

/// The families of the program, first choice first. Chinese and Latin from one family; its digits are all one width.
QStringList fontFamilies();

/// A font of the program in device-independent pixels (rounded to whole ones, which is what font engines give).
QFont programFont(qreal pixels, bool bold = false, bool italic = false);

} // namespace corridor
