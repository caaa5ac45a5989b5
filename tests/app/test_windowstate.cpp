// SPDX-License-Identifier: GPL-3.0-or-later
// What the window remembers of its user from start to start, and what it does with the years.
#include "app/paneldock.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/yearplayer.h"
#include "views/widgets/controls/yearslider.h"
#include "views/widgets/panels/tablespanel.h"
#include "windowfixture.h"

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>

using namespace corridor;
using namespace corridor::test;

class TestWindowState : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    QToolBar* row() { return f->w().findChild<QToolBar*>(QStringLiteral("tool-row")); }
    QAction* action(const char* name) { return f->w().actions()[QString::fromLatin1(name)]; }
    bool isInRow(const char* name) {
        const QWidget* button = row()->widgetForAction(action(name));
        return button && button->isVisible() && row()->rect().contains(button->geometry());
    }
    QMenu* overflow() {
        for (const QToolButton* button : row()->findChildren<QToolButton*>())
            if (button->menu() && button->menu() != f->w().scenarios().menu())
                return button->menu();
        return nullptr;
    }

private slots:
    void cleanup() {
        if (f)
            f->w().files().leave();
        f.reset();
        QSettings().clear();
        static_cast<Application*>(qApp)->useTheme(Theme::Light, false);
    }

    void theWindowIsFoundAsItWasLeft() {
        auto& app = *static_cast<Application*>(qApp);
        f = std::make_unique<WindowFixture>(QSize(1400, 820));
        QVERIFY(f->open());
        auto* dock = f->w().findChild<PanelDock*>(QStringLiteral("dock-inspector"));
        f->w().resizeDocks({dock}, {350}, Qt::Horizontal);
        action("show-sites")->trigger();
        f->w().sites().showColumn(QStringLiteral("pue_annual"), false);
        f->w().sites().showColumn(QStringLiteral("note"), true);
        app.useLanguage(QStringLiteral("en"));
        app.useTheme(Theme::Dark);
        QVERIFY(f->settle());
        QVERIFY(f->w().close());

        // As main() does at the next start, with nothing but what is on disk.
        Settings settings;
        QCOMPARE(settings.language(), QStringLiteral("en"));
        QCOMPARE(settings.theme(), Theme::Dark);
        QCOMPARE(settings.lastFolder(), QFileInfo(f->plan).absolutePath());
        QCOMPARE(settings.recentFiles(), QStringList{f->plan});
        f->window.reset();
        f->makeWindow({1000, 600});
        QVERIFY(f->w().restoreGeometry(settings.geometry()));
        QVERIFY(f->open());
        QCOMPARE(f->w().size(), QSize(1400, 820));
        QCOMPARE(f->w().findChild<PanelDock*>(QStringLiteral("dock-inspector"))->width(), 350);
        QVERIFY(f->w().sites().isColumnShown(QStringLiteral("note")));
        QVERIFY(!f->w().sites().isColumnShown(QStringLiteral("pue_annual")));
    }

    void aWindowOfOtherTimesIsNoHarm() {
        Settings settings;
        settings.setGeometry("no geometry");
        settings.setDockState(true, "no state");
        settings.setLastFolder(QStringLiteral("/no/such/folder"));
        f = std::make_unique<WindowFixture>(QSize(1600, 900));
        QVERIFY(!f->w().restoreGeometry(settings.geometry()));
        QVERIFY(f->w().findChild<PanelDock*>(QStringLiteral("dock-inspector"))->isVisible());
        QVERIFY(QDir(settings.lastFolder()).exists() || settings.lastFolder().isEmpty() ||
                settings.lastFolder() != QStringLiteral("/no/such/folder"));
    }

    void filesAndStepsStayInTheNarrowRow_data() {
        QTest::addColumn<int>("width");
        for (const int width : {1920, 1366, 1280, 1100, 960, 800})
            QTest::newRow(qPrintable(QString::number(width))) << width;
    }
    void filesAndStepsStayInTheNarrowRow() {
        QFETCH(int, width);
        f = std::make_unique<WindowFixture>(QSize(width, 540));
        QVERIFY(f->open());
        for (const char* name : {"open", "save", "undo", "redo", "tool-select", "tool-pan", "tool-draw-span"})
            QVERIFY2(isInRow(name), name);
        for (const QWidget* child : row()->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
            if (child->isVisible())
                QVERIFY2(row()->rect().contains(child->geometry()), child->metaObject()->className());
        // What is not in the row is behind its last button, once.
        QVERIFY(overflow());
        for (const char* name : {"zoom-all", "zoom-selection", "tool-zoom-box", "tool-split", "tool-measure", "delete",
                                 "snap", "tool-vertex", "tool-add-site", "tool-add-junction", "play-years"})
            QVERIFY2(isInRow(name) != overflow()->actions().contains(action(name)), name);
        if (width >= 1366)
            QVERIFY(overflow()->isEmpty());
        f->w().resize(1920, 900);
        QVERIFY(f->settle());
        QVERIFY(overflow()->isEmpty());
        QVERIFY(isInRow("zoom-selection"));
    }

    void playGoesThroughTheYears() {
        f = std::make_unique<WindowFixture>(QSize(1600, 900));
        QVERIFY(f->open());
        auto* year = f->w().findChild<YearSlider*>();
        auto* player = f->w().findChild<YearPlayer*>();
        player->setPause(std::chrono::milliseconds(10));
        QList<int> seen;
        connect(&f->w().session(), &Session::yearChanged, this, [&](int each) { seen += each; });
        year->setValue(2028);
        seen.clear();
        action("play-years")->trigger();
        QVERIFY(action("play-years")->isChecked());
        QTRY_VERIFY_WITH_TIMEOUT(!action("play-years")->isChecked(), 10000);
        QCOMPARE(seen, (QList<int>{2029, 2030}));
        QVERIFY2(!f->w().document().isModified(), "looking is no edit");
        player->setPause(std::chrono::hours(1));
        action("play-years")->trigger();
        QTest::keyClick(&f->w().canvas(), Qt::Key_Escape);
        QVERIFY(!action("play-years")->isChecked());
    }

    void emptyPanelsOfferTheNextStep() {
        f = std::make_unique<WindowFixture>(QSize(1600, 900));
        QVERIFY(f->w().files().newPlan());
        QVERIFY(f->settle());
        auto* empty = f->w().objects().findChild<EmptyState*>();
        QVERIFY(empty && empty->isVisible());
        const auto buttons = empty->findChildren<QPushButton*>();
        QCOMPARE(buttons.size(), 2);
        for (QPushButton* button : buttons) {
            QVERIFY(!button->text().isEmpty() && !button->text().contains(u'&'));
            if (button->property("primary").toBool())
                button->click();
        }
        QCOMPARE(f->w().canvas().tool()->id(), QStringLiteral("draw-span"));
    }
};

CORRIDOR_WINDOW_TEST(TestWindowState)
#include "test_windowstate.moc"
