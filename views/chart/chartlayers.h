// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/customplot.h"
#include "views/paint/tokens.h"

#include <QStringList>

#include <functional>
#include <vector>

namespace corridor {

/// What our charts draw around QCustomPlot's own layers, and what they show as a table: enough to bring any of them to
/// paper or into a spreadsheet.
class ChartLayers {
public:
    virtual ~ChartLayers() = default;
    /// Ground and bands, below the bars.
    virtual void paintBelow(QPainter& painter) const = 0;
    /// Title, legend, texts, limits, above them.
    virtual void paintAbove(QPainter& painter) const = 0;
    virtual void setTheme(Theme theme) = 0;
    /// The figures shown, first row the header with units; numbers plain, with a point.
    virtual std::vector<QStringList> figures() const = 0;
    /// How high the chart must be for everything in it to show without scrolling, px; 0 = any height will do.
    virtual int wholeHeight() const { return 0; }
    /// Lays everything out for the size the chart has now.
    virtual void arrange() = 0;
};

/// The rest of an export: makes bytes and writes them. Touches no widget, so that it may run on another thread. Throws
/// Error (Environment when the file cannot be written).
using ChartJob = std::function<void()>;

/// Writes a chart, all of its rows, in light colours on white: .png (twice the pixels), .svg or .pdf (vector). `source`
/// is the line below it: run, revision, assumptions. Throws Error (Usage for another ending).
ChartJob exportChart(QCustomPlot& chart, ChartLayers& layers, Theme shown, const QString& source, const QString& path);

/// Writes the figures as CSV (UTF-8 with a mark, so that spreadsheets take it).
ChartJob exportFigures(const ChartLayers& layers, const QString& path);

} // namespace corridor
