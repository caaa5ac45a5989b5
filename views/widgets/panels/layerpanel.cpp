// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/layerpanel.h"

#include "views/widgets/iconengine.h"
#include "views/widgets/panels/objecticons.h"

#include <QBoxLayout>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTreeWidget>

namespace corridor {

const LayerPanel::Row LayerPanel::rows[] = {
    {&LayerVisibility::sites, QT_TR_NOOP("Sites"), Kind::Site},
    {&LayerVisibility::junctions, QT_TR_NOOP("Junctions"), Kind::Junction},
    {&LayerVisibility::spans, QT_TR_NOOP("Spans"), Kind::Span},
    {&LayerVisibility::services, QT_TR_NOOP("Services"), Kind::Service},
    {&LayerVisibility::areas, QT_TR_NOOP("Areas"), Kind::Area},
    {&LayerVisibility::placeNames, QT_TR_NOOP("Place names"), BaseLayer::PlaceNames},
    {&LayerVisibility::railways, QT_TR_NOOP("Railways"), BaseLayer::Railways},
    {&LayerVisibility::expressways, QT_TR_NOOP("Expressways"), BaseLayer::Expressways},
    {&LayerVisibility::borders, QT_TR_NOOP("Borders"), BaseLayer::Borders},
    {&LayerVisibility::water, QT_TR_NOOP("Water"), BaseLayer::Water},
};

LayerPanel::LayerPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host)
    , mTree(new QTreeWidget(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(mTree);
    mTree->setColumnCount(2);
    mTree->setHeaderHidden(true);
    mTree->setUniformRowHeights(true);
    mTree->setIconSize({28, 16}); // lines need length to show their pattern
    mTree->header()->setStretchLastSection(false);
    mTree->header()->setMinimumSectionSize(20);
    mTree->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    mTree->header()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    build();
    retranslate();
    updateCounts();
    connect(mTree, &QTreeWidget::itemChanged, this, [this](QTreeWidgetItem* item, int) { take(item); });
    for (const auto signal : {&Document::planReplaced, &Document::scenarioChanged})
        connect(&host.document(), signal, this, &LayerPanel::updateCounts);
    connect(&host.document(), &Document::changed, this, &LayerPanel::updateCounts);
}

void LayerPanel::build() {
    mPlan = new QTreeWidgetItem(mTree);
    mBase = new QTreeWidgetItem(mTree);
    for (const Row& row : rows) {
        const Kind* kind = std::get_if<Kind>(&row.what);
        auto* item = new QTreeWidgetItem(kind ? mPlan : mBase);
        item->setIcon(0, kind ? kindIcon(*kind) : baseLayerIcon(std::get<BaseLayer>(row.what)));
        item->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        mItems.push_back(item);
    }
    mTree->expandAll();
    showChecks();
}

void LayerPanel::showChecks() {
    const QScopedValueRollback guard(mBusy, true);
    for (std::size_t i = 0; i < mItems.size(); ++i)
        mItems[i]->setCheckState(0, mLayers.*rows[i].flag ? Qt::Checked : Qt::Unchecked);
    for (QTreeWidgetItem* parent : {mPlan, mBase}) {
        int shown = 0;
        for (int i = 0; i < parent->childCount(); ++i)
            shown += parent->child(i)->checkState(0) == Qt::Checked;
        parent->setCheckState(0, shown == 0                      ? Qt::Unchecked
                                 : shown == parent->childCount() ? Qt::Checked
                                                                 : Qt::PartiallyChecked);
    }
}

void LayerPanel::setLayers(const LayerVisibility& layers) {
    if (layers == mLayers)
        return;
    mLayers = layers;
    showChecks();
    Q_EMIT layersChanged(mLayers);
}

// A parent's box stands for all below it.
void LayerPanel::take(QTreeWidgetItem* item) {
    if (mBusy)
        return;
    LayerVisibility layers = mLayers;
    const bool on = item->checkState(0) == Qt::Checked;
    for (std::size_t i = 0; i < mItems.size(); ++i)
        if (mItems[i] == item || mItems[i]->parent() == item)
            layers.*rows[i].flag = on;
    setLayers(layers);
}

void LayerPanel::updateCounts() {
    const QScopedValueRollback guard(mBusy, true);
    const EntitySet& entities = mHost.document().entities();
    for (std::size_t i = 0; i < mItems.size(); ++i)
        if (const Kind* kind = std::get_if<Kind>(&rows[i].what))
            mItems[i]->setText(1, QString::number(entities.count(*kind)));
}

void LayerPanel::retranslate() {
    const QScopedValueRollback guard(mBusy, true);
    mPlan->setText(0, tr("Plan"));
    mBase->setText(0, tr("Base map"));
    for (std::size_t i = 0; i < mItems.size(); ++i)
        mItems[i]->setText(0, tr(rows[i].label));
}

void LayerPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace corridor
