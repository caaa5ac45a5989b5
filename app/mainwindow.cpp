// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"

#include "app/paneldock.h"
#include "app/statusrow.h"
#include "model/rules/judge.h"
#include "views/paint/basemapdata.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/controls/yearplayer.h"
#include "views/widgets/controls/yearslider.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/chartpage.h"
#include "views/widgets/panels/evidencepanel.h"
#include "views/widgets/panels/findingspanel.h"
#include "views/widgets/panels/inspectorpanel.h"
#include "views/widgets/panels/layerpanel.h"
#include "views/widgets/panels/objectpanel.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/panels/scenariobox.h"
#include "views/widgets/panels/servicespanel.h"

#include <QCloseEvent>
#include <QDir>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QToolBar>
#include <QToolButton>

namespace corridor {

namespace {

constexpr int wideFrom = 1500;
constexpr int leastWidth = 800,
              leastHeight = 480; // a projector of 1920 × 1080 at 200 % has 960 × 540, less a title bar

QString droppedPlan(const QMimeData* data) {
    for (const QUrl& url : data->urls())
        if (url.isLocalFile() && url.toLocalFile().endsWith(QStringLiteral(".gpkg"), Qt::CaseInsensitive))
            return url.toLocalFile();
    return {};
}

} // namespace

MainWindow::MainWindow(Settings& settings, Presenter& presenter)
    : mSettings(settings)
    , mPresenter(presenter)
    , mEditor(mDocument)
    , mSession(mDocument)
    , mFiles(mDocument, mSession, presenter, settings)
    , mActions(new Actions(this))
    , mCanvas(new MapCanvas(mDocument, mEditor, mSession, mSelection)) {
    mEditor.setUnitLookup(
        unitLookupIn(QFileInfo(BasemapData::defaultPath()).dir().filePath(QStringLiteral("units.bin"))));
    mSession.setEnglish(settings.language() == QStringLiteral("en"));
    mCanvas->setEnglish(mSession.english());
    mCanvas->setReducedMotion(settings.reducedMotion());
    mCanvas->setSnapping(settings.snapping());
    setCentralWidget(mCanvas);
    setAcceptDrops(true);
    setWindowIcon(programIcon());
    setMinimumSize(leastWidth, leastHeight);
    mStatus = new StatusRow(this);
    setStatusBar(mStatus);
    makeDocks();
    mFindings->setReducedMotion(settings.reducedMotion());
    makeActions();
    makeMenus();
    makeToolRow();
    connectModel();
    connectPanels();
    offerSteps();
    showTitle();
    updateActions();
    showResults();
}

// Widgets outlive members, and a widget that is hidden still asks plan and selection (a tool for its cursor when the
// pointer leaves): so this happens while they are there.
MainWindow::~MainWindow() {
    hide();
    delete takeCentralWidget();
}

void MainWindow::connectModel() {
    connect(&mFiles, &PlanFiles::fileChanged, this, &MainWindow::showTitle);
    connect(&mFiles, &PlanFiles::noticed, this, [this](const QString& sentence, bool details) {
        mNoticeUndoes = false;
        mNoticeDetails = details;
        mStatus->notice().showMessage(QStringLiteral("info"), sentence, details ? tr("Show") : QString());
    });
    connect(&mDocument, &Document::modifiedChanged, this, &MainWindow::showTitle);
    connect(&mDocument, &Document::readOnlyChanged, this, [this] {
        showTitle();
        updateActions();
    });
    connect(&mDocument, &Document::planReplaced, this, [this] {
        mSelection.clear();
        mSelection.setShownService({});
        mPlayer->stop();
        mYear->setValue(mSession.year());
        updateActions();
    });
    connect(&mDocument, &Document::changed, this, [this] {
        updateActions();
        showResults();
    });
    connect(&mDocument, &Document::returnedToScenario, this, [this](EntityId scenario) {
        notify(tr("The step was taken in “%1”, which is now shown")
                   .arg(nameOf(mDocument.plan().base(), scenario, english())));
    });
    connect(mDocument.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::updateActions);
    connect(&mSelection, &Selection::changed, this, &MainWindow::updateActions);
    connect(&mSelection, &Selection::shownServiceChanged, this, &MainWindow::showCircuit);
    connect(&mSession, &Session::assessmentChanged, this, &MainWindow::showResults);
    connect(&mSession, &Session::staleChanged, this, &MainWindow::showResults);
    connect(&mSession, &Session::yearChanged, mYear, &YearSlider::setValue);
    connect(mDocument.undoStack(), &QUndoStack::indexChanged, this, &MainWindow::dropOldNotice);
    connect(&mStatus->notice(), &Notice::actionTriggered, this, [this] {
        if (mNoticeUndoes && mDocument.undoStack()->index() == mNoticeStep)
            mDocument.undoStack()->undo();
        else if (mNoticeDetails)
            mPresenter.showList(tr("Remarks on opening"), tr("Nothing was written; these are for you to look at."),
                                mFiles.openNotes());
    });
}

// An offer to undo is about one step; it goes when another one comes.
void MainWindow::dropOldNotice(int step) {
    if (mNoticeUndoes && step != mNoticeStep) {
        mNoticeUndoes = false;
        mStatus->notice().hide();
    }
}

void MainWindow::notify(const QString& sentence) {
    mNoticeUndoes = mNoticeDetails = false;
    mStatus->notice().showMessage(QStringLiteral("info"), sentence);
}

bool MainWindow::isSettled() const {
    return !mSession.isStale() && mCanvas->isSettled();
}

void MainWindow::showTitle() {
    const QString mark = mDocument.isModified() ? QStringLiteral(" \u25CF") : QString();
    const QString readOnly = mDocument.isReadOnly() ? tr(" (read-only)") : QString();
    setWindowTitle(QStringLiteral("%1%2%3 \u2014 %4").arg(mFiles.name(), mark, readOnly, tr("Corridor Planner")));
    setWindowModified(false); // the mark is part of the title
    updateActions();
}

void MainWindow::showResults() {
    const auto assessment = mSession.assessment();
    mStatus->showRevision(mDocument.revision(), mSession.isStale(), assessment ? assessment->durationMs : 0);
    mStatus->showTotals(assessment ? std::optional(assessment->verdictCounts()) : std::nullopt, mSession.isStale());
    showCircuit();
}

// Lists, charts and counts, from the same result as the figures at the pointer.
void MainWindow::followGesture(const std::shared_ptr<const DragPreview>& preview) {
    mInspector->showPreview(preview);
    mFindings->showPreview(preview.get());
    mServices->showPreview(preview.get());
    for (ChartPage* page : chartPages())
        page->showPreview(preview);
    if (const auto prospect = preview ? preview->prospect() : nullptr)
        mStatus->showTotals(prospect->counts, false);
    else
        showResults();
}

void MainWindow::showCircuit() {
    if (mCanvas->preview())
        return;
    const EntityId service = mSelection.shownService();
    const auto assessment = mSession.assessment();
    const ServiceRoute* route = assessment && !service.isNull() ? assessment->route(service) : nullptr;
    mStatus->showRoute(route ? nameOf(mDocument.entities(), service, english()) : QString(), route,
                       route ? limitFinding(*assessment, service, false) : nullptr);
}

void MainWindow::setTool(const QString& id) {
    mCanvas->setTool(id);
    mCanvas->setFocus();
}

void MainWindow::stepFinding(int by) {
    FindingsModel& model = mFindings->model();
    if (model.rowCount() == 0)
        return;
    const Finding* current = mFindings->current();
    const int row = current ? model.rowOfKey(current->key) + by : 0;
    const int rows = model.rowCount();
    showPage(mFindings);
    mFindings->choose(model.finding((row % rows + rows) % rows)->key);
}

void MainWindow::showEvidenceOf(const QString& findingKey) {
    mEvidence->showFinding(findingKey);
    showPage(mEvidence);
}

void MainWindow::showAnswer(const Question& question) {
    mEvidence->showAnswer(question);
    showPage(mEvidence);
}

void MainWindow::showContextMenu(EntityId id, const QPoint& position) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (!id.isNull() && !mSelection.contains(id))
        mSelection.set({id});
    QStringList names{QStringLiteral("zoom-all"),       QStringLiteral("-"),
                      QStringLiteral("tool-add-site"),  QStringLiteral("tool-add-junction"),
                      QStringLiteral("tool-draw-span"), QStringLiteral("-"),
                      QStringLiteral("tool-measure"),   QStringLiteral("select-all")};
    if (!id.isNull()) {
        names = {QStringLiteral("zoom-selection")};
        if (mDocument.entities().find<Span>(mSelection.single()))
            names += {QStringLiteral("tool-vertex"), QStringLiteral("tool-split"), QStringLiteral("reverse")};
        names += {QStringLiteral("-"), QStringLiteral("delete")};
    }
    fillMenu(*menu, names);
    menu->popup(position);
}

void MainWindow::about() {
    mPresenter.showList(
        tr("About Corridor Planner"),
        tr("Corridor Planner %1: planning the computing-power corridor Inner Mongolia–Hebei–Beijing–Tianjin.")
            .arg(QStringLiteral(CORRIDOR_VERSION)),
        {tr("Free software under the GNU General Public License, version 3 or later."),
         tr("Base map 1:250,000 and coarser; its sources stand in maps/README.md."),
         tr("Nothing leaves this computer.")});
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (QWidget* field = focusWidget())
        field->clearFocus(); // what is typed there becomes an edit, and is asked about
    if (!mFiles.mayLeave()) {
        event->ignore();
        return;
    }
    mFiles.leave();
    keepDocks();
    mSettings.setGeometry(saveGeometry());
    event->accept();
}

void MainWindow::resizeEvent(QResizeEvent* event) {
    QMainWindow::resizeEvent(event);
    arrange(width() >= wideFrom);
    fitToolRow();
}

void MainWindow::changeEvent(QEvent* event) {
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void MainWindow::retranslate() {
    mSession.setEnglish(mSettings.language() == QStringLiteral("en"));
    mCanvas->setEnglish(mSession.english());
    mActions->retranslate();
    for (const auto& [menu, title] : mMenus)
        menu->setTitle(tr(title));
    mScenarioLabel->setText(tr("Scenario"));
    mYearLabel->setText(tr("Year"));
    mMoreTools->setToolTip(tr("More tools"));
    mMoreTools->setAccessibleName(mMoreTools->toolTip());
    mToolRow->setWindowTitle(tr("Tools"));
    for (PanelDock* dock : docks())
        dock->retranslate();
    titlePages();
    updateToolTexts();
    mStatus->retranslate();
    mStatus->setHint(mCanvas->tool()->hint());
    mStatus->notice().dismiss();
    showTitle();
    showResults();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPlan(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = droppedPlan(event->mimeData());
    event->acceptProposedAction();
    // After the drop is over: the questions of opening must not hold up the program it came from.
    QMetaObject::invokeMethod(
        this, [this, path] { mFiles.open(path); }, Qt::QueuedConnection);
}

} // namespace corridor
