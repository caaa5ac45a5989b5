// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/panelhost.h"

#include <QDialog>

#include <vector>

class QLayout;
class QVBoxLayout;

namespace corridor {

class FormRow;

/// The choices that the text of the rules leaves open and the plan's defaults. Nothing is written before “Apply”; then
/// all changes are one undoable step. What a choice decides stands below it in the words of the rule pack.
class PlanSettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit PlanSettingsDialog(PanelHost& host, QWidget* parent = nullptr);

    /// Writes what differs from the plan as one step; false when a value is refused, which is said below its field.
    bool apply();

private:
    struct Entry {
        QString key;
        QString shown; ///< what the field said when the dialog opened
        QWidget* field;
        FormRow* row;
    };

    void addRows();
    QVBoxLayout& addSection(const QString& title);
    QWidget* makeButtons();
    void addChoice(const QString& key, const QList<QPair<QString, QString>>& choices);
    void addReferencePoint();
    void addText(const QString& key);
    void addNumber(const QString& key, const QString& unit, const QString& fallback);
    void addRow(const QString& key, QWidget* field, const QString& unit = QString());
    void addNote(const QString& key);
    void align();
    QString textOf(const QString& key) const;
    static QString valueOf(const Entry& entry);
    ChangeSet stepOf(const std::vector<const Entry*>& changed) const;
    static bool accepted(const EditResult& result, const Entry& entry);

    PanelHost& mHost;
    QWidget* mForm;
    QVBoxLayout* mSection = nullptr; ///< the one being filled
    std::vector<Entry> mEntries;
    std::vector<QLayout*> mNotes;
};

} // namespace corridor
