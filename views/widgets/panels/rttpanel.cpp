// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/rttpanel.h"

#include "model/rules/judge.h"
#include "views/chart/rttchart.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QEvent>
#include <QMenu>

namespace corridor {

namespace {

void setParts(RttBar& bar, const RoutedPath& path) {
    bar.floorMs = path.rtt.floorMs;
    bar.detourMs = path.rtt.detourMs;
    bar.layMs = path.rtt.layMs;
    bar.equipmentMs = path.rtt.equipmentMs;
    bar.value = msText(path.rtt.totalMs, bar.limitMs);
}

RttBar barOf(const Assessment& assessment, const ServiceRoute& route, bool backup) {
    RttBar bar;
    bar.service = route.service;
    bar.backup = backup;
    bar.name = nameOf(assessment.input->entities, route.service, assessment.english);
    bar.role = roleText(backup);
    if (const Finding* finding = limitFinding(assessment, route.service, backup)) {
        bar.limitMs = finding->limit;
        bar.verdict = finding->verdict;
        bar.severity = finding->severity;
    }
    setParts(bar, route.path(backup));
    return bar;
}

} // namespace

RttPanel::RttPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host) {
    connect(&host.session(), &Session::assessmentChanged, this, &RttPanel::refresh);
    connect(&host.session(), &Session::staleChanged, this, &RttPanel::refresh);
    connect(&host.selection(), &Selection::shownServiceChanged, this, [this] {
        if (mChart)
            mChart->setSelectedService(mHost.selection().shownService());
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void RttPanel::makeChart() {
    mChart = new RttChart(this);
    mChart->setTheme(currentTheme());
    layout()->addWidget(mChart);
    connect(mChart, &RttChart::serviceClicked, this, [this](EntityId service) {
        mHost.selection().set({service});
        mHost.selection().setShownService(service);
    });
}

void RttPanel::showPreview(const std::shared_ptr<const DragPreview>& preview) {
    mPreview = preview;
    refresh();
}

void RttPanel::refresh() {
    const auto assessment = mHost.session().assessment();
    if (!isVisible() || !mChart)
        return;
    std::vector<RttBar> bars;
    for (const ServiceRoute& route : assessment && assessment->input ? assessment->routes : std::vector<ServiceRoute>())
        for (const bool backup : {false, true})
            if (route.path(backup).exists)
                bars.push_back(barOf(*assessment, route, backup));
    if (mPreview)
        for (const PathChange& change : mPreview->paths)
            for (RttBar& bar : bars)
                if (bar.service == change.service && bar.backup == change.backup && change.path.exists) {
                    bar.beforeMs = change.beforeMs;
                    bar.limitMs = change.limitMs;
                    bar.severity = change.severity;
                    bar.verdict = change.limitMs ? std::optional(change.verdict) : std::nullopt;
                    setParts(bar, change.path);
                }
    mChart->setBars(std::move(bars), mHost.session().isStale() && !mPreview);
    mChart->setSelectedService(mHost.selection().shownService());
}

void RttPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!mChart)
        makeChart();
    refresh();
}

void RttPanel::writeTo(const QString& path) {
    const auto assessment = mHost.session().assessment();
    if (mChart && assessment)
        writeChart(*mChart, *mChart, chartSource(*assessment), path);
}

void RttPanel::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(themedIcon(QStringLiteral("export")), tr("Export the chart…")), &QAction::triggered, this,
            &RttPanel::exportRequested);
    menu->popup(event->globalPos());
}

void RttPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (!mChart)
        return;
    if (event->type() == QEvent::PaletteChange)
        mChart->setTheme(currentTheme());
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace corridor
