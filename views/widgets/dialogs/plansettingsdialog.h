// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/panelhost.h"

#include <QDialog>

class QFormLayout;
class QLabel;

namespace corridor {

/// The choices that the text of the rules leaves open and the plan's defaults. Each change is written at once, as an
/// undoable step; what it decides stands below it in the words of the rule pack.
class PlanSettingsDialog : public QDialog {
    Q_OBJECT
public:
    explicit PlanSettingsDialog(PanelHost& host, QWidget* parent = nullptr);

private:
    void addChoice(const QString& key, const QList<QPair<QString, QString>>& choices);
    void addText(const QString& key, const QString& unit, const QString& fallback);
    void addSwitch(const QString& key, const QString& explanation);
    void addNote(const QString& key);
    QString textOf(const QString& key) const;
    bool write(const QString& key, const QString& value, const QString& label);

    PanelHost& mHost;
    QFormLayout* mForm;
    QLabel* mError;
};

} // namespace corridor
