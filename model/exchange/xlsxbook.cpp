// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/xlsxbook.h"

#include "model/base/error.h"
#include "model/base/posix.h"
#include "model/exchange/csv.h"
#include "model/exchange/xlsxpackage.h"
#include "model/plan/value.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <xlsxwriter.h>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

// Characters that a cell may hold (Excel: 32,767), with room for a guard.
constexpr qsizetype mostUnits = 32000;
constexpr double narrowest = 6, widest = 44;
constexpr qsizetype longText = 60;    // such texts end at the edge of their cell
constexpr int mostColumnsOfPage = 16; // in print; wider tables go on on further pages
constexpr lxw_color_t inkColor = 0x1D2228, faintColor = 0x66707B, headColor = 0xEDF0F3, lineColor = 0xD3D8DE;

[[noreturn]] void refuse(lxw_error error) {
    if (error == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE)
        throw Error(Blame::Usage, message(CORRIDOR_MSG("The table is longer than a sheet of Excel can be (1,048,576 "
                                                       "rows); export it as CSV or GeoPackage.")));
    throw Error(Blame::Environment,
                message(CORRIDOR_MSG("The workbook cannot be written; check the room for temporary files.")),
                QString::fromLatin1(lxw_strerror(error)));
}

void check(lxw_error error) {
    if (error != LXW_NO_ERROR)
        refuse(error);
}

lxw_row_t rowOf(int row) {
    return static_cast<lxw_row_t>(row);
}
lxw_col_t columnOf(int column) {
    return static_cast<lxw_col_t>(column);
}

QByteArray cellName(int row, int column) {
    char name[LXW_MAX_CELL_NAME_LENGTH] = {};
    lxw_rowcol_to_cell(name, rowOf(row), columnOf(column));
    return name;
}

// In the width of a digit; Chinese characters take two.
double widthOf(const QString& text) {
    double widestLine = 0, line = 0;
    for (const QChar c : text) {
        line = c == u'\n' ? 0 : line + (c.unicode() >= 0x1100 ? 2 : 1);
        widestLine = std::max(widestLine, line);
    }
    return widestLine;
}

// Excel reads "_x0041_" as the character of that number, so an underline that would begin one is written as its own.
QString escaped(QString text) {
    static const QRegularExpression kEscape(QStringLiteral("_(?=x[0-9A-Fa-f]{4}_)"));
    return text.replace(kEscape, QStringLiteral("_x005F_"));
}

QByteArray patternOf(int decimals) {
    return decimals < 0    ? QByteArray("General")
           : decimals == 0 ? QByteArray("#,##0")
                           : "#,##0." + QByteArray(decimals, '0');
}

} // namespace

int cellsFor(const QString& text) {
    int cells = 1;
    while (!cellPart(text, cells).isEmpty())
        ++cells;
    return cells;
}

QString cellPart(const QString& text, int part) {
    qsizetype at = 0;
    for (int i = 0; at < text.size(); ++i) {
        qsizetype end = std::min(at + mostUnits, text.size());
        if (end < text.size() && text[end - 1].isHighSurrogate())
            --end;
        if (i == part)
            return text.mid(at, end - at);
        at = end;
    }
    return {};
}

void XlsxSheet::measure(int column, double width) {
    double& most = mWidths[column];
    most = std::max(most, width);
}

void XlsxSheet::text(int row, int column, const QString& text, XlsxStyle style) {
    if (text.isEmpty())
        return;
    const QString part = escaped(guarded(cellPart(text, 0)));
    const XlsxStyle look = style == XlsxStyle::Text && part.size() > longText ? XlsxStyle::Clipped : style;
    check(worksheet_write_string(mSheet, rowOf(row), columnOf(column), part.toUtf8().constData(), mBook.format(look)));
    if (style != XlsxStyle::Title)
        measure(column, widthOf(part.left(200)));
}

void XlsxSheet::writeNumber(int row, int column, double value, lxw_format* format) {
    if (!std::isfinite(value))
        return;
    check(worksheet_write_number(mSheet, rowOf(row), columnOf(column), value, format));
    if (QByteArray::number(value, 'g', 16).toDouble() != value)
        mBook.mExact[mIndex].insert(cellName(row, column), shortestDecimal(value).toLatin1());
}

void XlsxSheet::number(int row, int column, double value, int decimals) {
    writeNumber(row, column, value, mBook.numberFormat(patternOf(decimals)));
    const QString shown = decimals < 0 ? shortestDecimal(value) : QString::number(value, 'f', decimals);
    measure(column,
            static_cast<double>(shown.size()) + std::max(0.0, std::floor((std::log10(std::abs(value) + 1)) / 3)));
}

void XlsxSheet::plainNumber(int row, int column, double value) {
    writeNumber(row, column, value, mBook.numberFormat("0"));
    measure(column, static_cast<double>(QString::number(value, 'f', 0).size()));
}

void XlsxSheet::date(int row, int column, const Date& date) {
    if (date.isNull())
        return;
    if (date.day == 0) {
        text(row, column, date.toString());
        return;
    }
    lxw_datetime day{date.year, date.month, date.day, 0, 0, 0};
    check(worksheet_write_datetime(mSheet, rowOf(row), columnOf(column), &day, mBook.numberFormat("yyyy-mm-dd")));
    measure(column, 10);
}

void XlsxSheet::time(int row, int column, const QDateTime& utc) {
    if (!utc.isValid())
        return;
    const QDateTime at = utc.toUTC();
    lxw_datetime moment{at.date().year(), at.date().month(),  at.date().day(),
                        at.time().hour(), at.time().minute(), static_cast<double>(at.time().second())};
    check(worksheet_write_datetime(mSheet, rowOf(row), columnOf(column), &moment,
                                   mBook.numberFormat("yyyy-mm-dd hh:mm")));
    measure(column, 16);
}

void XlsxSheet::heading(int row, int column, const QString& label, const QString& stableName) {
    QByteArray first = label.toUtf8(), second = "\n" + stableName.toUtf8();
    lxw_rich_string_tuple big{mBook.format(XlsxStyle::Strong), first.data()};
    lxw_rich_string_tuple small{mBook.format(XlsxStyle::Faint), second.data()};
    lxw_rich_string_tuple* parts[] = {&big, &small, nullptr};
    check(worksheet_write_rich_string(mSheet, rowOf(row), columnOf(column), parts, mBook.format(XlsxStyle::Heading)));
    measure(column, widthOf(label) + 2); // the filter's arrow
    measure(column, 0.8 * widthOf(stableName) + 2);
}

void XlsxSheet::choices(int firstRow, int lastRow, int column, const QStringList& words) {
    std::vector<QByteArray> texts;
    qsizetype units = 0;
    for (const QString& word : words) {
        if (word.contains(u',')) // Excel's separator
            return;
        units += word.size() + 1;
        texts.push_back(word.toUtf8());
    }
    if (texts.empty() || units > 255)
        return;
    std::vector<char*> list;
    for (QByteArray& text : texts)
        list.push_back(text.data());
    list.push_back(nullptr);
    lxw_data_validation validation{};
    validation.validate = LXW_VALIDATION_TYPE_LIST;
    validation.value_list = list.data();
    check(worksheet_data_validation_range(mSheet, rowOf(firstRow), columnOf(column), rowOf(lastRow), columnOf(column),
                                          &validation));
}

void XlsxSheet::link(int row, int column, const QString& sheet) {
    const QString target = QStringLiteral("internal:'%1'!A1").arg(QString(sheet).replace(u'\'', QStringLiteral("''")));
    check(worksheet_write_url_opt(mSheet, rowOf(row), columnOf(column), target.toUtf8().constData(), nullptr,
                                  sheet.toUtf8().constData(), nullptr));
    measure(column, widthOf(sheet));
}

void XlsxSheet::setWidth(int column, double width) {
    check(worksheet_set_column(mSheet, columnOf(column), columnOf(column), width, nullptr));
}

void XlsxSheet::finishTable(int headingRow, int rows, int columns, int frozenColumns) {
    const int last = headingRow + std::max(rows, 1);
    for (const auto& [column, width] : mWidths)
        setWidth(column, std::clamp(width + 1.5, narrowest, widest));
    check(worksheet_set_row(mSheet, rowOf(headingRow), 30, nullptr));
    worksheet_freeze_panes(mSheet, rowOf(headingRow + 1), columnOf(frozenColumns));
    check(worksheet_autofilter(mSheet, rowOf(headingRow), 0, rowOf(last), columnOf(std::max(columns, 1) - 1)));
    check(worksheet_repeat_rows(mSheet, rowOf(headingRow), rowOf(headingRow)));
    worksheet_set_landscape(mSheet);
    worksheet_set_paper(mSheet, 9); // A4
    if (columns <= mostColumnsOfPage) {
        worksheet_fit_to_pages(mSheet, 1, 0);
    } else if (frozenColumns > 0) {
        worksheet_print_across(mSheet);
        check(worksheet_repeat_columns(mSheet, 0, columnOf(frozenColumns - 1)));
    }
}

XlsxBook::XlsxBook(const QString& title, const QDateTime& created)
    : mFolderName(QFile::encodeName(mFolder.path()))
    , mPath(mFolder.filePath(QStringLiteral("book.xlsx"))) {
    if (!mFolder.isValid())
        refuse(LXW_ERROR_CREATING_TMPFILE);
    lxw_workbook_options options{};
    options.tmpdir = mFolderName.data();
    mBook = workbook_new_opt(QFile::encodeName(mPath).constData(), &options);
    if (!mBook)
        refuse(LXW_ERROR_MEMORY_MALLOC_FAILED);
    QByteArray name = title.toUtf8(), company("Corridor Planner " CORRIDOR_VERSION);
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.comments = company.data();
    properties.created = created.isValid() ? static_cast<time_t>(created.toSecsSinceEpoch()) : 0;
    check(workbook_set_properties(mBook, &properties));
}

XlsxBook::~XlsxBook() {
    if (mBook) // given up half-way
        lxw_workbook_free(mBook);
}

XlsxSheet& XlsxBook::addSheet(const QString& name) {
    QString clean = name.simplified();
    for (QChar& c : clean)
        if (QStringView(u"[]:*?/\\'").contains(c))
            c = u' ';
    const auto taken = [this](const QString& wanted) {
        return std::any_of(mSheets.begin(), mSheets.end(),
                           [&](const auto& sheet) { return sheet->name().compare(wanted, Qt::CaseInsensitive) == 0; });
    };
    clean = clean.simplified().left(31);
    QString unique = clean;
    for (int i = 2; unique.isEmpty() || taken(unique); ++i)
        unique = clean.left(27) + u' ' + QString::number(i);
    lxw_worksheet* sheet = workbook_add_worksheet(mBook, unique.toUtf8().constData());
    if (!sheet)
        refuse(LXW_ERROR_SHEETNAME_LENGTH_EXCEEDED);
    mSheets.emplace_back(new XlsxSheet(*this, static_cast<int>(mSheets.size()), unique, sheet));
    return *mSheets.back();
}

QByteArray XlsxBook::finish() {
    lxw_workbook* book = std::exchange(mBook, nullptr);
    {
        const posix::PointLocale point; // libxlsxwriter prints numbers as C does
        check(workbook_close(book));
    }
    return packageWithNumbers(mPath, mExact);
}

lxw_format* XlsxBook::format(XlsxStyle style) {
    lxw_format*& made = mStyles[style];
    if (made)
        return made;
    made = workbook_add_format(mBook);
    format_set_font_color(made, style == XlsxStyle::Faint ? faintColor : inkColor);
    format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    if (style == XlsxStyle::Clipped)
        format_set_align(made, LXW_ALIGN_FILL);
    if (style == XlsxStyle::Text || style == XlsxStyle::Clipped)
        format_set_num_format(made, "@"); // what is typed over it stays text: "1-2" is no date
    if (style == XlsxStyle::Faint)
        format_set_font_size(made, 8);
    if (style == XlsxStyle::Title)
        format_set_font_size(made, 15);
    if (style == XlsxStyle::Title || style == XlsxStyle::Strong || style == XlsxStyle::Heading)
        format_set_bold(made);
    if (style == XlsxStyle::Wrapped || style == XlsxStyle::Heading)
        format_set_text_wrap(made);
    if (style == XlsxStyle::Heading) {
        format_set_bg_color(made, headColor);
        format_set_bottom(made, LXW_BORDER_THIN);
        format_set_bottom_color(made, lineColor);
    }
    return made;
}

lxw_format* XlsxBook::numberFormat(const QByteArray& pattern) {
    lxw_format*& made = mNumbers[pattern];
    if (!made) {
        made = workbook_add_format(mBook);
        format_set_num_format(made, pattern.constData());
        format_set_font_color(made, inkColor);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
    }
    return made;
}

} // namespace corridor
