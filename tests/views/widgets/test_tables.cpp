// SPDX-License-Identifier: GPL-3.0-or-later
#include "tablesfixture.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/panels/fieldeditor.h"
#include "views/widgets/style.h"
#include "views/widgets/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTemporaryDir>

using namespace corridor;
using namespace corridor::test;

/// The tables of sites and spans, driven by mouse and keys.
class TestTables : public QObject {
    Q_OBJECT
    QTemporaryDir mHome;

private Q_SLOTS:
    void initTestCase() {
        QCoreApplication::setOrganizationName(QStringLiteral("corridor-test"));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, mHome.path());
        applyTheme(*qApp, Theme::Light);
    }
    void cleanup() { QSettings().clear(); }

    void cellsReadAsTheLookSays() {
        TablesFixture f(Kind::Site);
        const EntityTableModel& model = f.panel.model();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(f.text("SL-1", "compute_pflops"), QStringLiteral("1\u2009538"));
        QCOMPARE(f.text("SL-10", "pue_annual"), QStringLiteral("1.147")); // as given, not 1.15
        QCOMPARE(f.text("SL-2", "compute_pflops"), QStringLiteral("\u2014"));
        QCOMPARE(f.text("SL-2", "precision"), QStringLiteral("\u2014")); // not stated
        QCOMPARE(f.text("SL-2", "kind"), QStringLiteral("intelligent"));
        const int power = model.columnOf(u"it_power_mw");
        QCOMPARE(model.headerData(power, Qt::Horizontal, Qt::DisplayRole).toString(), QStringLiteral("IT power MW"));
        QVERIFY(f.cell("SL-1", "it_power_mw").data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
        QVERIFY(f.cell("SL-1", "title").data(Qt::TextAlignmentRole).toInt() & Qt::AlignLeft);
        QVERIFY(!f.cell("SL-1", "icon").data(Qt::DecorationRole).value<QIcon>().isNull());
        QCOMPARE(f.panel.table().columnWidth(0), 34);
    }

    void spansShowTheFiguresOfTheInspector() {
        TablesFixture f(Kind::Span);
        const SpanFigures figures = spanFigures(f.host.document().entities(), f.get<Span>("GD-1"));
        QCOMPARE(f.text("GD-1", "route_km"), QString::number(figures.routeKm, 'f', 1));
        QCOMPARE(f.text("GD-1", "fibre_km"), QString::number(figures.fibreKm, 'f', 1));
        QCOMPARE(f.text("GD-1", "rtt_ms"), QString::number(*figures.rttMs, 'f', 3));
        QCOMPARE(f.text("GD-2", "title"), QStringLiteral("B\u2014C")); // called after its ends
        QVERIFY(f.host.session().waitForResults(5000));
        QCOMPARE(f.text("GD-2", "rtt_ms"),
                 QString::number(*spanFigures(f.host.document().entities(), f.get<Span>("GD-2")).rttMs, 'f', 3));
    }

    void aSpanFollowsTheNamesOfItsEndsAndTheSettings() {
        TablesFixture f(Kind::Span);
        const QString before = f.text("GD-2", "fibre_km");
        QVERIFY(f.host.editor().setField({f.id("C")}, u"name", QStringLiteral("Zhuozi")).ok());
        QCOMPARE(f.text("GD-2", "title"), QStringLiteral("B\u2014Zhuozi"));
        QVERIFY(f.host.editor().setSetting(QStringLiteral("lay_factor"), QStringLiteral("1.1")).ok());
        QTRY_VERIFY(f.text("GD-2", "fibre_km") != before);
        QCOMPARE(f.text("GD-2", "fibre_km"),
                 QString::number(spanFigures(f.host.document().entities(), f.get<Span>("GD-2")).fibreKm, 'f', 1));
    }

    void headersSortAndWhatIsUnknownStandsLast() {
        TablesFixture f(Kind::Site);
        QCOMPARE(f.codes(), QStringList({"SL-1", "SL-2", "SL-10"})); // as people count
        f.clickHeader("compute_pflops");
        QCOMPARE(f.codes(), QStringList({"SL-10", "SL-1", "SL-2"}));
        f.clickHeader("compute_pflops");
        QCOMPARE(f.codes(), QStringList({"SL-1", "SL-10", "SL-2"}));
        f.clickHeader("title"); // pinyin: Beijing, Helinge'er, Zhangbei
        QCOMPARE(f.codes(), QStringList({"SL-2", "SL-10", "SL-1"}));
    }

    void anEditSortsItsRowAnew() {
        TablesFixture f(Kind::Site);
        f.clickHeader("compute_pflops");
        QVERIFY(f.host.editor().setField({f.id("SL-2")}, u"compute_pflops", Value(100.0)).ok());
        QCOMPARE(f.codes(), QStringList({"SL-10", "SL-2", "SL-1"}));
        f.host.document().undoStack()->undo();
        QCOMPARE(f.codes(), QStringList({"SL-10", "SL-1", "SL-2"}));
    }

    void theFilterFindsNamesCodesAndWhatIsShown_data() {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("name") << QStringLiteral("北") << QStringList({"SL-1", "SL-2"});
        QTest::newRow("English name") << QStringLiteral("hori") << QStringList({"SL-10"});
        QTest::newRow("code") << QStringLiteral("sl-1") << QStringList({"SL-1", "SL-10"});
        QTest::newRow("number as typed") << QStringLiteral("1538") << QStringList({"SL-1"});
        QTest::newRow("shown word") << QStringLiteral("intelligent") << QStringList({"SL-1", "SL-2", "SL-10"});
        QTest::newRow("all words count") << QStringLiteral("intelligent horinger") << QStringList({"SL-10"});
        QTest::newRow("nothing") << QStringLiteral("qqq") << QStringList();
    }
    void theFilterFindsNamesCodesAndWhatIsShown() {
        QFETCH(QString, typed);
        QFETCH(QStringList, found);
        TablesFixture f(Kind::Site);
        f.filter(typed);
        QCOMPARE(f.codes(), found);
        QTest::keyClick(&f.panel.filter(), Qt::Key_Escape);
        QTest::qWait(5);
        QCOMPARE(f.codes().size(), 3);
        QVERIFY(f.panel.filter().text().isEmpty());
    }

    void emptyTablesSayWhatToDo() {
        TablesFixture f(Kind::Site);
        f.filter(QStringLiteral("qqq"));
        QVERIFY(!f.panel.table().isVisible());
        auto* clear = [&]() -> QPushButton* {
            for (QPushButton* button : f.panel.findChildren<QPushButton*>())
                if (button->isVisible())
                    return button;
            return nullptr;
        }();
        QVERIFY(clear);
        QTest::mouseClick(clear, Qt::LeftButton);
        QTest::qWait(5);
        QVERIFY(f.panel.table().isVisible());
        QSignalSpy counted(&f.panel, &TablePage::countChanged);
        QVERIFY(f.host.editor().remove({f.id("SL-1"), f.id("SL-2"), f.id("SL-10")}).ok());
        QVERIFY(f.panel.empty().isVisible());
        QCOMPARE(counted.last().at(0).toInt(), 0);
        QSignalSpy asked(&f.panel, &EntityTablePanel::importRequested);
        QTest::mouseClick(f.panel.empty().findChild<QPushButton*>(), Qt::LeftButton);
        QCOMPARE(asked.count(), 1);
        f.host.document().undoStack()->undo();
        QVERIFY(f.panel.table().isVisible());
    }

    void rowsAndSelectionFollowEachOther() {
        TablesFixture f(Kind::Site);
        QVERIFY(f.isReady());
        QSignalSpy changes(&f.host.selection(), &Selection::changed);
        f.click("SL-1", "title");
        QCOMPARE(f.host.selection().ids(), std::vector<EntityId>({f.id("SL-1")}));
        f.click("SL-10", "title", Qt::ControlModifier);
        QCOMPARE(f.host.selection().ids(), std::vector<EntityId>({f.id("SL-1"), f.id("SL-10")}));
        QCOMPARE(changes.count(), 2); // no echo
        f.host.selection().set({f.id("SL-2"), f.id("A")});
        QCOMPARE(f.panel.selectedIds(), std::vector<EntityId>({f.id("SL-2")}));
        QCOMPARE(changes.count(), 3);
        QCOMPARE(f.host.selection().ids().size(), std::size_t(2)); // the junction is no row, and stays selected
        f.host.selection().clear();
        QVERIFY(f.panel.selectedIds().empty());
        QTest::keyClick(&f.panel.table(), Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(f.host.selection().ids().size(), std::size_t(3));
    }

    void whatTheFilterHidesStaysSelected() {
        TablesFixture f(Kind::Site);
        f.click("SL-1", "title");
        f.filter(QStringLiteral("beijing"));
        QCOMPARE(f.codes(), QStringList({"SL-2"}));
        QCOMPARE(f.host.selection().ids(), std::vector<EntityId>({f.id("SL-1")}));
        f.filter(QString());
        QCOMPARE(f.panel.selectedIds(), std::vector<EntityId>({f.id("SL-1")}));
        // Nor does an edit after which a row no longer fits.
        f.filter(QStringLiteral("zhangbei"));
        QVERIFY(f.host.editor().setField({f.id("SL-1")}, u"name_en", QStringLiteral("Miaotan")).ok());
        QVERIFY(f.codes().isEmpty());
        QCOMPARE(f.host.selection().ids(), std::vector<EntityId>({f.id("SL-1")}));
    }

    void theSelectedRowIsScrolledTo() {
        TablesFixture f(Kind::Site);
        f.panel.resize(1400, 36 + 26 + 2 * 26);
        QTest::qWait(5);
        f.host.selection().set({f.id("SL-10")});
        const QRect row = f.panel.table().visualRect(f.cell("SL-10", "title"));
        QVERIFY(f.panel.table().viewport()->rect().contains(row.center()));
    }

    void aDoubleClickEditsWhereItCanAndZoomsElsewhere() {
        TablesFixture f(Kind::Site);
        QSignalSpy zooms(&f.host.selection(), &Selection::zoomRequested);
        const auto doubleClick = [&](const char* code, const char* key) {
            const QPoint at = f.panel.table().visualRect(f.cell(code, key)).center();
            QTest::mouseClick(f.panel.table().viewport(), Qt::LeftButton, {}, at);
            QTest::mouseDClick(f.panel.table().viewport(), Qt::LeftButton, {}, at);
        };
        doubleClick("SL-2", "it_power_mw");
        QVERIFY(f.isEditing());
        QCOMPARE(zooms.count(), 0);
        auto* line = qobject_cast<QLineEdit*>(QApplication::focusWidget());
        QVERIFY(line);
        QTest::keyClicks(line, QStringLiteral("150"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.get<Site>("SL-2").itPowerMw, std::optional(150.0));
        QVERIFY(!f.isEditing());
        doubleClick("SL-2", "icon");
        QVERIFY(!f.isEditing());
        QCOMPARE(zooms.count(), 1);
        QCOMPARE(zooms.at(0).at(0).value<std::vector<EntityId>>(), std::vector<EntityId>({f.id("SL-2")}));
        f.host.document().setReadOnly(true);
        doubleClick("SL-2", "it_power_mw");
        QVERIFY(!f.isEditing());
        QCOMPARE(zooms.count(), 2);
    }

    void enterBringsTheRowIntoView() {
        TablesFixture f(Kind::Site);
        QSignalSpy zooms(&f.host.selection(), &Selection::zoomRequested);
        f.click("SL-1", "it_power_mw");
        QTest::keyClick(&f.panel.table(), Qt::Key_Return);
        QCOMPARE(zooms.count(), 1);
        QVERIFY(!f.isEditing());
    }

    void aCellIsEditedInPlace() {
        TablesFixture f(Kind::Site);
        f.click("SL-1", "it_power_mw");
        auto* line = f.edit<QLineEdit>("SL-1", "it_power_mw");
        QVERIFY(line);
        QTest::keyClicks(line, QStringLiteral("150"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.get<Site>("SL-1").itPowerMw, std::optional(150.0));
        QCOMPARE(f.text("SL-1", "it_power_mw"), QStringLiteral("150"));
        QCOMPARE(f.steps(), 1);
        QVERIFY(!f.isEditing());
        f.host.document().undoStack()->undo();
        QCOMPARE(f.text("SL-1", "it_power_mw"), QStringLiteral("\u2014"));
        QTest::keyClick(&f.panel.table(), Qt::Key_F2);
        QVERIFY(f.isEditing());
    }

    void escapeAndNothingTypedLeaveThePlan() {
        TablesFixture f(Kind::Site);
        auto* line = f.edit<QLineEdit>("SL-1", "it_power_mw");
        QTest::keyClicks(line, QStringLiteral("150"));
        QTest::keyClick(line, Qt::Key_Escape);
        QVERIFY(!f.isEditing());
        line = f.edit<QLineEdit>("SL-1", "title");
        QTest::keyClick(line, Qt::Key_Return);
        QVERIFY(!f.isEditing());
        QCOMPARE(f.steps(), 0);
    }

    void leavingACellCommitsWhatIsLegal() {
        TablesFixture f(Kind::Site);
        auto* line = f.edit<QLineEdit>("SL-1", "it_power_mw");
        QTest::keyClicks(line, QStringLiteral("99"));
        f.panel.filter().setFocus();
        QVERIFY(!f.isEditing());
        QCOMPARE(f.get<Site>("SL-1").itPowerMw, std::optional(99.0));
        line = f.edit<QLineEdit>("SL-1", "it_power_mw");
        QTest::keyClicks(line, QStringLiteral("99999"));
        f.panel.filter().setFocus();
        QVERIFY(!f.isEditing());
        QCOMPARE(f.get<Site>("SL-1").itPowerMw, std::optional(99.0));
        QVERIFY(!f.host.notes.isEmpty());
    }

    void aRefusalIsToldAndTheCellStaysOpen() {
        TablesFixture f(Kind::Site);
        auto* line = f.edit<QLineEdit>("SL-1", "pue_annual");
        QTest::keyClicks(line, QStringLiteral("9"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.host.notes.size(), 1);
        QVERIFY(f.isEditing() && line->property("bad").toBool());
        QCOMPARE(f.steps(), 0);
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("1.3"));
        QVERIFY(!line->property("bad").toBool());
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.get<Site>("SL-1").pueAnnual, std::optional(1.3));
        // The editor's own refusal: a code that another site has.
        line = f.edit<QLineEdit>("SL-1", "code");
        QTest::keyClicks(line, QStringLiteral("SL-2"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.host.notes.size(), 2);
        QCOMPARE(f.get<Site>("SL-1").code, QStringLiteral("SL-1"));
    }

    void severalRowsAreEditedInOneStep() {
        TablesFixture f(Kind::Site);
        f.click("SL-1", "title");
        f.click("SL-2", "title", Qt::ControlModifier);
        auto* line = f.edit<QLineEdit>("SL-2", "compute_pflops");
        QVERIFY(line);
        QCOMPARE(line->text(), QString()); // they differ
        QCOMPARE(line->placeholderText(), severalText());
        QTest::keyClicks(line, QStringLiteral("7"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.get<Site>("SL-1").computePflops, std::optional(7.0));
        QCOMPARE(f.get<Site>("SL-2").computePflops, std::optional(7.0));
        QCOMPARE(f.get<Site>("SL-10").computePflops, std::optional(40.0));
        QCOMPARE(f.steps(), 1);
        f.host.document().undoStack()->undo();
        QCOMPARE(f.get<Site>("SL-1").computePflops, std::optional(1538.0));
        // A cell outside the selection is its own row's.
        line = f.edit<QLineEdit>("SL-10", "compute_pflops");
        QTest::keyClicks(line, QStringLiteral("8"));
        QTest::keyClick(line, Qt::Key_Return);
        QCOMPARE(f.get<Site>("SL-1").computePflops, std::optional(1538.0));
        QCOMPARE(f.get<Site>("SL-10").computePflops, std::optional(8.0));
    }

    void wordsAreChosenAndSwitchesFlip() {
        TablesFixture f(Kind::Site);
        auto* list = f.edit<QComboBox>("SL-1", "status");
        QVERIFY(list);
        list->setCurrentIndex(list->findData(QStringLiteral("building")));
        Q_EMIT list->activated(list->currentIndex());
        QCOMPARE(f.get<Site>("SL-1").status, SiteStatus::Building);
        QCOMPARE(f.text("SL-1", "status"), QStringLiteral("under construction"));
        f.panel.table().selectionModel()->setCurrentIndex(f.cell("SL-1", "key"), QItemSelectionModel::NoUpdate);
        QTest::keyClick(&f.panel.table(), Qt::Key_F2);
        QVERIFY(f.get<Site>("SL-1").key);
        QTest::keyClick(&f.panel.table(), Qt::Key_F2);
        QVERIFY(!f.get<Site>("SL-1").key);
    }

    void whatIsComputedOrReadOnlyIsNotEdited() {
        TablesFixture f(Kind::Span);
        for (const char* key : {"icon", "route_km", "rtt_ms", "from_id"})
            QVERIFY2(!(f.cell("GD-1", key).flags() & Qt::ItemIsEditable), key);
        QVERIFY(f.cell("GD-1", "capacity_gbps").flags() & Qt::ItemIsEditable);
        f.host.document().setReadOnly(true);
        QVERIFY(!f.edit<QLineEdit>("GD-1", "capacity_gbps"));
        QVERIFY(!f.isEditing());
    }

    void copyMakesRowsForASpreadsheet() {
        TablesFixture f(Kind::Site);
        f.panel.resetColumns();
        f.click("SL-10", "title");
        f.click("SL-1", "title", Qt::ControlModifier);
        QTest::keyClick(&f.panel.table(), Qt::Key_C, Qt::ControlModifier);
        const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
        QCOMPARE(lines.size(), 3); // the header, then the rows in the order of the table
        QVERIFY2(lines[0].startsWith(QStringLiteral("Code\tName\tProvince\t")), qPrintable(lines[0]));
        const QStringList first = lines[1].split(u'\t'), titles = lines[0].split(u'\t');
        QCOMPARE(first.size(), titles.size());
        QCOMPARE(first[0], QStringLiteral("SL-1"));
        QCOMPARE(first[titles.indexOf(QStringLiteral("Compute PFLOPS"))], QStringLiteral("1538")); // no thin space
        QCOMPARE(first[titles.indexOf(QStringLiteral("IT power MW"))], QString());                 // no dash
        QCOMPARE(lines[2].split(u'\t')[0], QStringLiteral("SL-10"));
    }

    void columnsComeAndGoAndAreRemembered() {
        {
            TablesFixture f(Kind::Site);
            QVERIFY(!f.panel.isColumnShown(QStringLiteral("storage_pb")));
            std::unique_ptr<QMenu> menu(f.panel.columnsMenu());
            for (QAction* action : menu->actions())
                if (action->data() == QStringLiteral("storage_pb") || action->data() == QStringLiteral("city"))
                    action->toggle();
            QVERIFY(!f.panel.table().isColumnHidden(f.panel.model().columnOf(u"storage_pb")));
            QVERIFY(f.panel.table().isColumnHidden(f.panel.model().columnOf(u"city")));
        }
        TablesFixture f(Kind::Site);
        QVERIFY(f.panel.isColumnShown(QStringLiteral("storage_pb")));
        QVERIFY(!f.panel.isColumnShown(QStringLiteral("city")));
        f.panel.resetColumns();
        QVERIFY(!f.panel.isColumnShown(QStringLiteral("storage_pb")));
        QVERIFY(f.panel.isColumnShown(QStringLiteral("city")));
    }

    void widthsAreKeptAsTheUserMadeThem() {
        int fitted = 0;
        {
            TablesFixture f(Kind::Site);
            QHeaderView& header = *f.panel.table().horizontalHeader();
            const int column = f.panel.model().columnOf(u"title");
            fitted = header.sectionSize(column);
            const int edge = header.sectionViewportPosition(column) + fitted - 1, middle = header.height() / 2;
            QTest::mousePress(header.viewport(), Qt::LeftButton, {}, {edge, middle});
            QTest::mouseMove(header.viewport(), {edge + 20, middle});
            QTest::mouseMove(header.viewport(), {edge + 61, middle});
            QTest::mouseRelease(header.viewport(), Qt::LeftButton, {}, {edge + 61, middle});
            QVERIFY(header.sectionSize(column) > fitted + 40);
            fitted = header.sectionSize(column);
        }
        TablesFixture f(Kind::Site);
        const int column = f.panel.model().columnOf(u"title");
        QCOMPARE(f.panel.table().columnWidth(column), fitted);
        f.panel.resetColumns();
        QVERIFY(f.panel.table().columnWidth(column) < fitted);
    }

    void numbersAreNeverCut() {
        TablesFixture f(Kind::Site);
        const int column = f.panel.model().columnOf(u"compute_pflops");
        f.panel.table().setColumnWidth(column, 36);
        f.panel.table().viewport()->update();
        const int needed = QFontMetrics(f.panel.table().font()).horizontalAdvance(f.text("SL-1", "compute_pflops"));
        QTRY_VERIFY(f.panel.table().columnWidth(column) >= needed + 14);
    }

    void titlesKeepClearOfTheSortArrow() {
        // The strip under the arrow looks the same whether the title is long or empty.
        QImage strips[2];
        for (int i = 0; i < 2; ++i) {
            QStandardItemModel model(1, 1);
            model.setHorizontalHeaderLabels({i ? QStringLiteral("Green power share of the year %") : QString()});
            model.setHeaderData(0, Qt::Horizontal, int(Qt::AlignRight | Qt::AlignVCenter), Qt::TextAlignmentRole);
            QTableView table;
            table.setModel(&model);
            table.setSortingEnabled(true);
            table.sortByColumn(0, Qt::AscendingOrder);
            table.setColumnWidth(0, 110);
            table.resize(300, 100);
            table.show();
            QVERIFY(QTest::qWaitForWindowExposed(&table));
            const QImage header = table.horizontalHeader()->grab().toImage();
            strips[i] = header.copy(110 - 8 - sortArrowRoom, 0, sortArrowRoom + 8, header.height());
            if (i == 1) { // and the title is there, left of it
                QSet<QRgb> inks;
                for (int x = 10; x < 80; ++x)
                    inks.insert(header.pixel(x, header.height() / 2));
                QVERIFY(inks.size() > 2);
            }
        }
        QCOMPARE(strips[1], strips[0]);
    }
};

QTEST_MAIN(TestTables)
#include "test_tables.moc"
