// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/chartpage.h"

#include "views/widgets/canvas/dragpreview.h"
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
    connect(&host.session(), &Session::assessmentChanged, this, [this] { follow(false); });
    connect(&host.session(), &Session::staleChanged, this, [this] { follow(false); });
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
    follow(true);
}

// One edit brings several signals; what is shown already is not made again unless asked for.
void ChartPage::follow(bool anew) {
    const auto assessment = mHost.session().assessment();
    if (!isVisible() || !mMade.plot || !assessment || !assessment->input)
        return;
    mProspect = mPreview && followsGestures() ? mPreview->prospect() : nullptr;
    if (mProspect && mProspect->before != assessment)
        mProspect.reset(); // of results that are gone; a new preview is on its way
    const Shown now{assessment, mProspect, mHost.session().isStale() && !mProspect};
    if (!anew && now == mShown)
        return;
    mShown = now;
    fill(*assessment, now.stale);
}

void ChartPage::showPreview(const std::shared_ptr<const DragPreview>& preview) {
    mPreview = preview;
    if (followsGestures())
        follow(false);
}

// Results that are out of date go out as such.
std::function<void()> ChartPage::startExport(const QString& path) {
    const auto assessment = mHost.session().assessment();
    if (!assessment || !assessment->input)
        return [] {};
    if (!mMade.plot) {
        needChart();
        mMade.plot->resize(static_cast<QWidget*>(mMade.plot)->sizeHint()); // not laid out yet
    }
    const bool stale = mHost.session().isStale();
    mProspect.reset(); // a gesture does not go to files
    mShown = {assessment, nullptr, stale};
    fill(*assessment, stale);
    if (QFileInfo(path).suffix().compare(QStringLiteral("csv"), Qt::CaseInsensitive) == 0)
        return exportFigures(*mMade.layers, path);
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
    return exportChart(*mMade.plot, *mMade.layers, currentTheme(), source, path);
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
            mChart->setSelected(this->host().selection().ids());
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
    mChart->setSelected(host().selection().ids());
}

} // namespace corridor
