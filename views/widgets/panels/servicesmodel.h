// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/prospect.h"
#include "views/widgets/panels/headedtablemodel.h"

#include <unordered_map>

namespace corridor {

/// The services wanted in the shown year, one row each, with both round trips.
class ServicesModel : public HeadedTableModel {
    Q_OBJECT
public:
    enum Column {
        MarkColumn,
        NameColumn,
        PrimaryColumn,
        BackupColumn,
        LimitColumn,
        MarginColumn,
        ProtectionColumn,
        GbpsColumn,
        HopsColumn,
        ClausesColumn,
        ColumnCount
    };
    enum Role { IdRole = Qt::UserRole + 400 };

    explicit ServicesModel(QObject* parent = nullptr);

    void setAssessment(std::shared_ptr<const Assessment> assessment, bool stale);
    void setStale(bool stale);
    /// What a step under the mouse makes of the services: rows show it beside what they were, and keep their places.
    /// Null ends it.
    void setPreview(std::shared_ptr<const Prospect> prospect);
    EntityId serviceAt(int row) const; ///< null for a row that is not there
    int rowOf(EntityId service) const; ///< −1 = not wanted this year

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

protected:
    QString heading(int column) const override;
    QString headingTip(int column) const override;
    bool holdsNumbers(int column) const override;

private:
    struct Row {
        EntityId id;
        const ServiceRoute* route;
        const Service* service;
        const Finding* primary; ///< null = nothing limits it
        const Finding* backup;
        Verdict verdict = Verdict::NotApplicable;
        Severity severity = Severity::Guiding;
        std::optional<double> gbps;
    };
    Row makeRow(const ServiceRoute& route, const Prospect* prospect) const;
    std::vector<const Finding*> findingsOf(EntityId service, const Prospect* prospect) const;
    void refill(const std::vector<ServiceRoute>& routes);
    Row unmoved(const Row& row) const;
    QString oldText(const Row& row, int column) const;
    QVariant marginShare(const Row& row) const;
    QString plain(const Row& row, int column) const;
    QString searchText(const Row& row) const;
    QString text(const Row& row, int column) const;
    QVariant sortKey(const Row& row, int column) const;

    std::shared_ptr<const Assessment> mAssessment;
    std::shared_ptr<const Prospect> mProspect; ///< of the step under the mouse
    std::vector<Row> mRows;
    std::unordered_map<EntityId, int> mIndex;                            ///< rows by service
    std::unordered_map<EntityId, std::vector<const Finding*>> mFindings; ///< of mAssessment, by subject
    bool mStale = false;
};

} // namespace corridor
