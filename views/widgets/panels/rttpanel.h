// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/chartpage.h"

namespace corridor {

class RttChart;

/// The chart of round trips against their limits, of all services; follows results, gestures and the service shown on
/// the map.
class RttPanel : public ChartPage {
    Q_OBJECT
public:
    explicit RttPanel(PanelHost& host, QWidget* parent = nullptr);

    RttChart* chart() const { return mChart; }
    QString fileName() const override { return QStringLiteral("round-trips"); }

protected:
    Made makeChart() override;
    void fill(const Assessment& assessment, bool stale) override;
    bool followsGestures() const override { return true; }

private:
    void showSelection();

    RttChart* mChart = nullptr;
};

} // namespace corridor
