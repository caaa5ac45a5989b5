// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/result.h"
#include "model/plan/schema.h"

#include <QCoreApplication>

#include <optional>

namespace corridor {

/// Context of translations of a workbook's own texts: `Workbook::tr("…")`.
class Workbook {
    Q_DECLARE_TR_FUNCTIONS(corridor::Workbook)
};

/// What a table of results is called; its own name where it is not known.
QString resultTableLabel(const QString& table);
/// What a column of results is called, without its unit; its own name where it is not known.
QString resultColumnLabel(const QString& column);
/// Whether the column holds words of the program rather than text or codes.
bool holdsResultWords(const QString& column);
/// Such words (one, or several with blanks between), as shown; those not known stay as they are.
QString resultWordsLabel(const QString& words);
/// What a calculation is called.
QString engineLabel(const QString& engine);

/// "IT power (MW)"; the label alone where there is no unit. The unit is as unitText() takes it.
QString withUnitLabel(const QString& label, const QString& unit);

/// How many decimals the program shows of a number: two of ms, one of km, three significant digits of other figures
/// with a unit, all of those without; more where rounding would hide on which side of `limit` it lies, or that it is
/// not zero. -1 = all that there are.
int shownDecimals(double value, const QString& unit, std::optional<double> limit = std::nullopt);

} // namespace corridor
