// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/mapscene.h"
#include "views/widgets/panels/layericons.h"
#include "views/widgets/panels/panelhost.h"

#include <QWidget>

#include <variant>

class QTreeWidget;
class QTreeWidgetItem;

namespace corridor {

/// What of plan and base map is shown: a tree of check boxes with the sign and the number of objects of each layer. Not
/// undoable.
class LayerPanel : public QWidget {
    Q_OBJECT
public:
    explicit LayerPanel(PanelHost& host, QWidget* parent = nullptr);

    const LayerVisibility& layers() const { return mLayers; }
    void setLayers(const LayerVisibility& layers);
    QTreeWidget& tree() { return *mTree; }

Q_SIGNALS:
    void layersChanged(const corridor::LayerVisibility& layers);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Row {
        bool LayerVisibility::*flag;
        const char* label;
        std::variant<Kind, BaseLayer> what;
    };
    static const Row rows[];
    void build();
    void retranslate();
    void updateCounts();
    void take(QTreeWidgetItem* item);
    void showChecks();

    PanelHost& mHost;
    LayerVisibility mLayers;
    QTreeWidget* mTree;
    QTreeWidgetItem* mPlan = nullptr;
    QTreeWidgetItem* mBase = nullptr;
    std::vector<QTreeWidgetItem*> mItems; ///< in the order of `rows`
    bool mBusy = false;
};

} // namespace corridor
