// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace corridor {

/// Columns that a text takes on a terminal: 2 for a CJK or full-width character, 0 for a combining one, else 1.
int displayWidth(QStringView text);

/// Text in aligned columns for a terminal.
class TextTable {
public:
    enum class Align { Left, Right };

    explicit TextTable(QStringList header, std::vector<Align> aligns = {})
        : mHeader(std::move(header))
        , mAligns(std::move(aligns)) {}

    /// A record; missing cells are empty.
    void addRow(QStringList cells) { mRows.push_back(std::move(cells)); }
    bool isEmpty() const { return mRows.empty(); }

    /// Header and a rule (neither when the header is empty), the rows; columns two blanks apart, no blanks at line
    /// ends, a line break after each line.
    QString toString() const;

private:
    QString line(const QStringList& cells, const std::vector<int>& widths) const;

    QStringList mHeader;
    std::vector<Align> mAligns;
    std::vector<QStringList> mRows;
};

} // namespace corridor
