// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneldock.h"

#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QPainter>
#include <QTabBar>
#include <QTabWidget>
#include <QToolButton>

namespace corridor {

namespace {

constexpr int leastHeight = 120;
constexpr int paneLine = 1; // between tabs and page

/// Tabs whose row is one surface up to its end, with what stands in its corner, and a line below. What Qt draws there
/// instead are the lines of its own style.
class TabRow : public QTabWidget {
public:
    using QTabWidget::QTabWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int bottom = tabBar()->geometry().bottom() + 1;
        painter.fillRect(0, 0, width(), bottom, themeColor(Token::Chrome));
        painter.fillRect(0, bottom, width(), paneLine, themeColor(Token::Border));
    }
};

} // namespace

PanelDock::PanelDock(const QString& name, QWidget* parent)
    : QDockWidget(parent)
    , mTabs(new TabRow(this))
    , mFloat(new QToolButton(mTabs))
    , mNoTitle(new QWidget(this)) {
    setObjectName(name);
    setFeatures(QDockWidget::DockWidgetMovable | QDockWidget::DockWidgetFloatable | QDockWidget::DockWidgetClosable);
    setWidget(mTabs);
    setTitleBarWidget(mNoTitle);
    mTabs->setDocumentMode(true);
    mTabs->setMinimumHeight(leastHeight);
    mTabs->tabBar()->setExpanding(false);
    mTabs->tabBar()->setDrawBase(false);
    mTabs->setCornerWidget(mFloat);
    mFloat->setIcon(themedIcon(QStringLiteral("float")));
    mFloat->setProperty("compact", true);
    mFloat->setFocusPolicy(Qt::TabFocus);
    connect(mFloat, &QToolButton::clicked, this, [this] { setFloating(!isFloating()); });
    connect(this, &QDockWidget::topLevelChanged, this, &PanelDock::followFloating);
    retranslate();
}

void PanelDock::retranslate() {
    mFloat->setToolTip(tr("Float this panel"));
    mFloat->setAccessibleName(mFloat->toolTip());
}

void PanelDock::followFloating(bool floating) {
    setTitleBarWidget(floating ? nullptr : mNoTitle);
    mFloat->setVisible(!floating);
}

void PanelDock::take(QWidget* page, const QString& title) {
    if (!holds(page))
        mTabs->addTab(page, title);
    // A page that is not in front must not decide how high the dock is (an empty state with a button, a chart).
    QSizePolicy policy = page->sizePolicy();
    policy.setVerticalPolicy(QSizePolicy::Ignored);
    page->setSizePolicy(policy);
    setPageTitle(page, title);
    setWindowTitle(mTabs->tabText(0));
}

int PanelDock::heightAround(int pageHeight) const {
    return std::max(mTabs->tabBar()->sizeHint().height(), mFloat->sizeHint().height()) + paneLine + pageHeight;
}

bool PanelDock::holds(const QWidget* page) const {
    return mTabs->indexOf(page) >= 0;
}

void PanelDock::setPageTitle(QWidget* page, const QString& title) {
    if (const int index = mTabs->indexOf(page); index >= 0 && mTabs->tabText(index) != title)
        mTabs->setTabText(index, title);
    setWindowTitle(mTabs->tabText(0));
}

void PanelDock::raisePage(QWidget* page) {
    show();
    raise();
    mTabs->setCurrentWidget(page);
}

} // namespace corridor
