// SPDX-License-Identifier: GPL-3.0-or-later
// The window against the numbers of the look: sizes of its regions and rows, colours of its surfaces. All numbers here
// are the look's own; none is asked of the program.
#include "app/paneldock.h"
#include "app/statusrow.h"
#include "views/chart/rttchart.h"
#include "views/widgets/controls/badgechip.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/controls/sectionheader.h"
#include "views/widgets/controls/yearslider.h"
#include "views/widgets/panels/layerpanel.h"
#include "views/widgets/panels/objectform.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/runstablepanel.h"
#include "views/widgets/panels/tablespanel.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenuBar>
#include <QSettings>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>

using namespace corridor;
using namespace corridor::test;

namespace {

constexpr int tolerance = 2;

/// One column of the table of regions.
struct Regions {
    int menu, tools, left, right, bottom, status;
    int tree, formRow, section;
};
constexpr Regions wide{28, 44, 280, 344, 276, 28, 26, 30, 28};
constexpr Regions narrow{26, 40, 212, 300, 188, 26, 25, 29, 26};

bool contains(const QImage& image, const QRect& room, const QColor& color) {
    const QRect rect = room.intersected(image.rect());
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        for (int x = rect.left(); x <= rect.right(); ++x)
            if (image.pixelColor(x, y) == color)
                return true;
    return false;
}

bool isOneLine(const QWidget* field) {
    return qobject_cast<const QLineEdit*>(field) || qobject_cast<const QComboBox*>(field) ||
           qobject_cast<const QLabel*>(field);
}

} // namespace

class TestSizes : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;
    QStringList faults;

    void expect(const char* what, int is, int wanted) {
        if (std::abs(is - wanted) > tolerance)
            faults += QStringLiteral("%1: %2, not %3").arg(QLatin1String(what)).arg(is).arg(wanted);
    }
    void judge() { QVERIFY2(faults.isEmpty(), qPrintable(faults.join(QStringLiteral("; ")))); }

    void open(const QSize& size) {
        faults.clear();
        f = std::make_unique<WindowFixture>(size);
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
        QVERIFY(f->settle());
        QCOMPARE(f->w().size(), size);
    }
    PanelDock* dock(const char* name) { return f->w().findChild<PanelDock*>(QString::fromLatin1(name)); }
    QToolBar* tools() { return f->w().findChild<QToolBar*>(QStringLiteral("tool-row")); }
    void show(const char* action) {
        f->w().actions()[QString::fromLatin1(action)]->trigger();
        QVERIFY(f->settle());
    }
    static void addSizes() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("1920x1080") << QSize(1920, 1080);
        QTest::newRow("1920x1080 less a title bar") << QSize(1920, 1050);
        QTest::newRow("1366x768") << QSize(1366, 768);
        QTest::newRow("1366x768 less a title bar") << QSize(1366, 738);
    }
    static const Regions& regionsOf(const QSize& size) { return size.width() >= 1500 ? wide : narrow; }

    void checkTools() {
        for (const QToolButton* button : tools()->findChildren<QToolButton*>()) {
            if (!button->isVisible() || button->toolButtonStyle() != Qt::ToolButtonIconOnly || button->icon().isNull())
                continue;
            expect("width of a tool", button->width(), 32);
            expect("height of a tool", button->height(), 32);
            expect("icon of a tool", button->iconSize().width(), 20);
        }
    }
    void checkTable(const char* what, const QTableView& table) {
        QVERIFY2(table.isVisible() && table.model()->rowCount() > 0, what);
        for (int row = 0; row < table.model()->rowCount(); ++row)
            expect(what, table.rowHeight(row), 26);
        expect("table header", table.horizontalHeader()->height(), 26);
    }
    /// The row of fields over a table: as high as from the tabs to the table's header.
    void checkFilter(QWidget& page, const QTableView& table) {
        expect("filter row", table.mapTo(&page, QPoint(0, 0)).y(), 36);
    }

private slots:
    void cleanup() {
        if (f)
            f->w().files().leave();
        f.reset();
        QSettings().clear();
    }

    void regions_data() { addSizes(); }
    void regions() {
        QFETCH(QSize, size);
        const Regions& look = regionsOf(size);
        open(size);
        expect("menu bar", f->w().menuBar()->height(), look.menu);
        expect("tool row", tools()->height(), look.tools);
        expect("status bar", f->w().status().height(), look.status);
        expect("left dock", dock("dock-layers")->width(), look.left);
        expect("right dock", dock("dock-inspector")->width(), look.right);
        expect("bottom dock", dock("dock-findings")->height(), look.bottom);
        expect("width of the map", f->w().canvas().width(), size.width() - look.left - look.right);
        expect("height of the map", f->w().canvas().height(),
               size.height() - look.menu - look.tools - look.bottom - look.status);
        expect("height of the right dock", dock("dock-inspector")->height(),
               size.height() - look.menu - look.tools - look.status);
        checkTools();
        judge();
    }

    void wideWindowsAreSplit() {
        open({1920, 1050});
        expect("findings", dock("dock-findings")->width(), 904);
        expect("charts", dock("dock-chart")->width(), 672);
        expect("width of the map", f->w().canvas().width(), 1296);
        expect("height of the map", f->w().canvas().height(), 674);
        QVERIFY(dock("dock-objects")->isVisible());
        expect("objects", dock("dock-objects")->width(), 280);
        expect("scenario", f->w().scenarios().width(), 236);
        const auto* year = f->w().findChild<YearSlider*>();
        expect("width of the years", year->width(), 300);
        expect("height of the years", year->height(), 36);
        judge();
    }

    void narrowWindowsAreTabbed() {
        open({1366, 738});
        expect("width of the map", f->w().canvas().width(), 854);
        expect("height of the map", f->w().canvas().height(), 458);
        QVERIFY(!dock("dock-objects")->isVisible());
        QVERIFY(!dock("dock-chart")->isVisible());
        QVERIFY(dock("dock-layers")->holds(&f->w().objects()));
        QVERIFY(dock("dock-findings")->holds(&f->w().chart()));
        judge();
    }

    void leftDockStartsClosedBelow1280_data() {
        QTest::addColumn<int>("width");
        QTest::addColumn<bool>("open");
        QTest::newRow("1280") << 1280 << true;
        QTest::newRow("1279") << 1279 << false;
        QTest::newRow("960") << 960 << false;
    }
    void leftDockStartsClosedBelow1280() {
        QFETCH(int, width);
        QFETCH(bool, open);
        this->open({width, 700});
        QCOMPARE(dock("dock-layers")->isVisible(), open);
        expect("right dock", dock("dock-inspector")->width(), 300);
        judge();
    }

    void docksKeepALeastWidth() {
        open({1366, 738});
        f->w().resizeDocks({dock("dock-layers"), dock("dock-inspector")}, {60, 60}, Qt::Horizontal);
        QVERIFY(f->settle());
        expect("left dock", dock("dock-layers")->width(), 180);
        expect("right dock", dock("dock-inspector")->width(), 280);
        judge();
    }

    void f11LeavesMapAndStatusBar() {
        open({1920, 1080});
        show("hide-docks");
        for (const char* name : {"dock-layers", "dock-objects", "dock-inspector", "dock-findings", "dock-chart"})
            QVERIFY2(!dock(name)->isVisible(), name);
        QVERIFY(f->w().status().isVisible());
        expect("width of the map", f->w().canvas().width(), 1920);
        judge();
    }

    void tabs_data() { addSizes(); }
    void tabs() {
        QFETCH(QSize, size);
        open(size);
        for (PanelDock* each : f->w().findChildren<PanelDock*>())
            if (each->isVisible())
                expect("dock tab", each->tabs().tabBar()->height(), 32);
        judge();
    }

    // Nothing of the style's own is drawn beside the tabs.
    void theRowOfTabsIsOneSurface_data() { addSizes(); }
    void theRowOfTabsIsOneSurface() {
        QFETCH(QSize, size);
        open(size);
        for (PanelDock* dock : f->w().findChildren<PanelDock*>()) {
            auto* tabs = dock->findChild<QTabWidget*>();
            if (!tabs || !tabs->isVisible())
                continue;
            const QTabBar* bar = tabs->tabBar();
            const QImage image = f->w().grab().toImage();
            const int left = bar->tabRect(bar->count() - 1).right() + 1 + bar->x();
            const int right = tabs->cornerWidget()->x();
            QVERIFY(left < right);
            for (int y = 0; y < bar->height(); ++y)
                for (const int x : {left + 1, (left + right) / 2, right - 2}) {
                    const QPoint at = tabs->mapTo(&f->w(), QPoint(x, y));
                    QCOMPARE(image.pixelColor(at).name(), QStringLiteral("#f3f5f7"));
                }
        }
    }

    void tablesAndTrees_data() { addSizes(); }
    void tablesAndTrees() {
        QFETCH(QSize, size);
        const Regions& look = regionsOf(size);
        open(size);
        checkTable("findings", f->w().findings().table());
        checkFilter(f->w().findings(), f->w().findings().table());
        const std::pair<const char*, TablePage*> pages[] = {{"show-sites", &f->w().sites()},
                                                            {"show-spans", &f->w().spans()},
                                                            {"show-services", &f->w().services()},
                                                            {"show-runs", &f->w().runs()}};
        for (const auto& [action, page] : pages) {
            show(action);
            checkTable(action, page->table());
            checkFilter(*page, page->table());
            expect("field of the filter", page->filter().height(), 26);
        }
        show("show-layers");
        const QTreeView& layers = f->w().layers().tree();
        expect("row of layers", layers.visualRect(layers.model()->index(0, 0)).height(), look.tree);
        show("show-objects");
        const QTreeView& objects = f->w().objects().tree();
        expect("row of objects", objects.visualRect(objects.model()->index(0, 0)).height(), look.tree);
        judge();
    }

    void forms_data() { addSizes(); }
    void forms() {
        QFETCH(QSize, size);
        const Regions& look = regionsOf(size);
        open(size);
        for (const char* code : {"HLGR-NEW", "WLCB-QQ", "GD-QQ-ZZ", "YW-1301"}) {
            if (f->id(code).isNull())
                continue;
            f->w().selection().set({f->id(code)});
            QVERIFY(f->settle());
            int rows = 0;
            for (const FormRow* row : f->w().inspector().findChildren<FormRow*>()) {
                if (!row->isVisible() || !isOneLine(row->field()))
                    continue;
                ++rows;
                expect("form row", row->height(), look.formRow);
                if (qobject_cast<QLineEdit*>(row->field()) || qobject_cast<QComboBox*>(row->field()))
                    expect("field", row->field()->height(), 26);
            }
            QVERIFY2(rows > 5, code);
            for (const SectionHeader* header : f->w().inspector().findChildren<SectionHeader*>())
                if (header->isVisible())
                    expect("section header", header->height(), look.section);
        }
        judge();
    }

    // Half a row at the lower edge looks like a mistake, the more so above a scroll bar.
    void noRowIsCut_data() {
        addSizes();
        QTest::newRow("960x540") << QSize(960, 540);
    }
    void noRowIsCut() {
        QFETCH(QSize, size);
        open(size);
        const std::pair<const char*, QTableView*> tables[] = {{"show-findings", &f->w().findings().table()},
                                                              {"show-sites", &f->w().sites().table()},
                                                              {"show-spans", &f->w().spans().table()}};
        for (const auto& [action, table] : tables) {
            show(action);
            const QWidget& viewport = *table->viewport();
            const QImage image = table->grab().toImage();
            // Below the last whole row there is the plain ground: no text, no line, no alternate colour.
            const int rows = viewport.height() / 26;
            QVERIFY2(rows >= 3, action);
            for (int y = rows * 26; y < viewport.height(); ++y)
                for (int x = 0; x < viewport.width(); x += 3) {
                    const QPoint at = viewport.mapTo(table, QPoint(x, y));
                    if (image.pixelColor(at) != QColor(0xFF, 0xFF, 0xFF))
                        QFAIL(qPrintable(QStringLiteral("%1: %2,%3").arg(QLatin1String(action)).arg(x).arg(y)));
                }
        }
    }

    void coloursAreThoseOfTheTable_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void coloursAreThoseOfTheTable();
};

void TestSizes::coloursAreThoseOfTheTable() {
    QFETCH(bool, dark);
    open({1920, 1080});
    static_cast<Application*>(qApp)->useTheme(dark ? Theme::Dark : Theme::Light, false);
    const auto light = qScopeGuard([] { static_cast<Application*>(qApp)->useTheme(Theme::Light, false); });
    f->w().selection().set({f->id("GD-QQ-ZZ")});
    f->w().actions()[QStringLiteral("show-chart")]->trigger();
    QVERIFY(f->settle());
    QVERIFY(f->settle());
    MainWindow& window = f->w();
    const QImage image = window.grab().toImage().convertToFormat(QImage::Format_RGB32);
    QCOMPARE(image.size(), QSize(1920, 1080));
    const auto rectOf = [&](const QWidget& widget, const QRect& part) {
        return QRect(widget.mapTo(&window, part.topLeft()), part.size());
    };
    const auto whole = [&](const QWidget& widget) { return rectOf(widget, widget.rect()); };
    QStringList seen;
    const auto expectAt = [&](const char* token, const QPoint& at, const char* lightColor, const char* darkColor) {
        const QColor wanted(QLatin1String(dark ? darkColor : lightColor));
        const QColor is = image.pixelColor(at);
        if (is != wanted)
            faults += QStringLiteral("%1 at %2,%3: %4, not %5")
                          .arg(QLatin1String(token))
                          .arg(at.x())
                          .arg(at.y())
                          .arg(is.name(), wanted.name());
        seen += QString::fromLatin1(token);
    };
    const auto expectIn = [&](const char* token, const QRect& room, const char* lightColor, const char* darkColor) {
        const QColor wanted(QLatin1String(dark ? darkColor : lightColor));
        if (!contains(image, room, wanted))
            faults += QStringLiteral("%1: no pixel of %2").arg(QLatin1String(token), wanted.name());
        seen += QString::fromLatin1(token);
    };

    // Surfaces and lines.
    const QMenuBar& menus = *window.menuBar();
    expectAt("chrome", menus.mapTo(&window, QPoint(menus.width() - 20, 12)), "#F3F5F7", "#1A1E23");
    expectAt("border", tools()->mapTo(&window, QPoint(900, tools()->height() - 1)), "#D3D8DE", "#343B44");
    const QTreeView& layers = window.layers().tree();
    expectAt("panel", layers.viewport()->mapTo(&window, QPoint(270, layers.viewport()->height() - 3)), "#FAFBFC",
             "#1D2126");
    const QTableView& table = window.findings().table();
    const auto cell = [&](int row) {
        const QRect rect = table.visualRect(table.model()->index(row, 0));
        return table.viewport()->mapTo(&window, rect.topLeft() + QPoint(2, 4));
    };
    expectAt("base", cell(0), "#FFFFFF", "#181C20");
    expectAt("altRow", cell(1), "#F5F7F9", "#1E2328");
    const QHeaderView& header = *table.horizontalHeader();
    expectAt("header", header.mapTo(&window, QPoint(4, 4)), "#EDF0F3", "#252A30");
    const QLineEdit* field = nullptr;
    for (const FormRow* row : window.inspector().findChildren<FormRow*>())
        if (const auto* line = qobject_cast<const QLineEdit*>(row->field());
            line && row->isVisible() && !line->isReadOnly() && !field)
            field = line;
    QVERIFY(field);
    expectAt("field", field->mapTo(&window, QPoint(4, 13)), "#FFFFFF", "#14171B");
    expectAt("border2", field->mapTo(&window, QPoint(0, 13)), "#878F99", "#747F8C");

    // Accent, text.
    const QTabBar& tabs = *dock("dock-findings")->tabs().tabBar();
    const QRect tab = tabs.tabRect(tabs.currentIndex());
    expectAt("accent", tabs.mapTo(&window, QPoint(tab.center().x(), tab.bottom() - 1)), "#1D5FBF", "#74AAFA");
    const QTreeView& objects = window.objects().tree();
    const QRect chosen = objects.visualRect(objects.selectionModel()->selectedRows().value(0));
    expectAt("accentSoft", objects.viewport()->mapTo(&window, QPoint(chosen.right() - 3, chosen.top() + 3)), "#DBE7F9",
             "#21395C");
    expectIn("text", rectOf(window.inspector(), QRect(0, 0, 340, 40)), "#1D2228", "#E7EAEE");
    const auto button = [&](const char* name) {
        return tools()->widgetForAction(window.actions()[QString::fromLatin1(name)]);
    };
    expectIn("text2", whole(*button("open")), "#525B66", "#AAB3BE");
    expectIn("disabled", whole(*button("redo")), "#98A0AA", "#606A76");

    // Verdicts: the filled marks of the totals.
    const QRect totals(window.width() - 220, window.height() - 28, 220, 28);
    expectIn("met", totals, "#0A7A5A", "#3FC498");
    expectIn("near", totals, "#C97A00", "#FFC252");
    expectIn("broken", totals, "#B4231C", "#F4604F");

    // Map.
    const QRect map = whole(window.canvas());
    expectIn("land", map, "#F6F4EF", "#242A30");
    expectIn("land2", map, "#EBEAE6", "#1D2227");
    expectIn("water", map, "#CFDFE8", "#15252F");
    expectIn("hud", map, "#FFFFFF", "#1D2126");
    expectIn("site4", map, "#4A1F68", "#E2C8F2");

    // Chart.
    const QRect chart = whole(*static_cast<QWidget*>(window.chart().chart()));
    expectIn("floor", chart, "#56748F", "#7793AE");
    expectIn("detour", chart, "#A3B9CC", "#4E647A");
    expectIn("lay", chart, "#CBD6DF", "#36444F");
    expectIn("equipment", chart, "#CBB27E", "#A98F58");
    expectIn("grid", chart, "#E3E7EB", "#2C333A");
    QCOMPARE(QSet<QString>(seen.begin(), seen.end()).size(), seen.size());
    QVERIFY(seen.size() >= 20);
    judge();
}

CORRIDOR_WINDOW_TEST(TestSizes)
#include "test_sizes.moc"
