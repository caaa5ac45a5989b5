// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/panelhost.h"

#include <QToolButton>

#include <functional>

class QMenu;

namespace corridor {

/// Shows the current scenario and its parent; the popup holds the tree of scenarios and the verbs on them.
class ScenarioBox : public QToolButton {
    Q_OBJECT
public:
    explicit ScenarioBox(PanelHost& host, QWidget* parent = nullptr);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    /// Adds a child of the current scenario and shows it; false when refused.
    bool addChild(const QString& name);
    bool rename(const QString& name);
    /// Removes the current scenario and shows its parent.
    bool removeCurrent();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    const Scenario* current() const;
    QString nameOfScenario(EntityId id) const;
    void fillMenu();
    void addVerbs();
    void askName(const QString& title, const QString& verb, const QString& before,
                 const std::function<void(const QString&)>& done);

    PanelHost& mHost;
    QMenu* mMenu;
};

} // namespace corridor
