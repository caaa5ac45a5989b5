// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/workbook.h"
#include "model/exchange/xlsxbook.h"

namespace corridor {

// The kinds of sheets of exportXlsx(). Internal to export.

/// What the front sheet lists: a sheet, and what it holds.
struct SheetEntry {
    QString sheet, content;
    int rows = 0;
};

SheetEntry addObjectSheet(XlsxBook& book, const EntitySet& entities, Kind kind, const std::set<EntityId>* only);
/// The calculations, and a sheet for each of their tables.
std::vector<SheetEntry> addResultSheets(XlsxBook& book, const EntitySet& entities, const WorkbookContent& content);
SheetEntry addChartSheet(XlsxBook& book, const WorkbookChart& chart);
/// Which words the sheets of objects know, for people and for reading them again.
SheetEntry addWordSheet(XlsxBook& book, const std::vector<Kind>& kinds);
void fillFrontSheet(XlsxSheet& sheet, const WorkbookContent& content, const std::vector<SheetEntry>& entries);

/// How truth values are written.
QString truthText(bool value);

} // namespace corridor
