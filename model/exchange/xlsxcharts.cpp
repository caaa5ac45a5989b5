// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/xlsxlabels.h"
#include "model/exchange/xlsxnames.h"
#include "model/exchange/xlsxsheets.h"

#include <xlsxwriter.h>

#include <algorithm>

namespace corridor {

namespace {

constexpr int mostBars = 60; // more are in the table only: a chart of them could not be read
constexpr double chartWidth = 880, uprightHeight = 420, rowHeight = 26, frameHeight = 130; // pixels
constexpr int columnsBesideChart = 16;
constexpr lxw_color_t textColor = 0x525B66, gridColor = 0xE3E7EB, metColor = 0x0A7A5A, brokenColor = 0xB4231C;

double totalOf(const WorkbookChart& chart, std::size_t row) {
    double sum = 0;
    for (const WorkbookChart::Series& series : chart.series)
        sum += series.values[row];
    return sum;
}

/// One chart with the figures it is made of. Where bars have limits, a second table holds what is drawn: the parts up
/// to the limit, what is left until it, and what is over it, so that the limit is the end of a bar's frame.
class ChartSheet {
public:
    ChartSheet(XlsxBook& book, const WorkbookChart& chart)
        : mBook(book)
        , mChart(chart)
        , mSheet(book.addSheet(chart.title))
        , mLimits(
              std::any_of(chart.rows.begin(), chart.rows.end(), [](const auto& row) { return row.limit.has_value(); }))
        , mBars(std::min(static_cast<int>(chart.rows.size()), mostBars)) {}

    SheetEntry write() {
        writeFigures();
        mEndColumn = mNoteColumn + 1;
        mLabelColumn = mNoteColumn + 2 + columnsBesideChart;
        mDrawnColumn = mLimits ? mLabelColumn + 1 : 1;
        writeLabels();
        if (mLimits)
            writeDrawn();
        draw();
        return {mSheet.name(), Workbook::tr("Chart with its figures"), static_cast<int>(mChart.rows.size())};
    }

private:
    QString stable(const QString& column) const {
        return StableName{QStringLiteral("chart-") + mChart.name, column, 1}.toString();
    }

    void writeFigures() {
        int at = 0;
        mSheet.heading(0, at++, mChart.lying ? Workbook::tr("Bar") : Workbook::tr("Year"),
                       stable(QStringLiteral("label")));
        for (std::size_t i = 0; i < mChart.series.size(); ++i)
            mSheet.heading(0, at++, withUnitLabel(mChart.series[i].name, mChart.unit),
                           stable(QStringLiteral("part_%1").arg(i + 1)));
        mTotalColumn = at++;
        mSheet.heading(0, mTotalColumn, withUnitLabel(Workbook::tr("Total"), mChart.unit),
                       stable(QStringLiteral("total")));
        if (mLimits)
            mSheet.heading(0, at++, withUnitLabel(mChart.limitName, mChart.unit), stable(QStringLiteral("limit")));
        mNoteColumn = at;
        mSheet.heading(0, mNoteColumn, Workbook::tr("Said of it"), stable(QStringLiteral("note")));
        for (std::size_t row = 0; row < mChart.rows.size(); ++row)
            writeRow(static_cast<int>(row) + 1, row);
        mSheet.finishTable(0, static_cast<int>(mChart.rows.size()), mNoteColumn + 1, 1);
    }

    void writeRow(int at, std::size_t index) {
        const WorkbookChart::Row& row = mChart.rows[index];
        mSheet.text(at, 0, row.label);
        if (row.known) {
            for (std::size_t i = 0; i < mChart.series.size(); ++i)
                mSheet.number(at, static_cast<int>(i) + 1, mChart.series[i].values[index], mChart.decimals);
            mSheet.number(at, mTotalColumn, totalOf(mChart, index), decimalsOf(index));
        }
        if (mLimits && row.limit)
            mSheet.number(at, mTotalColumn + 1, *row.limit, shownDecimals(*row.limit, {}));
        mSheet.text(at, mNoteColumn, row.note);
    }

    // What stands beside a bar: its name, its value and what is said of it.
    void writeLabels() {
        mSheet.heading(0, mLabelColumn, Workbook::tr("Drawn: %1").arg(Workbook::tr("label")),
                       stable(QStringLiteral("drawn_label")));
        for (int row = 0; row < mBars; ++row) {
            const auto index = static_cast<std::size_t>(row);
            const WorkbookChart::Row& bar = mChart.rows[index];
            QStringList parts{bar.label};
            if (bar.known)
                parts += QString::number(totalOf(mChart, index), 'f', decimalsOf(index));
            if (!bar.note.isEmpty())
                parts += bar.note;
            mSheet.text(row + 1, mLabelColumn, parts.join(mChart.lying ? QStringLiteral(" · ") : QStringLiteral("\n")));
        }
    }

    int decimalsOf(std::size_t row) const {
        const std::optional<double>& limit = mChart.rows[row].limit;
        return limit ? std::max(mChart.decimals, shownDecimals(totalOf(mChart, row), mChart.unit, limit))
                     : mChart.decimals;
    }

    void writeDrawn() {
        const int parts = static_cast<int>(mChart.series.size());
        for (int i = 0; i < parts; ++i)
            mSheet.heading(0, mDrawnColumn + i,
                           Workbook::tr("Drawn: %1").arg(mChart.series[static_cast<std::size_t>(i)].name),
                           stable(QStringLiteral("drawn_%1").arg(i + 1)));
        mSheet.heading(0, mDrawnColumn + parts, Workbook::tr("Left until the limit"), stable(QStringLiteral("left")));
        mSheet.heading(0, mDrawnColumn + parts + 1, Workbook::tr("Over the limit"), stable(QStringLiteral("over")));
        for (int row = 0; row < mBars; ++row) {
            const auto index = static_cast<std::size_t>(row);
            const double total = totalOf(mChart, index), limit = mChart.rows[index].limit.value_or(total);
            double room = limit;
            for (int i = 0; i < parts; ++i) {
                const double part = std::min(mChart.series[static_cast<std::size_t>(i)].values[index], room);
                mSheet.number(row + 1, mDrawnColumn + i, part, mChart.decimals);
                room -= part;
            }
            mSheet.number(row + 1, mDrawnColumn + parts, std::max(0.0, limit - total), mChart.decimals);
            mSheet.number(row + 1, mDrawnColumn + parts + 1, std::max(0.0, total - limit), mChart.decimals);
        }
    }

    lxw_chart_series* addSeries(lxw_chart* chart, int valueColumn, const QString& name) {
        const QByteArray sheet = mSheet.name().toUtf8();
        lxw_chart_series* series = chart_add_series(chart, nullptr, nullptr);
        const auto labels = static_cast<lxw_col_t>(mLabelColumn);
        chart_series_set_categories(series, sheet.constData(), 1, labels, static_cast<lxw_row_t>(mBars), labels);
        const auto column = static_cast<lxw_col_t>(valueColumn);
        chart_series_set_values(series, sheet.constData(), 1, column, static_cast<lxw_row_t>(mBars), column);
        chart_series_set_name(series, name.toUtf8().constData());
        return series;
    }

    void addParts(lxw_chart* chart) {
        for (std::size_t i = 0; i < mChart.series.size(); ++i) {
            lxw_chart_series* series = addSeries(chart, mDrawnColumn + static_cast<int>(i), mChart.series[i].name);
            lxw_chart_fill fill{};
            fill.color = mChart.series[i].color;
            chart_series_set_fill(series, &fill);
            lxw_chart_line gap{};
            gap.color = LXW_COLOR_WHITE;
            gap.width = 0.5F;
            chart_series_set_line(series, &gap);
        }
    }

    void addLimits(lxw_chart* chart) {
        const int parts = static_cast<int>(mChart.series.size());
        lxw_chart_series* left = addSeries(chart, mDrawnColumn + parts, Workbook::tr("Left until the limit"));
        lxw_chart_fill none{};
        none.none = LXW_TRUE;
        chart_series_set_fill(left, &none);
        lxw_chart_line frame{};
        frame.color = metColor;
        frame.width = 1.25F;
        chart_series_set_line(left, &frame);
        lxw_chart_series* over = addSeries(chart, mDrawnColumn + parts + 1, Workbook::tr("Over the limit"));
        lxw_chart_pattern hatch{};
        hatch.fg_color = brokenColor;
        hatch.bg_color = LXW_COLOR_WHITE;
        hatch.type = LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL;
        chart_series_set_pattern(over, &hatch);
    }

    void styleAxes(lxw_chart* chart) {
        lxw_chart_font small{};
        small.size = 8;
        small.color = textColor;
        lxw_chart_line grid{}, none{};
        grid.color = gridColor;
        grid.width = 0.75F;
        none.none = LXW_TRUE;
        // Of lying bars libxlsxwriter calls the scale x.
        lxw_chart_axis* values = mChart.lying ? chart->x_axis : chart->y_axis;
        lxw_chart_axis* bars = mChart.lying ? chart->y_axis : chart->x_axis;
        chart_axis_set_num_font(values, &small);
        chart_axis_set_num_font(bars, &small);
        chart_axis_set_name(values, mChart.unit.toUtf8().constData());
        chart_axis_set_name_font(values, &small);
        chart_axis_set_min(values, 0);
        chart_axis_set_num_format(values, "General");
        chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
        chart_axis_major_gridlines_set_line(values, &grid);
        chart_axis_major_gridlines_set_visible(bars, LXW_FALSE);
        chart_axis_set_line(values, &none);
        chart_axis_set_major_tick_mark(bars, LXW_CHART_AXIS_TICK_MARK_NONE);
        if (mChart.lying) { // the first row on top, the scale below
            chart_axis_set_reverse(bars);
            chart_axis_set_crossing_max(bars);
            chart_axis_set_interval_unit(bars, 1);
        }
        chart_legend_set_font(chart, &small);
    }

    void draw() {
        if (mBars == 0) {
            mSheet.text(2, mEndColumn + 1, mChart.note, XlsxStyle::Faint);
            return;
        }
        lxw_chart* chart =
            workbook_add_chart(mBook.raw(), mChart.lying ? LXW_CHART_BAR_STACKED : LXW_CHART_COLUMN_STACKED);
        addParts(chart);
        if (mLimits)
            addLimits(chart);
        styleAxes(chart);
        lxw_chart_font bold{};
        bold.size = 12;
        bold.bold = LXW_TRUE;
        chart_title_set_name(chart, titleText().toUtf8().constData());
        chart_title_set_name_font(chart, &bold);
        chart_legend_set_position(chart, LXW_CHART_LEGEND_TOP);
        chart_set_series_gap(chart, 45);
        lxw_chart_options place{};
        place.x_scale = chartWidth / 480;
        place.y_scale = (mChart.lying ? frameHeight + rowHeight * mBars : uprightHeight) / 288;
        if (worksheet_insert_chart_opt(mSheet.raw(), 1, static_cast<lxw_col_t>(mEndColumn + 1), chart, &place) !=
            LXW_NO_ERROR)
            throw std::bad_alloc();
        const int lastRow =
            std::max(static_cast<int>(mChart.rows.size()), static_cast<int>(place.y_scale * 288 / 20) + 2);
        worksheet_print_area(mSheet.raw(), 0, 0, static_cast<lxw_row_t>(lastRow),
                             static_cast<lxw_col_t>(mEndColumn + columnsBesideChart - 1));
    }

    QString titleText() const {
        QString title = mChart.title;
        if (mBars < static_cast<int>(mChart.rows.size()))
            title += Workbook::tr(", the first %1 of %2").arg(mBars).arg(mChart.rows.size());
        return mChart.note.isEmpty() ? title : title + u'\n' + mChart.note;
    }

    XlsxBook& mBook;
    const WorkbookChart& mChart;
    XlsxSheet& mSheet;
    bool mLimits; ///< some bar has one
    int mBars;    ///< drawn
    int mTotalColumn = 0, mNoteColumn = 0, mEndColumn = 0, mLabelColumn = 0, mDrawnColumn = 0;
};

} // namespace

SheetEntry addChartSheet(XlsxBook& book, const WorkbookChart& chart) {
    return ChartSheet(book, chart).write();
}

} // namespace corridor
