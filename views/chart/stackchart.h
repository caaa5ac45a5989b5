// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/finding.h"
#include "views/chart/chartlayers.h"

#include <optional>
#include <vector>

namespace corridor {

class RowScroll;

/// One colour of a stack: a value for each row, in the chart's unit.
struct StackSeries {
    QString name;
    Token color = Token::Series1;
    QVector<double> values;

    bool operator==(const StackSeries&) const = default;
};

/// One bar: a year, a span.
struct StackRow {
    QString label;
    QString value; ///< written at its end; empty = nothing is known, which is said by a dash
    std::optional<double> limit;
    std::optional<Verdict> verdict;
    EntityId object;
    QString tip;
    std::optional<double> before = std::nullopt; ///< while a gesture is under way: what its sum was, as a dashed ghost

    bool operator==(const StackRow&) const = default;
};

struct StackData {
    QString title, unit;
    std::vector<StackSeries> series; ///< at most six; further ones belong into a group
    std::vector<StackRow> rows;
    QString limitName;   ///< of the rows' limits, for the legend
    bool lying = false;  ///< bars run to the right, one below the other, instead of upwards
    QString note;        ///< what qualifies all of it: coverage, basis
    QString empty, hint; ///< said when there is no row

    bool operator==(const StackData&) const = default;
};

/// Stacked bars with values at their ends, a limit across each, legend and title in one line, light grid along the
/// values only. Lying bars that find no room below each other scroll, by wheel or bar; title and axis stay.
class StackChart : public QCustomPlot, public ChartLayers {
    Q_OBJECT
public:
    explicit StackChart(QWidget* parent = nullptr);

    void setData(StackData data, bool stale);
    const StackData& data() const { return mData; }
    void setTheme(Theme theme) override;
    /// The objects whose rows are marked; scrolls to the first of them that has one.
    void setSelected(std::vector<EntityId> objects);
    /// The row at a place of the widget, or -1.
    int rowAt(const QPointF& position) const;
    /// Where a row stands; empty while it is scrolled out of view.
    QRectF rowRect(int row) const;
    /// How many rows have room, from firstRow() on.
    int shownRows() const;
    int firstRow() const;
    const QCPBars* bars(std::size_t series) const { return mBars[series]; }

    void paintBelow(QPainter& painter) const override;
    void paintAbove(QPainter& painter) const override;
    std::vector<QStringList> figures() const override;
    int wholeHeight() const override;
    void arrange() override { place(); }
    QSize sizeHint() const override { return {672, 240}; }
    QSize minimumSizeHint() const override { return {240, 120}; }

Q_SIGNALS:
    void objectClicked(corridor::EntityId object);
    /// A row that stands for no object: a year.
    void rowClicked(int row);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    double sumOf(std::size_t row) const;
    void style();
    void fill();
    void scale();
    void place();
    double keyOf(int row) const { return mData.lying ? -row : row; }
    int rightEdge() const;
    bool isSelected(EntityId object) const;
    void showSelected();
    void paintGhost(QPainter& painter, int index) const;
    void paintNote(QPainter& painter) const;
    void paintLegend(QPainter& painter) const;
    void paintRow(QPainter& painter, int row) const;
    void paintLimit(QPainter& painter, const StackRow& row, const QRectF& room) const;
    void paintEmpty(QPainter& painter) const;

    StackData mData;
    std::vector<QCPBars*> mBars;
    RowScroll* mScroll; ///< of lying bars
    std::vector<EntityId> mSelected;
    Theme mTheme = Theme::Light;
    bool mStale = false;
    bool mDirty = false; ///< filled anew: plotted when next painted, so once for all that comes with one edit
    int mLabelWidth = 0, mValueWidth = 0;
};

} // namespace corridor
