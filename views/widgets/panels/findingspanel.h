// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/findingsmodel.h"
#include "views/widgets/panels/panelhost.h"

#include <QHash>
#include <QVariantAnimation>
#include <QWidget>

class QButtonGroup;
class QCheckBox;
class QTableView;
class QStackedLayout;

namespace corridor {

class BadgeChip;
class EmptyState;
class ReasonBar;
struct DragPreview;

/// The list of verdicts and problems, with chips to filter by verdict. A click zooms to a finding and shows primary and
/// backup of its service; Enter opens the evidence.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(PanelHost& host, QWidget* parent = nullptr);

    FindingsModel& model() { return mModel; }
    QTableView& table() { return *mTable; }
    /// How high the panel is with so many whole rows, in px.
    int heightOfRows(int rows) const;
    /// How many whole rows it shows at a height.
    int rowsIn(int height) const;
    /// The finding whose row is current; null when none is.
    const Finding* current() const;
    /// Acts as a click on the finding of that key; false when it is not shown.
    bool choose(const QString& key);
    /// What a step under the mouse leads to; null when it is over.
    void showPreview(const DragPreview* preview);
    BadgeChip& chip(std::size_t index) { return *mChips[index]; } ///< 0 all, then broken, near, met, unknown
    /// No flash of the rows whose verdict a gesture flipped.
    void setReducedMotion(bool reduced) { mReducedMotion = reduced; }
    /// Accepts the current finding for now, with the reason given, or takes that back; one step to undo.
    bool setAcknowledged(bool accepted, const QString& reason = {}, const QString& by = {});
    ReasonBar& reasonBar() { return *mReason; }

Q_SIGNALS:
    /// A row became the current one by hand.
    void findingChosen(const QString& key);
    /// Enter or double click: show how the value came about.
    void evidenceRequested(const QString& key);
    /// The total behind the tab's title changed.
    void countChanged(int total);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildFilter();
    void buildTable();
    void refresh();
    void showCounts();
    void bringIntoView(const DragPreview* preview);
    void retranslate();
    void activate(int row);
    void giveMarginsRoom();
    int marginWidth(const QString& text);
    void fitFilter();
    void showSwitch();
    void showMenu(const QPoint& position);

    PanelHost& mHost;
    FindingsModel mModel;
    QWidget* mFilter;
    QButtonGroup* mGroup;
    std::vector<BadgeChip*> mChips; ///< all, then broken, near, met, unknown
    QCheckBox* mOnlyTouched;
    QCheckBox* mBackupDecides; ///< a setting of the plan, not of this panel
    QTableView* mTable;
    EmptyState* mEmpty;
    ReasonBar* mReason; ///< below the table while a finding is being accepted
    QString mCurrentKey;
    QVariantAnimation mFlash;
    QHash<QString, int> mMarginWidths; ///< of texts measured before
    bool mDropped = false;             ///< a gesture was written and its results are on their way
    std::optional<int> mScrolledFrom;  ///< where the list stood before a gesture brought its finding into view
    bool mReducedMotion = false;
};

} // namespace corridor
