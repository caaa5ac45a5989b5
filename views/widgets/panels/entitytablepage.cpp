// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/entitytablepage.h"

#include "views/widgets/controls/emptystate.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/tablesetup.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QStackedLayout>

#include <algorithm>

namespace corridor {

namespace {

constexpr int filterRowHeight = 36, filterWidth = 220;
constexpr int longTable = 3000; // rows; below it filtering costs nothing that a typist would notice
constexpr std::chrono::milliseconds typingPause{150};

} // namespace

TablePage::TablePage(QAbstractItemModel& source, const QString& icon, QWidget* parent)
    : QWidget(parent)
    , mSource(source)
    , mCount(new QLabel(this))
    , mFilter(new QLineEdit(this))
    , mTable(new TableView(this))
    , mStack(new QStackedLayout) {
    mProxy.setSourceModel(&source);
    // Before the view's own: a selection shrinks when rows go, which is nobody's wish.
    connect(&mProxy, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { mRowsGo = true; });
    connect(&mProxy, &QAbstractItemModel::rowsRemoved, this, [this] { mRowsGo = false; });
    setUpTable(*mTable, mProxy);
    mTable->setCells(new TableCellDelegate(mTable));
    mTable->setSelectionMode(QAbstractItemView::ExtendedSelection);
    mTable->setTextElideMode(Qt::ElideMiddle);
    mTable->setContextMenuPolicy(Qt::CustomContextMenu);
    buildStates(icon);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    buildFilter();
    column->addLayout(mStack, 1);
    // The proxy lets rows go before the source does; only then the count is right.
    for (const QAbstractItemModel* model : {static_cast<const QAbstractItemModel*>(&mProxy), &std::as_const(source)}) {
        connect(model, &QAbstractItemModel::modelReset, this, &TablePage::showState);
        connect(model, &QAbstractItemModel::rowsInserted, this, &TablePage::showState);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &TablePage::showState);
    }
    connect(mTable, &QWidget::customContextMenuRequested, this, &TablePage::showMenu);
    connect(mTable->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TablePage::showState);
    TablePage::retranslate();
}

void TablePage::buildFilter() {
    auto* bar = new QWidget(this);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 5, 8, 5);
    row->setSpacing(8);
    bar->setFixedHeight(filterRowHeight);
    mCount->setProperty("role", QStringLiteral("label"));
    mFilter->setClearButtonEnabled(true);
    mFilter->addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    mFilter->setMaximumWidth(filterWidth);
    mFilter->setMinimumWidth(filterWidth / 2);
    mFilter->installEventFilter(this);
    row->addWidget(mCount);
    row->addStretch(1);
    row->addWidget(mFilter, 100);
    static_cast<QVBoxLayout*>(layout())->addWidget(bar);
    mTyping.setSingleShot(true);
    connect(&mTyping, &QTimer::timeout, this, [this] {
        mProxy.setFilterText(mFilter->text());
        showState();
    });
    connect(mFilter, &QLineEdit::textChanged, this,
            [this] { mTyping.start(mSource.rowCount() > longTable ? typingPause : std::chrono::milliseconds(0)); });
    auto* find = new QShortcut(QKeySequence::Find, this);
    find->setContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QShortcut::activated, this, [this] {
        mFilter->setFocus(Qt::ShortcutFocusReason);
        mFilter->selectAll();
    });
}

void TablePage::buildStates(const QString& icon) {
    mEmpty = new EmptyState(icon, QString(), QString(), this);
    mNoFit = new EmptyState(QStringLiteral("filter"), QString(), QString(), this);
    mClear = mNoFit->addSecondary(QString());
    connect(mClear, &QPushButton::clicked, this, [this] {
        mFilter->clear();
        mFilter->setFocus();
    });
    for (QWidget* state : {static_cast<QWidget*>(mTable), static_cast<QWidget*>(mEmpty), static_cast<QWidget*>(mNoFit)})
        mStack->addWidget(state);
}

// View and proxy outlive a model that is a member of the page, and would ask it as it goes.
void TablePage::releaseSource() {
    mTable->setModel(nullptr);
    mProxy.disconnect();
}

void TablePage::showState() {
    const int total = mSource.rowCount(), shown = mProxy.rowCount();
    mStack->setCurrentWidget(total == 0   ? static_cast<QWidget*>(mEmpty)
                             : shown == 0 ? static_cast<QWidget*>(mNoFit)
                                          : mTable);
    QString text = mProxy.isFiltering() ? tr("%1 of %2 shown").arg(shown).arg(total) : tr("%n rows", nullptr, total);
    qsizetype selected = 0;
    for (const QItemSelectionRange& range : mTable->selectionModel()->selection())
        selected += range.height();
    if (selected > 1)
        text += QStringLiteral(" · ") + tr("%n selected", nullptr, static_cast<int>(selected));
    mCount->setText(total == 0 ? QString() : text);
    mFilter->setEnabled(total > 0 || !mFilter->text().isEmpty());
    if (std::exchange(mTotal, total) != total)
        Q_EMIT countChanged(total);
}

void TablePage::fillMenu(QMenu& menu) {
    QAction* copy = menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy rows"));
    copy->setShortcut(QKeySequence::Copy);
    connect(copy, &QAction::triggered, mTable, &TableView::copySelection);
}

void TablePage::showMenu(const QPoint& position) {
    const QModelIndex index = mTable->indexAt(position);
    if (!index.isValid())
        return;
    if (!mTable->selectionModel()->isSelected(index))
        mTable->selectRow(index.row());
    mTable->selectionModel()->setCurrentIndex(index, QItemSelectionModel::NoUpdate);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillMenu(*menu);
    Q_EMIT menuRequested(menu);
    menu->popup(mTable->viewport()->mapToGlobal(position));
}

void TablePage::retranslate() {
    mFilter->setPlaceholderText(tr("Filter by name or code"));
    mFilter->setAccessibleName(mFilter->placeholderText());
    mNoFit->setText(tr("No row fits the filter"), QString());
    mClear->setText(tr("Clear the filter"));
    showState();
}

bool TablePage::eventFilter(QObject* watched, QEvent* event) {
    if (watched != mFilter || (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride))
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent*>(event)->key();
    if (key != Qt::Key_Escape && !(key == Qt::Key_Down && event->type() == QEvent::KeyPress))
        return QWidget::eventFilter(watched, event);
    event->accept();
    if (event->type() == QEvent::ShortcutOverride)
        return true;
    if (key == Qt::Key_Escape && !mFilter->text().isEmpty())
        mFilter->clear();
    else
        mTable->setFocus();
    return true;
}

void TablePage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

// -- Rows that are objects ------------------------------------------------------------------------------------------

ObjectTablePage::ObjectTablePage(PanelHost& host, QAbstractItemModel& source, const QString& icon, QWidget* parent)
    : TablePage(source, icon, parent)
    , mHost(host) {
    connect(&proxy(), &QAbstractItemModel::modelReset, this, &ObjectTablePage::takeSelection);
    connect(&proxy(), &QAbstractItemModel::layoutChanged, this, [this] {
        if (proxy().isFiltering() || selectedIds().size() != wanted().size())
            takeSelection();
    });
    connect(table().selectionModel(), &QItemSelectionModel::selectionChanged, this, &ObjectTablePage::giveSelection);
    connect(&table(), &QTableView::activated, this, &ObjectTablePage::zoomTo);
    connect(&host.selection(), &Selection::changed, this, &ObjectTablePage::takeSelection);
}

std::vector<EntityId> ObjectTablePage::selectedIds() const {
    auto& self = const_cast<ObjectTablePage&>(*this);
    std::vector<int> rows;
    for (const QItemSelectionRange& range : self.table().selectionModel()->selection())
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    std::vector<EntityId> ids;
    for (const int row : rows)
        ids.push_back(idOf(sourceRow(self.proxy().index(row, 0))));
    return ids;
}

std::vector<EntityId> ObjectTablePage::wanted() const {
    std::vector<EntityId> ids;
    for (const EntityId id : mHost.selection().ids())
        if (rowOfId(id) >= 0)
            ids.push_back(id);
    return ids;
}

void ObjectTablePage::giveSelection() {
    if (mBusy || rowsGo())
        return;
    const QScopedValueRollback guard(mBusy, true);
    mHost.selection().set(selectedIds());
    selectionGiven();
}

void ObjectTablePage::takeSelection() {
    if (mBusy || !isVisible())
        return;
    const QScopedValueRollback guard(mBusy, true);
    std::vector<int> rows;
    for (const EntityId id : wanted())
        if (const QModelIndex index = proxy().mapFromSource(proxy().sourceModel()->index(rowOfId(id), 0));
            index.isValid())
            rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    const int lastColumn = proxy().columnCount() - 1;
    QItemSelection selection;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const int first = rows[i];
        while (i + 1 < rows.size() && rows[i + 1] <= rows[i] + 1)
            ++i;
        selection.append(QItemSelectionRange(proxy().index(first, 0), proxy().index(rows[i], lastColumn)));
    }
    QItemSelectionModel& model = *table().selectionModel();
    if (model.selection() == selection)
        return;
    // Comparing many old ranges with many new ones would take longer than to begin anew.
    const QModelIndex current = model.currentIndex();
    model.reset();
    model.select(selection, QItemSelectionModel::Select);
    table().viewport()->update();
    if (rows.empty())
        showState();
    else if (!std::binary_search(rows.begin(), rows.end(), current.row())) {
        const QModelIndex first = proxy().index(rows.front(), std::max(1, current.column()));
        model.setCurrentIndex(first, QItemSelectionModel::NoUpdate);
        table().scrollTo(first.siblingAtColumn(1));
    } else {
        model.setCurrentIndex(current, QItemSelectionModel::NoUpdate);
        table().scrollTo(current.siblingAtColumn(1));
    }
}

void ObjectTablePage::zoomTo(const QModelIndex& index) {
    if (const EntityId id = idOf(sourceRow(index)); !id.isNull())
        Q_EMIT mHost.selection().zoomRequested({id});
}

void ObjectTablePage::fillMenu(QMenu& menu) {
    connect(menu.addAction(themedIcon(QStringLiteral("zoom-selection")), tr("Zoom to")), &QAction::triggered, this,
            [this] { Q_EMIT mHost.selection().zoomRequested(selectedIds()); });
    const QModelIndex current = table().currentIndex();
    if (current.flags() & Qt::ItemIsEditable) {
        QAction* edit =
            menu.addAction(tr("Edit “%1”").arg(proxy().headerData(current.column(), Qt::Horizontal).toString()));
        edit->setShortcut(Qt::Key_F2);
        connect(edit, &QAction::triggered, this,
                [this, index = QPersistentModelIndex(current)] { table().startEdit(index); });
    }
    TablePage::fillMenu(menu);
}

void ObjectTablePage::showEvent(QShowEvent* event) {
    TablePage::showEvent(event);
    takeSelection();
}

} // namespace corridor
