// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/date.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>
#include <QString>
#include <QTemporaryDir>

#include <map>
#include <memory>
#include <optional>
#include <vector>

struct lxw_workbook;
struct lxw_worksheet;
struct lxw_format;

namespace corridor {

class XlsxBook;

/// How a cell looks. Internal to export.
enum class XlsxStyle {
    Text,    ///< in the column, one line
    Clipped, ///< the same, and never beyond its cell
    Wrapped, ///< over several lines
    Faint,   ///< less weight: what explains
    Strong,  ///< bold
    Title,   ///< of a sheet
    Heading  ///< of a column
};

/// One sheet under construction. Rows and columns count from 0. Internal to export.
class XlsxSheet {
public:
    /// Text, whatever it looks like; guarded as csv.h says. What is longer than a cell holds (32,000 characters) is
    /// cut: see cellsFor(). Empty text leaves the cell blank.
    void text(int row, int column, const QString& text, XlsxStyle style = XlsxStyle::Text);
    /// A number with every bit, shown with so many decimals and groups of thousands; -1 = as few as it has.
    void number(int row, int column, double value, int decimals);
    /// A year or another number without groups.
    void plainNumber(int row, int column, double value);
    /// A calendar day as a date; one known to the year or month alone as text.
    void date(int row, int column, const Date& date);
    void time(int row, int column, const QDateTime& utc);
    /// A heading over two lines: what people call it, and its stable name.
    void heading(int row, int column, const QString& label, const QString& stableName);
    /// A list of words to choose from in the cells of a column; left out where Excel cannot hold it.
    void choices(int firstRow, int lastRow, int column, const QStringList& words);
    /// Leads to another sheet of the book.
    void link(int row, int column, const QString& sheet);
    /// Frozen heading and `frozenColumns`, filter arrows, widths that fit what was written; landscape pages with the
    /// heading on each, one sheet wide where that can be read, else with the frozen columns on each.
    void finishTable(int headingRow, int rows, int columns, int frozenColumns);
    /// Widths in characters.
    void setWidth(int column, double width);

    const QString& name() const { return mName; }
    XlsxBook& book() const { return mBook; }
    lxw_worksheet* raw() const { return mSheet; }

private:
    friend class XlsxBook;
    XlsxSheet(XlsxBook& book, int index, QString name, lxw_worksheet* sheet)
        : mBook(book)
        , mIndex(index)
        , mName(std::move(name))
        , mSheet(sheet) {}
    void measure(int column, double width);
    void writeNumber(int row, int column, double value, lxw_format* format);

    XlsxBook& mBook;
    int mIndex;
    QString mName;
    lxw_worksheet* mSheet;
    std::map<int, double> mWidths;
};

/// A workbook under construction: what libxlsxwriter does, with whole doubles and Qt's types. Internal to export.
class XlsxBook {
public:
    /// Throws Error (Environment) when there is no room for temporary files.
    XlsxBook(const QString& title, const QDateTime& created);
    ~XlsxBook();
    XlsxBook(const XlsxBook&) = delete;
    XlsxBook& operator=(const XlsxBook&) = delete;

    /// The name is cut and made unique as Excel wants it.
    XlsxSheet& addSheet(const QString& name);
    /// The finished file; nothing can be added after it.
    QByteArray finish();

    lxw_format* format(XlsxStyle style);
    lxw_format* numberFormat(const QByteArray& pattern);
    lxw_workbook* raw() const { return mBook; }

private:
    friend class XlsxSheet;
    QTemporaryDir mFolder;
    QByteArray mFolderName; ///< libxlsxwriter keeps the pointer
    QString mPath;
    lxw_workbook* mBook = nullptr;
    std::vector<std::unique_ptr<XlsxSheet>> mSheets;
    std::map<XlsxStyle, lxw_format*> mStyles;
    QHash<QByteArray, lxw_format*> mNumbers;
    std::map<int, QHash<QByteArray, QByteArray>> mExact; ///< sheet → cell → decimals that 16 digits do not hold
};

/// Into how many cells of a row a text is put; each holds at most 32,000 UTF-16 units, and none splits a character.
int cellsFor(const QString& text);
/// What stands in the cell of that number, from 0.
QString cellPart(const QString& text, int part);

} // namespace corridor
