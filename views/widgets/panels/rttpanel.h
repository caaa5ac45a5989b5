// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/panels/chartpage.h"
#include "views/widgets/panels/panelhost.h"

#include <QWidget>

namespace corridor {

class RttChart;

/// The chart of round trips against their limits, of all services; follows results, gestures and the service
/// shown on the map. Makes its chart, which takes a while, when first shown.
class RttPanel : public QWidget, public ChartExport {
    Q_OBJECT
public:
    explicit RttPanel(PanelHost& host, QWidget* parent = nullptr);

    /// A gesture's effect; null when it is over.
    void showPreview(const std::shared_ptr<const DragPreview>& preview);
    RttChart* chart() const { return mChart; }
    QString fileName() const override { return QStringLiteral("round-trips"); }
    void writeTo(const QString& path) override;

Q_SIGNALS:
    /// The context menu asks to write the chart to a file.
    void exportRequested();

protected:
    void showEvent(QShowEvent* event) override;
    void changeEvent(QEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    void makeChart();
    void refresh();

    PanelHost& mHost;
    RttChart* mChart = nullptr;
    std::shared_ptr<const DragPreview> mPreview;
};

} // namespace corridor
