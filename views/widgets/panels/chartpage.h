// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"
#include "model/session/prospect.h"
#include "views/chart/stackchart.h"
#include "views/widgets/panels/panelhost.h"

#include <QWidget>

namespace corridor {

struct DragPreview;

/// What every page with a chart can do: bring it to a file.
class ChartExport {
public:
    virtual ~ChartExport() = default;
    /// The proposed name of a file, without ending.
    virtual QString fileName() const = 0;
    /// Draws the picture (.png, .svg, .pdf) or, for .csv, takes the figures; what is returned writes the file, on any
    /// thread. Both throw Error.
    virtual std::function<void()> startExport(const QString& path) = 0;
};

/// A page with one chart that follows the newest results, and gestures where these move what it shows. Makes its chart,
/// which takes a while, when first shown, and computes nothing while it is not.
class ChartPage : public QWidget, public ChartExport {
    Q_OBJECT
public:
    ChartPage(PanelHost& host, QWidget* parent);

    std::function<void()> startExport(const QString& path) override;
    /// What a step under the mouse leads to; null when it is over.
    void showPreview(const std::shared_ptr<const DragPreview>& preview);

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
    /// Whether a gesture can move what the chart shows.
    virtual bool followsGestures() const { return false; }
    /// The effect of the step under the mouse on the results that fill() gets; null without one.
    const Prospect* prospect() const { return mProspect.get(); }
    PanelHost& host() const { return mHost; }
    void refresh();
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// What the chart was filled with.
    struct Shown {
        std::shared_ptr<const Assessment> assessment;
        std::shared_ptr<const Prospect> prospect;
        bool stale = false;
        bool operator==(const Shown&) const = default;
    };
    void needChart();
    void follow(bool anew);

    PanelHost& mHost;
    Made mMade;
    std::shared_ptr<const DragPreview> mPreview;
    std::shared_ptr<const Prospect> mProspect;
    Shown mShown;
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
