// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/entitytablepage.h"
#include "views/widgets/panels/servicesmodel.h"

#include <memory>

namespace corridor {

struct DragPreview;

/// The table of services. A click shows primary and backup on the map and zooms to them; several can be selected, the
/// one clicked last is shown. Headers sort.
class ServicesPanel : public ObjectTablePage {
    Q_OBJECT
public:
    explicit ServicesPanel(PanelHost& host, QWidget* parent = nullptr);
    ~ServicesPanel() override;

    ServicesModel& model() { return *mModel; }
    /// What a step under the mouse leads to; null when it is over.
    void showPreview(const DragPreview* preview);

    EntityId idOf(int sourceRow) const override { return mModel->serviceAt(sourceRow); }
    int rowOfId(EntityId id) const override { return mModel->rowOf(id); }

protected:
    void retranslate() override;
    std::vector<EntityId> wanted() const override;
    void selectionGiven() override;
    void zoomTo(const QModelIndex& index) override;

private:
    ServicesPanel(std::unique_ptr<ServicesModel> model, PanelHost& host, QWidget* parent);
    void refresh();

    std::unique_ptr<ServicesModel> mModel;
};

} // namespace corridor
