// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "views/widgets/controls/yearplayer.h"
#include "views/widgets/controls/yearslider.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/scenariobox.h"

#include <QLabel>
#include <QMenu>
#include <QToolBar>
#include <QToolButton>

namespace corridor {

namespace {

constexpr int firstYear = 2024, lastYear = 2030;
constexpr int windowMargin = 8;
constexpr int roomyToolRow = 1280, tightToolRow = 1000;
constexpr int narrowYears = 220, narrowScenario = 168;

QString q(const char* text) {
    return QString::fromLatin1(text);
}

// In the order of the work: files and steps, looking, making, changing.
constexpr const char* toolRowNames[] = {"open",
                                        "save",
                                        "undo",
                                        "redo",
                                        "-",
                                        "tool-select",
                                        "tool-pan",
                                        "tool-zoom-box",
                                        "zoom-all",
                                        "zoom-selection",
                                        "-",
                                        "tool-vertex",
                                        "tool-add-site",
                                        "tool-add-junction",
                                        "tool-draw-span",
                                        "-",
                                        "tool-split",
                                        "tool-measure",
                                        "delete",
                                        "-",
                                        "snap"};
// What a row without room hands to the button at its end, first to last. Files, steps and the tools of every minute
// stay.
constexpr const char* rowDispensable[] = {"zoom-selection",    "zoom-all",      "delete",     "tool-zoom-box",
                                          "tool-measure",      "tool-split",    "snap",       "play-years",
                                          "tool-add-junction", "tool-add-site", "tool-vertex"};

} // namespace

void MainWindow::makeToolRow() {
    mToolRow = new QToolBar(this);
    mToolRow->setObjectName(q("tool-row"));
    mToolRow->setMovable(false);
    mToolRow->setContextMenuPolicy(Qt::PreventContextMenu);
    // The style knows one margin for all sides; the row's height leaves no more than a hair for it.
    const auto addSpace = [this] {
        auto* space = new QWidget(mToolRow);
        space->setFixedWidth(4);
        mToolRow->addWidget(space);
    };
    addSpace();
    for (const char* entry : toolRowNames) {
        const QString name = q(entry);
        if (name == q("-"))
            mToolRow->addSeparator();
        else if (mActions->all().contains(name))
            mToolRow->addAction((*mActions)[name]);
    }
    addOverflow();
    auto* spring = new QWidget(mToolRow);
    spring->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    mToolRow->addWidget(spring);
    addScenarioAndYear();
    addSpace();
    mRowOrder = mToolRow->actions();
    for (const auto& [name, action] : mActions->all())
        if (auto* button = qobject_cast<QToolButton*>(mToolRow->widgetForAction(action)))
            mToolButtons[name] = button;
    mToolRow->setWindowTitle(tr("Tools"));
    addToolBar(Qt::TopToolBarArea, mToolRow);
}

void MainWindow::addOverflow() {
    mMoreTools = new QToolButton(mToolRow);
    mMoreTools->setIcon(themedIcon(q("more")));
    mMoreTools->setPopupMode(QToolButton::InstantPopup);
    mMoreTools->setMenu(new QMenu(mMoreTools));
    mMoreTools->setToolTip(tr("More tools"));
    mMoreTools->setAccessibleName(mMoreTools->toolTip());
    mMoreAction = mToolRow->addWidget(mMoreTools);
    mMoreAction->setVisible(false);
}

void MainWindow::addScenarioAndYear() {
    mScenarioLabel = new QLabel(tr("Scenario"), mToolRow);
    mScenarios = new ScenarioBox(*this, mToolRow);
    mYearLabel = new QLabel(tr("Year"), mToolRow);
    mYear = new YearSlider(firstYear, lastYear, mToolRow);
    mYear->setValue(mSession.year());
    mScenarioLabel->setContentsMargins(windowMargin, 0, 4, 0);
    mYearLabel->setContentsMargins(2 * windowMargin, 0, 4, 0);
    for (QWidget* widget : {static_cast<QWidget*>(mScenarioLabel), static_cast<QWidget*>(mScenarios),
                            static_cast<QWidget*>(mYearLabel), static_cast<QWidget*>(mYear)})
        mToolRow->addWidget(widget);
    QAction* play = (*mActions)[q("play-years")];
    mToolRow->addAction(play);
    mPlayer = new YearPlayer(*mYear, this);
    mPlayer->setReady([this] { return isSettled(); }); // each year is seen with its own results
    connect(play, &QAction::toggled, mPlayer, &YearPlayer::play);
    connect(mPlayer, &YearPlayer::playingChanged, this, [play](bool playing) {
        play->setChecked(playing);
        play->setIcon(themedIcon(playing ? q("pause") : q("play")));
    });
    connect(mYear, &YearSlider::valueChanged, &mSession, &Session::setYear);
}

// The words before scenario and year are for wide windows; in narrow ones some tools go behind the button at the end of
// the row.
void MainWindow::fitToolRow() {
    const bool wide = mWide.value_or(false), tight = width() < tightToolRow;
    mScenarios->setFixedWidth(wide    ? mScenarios->sizeHint().width()
                              : tight ? mScenarios->minimumSizeHint().width()
                                      : narrowScenario);
    mYear->setFixedWidth(width() >= roomyToolRow ? mYear->sizeHint().width()
                         : tight                 ? mYear->minimumSizeHint().width()
                                                 : narrowYears);
    for (QAction* action : mToolRow->actions())
        if (QWidget* widget = mToolRow->widgetForAction(action); widget == mScenarioLabel || widget == mYearLabel)
            action->setVisible(wide);
    QMenu& more = *mMoreTools->menu();
    more.clear();
    mMoreAction->setVisible(false);
    for (const char* name : rowDispensable)
        setInToolRow((*mActions)[q(name)], true);
    for (const char* name : rowDispensable) {
        tidySeparators();
        if (mToolRow->sizeHint().width() <= width())
            break;
        mMoreAction->setVisible(true);
        setInToolRow((*mActions)[q(name)], false);
    }
    tidySeparators();
    for (QAction* action : mRowOrder) // in the order of the row
        if (!mToolRow->actions().contains(action))
            more.addAction(action);
}

// Two lines side by side would part nothing.
void MainWindow::tidySeparators() {
    QAction* line = nullptr; // the last one, while nothing has come after it
    for (QAction* action : mToolRow->actions()) {
        if (action->isSeparator()) {
            action->setVisible(!line);
            line = line ? line : action;
        } else if (action->isVisible() && action != mMoreAction) {
            const bool spring = !qobject_cast<QToolButton*>(mToolRow->widgetForAction(action));
            if (spring && line)
                line->setVisible(false); // nor one with nothing behind it
            line = nullptr;
        }
    }
}

// Not by hiding the action: it stands in menus too.
void MainWindow::setInToolRow(QAction* action, bool shown) {
    const QList<QAction*> row = mToolRow->actions();
    if (row.contains(action) == shown)
        return;
    if (shown) {
        const qsizetype place = mRowOrder.indexOf(action);
        const auto next = std::find_if(mRowOrder.begin() + place + 1, mRowOrder.end(),
                                       [&](QAction* later) { return row.contains(later); });
        mToolRow->insertAction(next == mRowOrder.end() ? nullptr : *next, action);
    } else {
        mToolRow->removeAction(action);
    }
    mToolButtons[action->objectName()] = qobject_cast<QToolButton*>(mToolRow->widgetForAction(action));
}

// The tool in use says its name where there is room.
void MainWindow::updateToolTexts() {
    for (const auto& [name, button] : mToolButtons) {
        if (!button || !name.startsWith(q("tool-")))
            continue;
        const bool active = name == q("tool-") + mCanvas->tool()->id();
        (*mActions)[name]->setChecked(active);
        const bool text = active && mWide.value_or(false) && name != q("tool-select") && name != q("tool-pan");
        button->setToolButtonStyle(text ? Qt::ToolButtonTextBesideIcon : Qt::ToolButtonIconOnly);
    }
}

} // namespace corridor
