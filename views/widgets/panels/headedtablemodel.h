// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace corridor {

/// What tables with one line of headings share: headings with tool tips, numbers at the right, texts at the left, and
/// saying that everything is written anew in another language.
class HeadedTableModel : public QAbstractTableModel {
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    /// Texts are in the language of now.
    void retranslate();

protected:
    /// The words at the top of a column, with the unit of its numbers; may be empty.
    virtual QString heading(int column) const = 0;
    /// What the column holds, in a sentence; the heading itself where that says it.
    virtual QString headingTip(int column) const { return heading(column); }
    virtual bool holdsNumbers(int column) const = 0;
    /// For Qt::TextAlignmentRole.
    QVariant alignmentOf(int column) const;
    /// Every cell may have changed; the rows are the same.
    void announceAll();
};

} // namespace corridor
