// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/objectpanel.h"

#include "views/widgets/controls/emptystate.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/tablesetup.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QTreeView>

#include <algorithm>
#include <map>

namespace corridor {

ObjectPanel::ObjectPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host)
    , mModel(host.document())
    , mFilter(new QLineEdit(this))
    , mTree(new QTreeView(this))
    , mEmpty(new EmptyState(QStringLiteral("draw-span"), QString(), QString(), this)) {
    mModel.setEnglish(host.english());
    mProxy.setSourceModel(&mModel);
    mProxy.setRecursiveFilteringEnabled(true);
    mProxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    mProxy.setFilterRole(Qt::ToolTipRole); // name and code
    setUpTree(*mTree, mProxy);
    mTree->setSelectionMode(QAbstractItemView::ExtendedSelection);
    mTree->header()->setSectionResizeMode(ObjectModel::NoteColumn, QHeaderView::ResizeToContents);
    mFilter->setClearButtonEnabled(true);
    mFilter->addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 5, 8, 5);
    bar->addWidget(mFilter);
    column->addLayout(bar);
    column->addWidget(mTree, 1);
    column->addWidget(mEmpty, 1);
    connect(mFilter, &QLineEdit::textChanged, this, [this](const QString& text) {
        mProxy.setFilterFixedString(text);
        if (!text.isEmpty())
            mTree->expandAll();
    });
    connect(mTree->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ObjectPanel::giveSelection);
    connect(mTree, &QTreeView::activated, this, [this](const QModelIndex& index) {
        if (const EntityId id = mModel.idOf(mProxy.mapToSource(index)); !id.isNull())
            Q_EMIT mHost.selection().zoomRequested({id});
        else
            mTree->setExpanded(index, !mTree->isExpanded(index));
    });
    connect(&host.selection(), &Selection::changed, this, &ObjectPanel::takeSelection);
    connect(&mModel, &QAbstractItemModel::modelReset, this, &ObjectPanel::showState);
    retranslate();
    showState();
}

// Kinds stand open, so that what a plan holds is seen at once; the objects stay folded.
void ObjectPanel::showState() {
    const bool empty = mModel.rowCount() == 0;
    mEmpty->setVisible(empty);
    mTree->setVisible(!empty);
    for (int row = 0; row < mProxy.rowCount() && row < 4; ++row)
        mTree->expand(mProxy.index(row, 0));
    takeSelection();
}

void ObjectPanel::giveSelection() {
    if (mBusy)
        return;
    const QScopedValueRollback guard(mBusy, true);
    std::vector<EntityId> ids;
    for (const QModelIndex& index : mTree->selectionModel()->selectedRows())
        if (const EntityId id = mModel.idOf(mProxy.mapToSource(index)); !id.isNull())
            ids.push_back(id);
    const bool service = ids.size() == 1 && mHost.document().entities().find<Service>(ids.front());
    mHost.selection().set(ids);
    mHost.selection().setShownService(service ? ids.front() : EntityId{});
}

namespace {

/// Rows as few ranges: the selection model merges each range with all others, which takes minutes with a national plan.
QItemSelection asRanges(const std::vector<QModelIndex>& indices) {
    std::map<QModelIndex, std::vector<int>> rowsOf; // of each parent
    for (const QModelIndex& index : indices)
        rowsOf[index.parent()].push_back(index.row());
    QItemSelection ranges;
    for (auto& [parent, rows] : rowsOf) {
        const QAbstractItemModel& model = *indices.front().model();
        std::sort(rows.begin(), rows.end());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const int first = rows[i];
            while (i + 1 < rows.size() && rows[i + 1] <= rows[i] + 1)
                ++i;
            ranges.append(QItemSelectionRange(model.index(first, 0, parent),
                                              model.index(rows[i], ObjectModel::NoteColumn, parent)));
        }
    }
    return ranges;
}

} // namespace

void ObjectPanel::takeSelection() {
    if (mBusy)
        return;
    const QScopedValueRollback guard(mBusy, true);
    std::vector<QModelIndex> indices;
    for (const EntityId id : mHost.selection().ids())
        if (const QModelIndex index = mProxy.mapFromSource(mModel.indexOf(id)); index.isValid())
            indices.push_back(index);
    const QModelIndex first = indices.empty() ? QModelIndex() : indices.front();
    mTree->selectionModel()->reset(); // comparing many old ranges with many new ones takes longer than to begin anew
    mTree->selectionModel()->select(asRanges(indices), QItemSelectionModel::Select);
    mTree->viewport()->update();
    if (first.isValid()) {
        mTree->selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        mTree->scrollTo(first);
    }
}

void ObjectPanel::retranslate() {
    mFilter->setPlaceholderText(tr("Filter by name or code"));
    mFilter->setAccessibleName(mFilter->placeholderText());
    mEmpty->setText(tr("The plan holds no objects yet"), tr("Draw a span on the map, or import a table."));
}

void ObjectPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        mModel.setEnglish(mHost.english());
    }
}

} // namespace corridor
