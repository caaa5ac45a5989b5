// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDockWidget>

class QTabWidget;
class QToolButton;

namespace corridor {

/// A dock whose pages are tabs and whose tabs are its title; the title bar returns while it floats. Pages can move from
/// dock to dock.
class PanelDock : public QDockWidget {
    Q_OBJECT
public:
    PanelDock(const QString& name, QWidget* parent);

    /// Puts a page here, out of the dock it is in now.
    void take(QWidget* page, const QString& title);
    /// What a page of that height makes of the dock: the row of tabs above it.
    int heightAround(int pageHeight) const;
    bool holds(const QWidget* page) const;
    void setPageTitle(QWidget* page, const QString& title);
    /// Shows the dock and brings a page to the front.
    void raisePage(QWidget* page);
    QTabWidget& tabs() { return *mTabs; }
    void retranslate();

private:
    void followFloating(bool floating);

    QTabWidget* mTabs;
    QToolButton* mFloat;
    QWidget* mNoTitle;
};

} // namespace corridor
