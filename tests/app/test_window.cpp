// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusrow.h"
#include "model/plan/settings.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/controls/reasonbar.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/controls/wholerows.h"
#include "views/widgets/panels/celldelegates.h"
#include "views/widgets/panels/layerpanel.h"
#include "windowfixture.h"

#include <QCheckBox>
#include <QDockWidget>
#include <QMenuBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSettings>
#include <QTableView>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace corridor;
using namespace corridor::test;

class TestWindow : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    QLineEdit* lineOf(const char* field) {
        return qobject_cast<QLineEdit*>(f->w().inspector().form()->editor(QString::fromLatin1(field))->widget());
    }
    void type(QLineEdit* line, const QString& text) {
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, text);
        QTest::keyClick(line, Qt::Key_Return);
    }
    template <class T>
    const T* object(const char* code) {
        return f->w().document().entities().find<T>(f->id(code));
    }

private Q_SLOTS:
    void init() {
        f = std::make_unique<WindowFixture>();
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
    }
    void cleanup() {
        f.reset();
        QSettings().clear(); // each test meets the window of a first start
    }

    void showsWhatThePlanHolds() {
        const EntitySet& entities = f->w().document().entities();
        for (const Kind kind : {Kind::Site, Kind::Junction, Kind::Span, Kind::Service})
            QCOMPARE(f->w().objects().model().count(kind), static_cast<int>(entities.count(kind)));
        QCOMPARE(f->w().findings().model().rowCount(),
                 static_cast<int>(f->w().session().assessment()->findings.size()));
        QCOMPARE(f->w().services().model().rowCount(), static_cast<int>(f->w().session().assessment()->routes.size()));
        QVERIFY(f->w().windowTitle().startsWith(QStringLiteral("plan.gpkg")));
        QVERIFY(!f->w().windowTitle().contains(QChar(0x25CF)));
    }

    void aFieldIsCommittedByEnterAndComesBackByUndo() {
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        const double before = *f->horinger()->value;
        QLineEdit* line = lineOf("sinuosity");
        QVERIFY(line);
        type(line, QStringLiteral("1.2"));
        QCOMPARE(object<Span>("GD-QQ-ZZ")->sinuosity, std::optional(1.2));
        QVERIFY(f->w().windowTitle().contains(QChar(0x25CF)));
        QVERIFY(f->settle());
        QVERIFY(*f->horinger()->value > before);
        f->w().document().undoStack()->undo();
        QCOMPARE(lineOf("sinuosity")->text(), QStringLiteral("1.1"));
        QVERIFY(!f->w().windowTitle().contains(QChar(0x25CF)));
    }

    void outOfRangeIsSaidBelowTheField() {
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        type(lineOf("sinuosity"), QStringLiteral("7"));
        QVERIFY(f->w().inspector().form()->row(QStringLiteral("sinuosity"))->hasError());
        QCOMPARE(object<Span>("GD-QQ-ZZ")->sinuosity, std::optional(1.1));
        QCOMPARE(f->w().document().undoStack()->count(), 0);
        QTest::keyClick(lineOf("sinuosity"), Qt::Key_Return); // still wrong
        QCOMPARE(f->w().document().undoStack()->count(), 0);
        type(lineOf("in_date"), QStringLiteral("2027-13"));
        QVERIFY(f->w().inspector().form()->row(QStringLiteral("in_date"))->hasError());
    }

    void severalObjectsAreEditedInOneStep() {
        f->w().selection().set({f->id("GD-QQ-ZZ"), f->id("GD-QQ-DC")});
        QCOMPARE(lineOf("sinuosity")->placeholderText(), severalText());
        QVERIFY(lineOf("sinuosity")->text().isEmpty());
        type(lineOf("sinuosity"), QStringLiteral("1.05"));
        QCOMPARE(object<Span>("GD-QQ-ZZ")->sinuosity, std::optional(1.05));
        QCOMPARE(object<Span>("GD-QQ-DC")->sinuosity, std::optional(1.05));
        QCOMPARE(f->w().document().undoStack()->count(), 1);
    }

    void aFindingShowsItsCircuitAndZoomsThere() {
        const double scale = f->w().canvas().viewport().unitsPerPixel();
        f->w().canvas().setReducedMotion(true);
        for (const Finding& finding : f->w().session().assessment()->findings)
            if (finding.subject == f->id("YW-1201")) {
                QVERIFY(f->w().findings().choose(finding.key));
                break;
            }
        QCOMPARE(f->w().selection().shownService(), f->id("YW-1201"));
        QVERIFY(f->w().canvas().viewport().unitsPerPixel() < scale);
        QVERIFY(f->w().evidence().text().contains(QStringLiteral("RTT = 2")));
        QVERIFY(f->w().evidence().text().contains(f->w().session().assessment()->rulePack->clause(u"Q12")->text));
    }

    void theTreeFollowsSelectionAndEdits() {
        const EntityId site = f->id("SL-HD");
        f->w().selection().set({site});
        QCOMPARE(f->w().objects().tree().selectionModel()->selectedRows().size(), 1);
        const int spans = f->w().objects().model().count(Kind::Span);
        QVERIFY(f->w().editor().remove({f->id("GD-QQ-ZZ")}).ok());
        QCOMPARE(f->w().objects().model().count(Kind::Span), spans - 1);
        f->w().document().undoStack()->undo();
        QCOMPARE(f->w().objects().model().count(Kind::Span), spans);
        QVERIFY(f->w().objects().model().indexOf(f->id("GD-QQ-ZZ")).isValid());
    }

    void theEyeOfALayerIsNoEdit() {
        LayerVisibility layers = f->w().layers().layers();
        layers.junctions = false;
        f->w().layers().setLayers(layers);
        QCOMPARE(f->w().canvas().layers(), layers);
        QVERIFY(!f->w().document().isModified());
    }

    void theBaseMapHasFiveEyes() {
        QTreeWidgetItem* base = f->w().layers().tree().topLevelItem(1);
        QCOMPARE(base->childCount(), 5);
        for (int i = 0; i < base->childCount(); ++i)
            QVERIFY(!base->child(i)->icon(0).isNull());
        base->child(1)->setCheckState(0, Qt::Unchecked);
        base->child(2)->setCheckState(0, Qt::Unchecked);
        LayerVisibility expected;
        expected.railways = expected.expressways = false;
        QCOMPARE(f->w().canvas().layers(), expected);
        QCOMPARE(base->checkState(0), Qt::PartiallyChecked);
        base->setCheckState(0, Qt::Checked);
        QCOMPARE(f->w().canvas().layers(), LayerVisibility());
    }

    void theBackupSwitchIsASettingOfThePlan() {
        const int broken = f->w().session().assessment()->verdictCounts()[static_cast<int>(Verdict::Broken)];
        f->w().actions()[QStringLiteral("backup-decides")]->trigger();
        QVERIFY(settingsOf(f->w().document().entities()).backupDecides);
        QVERIFY(f->settle());
        QVERIFY(f->w().session().assessment()->verdictCounts()[static_cast<int>(Verdict::Broken)] > broken);
        f->w().document().undoStack()->undo();
        QVERIFY(!f->w().actions()[QStringLiteral("backup-decides")]->isChecked());
    }

    void theBackupSwitchStandsAboveTheFindings() {
        auto* box = f->w().findings().findChild<QCheckBox*>(QStringLiteral("backup-decides"));
        QVERIFY(box && box->isVisible());
        QVERIFY(!box->isChecked());
        QTest::mouseClick(box, Qt::LeftButton, Qt::NoModifier, QPoint(8, box->height() / 2));
        QVERIFY(box->isChecked());
        QVERIFY(settingsOf(f->w().document().entities()).backupDecides);
        QVERIFY(f->w().actions()[QStringLiteral("backup-decides")]->isChecked());
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        f->w().document().undoStack()->undo();
        QVERIFY(!box->isChecked());
        f->w().actions()[QStringLiteral("backup-decides")]->trigger();
        QVERIFY(box->isChecked());
    }

    void oneCountOfVerdicts() {
        const FindingsModel& model = f->w().findings().model();
        QCOMPARE(model.counts(), f->w().session().assessment()->verdictCounts());
        QCOMPARE(model.total() + model.forInformation(), model.rowCount());
        QVERIFY(model.forInformation() > 0); // backups that do not decide
    }

    void noMarginIsCut() {
        FindingsModel& model = f->w().findings().model();
        const int width = f->w().findings().table().columnWidth(FindingsModel::MarginColumn);
        for (const QString& language : {QStringLiteral("language-en"), QStringLiteral("language-zh")}) {
            f->w().actions()[language]->trigger();
            QVERIFY(f->settle());
            for (int row = 0; row < model.rowCount(); ++row) {
                const QModelIndex index = model.index(row, FindingsModel::MarginColumn);
                if (index.data(FindingsModel::MarginRole).isValid())
                    QVERIFY2(MarginDelegate::widthFor(index.data().toString()) <= width,
                             qPrintable(index.data().toString()));
            }
        }
    }

    void aFindingIsAcceptedForNow() {
        FindingsModel& model = f->w().findings().model();
        const QString key = f->horinger()->key;
        QVERIFY(f->w().findings().choose(key));
        const auto mark = [&](int role) {
            return model.data(model.index(model.rowOfKey(key), FindingsModel::MarkColumn), role).toBool();
        };
        QVERIFY(!mark(AcknowledgedRole));
        QVERIFY(f->w().findings().setAcknowledged(true));
        QVERIFY(mark(AcknowledgedRole) && mark(FadedRole));
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        QVERIFY(f->settle());
        QVERIFY(f->w().findings().setAcknowledged(false));
        QVERIFY(!mark(AcknowledgedRole));
        f->w().document().undoStack()->undo();
        QVERIFY(mark(AcknowledgedRole));
        f->w().document().undoStack()->undo();
        QVERIFY(!mark(AcknowledgedRole));
        QVERIFY(!f->w().document().isModified());
    }

    void aReasonIsKeptWithIt() {
        FindingsPanel& panel = f->w().findings();
        const QString key = f->horinger()->key;
        QVERIFY(panel.choose(key));
        ReasonBar& bar = panel.reasonBar();
        bar.ask(QStringLiteral("Q13"), QStringLiteral("Accept for now"));
        QVERIFY(bar.isVisibleTo(&panel));
        QTest::keyClicks(&bar.reason(), QStringLiteral("Short-cut is planned"));
        QTest::keyClick(&bar.reason(), Qt::Key_Escape);
        QVERIFY2(!bar.isVisibleTo(&panel) && f->w().document().undoStack()->count() == 0, "Escape costs nothing");
        bar.ask(QStringLiteral("Q13"), QStringLiteral("Accept for now"));
        QCOMPARE(bar.reason().text(), QString());
        QTest::keyClicks(&bar.reason(), QStringLiteral("Short-cut is planned"));
        QTest::keyClicks(&bar.by(), QStringLiteral("Li"));
        QTest::keyClick(&bar.by(), Qt::Key_Return);
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        FindingsModel& model = panel.model();
        const QString tip =
            model.data(model.index(model.rowOfKey(key), FindingsModel::MarkColumn), Qt::ToolTipRole).toString();
        QVERIFY2(tip.contains(QStringLiteral("Short-cut is planned")) && tip.contains(QStringLiteral("Li")),
                 qPrintable(tip));
    }

    void scenariosAreVariants() {
        QVERIFY(f->w().scenarios().addChild(QStringLiteral("Variant")));
        const EntityId child = f->w().document().scenario();
        QVERIFY(child != Plan::baseScenario());
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        type(lineOf("sinuosity"), QStringLiteral("1.2"));
        f->w().document().setScenario(Plan::baseScenario());
        QCOMPARE(object<Span>("GD-QQ-ZZ")->sinuosity, std::optional(1.1));
        f->w().document().undoStack()->undo(); // of the edit in the variant
        QCOMPARE(f->w().document().scenario(), child);
        QVERIFY(f->w().status().notice().isVisibleTo(&f->w()));
        QVERIFY(f->w().scenarios().removeCurrent());
        QCOMPARE(f->w().document().scenario(), Plan::baseScenario());
    }

    void closingAsks() {
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        type(lineOf("sinuosity"), QStringLiteral("1.2"));
        f->presenter.answers = {-1};
        QVERIFY(!f->w().close());
        QCOMPARE(f->presenter.questions.size(), 1);
        QCOMPARE(f->presenter.lastVerbs, QStringList({QStringLiteral("Save"), QStringLiteral("Discard the edits")}));
        const QByteArray bytes = bytesOf(f->plan);
        f->presenter.answers = {1};
        QVERIFY(f->w().close());
        QCOMPARE(bytesOf(f->plan), bytes);
    }

    void aSecondOpenerReadsOnly() {
        const auto first = std::move(f->window);
        f->makeWindow({1400, 900});
        QVERIFY(f->open());
        QVERIFY(f->w().document().isReadOnly());
        QVERIFY(f->w().windowTitle().contains(QStringLiteral("read-only")));
        QVERIFY(f->w().status().notice().isVisibleTo(&f->w()));
        QVERIFY(!f->w().actions()[QStringLiteral("tool-draw-span")]->isEnabled());
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        QVERIFY(lineOf("sinuosity")->isReadOnly());
    }

    void aBadFileIsOneSentence() {
        const QString bad = f->folder.filePath(QStringLiteral("bad.gpkg"));
        QFile file(bad);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("this is no database");
        file.close();
        const QByteArray hash = contentHash(f->w().document().plan());
        QVERIFY(!f->w().files().open(bad));
        QCOMPARE(f->presenter.errors.size(), 1);
        QVERIFY(f->presenter.errors.front().contains(QStringLiteral("bad.gpkg")));
        QCOMPARE(contentHash(f->w().document().plan()), hash);
    }

    void theLanguageChangesEverywhere() {
        auto& app = *static_cast<Application*>(qApp);
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        app.useLanguage(QStringLiteral("zh"));
        QVERIFY(f->settle());
        QVERIFY(!f->w().session().english());
        const auto titleIn = [this](bool english) {
            const EntitySet& entities = f->w().document().entities();
            return objectTitle(entities, entities.find(Kind::Span, f->id("GD-QQ-ZZ")), english);
        };
        QVERIFY(titleIn(false) != titleIn(true));
        QCOMPARE(f->w().inspector().title(), titleIn(false));
        app.useLanguage(QStringLiteral("en"));
        QVERIFY(f->settle());
        QCOMPARE(f->w().menuBar()->actions().front()->text(), QStringLiteral("&File"));
        QCOMPARE(f->w().inspector().title(), titleIn(true));
        QVERIFY(f->w().inspector().form());
    }

    void theToolRowHoldsWhatIsInIt() {
        const auto* row = f->w().findChild<QToolBar*>(QStringLiteral("tool-row"));
        for (const auto& [size, height] : {std::pair{QSize(1920, 1080), 44}, {QSize(1366, 768), 40}}) {
            f->w().resize(size);
            for (const QString& theme : {QStringLiteral("dark"), QStringLiteral("dark")}) { // there and back
                f->w().actions()[theme]->trigger();
                QVERIFY(f->settle());
                QCOMPARE(row->height(), height);
                for (const QWidget* child : row->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly)) {
                    if (!child->isVisible())
                        continue;
                    QVERIFY2(row->rect().adjusted(0, 1, 0, -1).contains(child->geometry()),
                             child->metaObject()->className());
                    if (qobject_cast<const QToolButton*>(child) && child->width() <= 40)
                        QCOMPARE(child->size(), QSize(32, 32));
                }
            }
        }
    }

    void typingIsSavedAndUndone() {
        auto* app = static_cast<Application*>(qApp);
        connect(&f->w(), &MainWindow::themeRequested, app, [app](Theme theme) { app->useTheme(theme, false); });
        f->w().selection().set({f->id("GD-QQ-ZZ")});
        QVERIFY(f->settle());
        f->w().actions()[QStringLiteral("dark")]->trigger(); // with a form shown: its parts are made anew
        QVERIFY(f->settle());
        f->w().actions()[QStringLiteral("dark")]->trigger();
        QVERIFY(f->settle());
        QLineEdit* line = lineOf("name");
        const QString before = object<Span>("GD-QQ-ZZ")->name;
        line->setFocus();
        line->selectAll();
        QTest::keyClicks(line, QStringLiteral("new name"));
        QTest::keyClick(line, Qt::Key_S, Qt::ControlModifier); // no Enter
        QCOMPARE(object<Span>("GD-QQ-ZZ")->name, QStringLiteral("new name"));
        QTRY_VERIFY(!f->w().document().isModified());
        lineOf("name")->setFocus();
        QTest::keyClick(lineOf("name"), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(object<Span>("GD-QQ-ZZ")->name, before);
    }

    void whatIsShownDoesNotWidenThePanels() {
        f->w().resize(1366, 768);
        f->w().actions()[QStringLiteral("language-en")]->trigger();
        QVERIFY(f->settle());
        const auto* dock = f->w().findChild<QDockWidget*>(QStringLiteral("dock-inspector"));
        const int width = dock->width();
        for (const char* code : {"YW-1301", "GD-QQ-ZZ", "HLGR-NEW", "WLCB-QQ"}) {
            f->w().selection().set({f->id(code)});
            QVERIFY(f->settle());
            QCOMPARE(dock->width(), width);
        }
        QVERIFY(f->w().findings().choose(f->horinger()->key));
        f->w().actions()[QStringLiteral("show-evidence")]->trigger();
        QVERIFY(f->settle());
        QCOMPARE(dock->width(), width);
        // Nor is anything cut: the form scrolls downwards only.
        const auto* scroll = f->w().inspector().findChild<QScrollArea*>();
        const int room = width - scroll->verticalScrollBar()->sizeHint().width();
        QVERIFY2(scroll->widget()->minimumSizeHint().width() <= room,
                 qPrintable(QString::number(scroll->widget()->minimumSizeHint().width())));
    }

    void theBottomPanelEndsWithAWholeRow_data() {
        QTest::addColumn<QSize>("size");
        QTest::newRow("wide") << QSize(1920, 1050);
        QTest::newRow("narrow") << QSize(1366, 738);
        QTest::newRow("projector") << QSize(960, 510);
    }
    void theBottomPanelEndsWithAWholeRow() {
        QFETCH(QSize, size);
        f->makeWindow(size);
        QVERIFY(f->open());
        QVERIFY(f->settle());
        const QTableView& table = f->w().findings().table();
        const auto* dock = f->w().findChild<QDockWidget*>(QStringLiteral("dock-findings"));
        const int wanted = size.width() >= 1500 ? 276 : 188; // look.md section 2
        QVERIFY2(std::abs(dock->height() - wanted) <= 2, qPrintable(QString::number(dock->height())));
        QVERIFY(table.model()->rowCount() * table.rowHeight(0) > table.viewport()->height());
        // What there is of half a row is covered.
        const auto* cover = table.findChild<WholeRows*>();
        const int rest = table.viewport()->height() % table.rowHeight(0);
        QCOMPARE(cover->isVisible() ? cover->height() : 0, rest);
    }

    void panelsAreFoundAsTheyWereLeft() {
        auto* dock = f->w().findChild<QDockWidget*>(QStringLiteral("dock-inspector"));
        const int width = dock->width() + 60;
        f->w().resizeDocks({dock}, {width}, Qt::Horizontal);
        QVERIFY(f->settle());
        QCOMPARE(dock->width(), width);
        QVERIFY(f->w().close());
        f->makeWindow({1600, 1000});
        QVERIFY(f->settle());
        QCOMPARE(f->w().findChild<QDockWidget*>(QStringLiteral("dock-inspector"))->width(), width);
    }

    void everyToolButtonSaysWhatItIs() {
        f->w().actions()[QStringLiteral("language-zh")]->trigger();
        QVERIFY(f->settle());
        for (const QToolButton* button :
             f->w().findChild<QToolBar*>(QStringLiteral("tool-row"))->findChildren<QToolButton*>())
            QVERIFY2(!button->text().contains(u'('), qPrintable(button->text()));
        for (const auto& [name, action] : f->w().actions().all()) {
            QVERIFY2(!action->text().isEmpty() && !action->toolTip().isEmpty(), qPrintable(name));
            QVERIFY2(!action->toolTip().contains(u'&'), qPrintable(name));
        }
    }
};

CORRIDOR_WINDOW_TEST(TestWindow)
#include "test_window.moc"
