// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/chartlayers.h"
#include "views/chart/rttbar.h"

#include <vector>

namespace corridor {

class RowScroll;

/// Round trips of services as stacked horizontal bars (floor, detour, lay, equipment), with the limit as a line across
/// its row and what is over it hatched; mark and value stand at the right. Rows of one limit are banded, the worst come
/// first; title, legend and axis stay in place while the rows scroll, and no row is ever cut.
class RttChart : public QCustomPlot, public ChartLayers {
    Q_OBJECT
public:
    explicit RttChart(QWidget* parent = nullptr);

    /// Sorts as sortIntoBands() does. `stale` draws at half strength. Without bars the chart says what is missing.
    void setBars(std::vector<RttBar> bars, bool stale);
    const std::vector<RttBar>& bars() const { return mBars; }
    void setTheme(Theme theme) override;
    void paintBelow(QPainter& painter) const override { paintGround(painter); }
    void paintAbove(QPainter& painter) const override;
    std::vector<QStringList> figures() const override;
    int wholeHeight() const override;
    void arrange() override;
    /// The service whose rows are marked; scrolls to them. Null = none.
    void setSelectedService(EntityId service);
    EntityId selectedService() const { return mSelected; }

    /// The row at a place of the widget, or -1.
    int rowAt(const QPointF& position) const;
    /// Where a row stands, over the whole width; empty while it is scrolled out of view.
    QRectF rowRect(int row) const;
    /// The bars of a part: 0 floor, 1 detour, 2 lay, 3 equipment. Keys are the negative row numbers, values
    /// milliseconds.
    const QCPBars* part(int index) const { return mParts[static_cast<std::size_t>(index)]; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void serviceClicked(corridor::EntityId service);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void makeBars();
    void style();
    void fill();
    void measure();
    void placeRows();
    void showSelected();
    int rowCount() const { return static_cast<int>(mBars.size()); }
    int shownRows() const;
    int firstRow() const;
    int rightEdge() const;
    QString tipOf(const RttBar& bar) const;
    void paintGround(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintRow(QPainter& painter, int row) const;
    void paintTexts(QPainter& painter, int row, const QRectF& place) const;
    void paintGhost(QPainter& painter, const RttBar& bar, qreal y) const;
    void paintLimit(QPainter& painter, const RttBar& bar, const QRectF& place, qreal y) const;
    void paintEmpty(QPainter& painter) const;

    std::vector<RttBar> mBars;
    std::vector<int> mBands;      ///< of each bar, from 0
    std::vector<QCPBars*> mParts; ///< floor, detour, lay, equipment
    RowScroll* mScroll;
    EntityId mSelected;
    Theme mTheme = Theme::Light;
    bool mStale = false;
    bool mDirty = false; ///< filled anew: plotted when next painted, so once for all that comes with one edit
    int mNameWidth = 0, mRoleWidth = 0, mValueWidth = 0;
};

} // namespace corridor
