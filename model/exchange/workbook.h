// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entityset.h"
#include "model/plan/result.h"

#include <QDateTime>
#include <QHash>

#include <optional>
#include <set>
#include <vector>

namespace corridor {

/// One line of a workbook's front sheet.
struct WorkbookFact {
    QString label, text;
};

/// The figures of one chart and how they are drawn: bars of stacked parts, with a limit for each where there is one.
struct WorkbookChart {
    /// One colour of the stack, a value for each row.
    struct Series {
        QString name;
        quint32 color = 0; ///< 0xRRGGBB
        std::vector<double> values;
    };
    struct Row {
        QString label;
        std::optional<double> limit; ///< in `unit`
        QString note;                ///< written behind the bar's value: a verdict
        bool known = true;           ///< false: nothing is on record, which is no zero
    };
    QString name;  ///< what it is called whatever the language: "round-trips"
    QString title; ///< as shown; also names the sheet
    QString unit;
    QString limitName;          ///< of the rows' limits; empty = none has one
    QString note;               ///< what qualifies all of it
    bool lying = false;         ///< bars run to the right, one below the other
    int decimals = 0;           ///< behind the point of the values shown
    std::vector<Series> series; ///< bottom (or left) first; all as long as `rows`
    std::vector<Row> rows;      ///< top first
};

/// What a workbook tells beside the objects; made by those who know the calculations.
struct WorkbookContent {
    QString title;                   ///< of the plan
    std::vector<WorkbookFact> facts; ///< of the front sheet
    std::vector<Run> runs;           ///< those of now first; a later one that equals an earlier one is left out
    std::size_t currentRuns = 0;     ///< how many of them are of now, not read from a file; their times are not written
    QHash<QString, QString> titles;  ///< of clause ids and finding keys, in the language of the workbook
    std::vector<WorkbookChart> charts;
    QDateTime created;    ///< stands in the file's properties; same content and time, same bytes
    bool english = false; ///< language of names
};

/// An Excel workbook (XLSX): a front sheet, a sheet for each kind of object, for each table of results and for each
/// chart, and the list of words. Headings are in the language of the installed translators, with units, each above its
/// stable name (xlsxnames.h), so that an edited sheet reads back in any language. Numbers keep every bit and show what
/// the program shows; text is text, guarded as csv.h says; ids are text. `only` = these objects alone; null = all.
/// Throws Error (Environment) when temporary files cannot be written, Error (Usage) for a kind with more objects than
/// a sheet has rows (1,048,575).
QByteArray exportXlsx(const EntitySet& entities, const std::vector<Kind>& kinds, const std::set<EntityId>* only,
                      const WorkbookContent& content);

} // namespace corridor
