// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/paneldock.h"
#include "views/widgets/controls/yearslider.h"
#include "views/widgets/dialogs/plansettingsdialog.h"
#include "views/widgets/panels/evidencepanel.h"
#include "views/widgets/panels/findingspanel.h"
#include "views/widgets/panels/inspectorpanel.h"
#include "views/widgets/panels/layerpanel.h"
#include "views/widgets/panels/objectpanel.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/runstablepanel.h"
#include "views/widgets/panels/scenariobox.h"
#include "views/widgets/panels/servicespanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "views/widgets/panels/tablespanel.h"

#include <QActionGroup>
#include <QFileInfo>
#include <QMenu>
#include <QMenuBar>

namespace corridor {

namespace {

#define ACTION(text) QT_TRANSLATE_NOOP("corridor::Actions", text)

QString q(const char* text) {
    return QString::fromLatin1(text);
}

struct ToolText {
    const char* id;
    const char* text;
};
constexpr ToolText toolTexts[] = {{"select", ACTION("&Select and move")}, {"pan", ACTION("&Pan")},
                                  {"zoom-box", ACTION("Zoom to &box")},   {"vertex", ACTION("Edit &vertices")},
                                  {"add-site", ACTION("Add s&ite")},      {"add-junction", ACTION("Add &junction")},
                                  {"draw-span", ACTION("&Draw span")},    {"split", ACTION("Spli&t span")},
                                  {"measure", ACTION("&Measure")}};

} // namespace

void MainWindow::makeActions() {
    makeFileActions();
    makeEditActions();
    makeViewActions();
    makePlanActions();
}

void MainWindow::makeFileActions() {
    Actions& add = *mActions;
    add.add(q("new"), ACTION("&New"), q("new"), QKeySequence::New, [this] { mFiles.newPlan(); });
    add.add(q("open"), ACTION("&Open…"), q("open"), QKeySequence::Open, [this] { mFiles.openByDialog(); });
    add.add(q("sample"), ACTION("Open sample &plan"), QString(), {}, [this] { mFiles.openSample(); });
    add.add(q("save"), ACTION("&Save"), q("save"), QKeySequence::Save, [this] { mFiles.save(); });
    add.add(q("save-as"), ACTION("Save &as…"), QString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
            [this] { mFiles.saveAs(); });
    add.add(q("revert"), ACTION("Re&vert to saved"), QString(), {}, [this] { mFiles.revert(); });
    add.add(q("import"), ACTION("&Import…"), q("import"), QKeySequence(Qt::CTRL | Qt::Key_I),
            [this] { mFiles.importByDialog(mEditor); });
    add.add(q("export"), ACTION("&Export…"), q("export"), QKeySequence(Qt::CTRL | Qt::Key_E),
            [this] { mFiles.exportByDialog(); });
    add.add(q("quit"), ACTION("&Quit"), QString(), QKeySequence(Qt::CTRL | Qt::Key_Q), [this] { close(); });
}

void MainWindow::makeEditActions() {
    Actions& add = *mActions;
    add.add(q("undo"), ACTION("&Undo"), q("undo"), QKeySequence::Undo, [this] { mDocument.undoStack()->undo(); });
    add.add(q("redo"), ACTION("&Redo"), q("redo"), QKeySequence(Qt::CTRL | Qt::Key_Y),
            [this] { mDocument.undoStack()->redo(); });
    add.add(q("delete"), ACTION("&Delete"), q("delete"), QKeySequence(Qt::Key_Delete),
            [this] { mCanvas->deleteSelection(); });
    add.add(q("reverse"), ACTION("Reve&rse span"), q("reverse"), QKeySequence(Qt::CTRL | Qt::Key_R),
            [this] { accept(mEditor.reverseSpan(mSelection.single())); });
    add.add(q("to-parent"), ACTION("Back to the &parent scenario's values"), QString(), {},
            [this] { accept(mEditor.revertToParent(mSelection.ids())); });
    add.add(q("select-all"), ACTION("Select &all"), QString(), QKeySequence::SelectAll,
            [this] { mCanvas->selectAll(); });
    add.add(q("deselect"), ACTION("Select &nothing"), QString(), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_A),
            [this] {
                mSelection.clear();
                mSelection.setShownService({});
            });
    auto* tools = new QActionGroup(this);
    for (const ToolText& entry : toolTexts) {
        const QString id = q(entry.id);
        const auto& all = mCanvas->tools();
        const auto tool =
            std::find_if(all.begin(), all.end(), [&](const MapTool* candidate) { return candidate->id() == id; });
        if (tool == all.end())
            continue;
        QAction* action = add.add(q("tool-") + id, entry.text, id, (*tool)->shortcut(), [this, id] { setTool(id); });
        action->setCheckable(true);
        action->setIconVisibleInMenu(false);
        action->setChecked(mCanvas->tool()->id() == id);
        tools->addAction(action);
    }
    add.addSwitch(q("snap"), ACTION("S&nap"), q("snap"), QKeySequence(Qt::Key_S), mSettings.snapping(),
                  [this](bool on) {
                      mCanvas->setSnapping(on);
                      mSettings.setSnapping(on);
                  });
}

void MainWindow::makeViewActions() {
    Actions& add = *mActions;
    add.add(q("zoom-in"), ACTION("Zoom &in"), q("plus"), QKeySequence::ZoomIn, [this] { mCanvas->zoomBy(1.5); });
    add.add(q("zoom-out"), ACTION("Zoom &out"), q("minus"), QKeySequence::ZoomOut,
            [this] { mCanvas->zoomBy(1 / 1.5); });
    add.add(q("zoom-all"), ACTION("&Zoom to all"), q("zoom-all"), QKeySequence(Qt::CTRL | Qt::Key_0),
            [this] { mCanvas->zoomToAll(); });
    add.add(q("zoom-selection"), ACTION("Zoom to &selection"), q("zoom-selection"), QKeySequence(Qt::CTRL | Qt::Key_J),
            [this] { mCanvas->zoomToSelection(); });
    add.add(q("show-layers"), ACTION("&Layers"), q("layers"), QKeySequence(Qt::ALT | Qt::Key_1),
            [this] { showPage(mLayers); });
    add.add(q("show-objects"), ACTION("Ob&jects"), QString(), QKeySequence(Qt::ALT | Qt::Key_2),
            [this] { showPage(mObjects); });
    add.add(q("show-properties"), ACTION("&Properties"), QString(), QKeySequence(Qt::ALT | Qt::Key_3),
            [this] { showPage(mInspector); });
    add.add(q("show-evidence"), ACTION("&Evidence"), QString(), QKeySequence(Qt::ALT | Qt::Key_4),
            [this] { showPage(mEvidence); });
    add.add(q("show-findings"), ACTION("&Clause checks"), q("clauses"), QKeySequence(Qt::ALT | Qt::Key_5),
            [this] { showPage(mFindings); });
    add.add(q("show-services"), ACTION("Ser&vices"), q("service"), QKeySequence(Qt::ALT | Qt::Key_6),
            [this] { showPage(mServices); });
    add.add(q("show-sites"), ACTION("Si&tes"), QString(), QKeySequence(Qt::ALT | Qt::Key_8),
            [this] { showPage(mSites); });
    add.add(q("show-spans"), ACTION("Spa&ns"), QString(), QKeySequence(Qt::ALT | Qt::Key_9),
            [this] { showPage(mSpans); });
    add.add(q("show-runs"), ACTION("R&uns"), q("history"), QKeySequence(Qt::ALT | Qt::Key_0),
            [this] { showPage(mRuns); });
    add.add(q("show-chart"), ACTION("&Round trips"), q("chart"), QKeySequence(Qt::ALT | Qt::Key_7),
            [this] { showPage(mRtt); });
    add.add(q("show-capacity"), ACTION("C&apacity"), q("capacity"), QKeySequence(Qt::CTRL | Qt::Key_1),
            [this] { showPage(mCapacity); });
    add.add(q("show-compute"), ACTION("Co&mpute"), q("compute"), QKeySequence(Qt::CTRL | Qt::Key_2),
            [this] { showPage(mCompute); });
    add.add(q("show-energy"), ACTION("Ener&gy"), q("energy"), QKeySequence(Qt::CTRL | Qt::Key_3),
            [this] { showPage(mEnergy); });
    add.add(q("show-carbon"), ACTION("Car&bon"), q("carbon"), QKeySequence(Qt::CTRL | Qt::Key_4),
            [this] { showPage(mCarbon); });
    add.addSwitch(q("hide-docks"), ACTION("&Hide all panels"), QString(), QKeySequence(Qt::Key_F11), false,
                  [this](bool on) { hideDocks(on); });
    add.addSwitch(q("dark"), ACTION("&Dark theme"), q("theme"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                  mSettings.theme() == Theme::Dark,
                  [this](bool on) { Q_EMIT themeRequested(on ? Theme::Dark : Theme::Light); });
    add.addSwitch(q("reduced-motion"), ACTION("Reduced &motion"), QString(), {}, mSettings.reducedMotion(),
                  [this](bool on) {
                      mSettings.setReducedMotion(on);
                      mCanvas->setReducedMotion(on);
                      mFindings->setReducedMotion(on);
                  });
    auto* languages = new QActionGroup(this);
    for (const char* language : {"zh", "en"}) {
        const QString code = q(language);
        // A language is called what its speakers call it.
        QAction* action = add.add(q("language-") + code, code == q("zh") ? ACTION("Chinese") : ACTION("English"),
                                  QString(), {}, [this, code] { Q_EMIT languageRequested(code); });
        action->setCheckable(true);
        action->setChecked(mSettings.language() == code);
        languages->addAction(action);
    }
}

void MainWindow::makePlanActions() {
    Actions& add = *mActions;
    add.add(q("plan-settings"), ACTION("Plan settin&gs…"), q("settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma),
            [this] {
                auto* dialog = new PlanSettingsDialog(*this, this);
                dialog->setAttribute(Qt::WA_DeleteOnClose);
                dialog->open();
            });
    add.add(q("next-year"), ACTION("Ne&xt year"), QString(), QKeySequence(Qt::CTRL | Qt::Key_Right),
            [this] { mYear->setValue(mYear->value() + 1); });
    add.add(q("previous-year"), ACTION("Previo&us year"), QString(), QKeySequence(Qt::CTRL | Qt::Key_Left),
            [this] { mYear->setValue(mYear->value() - 1); });
    add.addSwitch(q("play-years"), ACTION("P&lay the years"), q("play"),
                  QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Right), false,
                  [](bool) {}); // the player follows it, see addScenarioAndYear
    add.addSwitch(q("backup-decides"), ACTION("&Backup decides"), QString(), {}, false, [this](bool on) {
        if (on != settingsOf(mDocument.entities()).backupDecides)
            accept(mEditor.setSetting(q("backup_decides"), on ? q("1") : q("0"),
                                      mActions->operator[](q("backup-decides"))->toolTip()));
    });
    add.add(q("explain"), ACTION("&How is this computed?"), q("computed"), QKeySequence(Qt::CTRL | Qt::Key_H), [this] {
        if (const Finding* finding = mFindings->current())
            showEvidenceOf(finding->key);
        else
            showPage(mEvidence);
    });
    add.add(q("next-finding"), ACTION("&Next finding"), q("next"), QKeySequence(Qt::Key_F4),
            [this] { stepFinding(1); });
    add.add(q("previous-finding"), ACTION("&Previous finding"), q("prev"), QKeySequence(Qt::SHIFT | Qt::Key_F4),
            [this] { stepFinding(-1); });
    add.add(q("about"), ACTION("&About Corridor Planner"), q("info"), {}, [this] { about(); });
}

void MainWindow::fillMenu(QMenu& menu, const QStringList& names) {
    for (const QString& name : names)
        if (name == q("-"))
            menu.addSeparator();
        else
            menu.addAction((*mActions)[name]);
}

QMenu* MainWindow::addMenuOf(const char* title) {
    QMenu* menu = menuBar()->addMenu(tr(title));
    mMenus.push_back({menu, title});
    return menu;
}

void MainWindow::makeMenus() {
    QMenu* file = addMenuOf(QT_TR_NOOP("&File"));
    fillMenu(*file, {q("new"), q("open"), q("sample")});
    mRecent = file->addMenu(QString());
    mMenus.push_back({mRecent, QT_TR_NOOP("Open &recent")});
    mRecent->setTitle(tr("Open &recent"));
    connect(mRecent, &QMenu::aboutToShow, this, &MainWindow::fillRecent);
    connect(file, &QMenu::aboutToShow, this,
            [this] { mRecent->menuAction()->setVisible(!mSettings.recentFiles().isEmpty()); });
    fillMenu(*file,
             {q("-"), q("save"), q("save-as"), q("revert"), q("-"), q("import"), q("export"), q("-"), q("quit")});
    fillMenu(*addMenuOf(QT_TR_NOOP("&Edit")), {q("undo"), q("redo"), q("-"), q("delete"), q("reverse"), q("to-parent"),
                                               q("-"), q("select-all"), q("deselect")});
    QMenu* view = addMenuOf(QT_TR_NOOP("&View"));
    fillMenu(*view, {q("zoom-in"), q("zoom-out"), q("zoom-all"), q("zoom-selection"), q("-"), q("show-layers"),
                     q("show-objects"), q("show-properties"), q("show-evidence"), q("show-findings"),
                     q("show-services"), q("show-sites"), q("show-spans"), q("show-runs")});
    QMenu* charts = view->addMenu(tr("Cha&rts"));
    mMenus.push_back({charts, QT_TR_NOOP("Cha&rts")});
    fillMenu(*charts, {q("show-chart"), q("show-capacity"), q("show-compute"), q("show-energy"), q("show-carbon")});
    fillMenu(*view, {q("hide-docks"), q("-"), q("dark"), q("reduced-motion")});
    QMenu* language = view->addMenu(tr("Lan&guage"));
    mMenus.push_back({language, QT_TR_NOOP("Lan&guage")});
    fillMenu(*language, {q("language-zh"), q("language-en")});
    QMenu* plan = addMenuOf(QT_TR_NOOP("&Plan"));
    for (const ToolText& tool : toolTexts)
        if (mActions->all().contains(q("tool-") + q(tool.id)))
            plan->addAction((*mActions)[q("tool-") + q(tool.id)]);
    fillMenu(*plan,
             {q("snap"), q("-"), q("previous-year"), q("next-year"), q("play-years"), q("-"), q("plan-settings")});
    fillMenu(*addMenuOf(QT_TR_NOOP("&Compute")), {q("explain"), q("backup-decides")});
    fillMenu(*addMenuOf(QT_TR_NOOP("C&lauses")), {q("show-findings"), q("next-finding"), q("previous-finding")});
    fillMenu(*addMenuOf(QT_TR_NOOP("&Help")), {q("about")});
}

void MainWindow::fillRecent() {
    mRecent->clear();
    for (const QString& path : mSettings.recentFiles()) {
        QAction* action = mRecent->addAction(QFileInfo(path).fileName());
        action->setToolTip(path);
        action->setStatusTip(path);
        connect(action, &QAction::triggered, this, [this, path] { mFiles.open(path); });
    }
    mRecent->addSeparator();
    connect(mRecent->addAction(tr("Forget these")), &QAction::triggered, this,
            [this] { mSettings.clearRecentFiles(); });
}

void MainWindow::updateActions() {
    const bool writable = !mDocument.isReadOnly();
    const QUndoStack& stack = *mDocument.undoStack();
    const auto named = [this](const QString& name, const QString& verb, const QString& step) {
        QAction* action = (*mActions)[name];
        const QString tip = step.isEmpty() ? verb : QStringLiteral("%1: %2").arg(verb, step);
        action->setToolTip(QStringLiteral("%1 (%2)").arg(tip, action->shortcut().toString(QKeySequence::NativeText)));
        action->setText(tip);
    };
    named(q("undo"), tr("Undo"), stack.undoText());
    named(q("redo"), tr("Redo"), stack.redoText());
    Actions& actions = *mActions;
    actions[q("undo")]->setEnabled(writable && stack.canUndo());
    actions[q("redo")]->setEnabled(writable && stack.canRedo());
    actions[q("save")]->setEnabled(writable && (mDocument.isModified() || mFiles.path().isEmpty()));
    actions[q("revert")]->setEnabled(!mFiles.path().isEmpty() && mDocument.isModified());
    actions[q("delete")]->setEnabled(writable && !mSelection.isEmpty());
    actions[q("import")]->setEnabled(writable);
    actions[q("reverse")]->setVisible(writable && mDocument.entities().find<Span>(mSelection.single()));
    actions[q("to-parent")]->setVisible(writable && mDocument.scenario() != Plan::baseScenario());
    actions[q("to-parent")]->setEnabled(!mSelection.isEmpty());
    actions[q("zoom-selection")]->setEnabled(!mSelection.isEmpty());
    actions[q("backup-decides")]->setChecked(settingsOf(mDocument.entities()).backupDecides);
    actions[q("backup-decides")]->setEnabled(writable);
    for (const MapTool* tool : mCanvas->tools())
        if (const auto it = actions.all().find(q("tool-") + tool->id()); it != actions.all().end())
            it->second->setEnabled(writable || !tool->edits());
}

} // namespace corridor
