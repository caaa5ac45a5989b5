// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/chartpage.h"

#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QContextMenuEvent>
#include <QFileInfo>
#include <QMenu>

namespace corridor {

ChartPage::ChartPage(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host) {
    connect(&host.session(), &Session::assessmentChanged, this, &ChartPage::refresh);
    connect(&host.session(), &Session::staleChanged, this, &ChartPage::refresh);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void ChartPage::needChart() {
    if (mMade.plot)
        return;
    mMade = makeChart();
    mMade.layers->setTheme(currentTheme());
    layout()->addWidget(mMade.plot);
}

void ChartPage::refresh() {
    const auto assessment = mHost.session().assessment();
    if (isVisible() && mMade.plot && assessment && assessment->input)
        fill(*assessment, mHost.session().isStale());
}

// Results that are out of date go out as such.
void ChartPage::writeTo(const QString& path) {
    const auto assessment = mHost.session().assessment();
    if (!assessment || !assessment->input)
        return;
    if (!mMade.plot) {
        needChart();
        mMade.plot->resize(static_cast<QWidget*>(mMade.plot)->sizeHint()); // not laid out yet
    }
    const bool stale = mHost.session().isStale();
    fill(*assessment, stale);
    if (QFileInfo(path).suffix().compare(QStringLiteral("csv"), Qt::CaseInsensitive) == 0) {
        exportFigures(*mMade.layers, path);
        return;
    }
    QStringList engines;
    for (const Run& run : assessment->runs)
        engines += run.engineVersion;
    QString source =
        tr("Year %1 · revision %2 · %3 · inputs %4")
            .arg(assessment->year)
            .arg(assessment->revision)
            .arg(engines.join(QStringLiteral(", ")),
                 assessment->runs.empty() ? QStringLiteral("\u2014")
                                          : QString::fromLatin1(assessment->runs.front().inputHash.toHex().left(12)));
    if (stale)
        source.prepend(tr("Out of date") + QStringLiteral(" · "));
    exportChart(*mMade.plot, *mMade.layers, currentTheme(), source, path);
}

void ChartPage::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    needChart();
    refresh();
}

void ChartPage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (!mMade.plot)
        return;
    if (event->type() == QEvent::PaletteChange)
        mMade.layers->setTheme(currentTheme());
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

StackPage::StackPage(PanelHost& host, QWidget* parent)
    : ChartPage(host, parent) {
    connect(&host.selection(), &Selection::changed, this, [this] {
        if (mChart)
            mChart->setSelected(this->host().selection().single());
    });
}

ChartPage::Made StackPage::makeChart() {
    mChart = new StackChart(this);
    connect(mChart, &StackChart::rowClicked, this, [this](int row) {
        if (const Question question = questionOf(row))
            Q_EMIT explanationRequested(question);
    });
    connect(mChart, &StackChart::objectClicked, this, [this](EntityId object) { host().selection().set({object}); });
    return {mChart, mChart};
}

void StackPage::fill(const Assessment& assessment, bool stale) {
    mChart->setData(dataOf(assessment), stale);
    mChart->setSelected(host().selection().single());
}

} // namespace corridor
