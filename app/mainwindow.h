// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/actions.h"
#include "app/planfiles.h"
#include "app/settings.h"
#include "model/session/explanation.h"
#include "views/widgets/canvas/mapcanvas.h"
#include "views/widgets/panels/panelhost.h"

#include <QMainWindow>

class QLabel;
class QMenu;
class QToolBar;
class QToolButton;

namespace corridor {

class EntityTablePanel;
class EvidencePanel;
class FindingsPanel;
class InspectorPanel;
class LayerPanel;
class ObjectPanel;
class PanelDock;
class PreviewRelay;
class RttPanel;
class ChartPage;
class CapacityPage;
class ComputePage;
class EnergyPage;
class RunsTablePanel;
class ScenarioBox;
class ServicesPanel;
class StatusRow;
class YearPlayer;
class YearSlider;

/// The window: map in the middle, layers and objects left, properties and evidence right, findings and tables below.
/// Wires panels, canvas and file together; holds no logic of its own.
class MainWindow : public QMainWindow, public PanelHost {
    Q_OBJECT
public:
    MainWindow(Settings& settings, Presenter& presenter);
    ~MainWindow() override;

    // PanelHost
    Document& document() override { return mDocument; }
    Editor& editor() override { return mEditor; }
    Session& session() override { return mSession; }
    Selection& selection() override { return mSelection; }
    void notify(const QString& sentence) override;

    PlanFiles& files() { return mFiles; }
    MapCanvas& canvas() { return *mCanvas; }
    FindingsPanel& findings() { return *mFindings; }
    ServicesPanel& services() { return *mServices; }
    EntityTablePanel& sites() { return *mSites; }
    EntityTablePanel& spans() { return *mSpans; }
    RunsTablePanel& runs() { return *mRuns; }
    RttPanel& chart() { return *mRtt; }
    CapacityPage& capacityChart() { return *mCapacity; }
    ComputePage& computeChart() { return *mCompute; }
    EnergyPage& energyChart() { return *mEnergy; }
    EnergyPage& carbonChart() { return *mCarbon; }
    ObjectPanel& objects() { return *mObjects; }
    LayerPanel& layers() { return *mLayers; }
    InspectorPanel& inspector() { return *mInspector; }
    EvidencePanel& evidence() { return *mEvidence; }
    ScenarioBox& scenarios() { return *mScenarios; }
    StatusRow& status() { return *mStatus; }
    Actions& actions() { return *mActions; }
    /// Whether the map shows the newest picture with the newest results.
    bool isSettled() const;

Q_SIGNALS:
    void languageRequested(const QString& language);
    void themeRequested(corridor::Theme theme);

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    // mainwindow_actions.cpp
    void makeActions();
    void makeFileActions();
    void makeEditActions();
    void makeViewActions();
    void makePlanActions();
    void makeMenus();
    void fillMenu(QMenu& menu, const QStringList& names);
    void fillRecent();
    void updateActions();
    QMenu* addMenuOf(const char* title);
    // mainwindow_toolrow.cpp
    void makeToolRow();
    void addOverflow();
    void addScenarioAndYear();
    void fitToolRow();
    void tidySeparators();
    void setInToolRow(QAction* action, bool shown);
    void updateToolTexts();
    // mainwindow_docks.cpp
    void makeDocks();
    void connectPanels();
    void offerSteps();
    void connectTables();
    void makeCharts();
    std::vector<ChartPage*> chartPages() const;
    void arrange(bool wide);
    void sizeBars(bool wide);
    void sizeDocks(bool wide);
    void keepDocks();
    void dropOldNotice(int step);
    void titlePages();
    void showPage(QWidget* page);
    std::vector<PanelDock*> docks() const { return {mLeftDock, mLeftDock2, mRightDock, mBottomDock, mChartDock}; }
    void hideDocks(bool hidden);
    PanelDock* dockOf(const QWidget* page) const;

    void connectModel();
    void showTitle();
    void showResults();
    void followGesture(const std::shared_ptr<const DragPreview>& preview);
    void showCircuit();
    void showEvidenceOf(const QString& findingKey);
    void showAnswer(const Question& question);
    void setTool(const QString& id);
    void stepFinding(int by);
    void showContextMenu(EntityId id, const QPoint& position);
    void about();
    void retranslate();

    Settings& mSettings;
    Presenter& mPresenter;
    Document mDocument;
    Editor mEditor;
    Session mSession;
    Selection mSelection;
    PlanFiles mFiles;
    Actions* mActions;

    MapCanvas* mCanvas;
    LayerPanel* mLayers = nullptr;
    ObjectPanel* mObjects = nullptr;
    InspectorPanel* mInspector = nullptr;
    EvidencePanel* mEvidence = nullptr;
    FindingsPanel* mFindings = nullptr;
    ServicesPanel* mServices = nullptr;
    EntityTablePanel* mSites = nullptr;
    EntityTablePanel* mSpans = nullptr;
    RunsTablePanel* mRuns = nullptr;
    RttPanel* mRtt = nullptr;
    CapacityPage* mCapacity = nullptr;
    ComputePage* mCompute = nullptr;
    EnergyPage* mEnergy = nullptr;
    EnergyPage* mCarbon = nullptr;
    PanelDock* mLeftDock = nullptr;
    PanelDock* mLeftDock2 = nullptr; ///< objects, in wide windows
    PanelDock* mRightDock = nullptr;
    PanelDock* mBottomDock = nullptr;
    PanelDock* mChartDock = nullptr;      ///< right half of the foot, in wide windows
    std::vector<PanelDock*> mHiddenDocks; ///< those to come back after F11
    QToolBar* mToolRow = nullptr;
    QList<QAction*> mRowOrder; ///< its actions when all of them are in it
    ScenarioBox* mScenarios = nullptr;
    YearSlider* mYear = nullptr;
    YearPlayer* mPlayer = nullptr;
    QToolButton* mMoreTools = nullptr; ///< what the row has no room for
    QAction* mMoreAction = nullptr;    ///< its place in the row
    QLabel* mScenarioLabel = nullptr;
    QLabel* mYearLabel = nullptr;
    StatusRow* mStatus = nullptr;
    std::vector<std::pair<QMenu*, const char*>> mMenus;
    QMenu* mRecent = nullptr;
    std::map<QString, QToolButton*> mToolButtons;
    std::optional<bool> mWide;
    bool mNoticeUndoes = false;
    int mNoticeStep = 0; ///< index of the undo stack that the offer to undo belongs to
    bool mNoticeDetails = false;
};

} // namespace corridor
