// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <map>

namespace corridor {

/// Numbers of a workbook to be written anew: sheet (from 0) → cell ("C5") → decimals.
using ExactNumbers = std::map<int, QHash<QByteArray, QByteArray>>;

/// The bytes of the XLSX file at `path` with these numbers in their cells: libxlsxwriter writes 16 digits, and a double
/// may need 17. The parts of the package keep their order; all bear the date 1980-01-01, so equal content gives equal
/// bytes. Internal to export. Throws Error (Environment) when the file cannot be read.
QByteArray packageWithNumbers(const QString& path, const ExactNumbers& numbers);

} // namespace corridor
