// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/entitytableproxy.h"
#include "views/widgets/panels/entitytableview.h"
#include "views/widgets/panels/panelhost.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QMenu;
class QPushButton;
class QStackedLayout;

namespace corridor {

class EmptyState;

/// What all pages of tables are made of: a row with a count and the filter, the table, and what is said when there is
/// nothing in it, or nothing that fits the filter.
class TablePage : public QWidget {
    Q_OBJECT
public:
    /// @p source outlives the page's widgets. @p icon is that of the empty state.
    TablePage(QAbstractItemModel& source, const QString& icon, QWidget* parent);

    TableView& table() { return *mTable; }
    TableProxy& proxy() { return mProxy; }
    QLineEdit& filter() { return *mFilter; }
    EmptyState& empty() { return *mEmpty; }
    /// Fills a menu for the selected rows: what the table knows itself. Others may add to it.
    virtual void fillMenu(QMenu& menu);

Q_SIGNALS:
    /// Rows of the source, whatever the filter.
    void countChanged(int total);
    /// A menu for the selected rows is about to open.
    void menuRequested(QMenu* menu);

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// Says in the chosen language what the page says; called once by the page's own constructor.
    virtual void retranslate();
    /// Chooses between table and empty states, and counts.
    void showState();
    /// Lets go of the source; a page that owns it calls this when it is destroyed.
    void releaseSource();
    /// Whether rows are just going by themselves (deleted, no longer fitting the filter), not out of the selection by
    /// hand.
    bool rowsGo() const { return mRowsGo; }
    int sourceRow(const QModelIndex& index) const { return mProxy.mapToSource(index).row(); }

private:
    void buildFilter();
    void buildStates(const QString& icon);
    void showMenu(const QPoint& position);

    QAbstractItemModel& mSource;
    TableProxy mProxy;
    QLabel* mCount;
    QLineEdit* mFilter;
    QTimer mTyping; ///< lets long tables wait until a word is typed
    TableView* mTable;
    EmptyState* mEmpty;
    EmptyState* mNoFit;
    QPushButton* mClear;
    QStackedLayout* mStack;
    int mTotal = -1;
    bool mRowsGo = false;
};

/// A page whose rows are objects of the plan: what is selected here is selected on the map and in all lists, and the
/// other way round.
class ObjectTablePage : public TablePage {
    Q_OBJECT
public:
    ObjectTablePage(PanelHost& host, QAbstractItemModel& source, const QString& icon, QWidget* parent);

    void fillMenu(QMenu& menu) override;
    /// Of the selected rows, in the order of the table.
    std::vector<EntityId> selectedIds() const;
    virtual EntityId idOf(int sourceRow) const = 0;
    /// −1 = not of this table.
    virtual int rowOfId(EntityId id) const = 0;

protected:
    void showEvent(QShowEvent* event) override;
    /// Selects here what is selected everywhere, and brings the first of it into view.
    void takeSelection();
    /// What is selected everywhere, as far as this table is concerned.
    virtual std::vector<EntityId> wanted() const;
    /// After a selection made here has become everybody's.
    virtual void selectionGiven() {}
    /// Brings the object of a row into view (double click, Enter).
    virtual void zoomTo(const QModelIndex& index);

    PanelHost& mHost;

private:
    void giveSelection();

    bool mBusy = false; ///< one side is following the other
};

} // namespace corridor
