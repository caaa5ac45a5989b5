// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/rttpanel.h"

#include "model/rules/judge.h"
#include "model/session/pathlimits.h"
#include "views/chart/rttchart.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/paneltext.h"

namespace corridor {

namespace {

// A path that is not there has no parts, and says so.
void setParts(RttBar& bar, const RoutedPath& path) {
    if (!path.exists) {
        bar.value = QStringLiteral("\u2014");
        return;
    }
    bar.floorMs = path.rtt.floorMs;
    bar.detourMs = path.rtt.detourMs;
    bar.layMs = path.rtt.layMs;
    bar.equipmentMs = path.rtt.equipmentMs;
    bar.value = msText(path.rtt.totalMs, bar.limitMs);
}

RttBar barOf(const Assessment& assessment, const ServiceRoute& route, bool backup, const Finding* limit) {
    RttBar bar;
    bar.service = route.service;
    bar.backup = backup;
    bar.name = nameOf(assessment.input->entities, route.service, assessment.english);
    bar.role = roleText(backup);
    if (limit) {
        bar.limitMs = limit->limit;
        bar.verdict = limit->verdict;
        bar.severity = limit->severity;
    }
    setParts(bar, route.path(backup));
    return bar;
}

} // namespace

RttPanel::RttPanel(PanelHost& host, QWidget* parent)
    : ChartPage(host, parent) {
    connect(&host.selection(), &Selection::shownServiceChanged, this, &RttPanel::showSelection);
    connect(&host.selection(), &Selection::changed, this, &RttPanel::showSelection);
}

// The service on the map, or one that is selected somewhere.
void RttPanel::showSelection() {
    if (!mChart)
        return;
    const EntityId shown = host().selection().shownService();
    mChart->setSelectedService(shown.isNull() ? host().selection().single() : shown);
}

ChartPage::Made RttPanel::makeChart() {
    mChart = new RttChart(this);
    connect(mChart, &RttChart::serviceClicked, this, [this](EntityId service) {
        host().selection().set({service});
        host().selection().setShownService(service);
    });
    return {mChart, mChart};
}

void RttPanel::fill(const Assessment& assessment, bool stale) {
    const PathLimits limits(assessment, prospect());
    std::vector<RttBar> bars;
    for (const ServiceRoute& route : assessment.routes) {
        const ServiceRoute& now = prospect() ? *prospect()->route(route.service) : route;
        for (const bool backup : {false, true}) {
            const RoutedPath &was = route.path(backup), &is = now.path(backup);
            if (!was.exists && !is.exists)
                continue;
            RttBar bar = barOf(assessment, now, backup, limits.of(route.service, backup));
            if (prospect() && was.exists)
                bar.beforeMs = was.rtt.totalMs;
            bars.push_back(std::move(bar));
        }
    }
    mChart->setBars(std::move(bars), stale);
    showSelection();
}

} // namespace corridor
