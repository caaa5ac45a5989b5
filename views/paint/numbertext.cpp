// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/numbertext.h"

#include <cmath>

namespace corridor {

QString fixedText(double value, int decimals) {
    QString digits = QString::number(std::abs(value), 'f', decimals);
    const qsizetype point = digits.indexOf(u'.');
    for (qsizetype at = (point < 0 ? digits.size() : point) - 3; at > 0; at -= 3)
        digits.insert(at, QChar(0x2009));
    const bool isZero = digits.count(u'0') + digits.count(u'.') == digits.size();
    return value < 0 && !isZero ? QChar(0x2212) + digits : digits;
}

} // namespace corridor
