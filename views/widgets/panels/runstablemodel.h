// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/result.h"
#include "model/session/session.h"
#include "views/widgets/panels/headedtablemodel.h"

#include <vector>

namespace corridor {

/// The calculations at hand: those of the newest results, then what else the file holds. A calculation of which the
/// file holds the same rows is one row. A run is current when nothing that it read has changed since.
class RunsTableModel : public HeadedTableModel {
    Q_OBJECT
public:
    enum Column {
        SignColumn,
        EngineColumn,
        StateColumn,
        PlaceColumn,
        YearColumn,
        ScenarioColumn,
        RevisionColumn,
        StartedColumn,
        DurationColumn,
        RowsColumn,
        VersionColumn,
        ColumnCount
    };
    enum class State {
        Current,
        Computing, ///< of the state before; a new one is on its way
        OutOfDate,
        AsSaved ///< of a scenario or year that is not shown: true of the plan as it was saved
    };

    explicit RunsTableModel(Session& session, QObject* parent = nullptr);

    /// What the open file holds; empty for a plan that was never saved.
    void setStoredRuns(const std::vector<Run>& runs);
    State stateAt(int row) const;
    bool isStored(int row) const { return mRows[static_cast<std::size_t>(row)].stored; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    QString heading(int column) const override;
    bool holdsNumbers(int column) const override;

private:
    struct Row {
        Run run; ///< without its tables
        qint64 rows = 0;
        bool stored = false;
        bool inFile = false; ///< of a fresh run: the file holds the same
    };
    static Row rowOf(const Run& run, bool stored);
    static bool isSameRun(const Row& fresh, const Row& stored);
    std::vector<Row> joined() const;
    void refresh();
    QString text(const Row& row, int rowNumber, int column) const;
    QVariant sortKey(const Row& row, int rowNumber, int column) const;
    QString plain(const Row& row, int rowNumber, int column) const;

    Session& mSession;
    std::vector<Row> mFresh, mStored;
    std::vector<Row> mRows; ///< both
};

} // namespace corridor
