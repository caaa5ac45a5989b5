// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/zonereadout.h"
#include "model/session/assessment.h"
#include "views/widgets/canvas/dragpreview.h"

#include <QStatusBar>

class QLabel;

namespace corridor {

class Notice;
class VerdictTotals;

/// The row at the foot of the window: the tool's hint or a notice, the round trip under the mouse, coordinates,
/// reference system, scale, revision, verdict totals.
class StatusRow : public QStatusBar {
    Q_OBJECT
public:
    explicit StatusRow(QWidget* parent = nullptr);

    void setHint(const QString& hint);
    QString hint() const;
    Notice& notice() { return *mNotice; }
    /// The main path of a gesture; null removes the cell.
    void showPreview(const DragPreview* preview);
    /// A circuit that is shown; null removes the cell.
    void showRoute(const QString& name, const ServiceRoute* route, const Finding* finding);
    void showPointer(const LonLat& position);
    void showScale(double denominator);
    void showRevision(quint64 revision, bool stale, double durationMs);
    /// @param counts  of findings that decide, indexed by Verdict; none = not computed yet.
    void showTotals(const std::optional<std::array<int, 5>>& counts, bool stale);
    const VerdictTotals& totals() const { return *mTotals; }
    QString rttText() const; ///< of the cell, without markup; empty while it is not shown
    void setNarrow(bool narrow);
    void retranslate();

Q_SIGNALS:
    void totalsClicked();
    /// The round trip of the circuit that is shown asks to be explained.
    void rttClicked();
    void revisionClicked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QLabel* addCell();
    static void setCell(QLabel& cell, const QString& text);
    void forgetWidths();
    void elideHint();

    QLabel* mHint;
    QString mHintText; ///< whole; the label shows what there is room for
    Notice* mNotice;
    QLabel* mRtt;
    QLabel* mPlace;
    QLabel* mSystem;
    QLabel* mScale;
    QLabel* mRevision;
    VerdictTotals* mTotals;
    ZoneReadout mZones;
    LonLat mPosition;
    bool mNarrow = false;
};

} // namespace corridor
