// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/chartpage.h"

#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QCoreApplication>
#include <QFileInfo>
#include <QMenu>

namespace corridor {

QString chartSource(const Assessment& assessment) {
    QStringList engines;
    for (const Run& run : assessment.runs)
        engines += run.engineVersion;
    return QCoreApplication::translate("ChartPage", "Year %1 · revision %2 · %3 · inputs %4")
        .arg(assessment.year)
        .arg(assessment.revision)
        .arg(engines.join(QStringLiteral(", ")),
             assessment.runs.empty() ? QStringLiteral("\u2014")
                                     : QString::fromLatin1(assessment.runs.front().inputHash.toHex().left(12)));
}

void writeChart(QCustomPlot& chart, ChartLayers& layers, const QString& source, const QString& path) {
    if (QFileInfo(path).suffix().compare(QStringLiteral("csv"), Qt::CaseInsensitive) == 0)
        exportFigures(layers, path);
    else
        exportChart(chart, layers, currentTheme(), source, path);
}

ChartPage::ChartPage(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host) {
    connect(&host.session(), &Session::assessmentChanged, this, &ChartPage::refresh);
    connect(&host.session(), &Session::staleChanged, this, &ChartPage::refresh);
    connect(&host.selection(), &Selection::changed, this, [this] {
        if (mChart)
            mChart->setSelected(mHost.selection().single());
    });
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void ChartPage::makeChart() {
    mChart = new StackChart(this);
    mChart->setTheme(currentTheme());
    layout()->addWidget(mChart);
    connect(mChart, &StackChart::objectClicked, this, [this](EntityId object) { mHost.selection().set({object}); });
}

void ChartPage::refresh() {
    const auto assessment = mHost.session().assessment();
    if (!isVisible() || !mChart || !assessment || !assessment->input)
        return;
    mChart->setData(dataOf(*assessment), mHost.session().isStale());
    mChart->setSelected(mHost.selection().single());
}

void ChartPage::writeTo(const QString& path) {
    const auto assessment = mHost.session().assessment();
    if (!assessment)
        return;
    if (!mChart) {
        makeChart();
        mChart->resize(mChart->sizeHint());
    }
    mChart->setData(dataOf(*assessment), false);
    writeChart(*mChart, *mChart, chartSource(*assessment), path);
    refresh();
}

void ChartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (!mChart)
        makeChart();
    refresh();
}

void ChartPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (!mChart)
        return;
    if (event->type() == QEvent::PaletteChange)
        mChart->setTheme(currentTheme());
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

void ChartPage::contextMenuEvent(QContextMenuEvent* event) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(themedIcon(QStringLiteral("export")), tr("Export the chart…")), &QAction::triggered, this,
            &ChartPage::exportRequested);
    menu->popup(event->globalPos());
}

} // namespace corridor
