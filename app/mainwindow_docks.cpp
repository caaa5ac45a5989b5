// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mainwindow.h"
#include "app/paneldock.h"
#include "app/statusrow.h"
#include "views/widgets/canvas/previewrelay.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/panels/evidencepanel.h"
#include "views/widgets/panels/findingspanel.h"
#include "views/widgets/panels/inspectorpanel.h"
#include "views/widgets/panels/layerpanel.h"
#include "views/widgets/panels/objectpanel.h"
#include "views/widgets/panels/rttpanel.h"
#include "views/widgets/panels/runstablepanel.h"
#include "views/widgets/panels/servicespanel.h"
#include "views/widgets/panels/supplycharts.h"
#include "views/widgets/panels/tablespanel.h"

#include <QMenuBar>
#include <QTabWidget>
#include <QToolBar>

namespace corridor {

namespace {

constexpr int leftWide = 280, leftNarrow = 212, leftLeast = 180;
constexpr int rightWide = 344, rightNarrow = 300, rightLeast = 280;
constexpr int toolRowWide = 44, toolRowNarrow = 40;
constexpr int menuWide = 28, menuNarrow = 26;
constexpr int statusWide = 28, statusNarrow = 26;
constexpr int bottomWide = 276, bottomNarrow = 188;
constexpr int hairlines = 2;   // between tabs and page, around the table
constexpr int dockVersion = 1; // of what Settings keeps; another one when docks come or go

} // namespace

void MainWindow::makeDocks() {
    mLayers = new LayerPanel(*this);
    mObjects = new ObjectPanel(*this);
    mInspector = new InspectorPanel(*this);
    mEvidence = new EvidencePanel(*this);
    mFindings = new FindingsPanel(*this);
    mServices = new ServicesPanel(*this);
    mSites = new EntityTablePanel(Kind::Site, *this);
    mSpans = new EntityTablePanel(Kind::Span, *this);
    mRuns = new RunsTablePanel(*this);
    makeCharts();
    mLeftDock = new PanelDock(QStringLiteral("dock-layers"), this);
    mLeftDock2 = new PanelDock(QStringLiteral("dock-objects"), this);
    mRightDock = new PanelDock(QStringLiteral("dock-inspector"), this);
    mBottomDock = new PanelDock(QStringLiteral("dock-findings"), this);
    mChartDock = new PanelDock(QStringLiteral("dock-chart"), this);
    for (PanelDock* dock : {mLeftDock, mLeftDock2})
        dock->setMinimumWidth(leftLeast);
    mRightDock->setMinimumWidth(rightLeast);
    setCorner(Qt::BottomLeftCorner, Qt::BottomDockWidgetArea);
    setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
    setTabPosition(Qt::AllDockWidgetAreas, QTabWidget::North);
    setDockOptions(QMainWindow::AllowNestedDocks | QMainWindow::AllowTabbedDocks);
    addDockWidget(Qt::LeftDockWidgetArea, mLeftDock);
    addDockWidget(Qt::LeftDockWidgetArea, mLeftDock2);
    addDockWidget(Qt::RightDockWidgetArea, mRightDock);
    addDockWidget(Qt::BottomDockWidgetArea, mBottomDock);
    splitDockWidget(mBottomDock, mChartDock, Qt::Horizontal);
    mLeftDock->take(mLayers, QString());
    mRightDock->take(mInspector, QString());
    mRightDock->take(mEvidence, QString());
    mBottomDock->take(mFindings, QString());
    mBottomDock->take(mServices, QString());
    mBottomDock->take(mSites, QString());
    mBottomDock->take(mSpans, QString());
    mBottomDock->take(mRuns, QString());
    for (QWidget* page : chartPages())
        mBottomDock->take(page, QString());
    for (QWidget* page :
         {static_cast<QWidget*>(mLayers), static_cast<QWidget*>(mObjects), static_cast<QWidget*>(mInspector),
          static_cast<QWidget*>(mEvidence), static_cast<QWidget*>(mFindings), static_cast<QWidget*>(mServices),
          static_cast<QWidget*>(mSites), static_cast<QWidget*>(mSpans), static_cast<QWidget*>(mRuns)})
        page->setAutoFillBackground(true); // the surface of panels, not that of the window between them
    for (QWidget* page : chartPages())
        page->setAutoFillBackground(true);
    titlePages();
}

void MainWindow::connectPanels() {
    connect(mLayers, &LayerPanel::layersChanged, mCanvas, &MapCanvas::setLayers);
    connect(mCanvas, &MapCanvas::viewportChanged, this,
            [this] { mStatus->showScale(mCanvas->viewport().scaleDenominator()); });
    connect(mCanvas, &MapCanvas::pointerMoved, mStatus, &StatusRow::showPointer);
    connect(mCanvas, &MapCanvas::hintChanged, mStatus, &StatusRow::setHint);
    connect(mCanvas, &MapCanvas::notified, this, [this](const Message& sentence, bool undoable) {
        mNoticeUndoes = undoable;
        mNoticeStep = mDocument.undoStack()->index();
        mNoticeDetails = false;
        mStatus->notice().showMessage(QStringLiteral("info"), sentence.text(), undoable ? tr("Undo") : QString());
    });
    connect(mCanvas, &MapCanvas::toolChanged, this, [this](MapTool* tool) {
        mInspector->setDrawing(tool->makes());
        if (tool->makes())
            showPage(mInspector);
        updateToolTexts();
    });
    auto* relay = new PreviewRelay(this);
    connect(mCanvas, &MapCanvas::previewChanged, this,
            [this, relay](const std::shared_ptr<const DragPreview>& preview) {
                mStatus->showPreview(preview.get());
                relay->offer(preview);
            });
    connect(relay, &PreviewRelay::delivered, this, &MainWindow::followGesture);
    connect(mCanvas, &MapCanvas::contextMenuRequested, this, &MainWindow::showContextMenu);
    const auto takePrototypes = [this](const Prototypes& next) {
        mCanvas->setSpanPrototype(next.span);
        mCanvas->setSitePrototype(next.site);
        mCanvas->setJunctionPrototype(next.junction);
    };
    connect(mInspector, &InspectorPanel::prototypesChanged, mCanvas, takePrototypes);
    connect(mInspector, &InspectorPanel::findingRequested, this, &MainWindow::showEvidenceOf);
    connect(mInspector, &InspectorPanel::evidenceRequested, this, [this](EntityId object, const QString& field) {
        mEvidence->showObject(object, field);
        showPage(mEvidence);
    });
    connect(mFindings, &FindingsPanel::findingChosen, mEvidence, &EvidencePanel::showFinding);
    connect(mFindings, &FindingsPanel::evidenceRequested, this, &MainWindow::showEvidenceOf);
    connect(mFindings, &FindingsPanel::countChanged, this, &MainWindow::titlePages);
    connectTables();
    connect(mStatus, &StatusRow::totalsClicked, this, [this] {
        showPage(mFindings);
        showAnswer(explainVerdicts);
    });
    connect(mStatus, &StatusRow::revisionClicked, this, [this] { showAnswer(explainVerdicts); });
    connect(mStatus, &StatusRow::rttClicked, this, [this] {
        if (mSelection.shownService().isNull())
            return; // a gesture's, whose figures change under the mouse
        mEvidence->showObject(mSelection.shownService(), QString());
        showPage(mEvidence);
    });
    takePrototypes(mInspector->prototypes());
    mStatus->setHint(mCanvas->tool()->hint());
    mStatus->showScale(mCanvas->viewport().scaleDenominator());
}

// What to do next where there is nothing to show.
void MainWindow::offerSteps() {
    const auto offer = [this](const QWidget& panel, const char* primary, const char* secondary) {
        if (auto* empty = panel.findChild<EmptyState*>(QString(), Qt::FindDirectChildrenOnly))
            empty->offer((*mActions)[QString::fromLatin1(primary)],
                         secondary ? (*mActions)[QString::fromLatin1(secondary)] : nullptr);
    };
    offer(*mObjects, "tool-draw-span", "import");
    offer(*mInspector, "show-objects", "show-sites");
    offer(*mEvidence, "show-findings", "show-objects");
    offer(*mFindings, "tool-draw-span", "sample");
    offer(*mServices, "import", "sample");
    offer(*mSites, "tool-add-site", nullptr); // they have their own way to the import
    offer(*mSpans, "tool-draw-span", nullptr);
}

void MainWindow::makeCharts() {
    mRtt = new RttPanel(*this);
    mCapacity = new CapacityPage(*this);
    mCompute = new ComputePage(*this);
    mEnergy = new EnergyPage(EnergyPage::Energy, *this);
    mCarbon = new EnergyPage(EnergyPage::Carbon, *this);
    for (ChartPage* page : chartPages()) {
        connect(page, &ChartPage::exportRequested, this, [this, page] { mFiles.exportChart(*page); });
        connect(page, &ChartPage::explanationRequested, this, &MainWindow::showAnswer);
    }
}

std::vector<ChartPage*> MainWindow::chartPages() const {
    return {mRtt, mCapacity, mCompute, mEnergy, mCarbon};
}

void MainWindow::connectTables() {
    for (TablePage* page : {static_cast<TablePage*>(mServices), static_cast<TablePage*>(mSites),
                            static_cast<TablePage*>(mSpans), static_cast<TablePage*>(mRuns)})
        connect(page, &TablePage::countChanged, this, &MainWindow::titlePages);
    for (TablePage* page :
         {static_cast<TablePage*>(mServices), static_cast<TablePage*>(mSites), static_cast<TablePage*>(mSpans)})
        connect(page, &TablePage::menuRequested, this, [this](QMenu* menu) {
            fillMenu(*menu, {QStringLiteral("-"), QStringLiteral("delete")});
        });
    for (EntityTablePanel* page : {mSites, mSpans})
        connect(page, &EntityTablePanel::importRequested, (*mActions)[QStringLiteral("import")], &QAction::trigger);
    connect(&mFiles, &PlanFiles::fileChanged, this, [this] { mRuns->setStoredRuns(mFiles.storedRuns()); });
}

void MainWindow::titlePages() {
    mLeftDock->setPageTitle(mLayers, tr("Layers"));
    for (PanelDock* dock : {mLeftDock, mLeftDock2})
        dock->setPageTitle(mObjects, tr("Objects"));
    mRightDock->setPageTitle(mInspector, tr("Properties"));
    mRightDock->setPageTitle(mEvidence, tr("Evidence"));
    mBottomDock->setPageTitle(mFindings, tr("Clause checks %1").arg(mFindings->model().total()));
    for (PanelDock* dock : {mBottomDock, mChartDock}) {
        const std::pair<QWidget*, QString> titles[] = {{mRtt, tr("Round trips")},
                                                       {mCapacity, tr("Capacity")},
                                                       {mCompute, tr("Compute")},
                                                       {mEnergy, tr("Energy")},
                                                       {mCarbon, tr("Carbon")}};
        for (const auto& [page, title] : titles)
            dock->setPageTitle(page, title);
    }
    mBottomDock->setPageTitle(mSites, tr("Sites %1").arg(mSites->model().rowCount()));
    mBottomDock->setPageTitle(mSpans, tr("Spans %1").arg(mSpans->model().rowCount()));
    mBottomDock->setPageTitle(mRuns, tr("Runs %1").arg(mRuns->model().rowCount()));
    mBottomDock->setPageTitle(mServices, tr("Services %1").arg(mServices->model().rowCount()));
}

// Wide windows split the left side in two; narrow ones put both into tabs. What the user did to sizes stays within
// each.
void MainWindow::arrange(bool wide) {
    if (mWide == wide)
        return;
    const bool first = !mWide.has_value();
    if (!first)
        keepDocks();
    mWide = wide;
    (wide ? mLeftDock2 : mLeftDock)->take(mObjects, QString());
    for (QWidget* page : chartPages())
        (wide ? mChartDock : mBottomDock)->take(page, QString());
    mLeftDock2->setVisible(wide && mLeftDock->isVisibleTo(this));
    mChartDock->setVisible(wide && mBottomDock->isVisibleTo(this));
    titlePages();
    mStatus->setNarrow(!wide);
    updateToolTexts();
    sizeBars(wide);
    const QByteArray kept = mSettings.dockState(wide);
    if (!kept.isEmpty() && restoreState(kept, dockVersion))
        return;
    sizeDocks(wide);
    if (first && width() < 1280)
        mLeftDock->hide();
}

// Whatever they show: the map between them must not move under the pointer. A larger font has what it needs.
void MainWindow::sizeBars(bool wide) {
    menuBar()->setFixedHeight(std::max(menuBar()->sizeHint().height(), wide ? menuWide : menuNarrow));
    mStatus->setFixedHeight(std::max(fontMetrics().height() + 6, wide ? statusWide : statusNarrow));
    mToolRow->setFixedHeight(wide ? toolRowWide : toolRowNarrow);
}

void MainWindow::sizeDocks(bool wide) {
    resizeDocks({mLeftDock}, {wide ? leftWide : leftNarrow}, Qt::Horizontal);
    resizeDocks({mRightDock}, {wide ? rightWide : rightNarrow}, Qt::Horizontal);
    // Whole rows where a hair more or less makes them whole; the tables cover what is left of half a row.
    const int bottom = wide ? bottomWide : bottomNarrow;
    const int rows = mFindings->rowsIn(bottom + hairlines - mBottomDock->heightAround(0));
    const int whole = mBottomDock->heightAround(mFindings->heightOfRows(rows));
    resizeDocks({mBottomDock}, {std::max(whole, bottom)}, Qt::Vertical);
    if (wide) {
        resizeDocks({mLeftDock, mLeftDock2}, {10, 12}, Qt::Vertical);
        resizeDocks({mBottomDock, mChartDock}, {904, 672}, Qt::Horizontal);
    }
}

void MainWindow::keepDocks() {
    if (!mWide)
        return;
    if (!mHiddenDocks.empty())
        (*mActions)[QStringLiteral("hide-docks")]->setChecked(false); // hidden for a while is not arranged so
    mSettings.setDockState(*mWide, saveState(dockVersion));
}

PanelDock* MainWindow::dockOf(const QWidget* page) const {
    for (PanelDock* dock : docks())
        if (dock->holds(page))
            return dock;
    return nullptr;
}

void MainWindow::showPage(QWidget* page) {
    if (PanelDock* dock = dockOf(page))
        dock->raisePage(page);
}

void MainWindow::hideDocks(bool hidden) {
    if (!hidden) {
        for (PanelDock* dock : std::exchange(mHiddenDocks, {}))
            dock->show();
        return;
    }
    mHiddenDocks.clear();
    for (PanelDock* dock : docks())
        if (dock->isVisibleTo(this)) {
            mHiddenDocks.push_back(dock);
            dock->hide();
        }
}

} // namespace corridor
