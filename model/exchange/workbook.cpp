// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/workbook.h"

#include "model/exchange/xlsxlabels.h"
#include "model/exchange/xlsxsheets.h"

#include <xlsxwriter.h>

namespace corridor {

void fillFrontSheet(XlsxSheet& sheet, const WorkbookContent& content, const std::vector<SheetEntry>& entries) {
    int row = 0;
    sheet.text(row, 0, content.title, XlsxStyle::Title);
    worksheet_set_row(sheet.raw(), 0, 28, nullptr);
    sheet.text(++row, 0, Workbook::tr("For internal planning only; not to be published without review"),
               XlsxStyle::Strong);
    ++row;
    for (const WorkbookFact& fact : content.facts) {
        sheet.text(++row, 0, fact.label);
        sheet.text(row, 1, fact.text, XlsxStyle::Wrapped);
    }
    row += 2;
    sheet.text(row, 0, Workbook::tr("Sheet"), XlsxStyle::Strong);
    sheet.text(row, 1, Workbook::tr("What it holds"), XlsxStyle::Strong);
    sheet.text(row, 2, Workbook::tr("Rows"), XlsxStyle::Strong);
    for (const SheetEntry& entry : entries) {
        sheet.link(++row, 0, entry.sheet);
        sheet.text(row, 1, entry.content);
        sheet.number(row, 2, entry.rows, 0);
    }
    sheet.setWidth(0, 26);
    sheet.setWidth(1, 78);
    sheet.setWidth(2, 10);
    worksheet_gridlines(sheet.raw(), LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_paper(sheet.raw(), 9); // A4
    worksheet_fit_to_pages(sheet.raw(), 1, 0);
}

QByteArray exportXlsx(const EntitySet& entities, const std::vector<Kind>& kinds, const std::set<EntityId>* only,
                      const WorkbookContent& content) {
    XlsxBook book(content.title, content.created);
    XlsxSheet& front = book.addSheet(Workbook::tr("About"));
    std::vector<SheetEntry> entries;
    for (const Kind kind : kinds)
        entries.push_back(addObjectSheet(book, entities, kind, only));
    for (SheetEntry& entry : addResultSheets(book, entities, content))
        entries.push_back(std::move(entry));
    for (const WorkbookChart& chart : content.charts)
        entries.push_back(addChartSheet(book, chart));
    entries.push_back(addWordSheet(book, kinds));
    fillFrontSheet(front, content, entries);
    return book.finish();
}

} // namespace corridor
