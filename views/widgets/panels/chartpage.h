// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"
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

/// A page with one chart that follows the newest results. Makes its chart, which takes a while, when first shown, and
/// computes nothing while it is not.
class ChartPage : public QWidget, public ChartExport {
    Q_OBJECT
public:
    ChartPage(PanelHost& host, QWidget* parent);

    void writeTo(const QString& path) override;

Q_SIGNALS:
    /// The context menu asks to write the chart to a file.
    void exportRequested();
    /// A figure was clicked that belongs to no single object.
    void explanationRequested(const corridor::Question& question);

protected:
    /// The chart, a child of the page, and what it draws around itself.
    struct Made {
        QCustomPlot* plot = nullptr;
        ChartLayers* layers = nullptr;
    };
    virtual Made makeChart() = 0;
    /// Brings results into the chart, which is there.
    virtual void fill(const Assessment& assessment, bool stale) = 0;
    PanelHost& host() const { return mHost; }
    void refresh();
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void needChart();

    PanelHost& mHost;
    Made mMade;
};

/// A page with a stack chart; click selects the object of a bar.
class StackPage : public ChartPage {
    Q_OBJECT
public:
    StackPage(PanelHost& host, QWidget* parent);

    StackChart* chart() const { return mChart; }

protected:
    /// What the chart shows of an assessment.
    virtual StackData dataOf(const Assessment& assessment) const = 0;
    /// What a row that stands for no object is made of; none by default.
    virtual Question questionOf(int) const { return {}; }
    Made makeChart() override;
    void fill(const Assessment& assessment, bool stale) override;

private:
    StackChart* mChart = nullptr;
};

} // namespace corridor
