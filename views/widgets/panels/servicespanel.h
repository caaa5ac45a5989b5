// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/panelhost.h"
#include "views/widgets/panels/servicesmodel.h"

#include <QSortFilterProxyModel>
#include <QWidget>

class QTableView;

namespace corridor {

class EmptyState;

/// The table of services. A click shows primary and backup on the map and zooms to them; headers sort.
class ServicesPanel : public QWidget {
    Q_OBJECT
public:
    explicit ServicesPanel(PanelHost& host, QWidget* parent = nullptr);

    ServicesModel& model() { return mModel; }
    QTableView& table() { return *mTable; }

Q_SIGNALS:
    void countChanged(int total);

protected:
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    void takeSelection();
    void activate(const QModelIndex& index);
    void retranslate();

    PanelHost& mHost;
    ServicesModel mModel;
    QSortFilterProxyModel mProxy;
    QTableView* mTable;
    EmptyState* mEmpty;
};

} // namespace corridor
