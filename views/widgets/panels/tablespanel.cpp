// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/tablespanel.h"

#include "views/widgets/controls/emptystate.h"
#include "views/widgets/panels/entitytabledelegate.h"

#include <QHeaderView>
#include <QMenu>
#include <QPushButton>
#include <QSettings>

#include <algorithm>

namespace corridor {

namespace {

constexpr int signWidth = 34;

QString settingsName(Kind kind) {
    return QStringLiteral("tables/%1/columns").arg(QString::fromLatin1(schemaOf(kind).table));
}

QString widthsName(Kind kind) {
    return QStringLiteral("tables/%1/widths").arg(QString::fromLatin1(schemaOf(kind).table));
}

QStringList firstColumns(Kind kind) {
    QStringList keys;
    for (const TableColumn& column : tableColumns(kind))
        if (column.shown)
            keys += column.key;
    return keys;
}

} // namespace

EntityTablePanel::EntityTablePanel(Kind kind, PanelHost& host, QWidget* parent)
    : EntityTablePanel(std::make_unique<EntityTableModel>(kind, host.document(), host.session()), host, parent) {}

EntityTablePanel::EntityTablePanel(std::unique_ptr<EntityTableModel> model, PanelHost& host, QWidget* parent)
    : ObjectTablePage(host, *model, QStringLiteral("table"), parent)
    , mModel(std::move(model)) {
    mModel->setEnglish(host.english());
    EntityTableDelegate::Access access;
    access.field = [this](const QModelIndex& index) { return fieldOf(index); };
    access.value = [this](const QModelIndex& index) { return commonValue(index); };
    access.commit = [this](const QModelIndex& index, const Value& value) { return commit(index, value); };
    table().setCells(new EntityTableDelegate(mModel->kind(), host, std::move(access), &table()));
    connect(&table(), &TableView::switchRequested, this,
            [this](const QModelIndex& index) { commit(index, Value(!index.data(Qt::EditRole).toBool())); });
    table().setSortingEnabled(true);
    table().sortByColumn(mModel->columnOf(u"code"), Qt::AscendingOrder);
    QHeaderView* header = table().horizontalHeader();
    header->setSectionsMovable(true);
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint& at) { columnsMenu()->popup(header->viewport()->mapToGlobal(at)); });
    connect(header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (mHeaderHeld) // all else is the program's doing
            keepWidth(column, width);
    });
    header->viewport()->installEventFilter(this);
    mImport = empty().addSecondary(QString());
    connect(mImport, &QPushButton::clicked, this, &EntityTablePanel::importRequested);
    connect(mModel.get(), &QAbstractItemModel::modelReset, this, &EntityTablePanel::fitOnce);
    connect(mModel.get(), &QAbstractItemModel::rowsInserted, this, &EntityTablePanel::fitOnce);
    readColumns();
    applyColumns();
    EntityTablePanel::retranslate();
}

EntityTablePanel::~EntityTablePanel() {
    releaseSource();
}

// -- Columns --------------------------------------------------------------------------------------------------------

void EntityTablePanel::readColumns() {
    mShown = QSettings().value(settingsName(mModel->kind())).toStringList();
    mShown.removeIf([this](const QString& key) { return mModel->columnOf(key) < 0; });
    if (mShown.isEmpty())
        mShown = firstColumns(mModel->kind());
}

void EntityTablePanel::keepColumns() {
    if (mShown == firstColumns(mModel->kind()))
        QSettings().remove(settingsName(mModel->kind()));
    else
        QSettings().setValue(settingsName(mModel->kind()), mShown);
}

void EntityTablePanel::applyColumns() {
    std::vector<int> shown;
    for (int i = 0; i < mModel->columnCount(); ++i) {
        const bool on = mShown.contains(mModel->columns()[static_cast<std::size_t>(i)].key);
        if (table().isColumnHidden(i) == on)
            table().setColumnHidden(i, !on);
        if (on)
            shown.push_back(i);
    }
    mModel->setShownColumns(std::move(shown));
    QHeaderView* header = table().horizontalHeader();
    header->setSectionResizeMode(0, QHeaderView::Fixed);
    header->resizeSection(0, signWidth);
}

bool EntityTablePanel::isColumnShown(const QString& key) const {
    return mShown.contains(key);
}

void EntityTablePanel::showColumn(const QString& key, bool shown) {
    const int column = mModel->columnOf(key);
    if (column < 0 || shown == mShown.contains(key))
        return;
    if (shown)
        mShown += key;
    else
        mShown.removeAll(key);
    applyColumns();
    if (shown)
        table().fitColumn(column);
    keepColumns();
}

void EntityTablePanel::resetColumns() {
    mShown = firstColumns(mModel->kind());
    QSettings().remove(widthsName(mModel->kind()));
    applyColumns();
    fitAll();
    keepColumns();
}

// Sign, code and name say which object a row is; they stay.
QMenu* EntityTablePanel::columnsMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const TableColumn& column : mModel->columns()) {
        if (column.figure == TableFigure::Icon || column.figure == TableFigure::Title ||
            column.key == QStringLiteral("code"))
            continue;
        QAction* action = menu->addAction(columnLabel(mModel->kind(), column, mModel->isEnglish()));
        action->setCheckable(true);
        action->setChecked(mShown.contains(column.key));
        action->setData(column.key);
        connect(action, &QAction::toggled, this, [this, key = column.key](bool on) { showColumn(key, on); });
    }
    menu->addSeparator();
    connect(menu->addAction(tr("Usual columns")), &QAction::triggered, this, &EntityTablePanel::resetColumns);
    return menu;
}

void EntityTablePanel::keepWidth(int column, int width) {
    if (column < 0 || column >= mModel->columnCount() || width <= 0)
        return;
    QSettings settings;
    QVariantMap widths = settings.value(widthsName(mModel->kind())).toMap();
    widths[mModel->columns()[static_cast<std::size_t>(column)].key] = width;
    settings.setValue(widthsName(mModel->kind()), widths);
}

// To what they hold, then as the user last made them.
void EntityTablePanel::fitAll() {
    table().fitColumns();
    const QVariantMap widths = QSettings().value(widthsName(mModel->kind())).toMap();
    for (auto width = widths.begin(); width != widths.end(); ++width)
        if (const int column = mModel->columnOf(width.key()); column > 0 && width.value().toInt() > 0)
            table().setColumnWidth(column, width.value().toInt());
}

// Once there is something to measure; from then on widths are the user's.
void EntityTablePanel::fitOnce() {
    if (mFitted || mModel->rowCount() == 0)
        return;
    mFitted = true;
    fitAll();
}

// -- Editing --------------------------------------------------------------------------------------------------------

bool EntityTablePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == table().horizontalHeader()->viewport() &&
        (event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonRelease))
        mHeaderHeld = event->type() == QEvent::MouseButtonPress;
    return ObjectTablePage::eventFilter(watched, event);
}

const Field* EntityTablePanel::fieldOf(const QModelIndex& index) const {
    return index.isValid() ? mModel->editableField(index.column()) : nullptr;
}

// All selected rows when the cell is in one of them, else its own row.
std::vector<EntityId> EntityTablePanel::targetsOf(const QModelIndex& index) const {
    const EntityId own = mModel->idAt(sourceRow(index));
    std::vector<EntityId> ids = selectedIds();
    if (std::find(ids.begin(), ids.end(), own) == ids.end())
        ids = {own};
    return ids;
}

std::optional<Value> EntityTablePanel::commonValue(const QModelIndex& index) const {
    const Field* field = fieldOf(index);
    std::optional<Value> common;
    for (const EntityId id : targetsOf(index)) {
        const Value value = field->get(*mModel->entityAt(mModel->rowOf(id)));
        if (common && *common != value)
            return std::nullopt;
        common = value;
    }
    return common;
}

bool EntityTablePanel::commit(const QModelIndex& index, const Value& value) {
    const Field* field = fieldOf(index);
    if (!field)
        return false;
    return mHost.accept(mHost.editor().setField(targetsOf(index), QString::fromLatin1(field->name), value));
}

void EntityTablePanel::retranslate() {
    ObjectTablePage::retranslate();
    if (mModel->isEnglish() != mHost.english())
        mModel->setEnglish(mHost.english());
    if (mModel->kind() == Kind::Site)
        empty().setText(tr("The plan holds no sites yet"), tr("Add one on the map, or import a table."));
    else
        empty().setText(tr("The plan holds no spans yet"), tr("Draw one on the map, or import a table."));
    mImport->setText(tr("Import…"));
    mFitted = false;
    fitOnce();
}

} // namespace corridor
