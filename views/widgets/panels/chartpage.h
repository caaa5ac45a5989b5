// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/chart/stackchart.h"
#include "views/widgets/panels/panelhost.h"

#include <QWidget>

namespace corridor {

/// What every page with a chart can do: bring it to a file.
class ChartExport {
public:
    virtual ~ChartExport() = default;
    /// The proposed name of a file, without ending.
    virtual QString fileName() const = 0;
    /// Writes the picture (.png, .svg, .pdf) or, as .csv, the figures. Throws Error.
    virtual void writeTo(const QString& path) = 0;
};

/// Run, revision and year of an assessment, in one line for below an exported chart.
QString chartSource(const Assessment& assessment);
/// Writes a chart or, for .csv, its figures; shared by all pages. Throws Error.
void writeChart(QCustomPlot& chart, ChartLayers& layers, const QString& source, const QString& path);

/// A page with one stack chart that follows the newest results. Makes its chart, which takes a while, when first shown,
/// and computes nothing while it is not.
class ChartPage : public QWidget, public ChartExport {
    Q_OBJECT
public:
    ChartPage(PanelHost& host, QWidget* parent);

    StackChart* chart() const { return mChart; }
    void writeTo(const QString& path) override;

Q_SIGNALS:
    /// The context menu asks to write the chart to a file.
    void exportRequested();

protected:
    /// What the chart shows of an assessment.
    virtual StackData dataOf(const Assessment& assessment) const = 0;
    PanelHost& host() const { return mHost; }
    void refresh();
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void makeChart();

    PanelHost& mHost;
    StackChart* mChart = nullptr;
};

} // namespace corridor
