// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/runstablepanel.h"

#include "views/widgets/controls/emptystate.h"

#include <QHeaderView>

namespace corridor {

RunsTablePanel::RunsTablePanel(PanelHost& host, QWidget* parent)
    : RunsTablePanel(std::make_unique<RunsTableModel>(host.session()), parent) {}

RunsTablePanel::RunsTablePanel(std::unique_ptr<RunsTableModel> model, QWidget* parent)
    : TablePage(*model, QStringLiteral("history"), parent)
    , mModel(std::move(model)) {
    table().setSortingEnabled(true);
    table().sortByColumn(-1, Qt::AscendingOrder); // the newest first, as they come
    QHeaderView* header = table().horizontalHeader();
    header->setSectionResizeMode(RunsTableModel::SignColumn, QHeaderView::Fixed);
    header->resizeSection(RunsTableModel::SignColumn, 34);
    header->setStretchLastSection(true);
    connect(mModel.get(), &QAbstractItemModel::modelReset, this, [this] {
        if (!mFitted && mModel->rowCount() > 0) {
            mFitted = true;
            table().fitColumns();
        }
    });
    connect(mModel.get(), &QAbstractItemModel::dataChanged, this, [this] { // Save makes its texts longer
        const int before = table().columnWidth(RunsTableModel::PlaceColumn);
        table().fitColumn(RunsTableModel::PlaceColumn);
        if (table().columnWidth(RunsTableModel::PlaceColumn) < before)
            table().setColumnWidth(RunsTableModel::PlaceColumn, before);
    });
    RunsTablePanel::retranslate();
}

RunsTablePanel::~RunsTablePanel() {
    releaseSource();
}

void RunsTablePanel::setStoredRuns(const std::vector<Run>& runs) {
    mModel->setStoredRuns(runs);
}

void RunsTablePanel::retranslate() {
    TablePage::retranslate();
    mModel->retranslate();
    empty().setText(tr("Nothing was computed yet"),
                    tr("Results come by themselves as soon as the plan holds services."));
    if (mModel->rowCount() > 0)
        table().fitColumns();
}

} // namespace corridor
