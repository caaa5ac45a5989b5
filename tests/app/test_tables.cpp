// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/paneldock.h"
#include "app/statusrow.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/panels/runstablepanel.h"
#include "views/widgets/panels/tablespanel.h"
#include "windowfixture.h"

#include <QMenu>
#include <QSettings>
#include <QTabWidget>

using namespace corridor;
using namespace corridor::test;

/// The pages of tables in the window: where they stand, what they share with map, menus and file.
class TestAppTables : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    template <class Panel>
    QModelIndex cell(Panel& panel, int row, int column) {
        return panel.proxy().mapFromSource(panel.model().index(row, column));
    }
    void click(TablePage& page, const QModelIndex& index, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(page.table().viewport(), Qt::LeftButton, keys, page.table().visualRect(index).center());
    }
    QTabWidget* tabs() {
        return f->w().findChild<PanelDock*>(QStringLiteral("dock-findings"))->findChild<QTabWidget*>();
    }

private Q_SLOTS:
    void init() {
        f = std::make_unique<WindowFixture>();
        QVERIFY(f->open());
    }
    void cleanup() {
        f.reset();
        QSettings().clear();
    }

    void pagesStandInTheOrderOfTheLookWithTheirCounts() {
        QStringList titles;
        for (int i = 0; i < tabs()->count(); ++i)
            titles += tabs()->tabText(i);
        const EntitySet& entities = f->w().document().entities();
        const auto at = [&](const QString& title) { return titles.indexOf(title); };
        const qsizetype sites = at(QStringLiteral("Sites %1").arg(entities.count(Kind::Site)));
        const qsizetype spans = at(QStringLiteral("Spans %1").arg(entities.count(Kind::Span)));
        QVERIFY2(sites > 0 && spans == sites + 1, qPrintable(titles.join(u'|')));
        QVERIFY(titles[sites - 1].startsWith(QStringLiteral("Services")));
        QCOMPARE(at(QStringLiteral("Runs %1").arg(f->w().runs().model().rowCount())), spans + 1);
        QVERIFY(f->w().editor().remove({f->id("GD-QQ-ZZ")}).ok());
        QCOMPARE(tabs()->tabText(static_cast<int>(spans)),
                 QStringLiteral("Spans %1").arg(f->w().document().entities().count(Kind::Span)));
    }

    void theViewMenuBringsThemUp() {
        for (const auto& [name, page] : {std::pair<const char*, QWidget*>{"show-sites", &f->w().sites()},
                                         {"show-spans", &f->w().spans()},
                                         {"show-runs", &f->w().runs()}}) {
            QVERIFY(!page->isVisible());
            f->w().actions()[QString::fromLatin1(name)]->trigger();
            QVERIFY2(page->isVisible(), name);
        }
    }

    void theDeleteKeyDeletesRowsAsItDoesOnTheMap() {
        f->w().actions()[QStringLiteral("show-spans")]->trigger();
        EntityTablePanel& spans = f->w().spans();
        spans.table().setFocus();
        click(spans, cell(spans, spans.model().rowOf(f->id("GD-QQ-ZZ")), 1));
        QCOMPARE(f->w().selection().single(), f->id("GD-QQ-ZZ"));
        const int rows = spans.model().rowCount();
        QTest::keyClick(&spans.table(), Qt::Key_Delete);
        QCOMPARE(spans.model().rowCount(), rows - 1);
        QVERIFY(f->w().status().notice().isVisible()); // with its offer to undo
        QVERIFY(f->w().selection().isEmpty());
        f->w().document().undoStack()->undo();
        QCOMPARE(spans.model().rowCount(), rows);
    }

    void theMapsSelectionIsFoundWhenThePageComesUp() {
        f->w().selection().set({f->id("GD-QQ-ZZ"), f->id("GD-QQ-DC")});
        f->w().actions()[QStringLiteral("show-spans")]->trigger();
        QCOMPARE(f->w().spans().selectedIds().size(), std::size_t(2));
        const QModelIndex row = f->w().spans().table().selectionModel()->selectedRows().first();
        QVERIFY(f->w().spans().table().viewport()->rect().intersects(
            f->w().spans().table().visualRect(row.siblingAtColumn(1))));
    }

    void severalServicesAreSelectedAndOneIsShown() {
        f->w().actions()[QStringLiteral("show-services")]->trigger();
        ServicesPanel& services = f->w().services();
        click(services, cell(services, 0, ServicesModel::NameColumn));
        QCOMPARE(f->w().selection().shownService(), services.model().serviceAt(0));
        click(services, cell(services, 2, ServicesModel::NameColumn), Qt::ControlModifier);
        QCOMPARE(f->w().selection().ids().size(), std::size_t(2));
        QCOMPARE(f->w().selection().shownService(), services.model().serviceAt(2));
        // New results for the same services leave the rows selected.
        QVERIFY(f->w().editor().setField({f->id("GD-QQ-ZZ")}, u"sinuosity", Value(1.2)).ok());
        QVERIFY(f->settle());
        QCOMPARE(services.selectedIds().size(), std::size_t(2));
        // A finding that is chosen on another page selects its service.
        f->w().selection().clear();
        f->w().selection().setShownService(f->id("YW-1201"));
        QCOMPARE(services.selectedIds(), std::vector<EntityId>({f->id("YW-1201")}));
        services.filter().insert(QStringLiteral("yw-1201"));
        QTest::qWait(5);
        QCOMPARE(services.proxy().rowCount(), 1);
    }

    void runsTellWhatHolds() {
        RunsTableModel& runs = f->w().runs().model();
        const int fresh = runs.rowCount();
        QCOMPARE(fresh, static_cast<int>(f->w().session().assessment()->runs.size()));
        QCOMPARE(runs.stateAt(0), RunsTableModel::State::Current);
        double together = 0; // each run tells its own time
        for (const Run& run : f->w().session().assessment()->runs) {
            QVERIFY2(run.durationMs > 0, qPrintable(run.engine));
            together += run.durationMs;
        }
        QVERIFY(together <= f->w().session().assessment()->durationMs);
        QVERIFY(f->w().editor().setField({f->id("GD-QQ-ZZ")}, u"sinuosity", Value(1.2)).ok());
        QCOMPARE(runs.stateAt(0), RunsTableModel::State::Computing);
        QVERIFY(f->settle());
        QCOMPARE(runs.stateAt(0), RunsTableModel::State::Current);
        QVERIFY(f->w().files().save());
        QCOMPARE(runs.rowCount(), fresh); // the file holds the same calculations
        const QString place = runs.index(0, RunsTableModel::PlaceColumn).data().toString();
        QCOMPARE(place, QStringLiteral("this window and file"));
        const TableView& table = f->w().runs().table();
        QVERIFY(table.columnWidth(RunsTableModel::PlaceColumn) > table.fontMetrics().horizontalAdvance(place));
        QCOMPARE(runs.stateAt(0), RunsTableModel::State::Current);
        const QString started = runs.index(0, RunsTableModel::StartedColumn).data().toString();
        QVERIFY2(QDateTime::fromString(started, QStringLiteral("yyyy-MM-dd HH:mm")).isValid(), qPrintable(started));
        QVERIFY(f->w().editor().setField({f->id("GD-QQ-ZZ")}, u"sinuosity", Value(1.3)).ok());
        QVERIFY(f->settle());
        QVERIFY(runs.rowCount() > fresh); // those of the file are others now
        QVERIFY(runs.isStored(fresh));
        QCOMPARE(runs.stateAt(fresh), RunsTableModel::State::OutOfDate);
        f->w().document().undoStack()->undo();
        QVERIFY(f->settle());
        QCOMPARE(runs.rowCount(), fresh); // the same input again
        QVERIFY(!runs.isStored(0));
    }
};

CORRIDOR_WINDOW_TEST(TestAppTables)
#include "test_tables.moc"
