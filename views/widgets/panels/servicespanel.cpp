// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/servicespanel.h"

#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/celldelegates.h"
#include "views/widgets/panels/tablesetup.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

namespace corridor {

ServicesPanel::ServicesPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host)
    , mTable(new QTableView(this))
    , mEmpty(new EmptyState(QStringLiteral("service"), QString(), QString(), this)) {
    mProxy.setSourceModel(&mModel);
    mProxy.setSortRole(ServicesModel::SortRole);
    setUpTable(*mTable, mProxy);
    mTable->setItemDelegateForColumn(ServicesModel::MarkColumn, new VerdictDelegate(mTable));
    mTable->setItemDelegateForColumn(ServicesModel::MarginColumn, new MarginDelegate(mTable));
    mTable->setSortingEnabled(true);
    mTable->sortByColumn(-1, Qt::AscendingOrder);
    QHeaderView* header = mTable->horizontalHeader();
    const int widths[] = {34, 200, 96, 96, 80, 230, 130, 110, 60, 80};
    for (int column = 0; column < ServicesModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column]);
    header->setSectionResizeMode(ServicesModel::MarkColumn, QHeaderView::Fixed);
    header->setStretchLastSection(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mTable, 1);
    column->addWidget(mEmpty, 1);
    connect(mTable, &QTableView::clicked, this, &ServicesPanel::activate);
    connect(mTable, &QTableView::activated, this, &ServicesPanel::activate);
    connect(&host.session(), &Session::assessmentChanged, this, &ServicesPanel::refresh);
    connect(&host.session(), &Session::staleChanged, this, [this](bool stale) { mModel.setStale(stale); });
    connect(&host.selection(), &Selection::shownServiceChanged, this, &ServicesPanel::takeSelection);
    retranslate();
    refresh();
}

void ServicesPanel::refresh() {
    mModel.setAssessment(mHost.session().assessment(), mHost.session().isStale());
    const bool empty = mModel.rowCount() == 0;
    mTable->setVisible(!empty);
    mEmpty->setVisible(empty);
    takeSelection();
    Q_EMIT countChanged(mModel.rowCount());
}

void ServicesPanel::takeSelection() {
    const int row = mModel.rowOf(mHost.selection().shownService());
    if (row < 0)
        mTable->clearSelection();
    else
        mTable->selectRow(mProxy.mapFromSource(mModel.index(row, 0)).row());
}

void ServicesPanel::activate(const QModelIndex& index) {
    const EntityId service = mModel.serviceAt(mProxy.mapToSource(index).row());
    const auto assessment = mHost.session().assessment();
    const ServiceRoute* route = assessment ? assessment->route(service) : nullptr;
    if (!route)
        return;
    std::vector<EntityId> place = route->primary.spans;
    place.insert(place.end(), route->backup.spans.begin(), route->backup.spans.end());
    place.push_back(service);
    Selection& selection = mHost.selection();
    selection.set({service});
    selection.setShownService(service);
    Q_EMIT selection.zoomRequested(place);
}

void ServicesPanel::retranslate() {
    mEmpty->setText(tr("No service is wanted in this year"),
                    tr("Choose another year, or import services from a table."));
    mModel.retranslate();
}

void ServicesPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace corridor
