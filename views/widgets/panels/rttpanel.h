// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/panels/chartpage.h"

namespace corridor {

class RttChart;

/// The chart of round trips against their limits, of all services; follows results, gestures and the service shown on
/// the map.
class RttPanel : public ChartPage {
    Q_OBJECT
public:
    explicit RttPanel(PanelHost& host, QWidget* parent = nullptr);

    /// A gesture's effect; null when it is over.
    void showPreview(const std::shared_ptr<const DragPreview>& preview);
    RttChart* chart() const { return mChart; }
    QString fileName() const override { return QStringLiteral("round-trips"); }

protected:
    Made makeChart() override;
    void fill(const Assessment& assessment, bool stale) override;

private:
    RttChart* mChart = nullptr;
    std::shared_ptr<const DragPreview> mPreview;
};

} // namespace corridor
