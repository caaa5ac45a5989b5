// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/texttable.h"

#include <algorithm>
#include <iterator>

namespace corridor {

namespace {

struct Range {
    char32_t first, last;
};

// East Asian Wide and Fullwidth of Unicode 15 (UAX #11), whole blocks.
constexpr Range kWide[] = {{0x1100, 0x115F},   {0x2E80, 0x303E},  {0x3041, 0x33FF}, {0x3400, 0x4DBF},
                           {0x4E00, 0x9FFF},   {0xA000, 0xA4CF},  {0xAC00, 0xD7A3}, {0xF900, 0xFAFF},
                           {0xFE30, 0xFE4F},   {0xFF00, 0xFF60},  {0xFFE0, 0xFFE6}, {0x1F300, 0x1F64F},
                           {0x1F900, 0x1F9FF}, {0x20000, 0x3FFFD}};

int widthOf(char32_t c) {
    const QChar::Category category = QChar::category(c);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing || category == QChar::Other_Format)
        return 0;
    const auto* range = std::lower_bound(std::begin(kWide), std::end(kWide), c,
                                         [](const Range& r, char32_t value) { return r.last < value; });
    return range != std::end(kWide) && range->first <= c ? 2 : 1;
}

} // namespace

int displayWidth(QStringView text) {
    int width = 0;
    for (const char32_t c : text.toUcs4())
        width += widthOf(c);
    return width;
}

QString TextTable::line(const QStringList& cells, const std::vector<int>& widths) const {
    QString out;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const QString cell = cells.value(static_cast<qsizetype>(i));
        const QString blanks(widths[i] - displayWidth(cell), u' ');
        const bool right = i < mAligns.size() && mAligns[i] == Align::Right;
        out += (i > 0 ? QStringLiteral("  ") : QString()) + (right ? blanks + cell : cell + blanks);
    }
    while (out.endsWith(u' '))
        out.chop(1);
    return out + u'\n';
}

QString TextTable::toString() const {
    qsizetype columns = mHeader.size();
    for (const QStringList& row : mRows)
        columns = std::max(columns, row.size());
    std::vector<int> widths(static_cast<std::size_t>(columns));
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] = displayWidth(mHeader.value(static_cast<qsizetype>(i)));
        for (const QStringList& row : mRows)
            widths[i] = std::max(widths[i], displayWidth(row.value(static_cast<qsizetype>(i))));
    }
    QStringList rule;
    for (const int width : widths)
        rule += QString(width, u'-');
    QString out = mHeader.isEmpty() ? QString() : line(mHeader, widths) + line(rule, widths);
    for (const QStringList& row : mRows)
        out += line(row, widths);
    return out;
}

} // namespace corridor
