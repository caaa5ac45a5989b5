// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/fieldeditor.h"

#include <vector>

class QLabel;
class QLineEdit;
class QToolButton;
class QVBoxLayout;

namespace corridor {

/// The control of a field with values by year: a line for each year with its value, a button that takes it away, and
/// one that adds the next. Enter (or leaving a finished line) commits all lines as one value; Escape brings the old
/// ones back. Years may be typed in any order; each may stand once. Objects that differ are shown as such and not
/// edited together: setting one year of all would wipe out the others of each.
class YearFieldEditor : public FieldEditor {
    Q_OBJECT
public:
    YearFieldEditor(const Field& field, Kind kind, PanelHost& host, QWidget* parent);

    void show(const std::optional<Value>& value) override;
    bool isPending() const override { return mEdited; }
    void setReadOnly(bool readOnly) override;

    int lineCount() const { return static_cast<int>(mLines.size()); }
    QLineEdit* yearLine(int line) const { return mLines[static_cast<std::size_t>(line)].year; }
    QLineEdit* valueLine(int line) const { return mLines[static_cast<std::size_t>(line)].value; }
    QToolButton* removeButton(int line) const { return mLines[static_cast<std::size_t>(line)].remove; }
    QToolButton* addButton() const { return mAdd; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct YearLine {
        QWidget* box;
        QLineEdit* year;
        QLineEdit* value;
        QToolButton* remove;
        bool isBlank() const;
        bool isFinished() const;
    };
    void makeHead();
    QLineEdit* makeLine(QWidget* box, const QString& name);
    void addLine();
    void dropLine(std::size_t line);
    void removeYear(QWidget* box);
    void offerYear();
    int nextYear() const;
    void fill(const YearReals& values);
    void finishedLine(QLineEdit* line);
    std::optional<YearReals> entered(QString* why);
    std::optional<std::pair<int, double>> entryOf(const YearLine& line, QString* why) const;
    void commit();
    void refuse(const QString& sentence);
    void revert();
    void arrange();

    QVBoxLayout* mColumn;
    QWidget* mHead;
    QLabel* mNote;
    QToolButton* mAdd;
    std::vector<YearLine> mLines;
    std::optional<Value> mShown;
    bool mEdited = false;
    bool mReadOnly = false;
};

} // namespace corridor
