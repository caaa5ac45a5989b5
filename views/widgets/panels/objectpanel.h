// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/objectmodel.h"
#include "views/widgets/panels/panelhost.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QLineEdit;
class QTreeView;

namespace corridor {

class EmptyState;

/// The tree of objects with a filter by name or code. Selecting here selects on the map, and the other way round; a
/// double click zooms.
class ObjectPanel : public QWidget {
    Q_OBJECT
public:
    explicit ObjectPanel(PanelHost& host, QWidget* parent = nullptr);

    ObjectModel& model() { return mModel; }
    QTreeView& tree() { return *mTree; }
    QLineEdit& filter() { return *mFilter; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void takeSelection();
    void giveSelection();
    void showState();

    PanelHost& mHost;
    ObjectModel mModel;
    QSortFilterProxyModel mProxy;
    QLineEdit* mFilter;
    QTreeView* mTree;
    EmptyState* mEmpty;
    bool mBusy = false; ///< one side is following the other
};

} // namespace corridor
