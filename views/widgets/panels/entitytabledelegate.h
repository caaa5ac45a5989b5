// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/entitytableview.h"
#include "views/widgets/panels/fieldeditor.h"

#include <functional>

namespace corridor {

/// Edits cells in place with the controls and the checks of the inspector. Enter commits, Escape does not; leaving the
/// cell commits what is legal. What is refused stays in the cell until it is put right, and the sentence is told.
class EntityTableDelegate : public TableCellDelegate {
    Q_OBJECT
public:
    struct Access {
        std::function<const Field*(const QModelIndex&)> field; ///< null = not to be edited
        std::function<std::optional<Value>(const QModelIndex&)>
            value; ///< of all rows that the edit is for; none when they differ
        std::function<bool(const QModelIndex&, const Value&)> commit; ///< false when refused
    };
    EntityTableDelegate(Kind kind, PanelHost& host, Access access, QObject* parent = nullptr);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;
    void updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                              const QModelIndex& index) const override;

protected:
    bool eventFilter(QObject* object, QEvent* event) override;

private:
    void connectEditor(FieldEditor* editor, const QPersistentModelIndex& index);
    void close(QWidget* editor);
    void abandon(QWidget* editor);

    Kind mKind;
    PanelHost& mHost;
    Access mAccess;
};

} // namespace corridor
