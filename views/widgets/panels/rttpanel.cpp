// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/rttpanel.h"

#include "model/rules/judge.h"
#include "views/chart/rttchart.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/paneltext.h"

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
    : ChartPage(host, parent) {
    connect(&host.selection(), &Selection::shownServiceChanged, this, [this] {
        if (mChart)
            mChart->setSelectedService(this->host().selection().shownService());
    });
}

ChartPage::Made RttPanel::makeChart() {
    mChart = new RttChart(this);
    connect(mChart, &RttChart::serviceClicked, this, [this](EntityId service) {
        host().selection().set({service});
        host().selection().setShownService(service);
    });
    return {mChart, mChart};
}

void RttPanel::showPreview(const std::shared_ptr<const DragPreview>& preview) {
    mPreview = preview;
    refresh();
}

void RttPanel::fill(const Assessment& assessment, bool stale) {
    std::vector<RttBar> bars;
    for (const ServiceRoute& route : assessment.routes)
        for (const bool backup : {false, true})
            if (route.path(backup).exists)
                bars.push_back(barOf(assessment, route, backup));
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
    mChart->setBars(std::move(bars), stale && !mPreview);
    mChart->setSelectedService(host().selection().shownService());
}

} // namespace corridor
