// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/servicespanel.h"

#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/celldelegates.h"

#include <QGuiApplication>
#include <QHeaderView>

namespace corridor {

ServicesPanel::ServicesPanel(PanelHost& host, QWidget* parent)
    : ServicesPanel(std::make_unique<ServicesModel>(), host, parent) {}

ServicesPanel::ServicesPanel(std::unique_ptr<ServicesModel> model, PanelHost& host, QWidget* parent)
    : ObjectTablePage(host, *model, QStringLiteral("service"), parent)
    , mModel(std::move(model)) {
    table().setItemDelegateForColumn(ServicesModel::MarkColumn, new VerdictDelegate(&table()));
    for (const int column : {ServicesModel::PrimaryColumn, ServicesModel::BackupColumn})
        table().setItemDelegateForColumn(column, new ValueDelegate(&table()));
    table().setItemDelegateForColumn(ServicesModel::MarginColumn, new MarginDelegate(&table()));
    table().setSortingEnabled(true);
    table().sortByColumn(-1, Qt::AscendingOrder);
    QHeaderView* header = table().horizontalHeader();
    const int widths[] = {34, 200, 96, 96, 80, 230, 130, 110, 60, 80};
    for (int column = 0; column < ServicesModel::ColumnCount; ++column)
        header->resizeSection(column, widths[column]);
    header->setSectionResizeMode(ServicesModel::MarkColumn, QHeaderView::Fixed);
    header->setStretchLastSection(true);
    // A click shows where the service runs; while more rows are being picked the map stays where it is.
    connect(&table(), &QTableView::clicked, this, [this](const QModelIndex& index) {
        if (!(QGuiApplication::keyboardModifiers() & (Qt::ControlModifier | Qt::ShiftModifier)))
            zoomTo(index);
    });
    connect(&host.session(), &Session::assessmentChanged, this, &ServicesPanel::refresh);
    connect(&host.session(), &Session::staleChanged, this, [this](bool stale) { mModel->setStale(stale); });
    connect(&host.selection(), &Selection::shownServiceChanged, this, &ServicesPanel::takeSelection);
    ServicesPanel::retranslate();
    refresh();
}

ServicesPanel::~ServicesPanel() {
    releaseSource();
}

void ServicesPanel::showPreview(const DragPreview* preview) {
    mModel->setPreview(preview ? preview->prospect() : nullptr);
}

void ServicesPanel::refresh() {
    mModel->setAssessment(mHost.session().assessment(), mHost.session().isStale());
    showState();
    takeSelection();
}

// A circuit that is shown because a finding about it was chosen counts as selected here.
std::vector<EntityId> ServicesPanel::wanted() const {
    std::vector<EntityId> ids = ObjectTablePage::wanted();
    if (const EntityId shown = mHost.selection().shownService(); ids.empty() && mModel->rowOf(shown) >= 0)
        ids.push_back(shown);
    return ids;
}

void ServicesPanel::selectionGiven() {
    const std::vector<EntityId>& ids = mHost.selection().ids();
    const QModelIndex current = table().currentIndex();
    const EntityId last = mModel->serviceAt(sourceRow(current));
    mHost.selection().setShownService(mHost.selection().contains(last) ? last : ids.empty() ? EntityId{} : ids.back());
}

void ServicesPanel::zoomTo(const QModelIndex& index) {
    const EntityId service = mModel->serviceAt(sourceRow(index));
    const auto assessment = mHost.session().assessment();
    const ServiceRoute* route = assessment ? assessment->route(service) : nullptr;
    if (!route)
        return;
    std::vector<EntityId> place = route->primary.spans;
    place.insert(place.end(), route->backup.spans.begin(), route->backup.spans.end());
    place.push_back(service);
    mHost.selection().setShownService(service);
    Q_EMIT mHost.selection().zoomRequested(place);
}

void ServicesPanel::retranslate() {
    ObjectTablePage::retranslate();
    empty().setText(tr("No service is wanted in this year"),
                    tr("Choose another year, or import services from a table."));
    mModel->retranslate();
}

} // namespace corridor
