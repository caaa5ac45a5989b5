// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/entitytablemodel.h"
#include "views/widgets/panels/entitytablepage.h"

namespace corridor {

/// The table of all sites, or of all spans: sort, filter, select several, edit in place. A cell that is edited while
/// several rows are selected writes to all of them in one step. Which columns are shown, and how wide the user made
/// them, is remembered.
class EntityTablePanel : public ObjectTablePage {
    Q_OBJECT
public:
    EntityTablePanel(Kind kind, PanelHost& host, QWidget* parent = nullptr);
    ~EntityTablePanel() override;

    EntityTableModel& model() { return *mModel; }
    bool isColumnShown(const QString& key) const;
    void showColumn(const QString& key, bool shown);
    /// Back to the columns of a first start.
    void resetColumns();
    /// The menu of the header: every column of the kind with a tick.
    QMenu* columnsMenu();

    EntityId idOf(int sourceRow) const override { return mModel->idAt(sourceRow); }
    int rowOfId(EntityId id) const override { return mModel->rowOf(id); }

Q_SIGNALS:
    /// The step out of the empty table.
    void importRequested();

protected:
    void retranslate() override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    EntityTablePanel(std::unique_ptr<EntityTableModel> model, PanelHost& host, QWidget* parent);
    void readColumns();
    void keepColumns();
    void applyColumns();
    void fitAll();
    void fitOnce();
    void keepWidth(int column, int width);
    const Field* fieldOf(const QModelIndex& index) const;
    std::vector<EntityId> targetsOf(const QModelIndex& index) const;
    std::optional<Value> commonValue(const QModelIndex& index) const;
    bool commit(const QModelIndex& index, const Value& value);

    std::unique_ptr<EntityTableModel> mModel;
    QStringList mShown; ///< keys
    QPushButton* mImport;
    bool mFitted = false;
    bool mHeaderHeld = false; ///< a button is down on the header
};

} // namespace corridor
