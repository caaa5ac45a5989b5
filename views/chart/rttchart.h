// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"
#include "views/chart/customplot.h"
#include "views/paint/tokens.h"

#include <optional>
#include <vector>

namespace corridor {

/// One bar of the chart of round trips: a path of a service.
struct RttBar {
    EntityId service;
    bool backup = false;
    QString name;  ///< of the service; shown once for its two paths
    QString role;  ///< "Primary", "Backup"
    double floorMs = 0, detourMs = 0, layMs = 0, equipmentMs = 0; ///< parts, they sum to the round trip
    std::optional<double> limitMs;
    std::optional<Verdict> verdict; ///< none = nothing limits it
    Severity severity = Severity::Guiding;
    QString value; ///< text of the round trip, ms
    std::optional<double> beforeMs; ///< while a gesture is under way: what it was, as a dashed ghost

    double totalMs() const { return floorMs + detourMs + layMs + equipmentMs; }
};

/// Round trips of services as stacked horizontal bars (floor, detour, lay, equipment), with the limit as a line across its row and what is
/// over it hatched; mark and value stand at the right. Rows of one limit are banded.
class RttChart : public QCustomPlot {
    Q_OBJECT
public:
    explicit RttChart(QWidget* parent = nullptr);

    /// Sorted by limit, then as given. `stale` draws at half strength.
    void setBars(std::vector<RttBar> bars, bool stale);
    const std::vector<RttBar>& bars() const { return mBars; }
    void setTheme(Theme theme);
    /// Texts of the legend in the current language.
    void retranslate();
    /// Height at which every row keeps its height.
    int fullHeight() const;

Q_SIGNALS:
    void serviceClicked(corridor::EntityId service);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void style();
    void fill();
    void placeRows();
    double yOf(std::size_t row) const { return -static_cast<double>(row); }
    void paintRowTexts(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintLimits(QPainter& painter) const;

    std::vector<RttBar> mBars;
    std::vector<QCPBars*> mParts; ///< floor, detour, lay, equipment
    Theme mTheme = Theme::Light;
    bool mStale = false;
};

} // namespace corridor
