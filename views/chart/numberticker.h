// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/customplot.h"

namespace corridor {

/// Puts numbers at an axis as they are written elsewhere: thin spaces between thousands, a true minus, and the same
/// number of decimals at every tick, as many as the finest of them needs (at most 6).
class NumberTicker : public QCPAxisTicker {
protected:
    QVector<QString> createLabelVector(const QVector<double>& ticks, const QLocale& locale, QChar formatChar,
                                       int precision) override;
};

} // namespace corridor
