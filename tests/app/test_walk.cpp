// SPDX-License-Identifier: GPL-3.0-or-later
// Opens every menu, panel and dialog in both languages, and reads what stands there: nothing untranslated, nothing cut,
// nothing without a name. Run a second time with everything at twice the size (QT_SCALE_FACTOR=2).
#include "app/paneldock.h"
#include "app/statusrow.h"
#include "model/rules/rulepack.h"
#include "model/store/recoverylog.h"
#include "views/chart/rttchart.h"
#include "views/chart/stackchart.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/controls/reasonbar.h"
#include "views/widgets/dialogs/recoverydialog.h"
#include "views/widgets/panels/layerpanel.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/runstablepanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "views/widgets/panels/tablespanel.h"
#include "windowfixture.h"
#include "windowreview.h"

#include <QDialog>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QTabWidget>
#include <QToolBar>

using namespace corridor;
using namespace corridor::test;

namespace {

/// The program's own dialogs, but for those of Qt that ask for a file.
class OpenPresenter : public Presenter {
public:
    using Presenter::Presenter;
    QString openFileName(const QString&, const QString&, const QString&) override { return fileName; }
    QStringList openFileNames(const QString&, const QString&, const QString&) override { return {fileName}; }
    QString saveFileName(const QString&, const QString&, const QString&) override { return fileName; }
    QString fileName;
};

constexpr const char* pageActions[] = {"show-findings", "show-services", "show-sites",   "show-spans",  "show-runs",
                                       "show-chart",    "show-capacity", "show-compute", "show-energy", "show-carbon"};

/// What may be without a key: why.
const QStringList withoutKey{
    QStringLiteral("sample"),         // once, when the program is new
    QStringLiteral("revert"),         // drops all edits: not by a slip of the hand
    QStringLiteral("to-parent"),      // the same for an object of a variant
    QStringLiteral("reduced-motion"), // set once
    QStringLiteral("language-zh"),    // set once
    QStringLiteral("language-en"),
    QStringLiteral("backup-decides"), // decides verdicts: a setting of the plan
    QStringLiteral("about"),
};

} // namespace

class TestWalk : public QObject {
    Q_OBJECT
    QTemporaryDir folder;
    std::unique_ptr<OpenPresenter> presenter;
    std::unique_ptr<MainWindow> window;
    WindowReview review;
    QSize size;

    MainWindow& w() { return *window; }
    QAction* action(const char* name) { return w().actions()[QString::fromLatin1(name)]; }
    bool settle() {
        QTest::qWait(1);
        QCoreApplication::processEvents();
        return QTest::qWaitFor([this] { return w().isSettled(); }, 10000);
    }
    QString planFile() const { return folder.filePath(QStringLiteral("plan.gpkg")); }
    EntityId first(Kind kind) {
        EntityId found;
        w().document().entities().forEach(kind, [&](const EntityRef& object) {
            if (found.isNull())
                found = object->id;
        });
        return found;
    }
    std::vector<EntityId> some(Kind kind, std::size_t count) {
        std::vector<EntityId> found;
        w().document().entities().forEach(kind, [&](const EntityRef& object) {
            if (found.size() < count)
                found.push_back(object->id);
        });
        return found;
    }

    void makeWindow(const QString& language) {
        review = {};
        review.setEnglish(language == QStringLiteral("en"));
        static_cast<Application*>(qApp)->useLanguage(language);
        QFile::remove(planFile());
        QFile::copy(QStringLiteral(CORRIDOR_SAMPLE), planFile());
        QFile::setPermissions(planFile(), QFile::ReadOwner | QFile::WriteOwner);
        presenter = std::make_unique<OpenPresenter>();
        window = std::make_unique<MainWindow>(static_cast<Application*>(qApp)->settings(), *presenter);
        presenter->setWindow(window.get());
        window->resize(size);
        window->show();
        QVERIFY(window->files().open(planFile()));
        QVERIFY(settle());
        QCOMPARE(window->size(), size);
        review.addPlan(window->document().entities());
        review.addRules(*window->session().assessment()->rulePack);
        for (const QString& path : {folder.path(), planFile(), QStringLiteral("plan.gpkg"), QStringLiteral("plan")})
            review.addData(path);
    }
    void finish() {
        w().files().leave();
        window.reset();
        QSettings().clear();
        qInfo("%d widgets, %d different texts", review.widgetsSeen(), review.textsSeen());
        QVERIFY2(review.widgetsSeen() > 300, "the walk saw next to nothing");
        // Each on a line of its own: Qt Test shortens long ones.
        for (const QString& fault : review.faults())
            QTextStream(stderr) << fault << Qt::endl;
        QVERIFY2(review.faults().isEmpty(), qPrintable(QStringLiteral("%1 faults").arg(review.faults().size())));
    }

    void lookAtDock(const char* dock, const QString& place) {
        if (auto* found = w().findChild<PanelDock*>(QString::fromLatin1(dock)); found && found->isVisible())
            review.look(*found, place);
    }
    /// Looks at the menu that is open, and closes it.
    void lookAtPopup(const QString& place) {
        auto* menu = qobject_cast<QMenu*>(QApplication::activePopupWidget());
        if (!menu) {
            review.blame(QStringLiteral("no menu came up: ") + place);
            return;
        }
        review.lookAtMenu(*menu, place);
        menu->close();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    void rightClick(QWidget& target, const QPoint& at, const QString& place) {
        QContextMenuEvent event(QContextMenuEvent::Mouse, at, target.mapToGlobal(at));
        QCoreApplication::sendEvent(&target, &event);
        lookAtPopup(place);
    }
    /// Looks at the dialog that `open` brings up, and leaves it.
    void lookAtDialog(const QString& place, const std::function<void()>& open) {
        int seen = 0;
        QTimer poll;
        connect(&poll, &QTimer::timeout, this, [&] {
            QWidget* dialog = QApplication::activeModalWidget();
            if (!dialog)
                return;
            ++seen;
            poll.stop();
            QCoreApplication::processEvents();
            review.look(*dialog, place);
            lookAtVerbs(*dialog, place);
            if (const QString kept = qEnvironmentVariable("CORRIDOR_WALK_PICTURES"); !kept.isEmpty())
                dialog->grab().save(
                    QStringLiteral("%1/%2 %3.png").arg(kept, QString::fromLatin1(QTest::currentDataTag()), place));
            if (auto* asked = qobject_cast<QDialog*>(dialog))
                asked->reject();
        });
        poll.start(10);
        open();
        const bool gone = QTest::qWaitFor([&] { return seen > 0 && !QApplication::activeModalWidget(); }, 2000);
        if (!gone)
            review.blame(QStringLiteral("no dialog came up: ") + place);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    /// Buttons say what they do; the signs are the program's own.
    void lookAtVerbs(const QWidget& dialog, const QString& place) {
        static const QStringList noVerbs{QStringLiteral("OK"),   QStringLiteral("Yes"), QStringLiteral("No"),
                                         QStringLiteral("确定"), QStringLiteral("是"),  QStringLiteral("否")};
        const auto buttons = dialog.findChildren<QPushButton*>();
        if (buttons.isEmpty())
            review.blame(QStringLiteral("a dialog without buttons: ") + place);
        for (const QPushButton* button : buttons)
            if (noVerbs.contains(button->text().remove(u'&')))
                review.blame(QStringLiteral("“%1” is no verb: %2").arg(button->text(), place));
        if (const auto* box = qobject_cast<const QMessageBox*>(&dialog); box && box->icon() != QMessageBox::NoIcon)
            review.blame(QStringLiteral("an icon of the desktop: ") + place);
        if (dialog.windowTitle().isEmpty())
            review.blame(QStringLiteral("a dialog without a title: ") + place);
    }

    void walkMenus() {
        const std::function<void(QMenu&, const QString&)> walk = [&](QMenu& menu, const QString& place) {
            menu.popup(QPoint(0, 0));
            QCoreApplication::processEvents();
            review.lookAtMenu(menu, place);
            menu.close();
            for (const QAction* entry : menu.actions())
                if (entry->menu() && entry->isVisible())
                    walk(*entry->menu(), place + QStringLiteral(" › ") + entry->text());
        };
        QSet<QChar> letters;
        for (const QAction* entry : w().menuBar()->actions()) {
            review.lookAtText(entry->text(), QStringLiteral("menu bar"));
            const qsizetype mark = entry->text().indexOf(u'&');
            if (mark < 0 || letters.contains(entry->text()[mark + 1].toUpper()))
                review.blame(QStringLiteral("menu without a letter of its own: “%1”").arg(entry->text()));
            else
                letters.insert(entry->text()[mark + 1].toUpper());
            walk(*entry->menu(), QStringLiteral("menu “%1”").arg(entry->text()));
        }
        auto* scenarios = w().scenarios().menu();
        walk(*scenarios, QStringLiteral("menu of scenarios"));
    }
    void walkShortcuts() {
        std::map<QString, QString> owners;
        for (const auto& [name, each] : w().actions().all()) {
            const QString key = each->shortcut().toString();
            if (key.isEmpty() && !withoutKey.contains(name))
                review.blame(QStringLiteral("without a shortcut: %1 “%2”").arg(name, each->text()));
            if (!key.isEmpty() && owners.contains(key))
                review.blame(QStringLiteral("two actions with %1: %2, %3").arg(key, owners[key], name));
            owners[key] = name;
        }
        for (const QToolButton* button :
             w().findChild<QToolBar*>(QStringLiteral("tool-row"))->findChildren<QToolButton*>())
            if (const QAction* does = button->defaultAction(); does && !does->shortcut().isEmpty())
                if (!button->toolTip().contains(does->shortcut().toString(QKeySequence::NativeText)))
                    review.blame(QStringLiteral("tool tip without its key: “%1”").arg(button->toolTip()));
    }
    void walkSelections() {
        std::vector<std::pair<QString, std::vector<EntityId>>> states;
        for (const Kind kind : {Kind::Site, Kind::Junction, Kind::Span, Kind::Service, Kind::Area, Kind::RiskGroup}) {
            states.push_back({QString::fromLatin1(schemaOf(kind).table), {first(kind)}});
            states.push_back({QStringLiteral("several %1").arg(QLatin1String(schemaOf(kind).table)), some(kind, 3)});
        }
        states.push_back({QStringLiteral("mixed"), {first(Kind::Site), first(Kind::Span)}});
        states.push_back({QStringLiteral("nothing"), {}});
        for (const auto& [name, ids] : states) {
            w().selection().set(ids);
            for (const char* page : {"show-properties", "show-evidence"}) {
                action(page)->trigger();
                QVERIFY(settle());
                lookAtDock("dock-inspector", QStringLiteral("%1, %2").arg(QLatin1String(page), name));
            }
        }
    }
    void walkPages() {
        for (const char* page : {"show-layers", "show-objects"}) {
            action(page)->trigger();
            QVERIFY(settle());
            lookAtDock("dock-layers", QString::fromLatin1(page));
            lookAtDock("dock-objects", QString::fromLatin1(page));
        }
        w().objects().tree().expandAll();
        lookAtDock("dock-objects", QStringLiteral("objects, open"));
        for (const char* page : pageActions) {
            action(page)->trigger();
            QVERIFY(settle());
            lookAtDock("dock-findings", QString::fromLatin1(page));
            lookAtDock("dock-chart", QString::fromLatin1(page));
        }
        walkCharts();
    }
    void walkCharts() {
        const auto read = [this](const ChartLayers& layers, const QString& place) {
            for (const QStringList& row : layers.figures())
                for (const QString& cell : row)
                    review.lookAtText(cell, place);
        };
        action("show-chart")->trigger();
        QVERIFY(settle());
        read(*w().chart().chart(), QStringLiteral("chart of round trips"));
        const std::pair<const char*, StackPage*> pages[] = {{"show-capacity", &w().capacityChart()},
                                                            {"show-compute", &w().computeChart()},
                                                            {"show-energy", &w().energyChart()},
                                                            {"show-carbon", &w().carbonChart()}};
        for (const auto& [name, page] : pages) {
            const QString place = QString::fromLatin1(name);
            action(name)->trigger();
            QVERIFY(settle());
            read(*page->chart(), place);
            const StackData& data = page->chart()->data();
            for (const QString& text : {data.title, data.unit, data.limitName, data.note, data.empty, data.hint})
                review.lookAtText(text, place);
            for (const StackRow& row : data.rows)
                for (const QString& text : {row.label, row.value, row.tip})
                    review.lookAtText(text, place);
        }
    }
    void walkFindings() {
        FindingsPanel& findings = w().findings();
        action("show-evidence")->trigger();
        QSet<QString> checks;
        for (int row = 0; row < findings.model().rowCount(); ++row) {
            const Finding finding = *findings.model().finding(row);
            if (checks.contains(finding.check))
                continue;
            checks.insert(finding.check);
            w().evidence().showFinding(finding.key);
            QVERIFY(settle());
            lookAtDock("dock-inspector", QStringLiteral("evidence of %1").arg(finding.check));
        }
        QVERIFY(checks.size() > 5);
        action("show-findings")->trigger();
        rightClick(*findings.table().viewport(), QPoint(60, 40), QStringLiteral("menu of findings"));
        findings.reasonBar().ask(QStringLiteral("Q13"), action("backup-decides")->text());
        QVERIFY(settle());
        lookAtDock("dock-findings", QStringLiteral("reason"));
        QTest::keyClick(&findings.reasonBar().reason(), Qt::Key_Escape);
    }
    void walkContextMenus() {
        const std::pair<const char*, TablePage*> tables[] = {{"show-sites", &w().sites()},
                                                             {"show-spans", &w().spans()},
                                                             {"show-services", &w().services()},
                                                             {"show-runs", &w().runs()}};
        for (const auto& [name, page] : tables) {
            action(name)->trigger();
            QVERIFY(settle());
            const QString place = QStringLiteral("menu of ") + QLatin1String(name);
            rightClick(*page->table().viewport(), QPoint(80, 10), place);
            if (auto* entities = dynamic_cast<EntityTablePanel*>(page)) {
                std::unique_ptr<QMenu> columns(entities->columnsMenu());
                review.lookAtMenu(*columns, place + QStringLiteral(", columns"));
            }
            page->filter().setText(QStringLiteral("0000"));
            QVERIFY(settle());
            lookAtDock("dock-findings", place + QStringLiteral(", nothing fits"));
            page->filter().clear();
            QVERIFY(settle());
        }
        const std::pair<const char*, QWidget*> charts[] = {{"show-chart", w().chart().chart()},
                                                           {"show-capacity", w().capacityChart().chart()}};
        for (const auto& [name, chart] : charts) {
            action(name)->trigger();
            QVERIFY(settle());
            rightClick(*chart, QPoint(40, 40), QStringLiteral("menu of ") + QLatin1String(name));
        }
        w().selection().clear();
        rightClick(w().canvas(), QPoint(3, w().canvas().height() - 3), QStringLiteral("menu of the map"));
        for (const Kind kind : {Kind::Site, Kind::Span}) {
            w().selection().set({first(kind)});
            Q_EMIT w().canvas().contextMenuRequested(first(kind), QPoint(100, 100));
            lookAtPopup(QStringLiteral("menu of an object on the map"));
        }
    }
    void walkTools() {
        for (const MapTool* tool : w().canvas().tools()) {
            w().canvas().setTool(tool->id());
            QVERIFY(settle());
            review.look(w(), QStringLiteral("tool ") + tool->id());
            review.lookAtText(w().status().hint(), QStringLiteral("hint of ") + tool->id());
        }
        w().canvas().setTool(QStringLiteral("select"));
    }
    void walkDialogs() {
        lookAtDialog(QStringLiteral("plan settings"), [this] { action("plan-settings")->trigger(); });
        lookAtDialog(QStringLiteral("about"), [this] { action("about")->trigger(); });
        lookAtDialog(QStringLiteral("export"), [this] { action("export")->trigger(); });
        presenter->fileName = folder.filePath(QStringLiteral("no-such.gpkg"));
        review.addData(QStringLiteral("no-such.gpkg"));
        lookAtDialog(QStringLiteral("an error"), [this] { action("open")->trigger(); });
        QFile table(folder.filePath(QStringLiteral("sites.csv")));
        QVERIFY(table.open(QIODevice::WriteOnly | QIODevice::Truncate));
        table.write("code,name,it_power_mw\nX-1,1,1..2\n");
        table.close();
        presenter->fileName = table.fileName();
        review.addData(QStringLiteral("sites.csv"));
        lookAtDialog(QStringLiteral("import"), [this] { action("import")->trigger(); });
        walkQuestions();
        walkScenarioDialogs();
        walkRecovery();
    }
    void walkQuestions() {
        QVERIFY(w().editor().setField({first(Kind::Site)}, u"it_power_mw", Value(12.0)).ok());
        QVERIFY(settle());
        review.look(w(), QStringLiteral("after an edit"));
        lookAtDialog(QStringLiteral("unsaved edits"), [this] { w().close(); });
        lookAtDialog(QStringLiteral("revert"), [this] { action("revert")->trigger(); });
        lookAtDialog(QStringLiteral("changed by others"), [this] {
            presenter->ask(
                PlanFiles::tr("The file was changed by others"), QStringLiteral("plan.gpkg"),
                {PlanFiles::tr("Save under another name"), PlanFiles::tr("Compare"), PlanFiles::tr("Overwrite")});
        });
        w().document().undoStack()->setIndex(0);
        QVERIFY(settle());
    }
    void walkScenarioDialogs() {
        QMenu& menu = *w().scenarios().menu();
        const auto choose = [&](int fromEnd) {
            Q_EMIT menu.aboutToShow();
            const QList<QAction*> entries = menu.actions();
            entries[entries.size() - fromEnd]->trigger();
        };
        lookAtDialog(QStringLiteral("new variant"), [&] { choose(2); });
        lookAtDialog(QStringLiteral("rename"), [&] { choose(1); });
        QVERIFY(w().scenarios().addChild(QStringLiteral("方案 B")));
        review.addData(QStringLiteral("方案 B"));
        w().selection().set({first(Kind::Site)});
        QVERIFY(settle());
        review.look(w(), QStringLiteral("in a variant"));
        walkMenus();
        QVERIFY(w().scenarios().removeCurrent());
        QVERIFY(settle());
        review.look(w(), QStringLiteral("variant removed"));
        w().document().undoStack()->setIndex(0);
        QVERIFY(settle());
    }
    void walkRecovery() {
        const Plan before = w().document().plan();
        QVERIFY(w().editor().setField({first(Kind::Site)}, u"it_power_mw", Value(13.0)).ok());
        PendingRecovery log;
        log.planPath = planFile();
        log.lastUtc = QDateTime(QDate(2026, 1, 2), QTime(3, 4), Qt::UTC);
        log.steps = 12;
        const QStringList lines = describeDifferences(before, w().document().plan());
        QVERIFY(!lines.isEmpty());
        lookAtDialog(QStringLiteral("recovery"), [&] {
            RecoveryDialog dialog(log, lines, false, &w());
            dialog.exec();
        });
        w().document().undoStack()->undo();
        QVERIFY(settle());
    }
    void walkEmptyPlan() {
        w().document().markSaved(w().document().plan()); // no question is wanted here
        QVERIFY(w().files().newPlan());
        QVERIFY(settle());
        review.look(w(), QStringLiteral("an empty plan"));
        for (const char* page : pageActions) {
            action(page)->trigger();
            QVERIFY(settle());
            lookAtDock("dock-findings", QStringLiteral("empty plan, ") + QLatin1String(page));
            lookAtDock("dock-chart", QStringLiteral("empty plan, ") + QLatin1String(page));
        }
        for (const char* page : {"show-objects", "show-evidence", "show-properties", "show-layers"}) {
            action(page)->trigger();
            QVERIFY(settle());
            review.look(w(), QStringLiteral("empty plan, ") + QLatin1String(page));
        }
        walkMenus();
    }

private slots:
    void everythingIsReadable_data() {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<QString>("language");
        for (const char* language : {"zh", "en"})
            for (const QSize& each : {QSize(1366, 768), QSize(1920, 1080)})
                QTest::addRow("%s %dx%d", language, each.width(), each.height())
                    << each << QString::fromLatin1(language);
    }
    void everythingIsReadable() {
        QFETCH(QSize, size);
        QFETCH(QString, language);
        this->size = size;
        makeWindow(language);
        if (QTest::currentTestFailed())
            return;
        review.look(w(), QStringLiteral("first sight"));
        walkMenus();
        walkShortcuts();
        walkSelections();
        walkPages();
        walkFindings();
        walkContextMenus();
        walkTools();
        walkDialogs();
        walkEmptyPlan();
        finish();
    }

    // The review itself sees what it is there for.
    void theReviewFindsFaults() {
        WindowReview english, chinese;
        english.setEnglish(true);
        chinese.setEnglish(false);
        QWidget widget;
        widget.resize(200, 100);
        auto* label = new QLabel(QStringLiteral("光缆段 of the plan with a long text"), &widget);
        label->setGeometry(0, 0, 60, 20);
        auto* button = new QToolButton(&widget);
        button->setGeometry(40, 0, 30, 20);
        widget.show();
        english.look(widget, QStringLiteral("x"));
        chinese.look(widget, QStringLiteral("x"));
        const auto has = [](const WindowReview& review, const char* what) {
            return !review.faults().filter(QString::fromUtf8(what)).isEmpty();
        };
        QVERIFY(has(english, "not translated: “光缆段”"));
        QVERIFY(has(chinese, "not translated: “of”"));
        for (const char* what : {"cut: ", "one above the other", "without an accessible name", "without a tool tip"})
            QVERIFY2(has(english, what), what);
        WindowReview known;
        known.setEnglish(true);
        known.addData(QStringLiteral("光缆段"));
        known.lookAtText(QStringLiteral("Zoom to 光缆段"), QString());
        QVERIFY(known.faults().isEmpty());
    }
};

// On a screen that is large enough at twice the size too: menus would be folded on the small one of the platform.
int main(int argc, char** argv) {
    QTemporaryDir folder;
    QFile screen(folder.filePath(QStringLiteral("screen.json")));
    if (qgetenv("QT_QPA_PLATFORM") == "offscreen" && screen.open(QIODevice::WriteOnly)) {
        screen.write(R"({"screens": [{"name": "wall", "x": 0, "y": 0, "width": 3840, "height": 2160,
                         "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})");
        screen.close();
        qputenv("QT_QPA_PLATFORM", "offscreen:configfile=" + screen.fileName().toUtf8());
    }
    isolate();
    // The folder with the translations, not that of their sources.
    if (!qEnvironmentVariableIsSet("CORRIDOR_RESOURCES"))
        qputenv("CORRIDOR_RESOURCES", CORRIDOR_BINARY_DIR "/share/corridor-planner");
    Application app(argc, argv);
    app.setWatchdog(100);
    app.useTheme(Theme::Light, false);
    TestWalk test;
    return judged(QTest::qExec(&test, argc, argv), app);
}
#include "test_walk.moc"
