// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/codebook.h"
#include "model/exchange/importer.h"
#include "model/exchange/source.h"
#include "model/exchange/sourcesystem.h"

#include <map>
#include <set>

namespace corridor {

/// One object on its way in: internal to import.
struct ImportDraft {
    Kind kind = Kind::Site;
    std::shared_ptr<Entity> entity;
    std::shared_ptr<const Entity> before; ///< as it stands in the plan; null = new
    QString file;
    int line = 0;
    bool bad = false;
    bool lineGiven = false; ///< a span whose row says where its line runs (an empty cell says: straight)
};

/// What one import knows so far: internal to import.
struct ImportState {
    ImportState(const EntitySet& targetSet, const ImportOptions& chosen)
        : target(targetSet)
        , options(chosen)
        , book(targetSet) {}

    const EntitySet& target;
    const ImportOptions& options;
    CodeBook book;
    std::vector<ImportDraft> drafts;
    std::map<EntityId, std::size_t> byId; ///< id → draft
    std::map<Kind, int> lastNumber;       ///< of codes handed out
    std::vector<ImportNote> warnings, badRows;
    std::vector<NearMiss> nearMisses;

    /// Adds a draft whose entity has its id and code.
    std::size_t add(ImportDraft draft);
    /// The draft of an object, made from the plan's if no row named it; −1 when there is no such object.
    std::ptrdiff_t draftOf(EntityId id);
    /// An id for a new object: that made from kind and key, or the next one free.
    EntityId freeId(Kind kind, const QString& key) const;
    /// "GD-0001", the first that is free.
    QString freeCode(Kind kind);
    /// Where a site or junction will stand.
    std::optional<LonLat> nodePosition(EntityId id) const;

    void refuse(std::size_t draft, const QString& column, Message why);
    void refuse(const SourceTable& table, int line, const QString& column, Message why);
    void warn(const QString& file, int line, const QString& column, Message text);
    /// Throws Error (Cancelled) when the user wants no more of it.
    void throwIfCancelled() const;
};

/// Reads the rows of one table: first which objects they are, later (when all objects of all files are known) what they
/// say.
class TableImport {
public:
    TableImport(ImportState& state, SourceTable table, Kind kind);

    void registerRows();
    /// Sources have no code: they are found by what they speak of, which must be registered before.
    void registerProvenance();
    void readCells();
    Kind kind() const { return mSchema.kind; }

private:
    QString cell(const SourceRow& row, ColumnTarget::Part part, int field) const;
    bool isEmpty(const SourceRow& row) const;
    bool hasTooMany(const SourceRow& row);
    void registerRow(std::size_t row, const QString& code);
    std::shared_ptr<const Entity> existing(const QString& idCell, const QString& code, EntityId fileId) const;
    void addDraft(std::size_t row, std::shared_ptr<const Entity> before, EntityId fileId, const QString& key,
                  const QString& code);
    void readRow(std::size_t draft, const SourceRow& row);
    void readCell(std::size_t draft, const QString& column, const Field& field, const QString& text,
                  const QString& unit);
    QString latitudeColumn(int field) const;
    void readPoint(std::size_t draft, const SourceRow& row, int field, const QString& column);
    void setPlaced(std::size_t draft, const QString& column, const Field& field, Value geometry);
    EntityId byUniqueName(const SourceRow& row) const;
    void openPositions();
    void readGeometry(std::size_t draft, const SourceRow& row);
    Value valueOf(const Field& field, const QString& text, Message* why) const;
    void setValue(std::size_t draft, const QString& column, const Field& field, const Value& value);
    void checkAbsent();
    void reportColumns();

    ImportState& mState;
    SourceTable mTable;
    const EntitySchema& mSchema;
    std::vector<ColumnTarget> mTargets;
    std::optional<PositionReader> mPositions;
    bool mMatchByName = false;
    std::vector<std::ptrdiff_t> mDrafts; ///< by row; −1 = none
    std::map<int, int> mDefaulted;       ///< field → how many new objects took its usual value
};

/// Whether a table of this name holds details of objects ("service_gbps"), and reads it if so.
bool isDetailTable(const QString& name);
void readDetailTable(ImportState& state, const SourceTable& table);

/// The same for the lists that plan files hold in tables of their own ("risk_group_members").
bool isPlanList(const SourceTable& table);
void readPlanList(ImportState& state, const SourceTable& table);

/// Gives every imported span its ends and a line that starts and ends on them, and lets spans of the plan follow nodes
/// that moved.
void settleSpans(ImportState& state);

} // namespace corridor
