// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/id.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

namespace corridor {

/// A persistent (immutable, sharing) table of rows sorted by id. Copying costs one reference; `with` copies the spine
/// and the touched chunks only, so that an edit of a 130,000-row table takes microseconds and old copies stay valid for
/// as long as anyone holds them. `Row` has a member `id`. Rows are shared, never changed. Safe to read from any number
/// of threads.
template <class Row>
class Table {
public:
    using RowPtr = std::shared_ptr<const Row>;

    /// One update: a row to put in place (new or replacing), or none = remove the row of that id.
    struct Update {
        EntityId id;
        RowPtr row;
    };

    std::size_t size() const { return mSize; }
    bool empty() const { return mSize == 0; }

    /// The row of that id; null when there is none. O(log n).
    const RowPtr& find(EntityId id) const {
        static const RowPtr none;
        const Chunk* chunk = chunkFor(id);
        if (!chunk)
            return none;
        const auto it = std::lower_bound(chunk->begin(), chunk->end(), id, lessThanId);
        return it != chunk->end() && (*it)->id == id ? *it : none;
    }

    /// Applies updates (sorted by id, each id once); untouched chunks are shared with this table.
    Table with(std::span<const Update> updates) const;

    /// A table from rows in any order; a later row of the same id wins.
    static Table fromRows(std::vector<RowPtr> rows);

    /// Calls `visit(const RowPtr&)` for every row in order of id.
    template <class Visit>
    void forEach(Visit&& visit) const {
        if (!mSpine)
            return;
        for (const ChunkPtr& chunk : *mSpine)
            for (const RowPtr& row : *chunk)
                visit(row);
    }

    /// All rows in order of id.
    std::vector<RowPtr> rows() const {
        std::vector<RowPtr> out;
        out.reserve(mSize);
        forEach([&](const RowPtr& row) { out.push_back(row); });
        return out;
    }

    /// Whether both are the very same table, without looking at rows.
    bool sharesAllWith(const Table& other) const { return mSpine == other.mSpine; }

    /// How many chunks (of up to 512 rows) there are, and how many of them are the very same as in `other`. For
    /// measurements.
    std::size_t chunkCount() const { return mSpine ? mSpine->size() : 0; }
    std::size_t chunksSharedWith(const Table& other) const {
        std::size_t shared = 0;
        for (std::size_t i = 0; other.mSpine && i < chunkCount(); ++i)
            shared += std::find(other.mSpine->begin(), other.mSpine->end(), (*mSpine)[i]) != other.mSpine->end();
        return shared;
    }

    /// Calls `visit(id, before, after)` for each id whose row pointer differs (null = absent); shared chunks are
    /// skipped unread. A visitor that returns bool ends the walk with false.
    template <class Visit>
    static void diff(const Table& before, const Table& after, Visit&& visit);

private:
    using Chunk = std::vector<RowPtr>;
    using ChunkPtr = std::shared_ptr<const Chunk>;
    using Spine = std::vector<ChunkPtr>;
    static constexpr std::size_t kTarget = 256;
    static constexpr std::size_t kMost = 512;

    static bool lessThanId(const RowPtr& row, EntityId id) { return row->id < id; }

    // The chunk that holds the id, or would: the last one whose first id is not greater.
    std::size_t chunkIndexFor(EntityId id) const {
        const auto it =
            std::upper_bound(mSpine->begin(), mSpine->end(), id,
                             [](EntityId wanted, const ChunkPtr& chunk) { return wanted < chunk->front()->id; });
        return it == mSpine->begin() ? 0 : static_cast<std::size_t>(it - mSpine->begin() - 1);
    }
    const Chunk* chunkFor(EntityId id) const {
        return mSpine && !mSpine->empty() ? (*mSpine)[chunkIndexFor(id)].get() : nullptr;
    }
    static Chunk merged(const Chunk& chunk, std::span<const Update> updates);
    static void append(Spine& spine, Chunk&& rows);

    // Walks all rows in order and can step over a whole chunk.
    struct Cursor {
        const Spine* spine = nullptr;
        std::size_t chunk = 0, row = 0;

        bool atEnd() const { return !spine || chunk >= spine->size(); }
        bool atChunkStart() const { return row == 0; }
        const ChunkPtr& chunkPtr() const { return (*spine)[chunk]; }
        const RowPtr& current() const { return (*chunkPtr())[row]; }
        void next() {
            if (++row >= chunkPtr()->size()) {
                row = 0;
                ++chunk;
            }
        }
        void skipChunk() {
            row = 0;
            ++chunk;
        }
    };

    std::shared_ptr<const Spine> mSpine;
    std::size_t mSize = 0;
};

template <class Row>
typename Table<Row>::Chunk Table<Row>::merged(const Chunk& chunk, std::span<const Update> updates) {
    Chunk out;
    out.reserve(chunk.size() + updates.size());
    std::size_t i = 0;
    for (const Update& update : updates) {
        while (i < chunk.size() && chunk[i]->id < update.id)
            out.push_back(chunk[i++]);
        if (i < chunk.size() && chunk[i]->id == update.id)
            ++i;
        if (update.row)
            out.push_back(update.row);
    }
    out.insert(out.end(), chunk.begin() + static_cast<std::ptrdiff_t>(i), chunk.end());
    return out;
}

template <class Row>
void Table<Row>::append(Spine& spine, Chunk&& rows) {
    if (rows.empty())
        return;
    if (rows.size() <= kMost) {
        spine.push_back(std::make_shared<const Chunk>(std::move(rows)));
        return;
    }
    const std::size_t pieces = (rows.size() + kTarget - 1) / kTarget;
    for (std::size_t p = 0; p < pieces; ++p) {
        const auto from = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() * p / pieces);
        const auto to = rows.begin() + static_cast<std::ptrdiff_t>(rows.size() * (p + 1) / pieces);
        spine.push_back(std::make_shared<const Chunk>(from, to));
    }
}

template <class Row>
Table<Row> Table<Row>::with(std::span<const Update> updates) const {
    if (updates.empty())
        return *this;
    auto spine = std::make_shared<Spine>();
    if (!mSpine || mSpine->empty()) {
        append(*spine, merged(Chunk{}, updates));
    } else {
        spine->reserve(mSpine->size() + 2);
        std::size_t u = 0;
        for (std::size_t c = 0; c < mSpine->size(); ++c) {
            const bool last = c + 1 == mSpine->size();
            std::size_t end = u;
            while (end < updates.size() && (last || updates[end].id < (*mSpine)[c + 1]->front()->id))
                ++end;
            if (end == u)
                spine->push_back((*mSpine)[c]);
            else
                append(*spine, merged(*(*mSpine)[c], updates.subspan(u, end - u)));
            u = end;
        }
    }
    Table out;
    for (const ChunkPtr& chunk : *spine)
        out.mSize += chunk->size();
    out.mSpine = std::move(spine);
    return out;
}

template <class Row>
Table<Row> Table<Row>::fromRows(std::vector<RowPtr> rows) {
    std::stable_sort(rows.begin(), rows.end(), [](const RowPtr& a, const RowPtr& b) { return a->id < b->id; });
    std::vector<Update> updates;
    updates.reserve(rows.size());
    for (RowPtr& row : rows) {
        if (!updates.empty() && updates.back().id == row->id)
            updates.back().row = std::move(row);
        else
            updates.push_back(Update{row->id, row});
    }
    return Table().with(updates);
}

template <class Row>
template <class Visit>
void Table<Row>::diff(const Table& before, const Table& after, Visit&& visit) {
    if (before.mSpine == after.mSpine)
        return;
    Cursor a{before.mSpine.get()}, b{after.mSpine.get()};
    const RowPtr none;
    const auto goesOn = [&visit](EntityId id, const RowPtr& x, const RowPtr& y) {
        if constexpr (std::is_same_v<std::invoke_result_t<Visit&, EntityId, const RowPtr&, const RowPtr&>, bool>)
            return visit(id, x, y);
        else
            return visit(id, x, y), true;
    };
    while (!a.atEnd() || !b.atEnd()) {
        if (!a.atEnd() && !b.atEnd() && a.atChunkStart() && b.atChunkStart() && a.chunkPtr() == b.chunkPtr()) {
            a.skipChunk();
            b.skipChunk();
        } else if (b.atEnd() || (!a.atEnd() && a.current()->id < b.current()->id)) {
            if (!goesOn(a.current()->id, a.current(), none))
                return;
            a.next();
        } else if (a.atEnd() || b.current()->id < a.current()->id) {
            if (!goesOn(b.current()->id, none, b.current()))
                return;
            b.next();
        } else {
            if (a.current() != b.current() && !goesOn(a.current()->id, a.current(), b.current()))
                return;
            a.next();
            b.next();
        }
    }
}

} // namespace corridor
