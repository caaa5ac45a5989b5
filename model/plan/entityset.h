// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/entities.h"
#include "model/plan/table.h"

#include <memory>
#include <tuple>

namespace corridor {

/// A shared object of any kind. Null = none.
struct EntityRef {
    Kind kind = Kind::Site;
    std::shared_ptr<const Entity> ptr;

    explicit operator bool() const { return ptr != nullptr; }
    const Entity* operator->() const { return ptr.get(); }
    const Entity& operator*() const { return *ptr; }
    /// The object as T, or null if it is of another kind.
    template <class T>
    const T* as() const {
        return ptr && kind == T::kKind ? static_cast<const T*>(ptr.get()) : nullptr;
    }
};

/// One table per kind: all objects of one scenario, resolved. A value; copying shares everything.
class EntitySet {
public:
    template <class T>
    const Table<T>& table() const {
        return std::get<Table<T>>(mTables);
    }
    /// The object of that kind and id; null when there is none.
    template <class T>
    const T* find(EntityId id) const {
        return table<T>().find(id).get();
    }
    /// Looks through all kinds (some twenty binary searches).
    EntityRef find(EntityId id) const;
    EntityRef find(Kind kind, EntityId id) const;

    std::size_t count(Kind kind) const;
    std::size_t count() const;

    /// Calls `visit(EntityRef)` for every object of a kind in order of id.
    template <class Visit>
    void forEach(Kind kind, Visit&& visit) const;

    /// One update of any kind; a null object removes.
    struct Update {
        Kind kind;
        EntityId id;
        std::shared_ptr<const Entity> entity;
    };
    /// Applies updates in any order, each (kind, id) once.
    EntitySet with(std::vector<Update> updates) const;

    /// Calls `visit(kind, id, before, after)` for each object that differs by pointer.
    template <class Visit>
    static void diff(const EntitySet& before, const EntitySet& after, Visit&& visit);
    /// Whether both hold equal objects; stops at the first difference and reads nothing that they share.
    static bool sameContent(const EntitySet& a, const EntitySet& b);

private:
    template <class List>
    struct TupleOf;
    template <class... T>
    struct TupleOf<TypeList<T...>> {
        using type = std::tuple<Table<T>...>;
    };
    template <class Visit, class... T>
    static void eachType(TypeList<T...>, Visit&& visit) {
        (visit(static_cast<T*>(nullptr)), ...);
    }

    TupleOf<EntityTypes>::type mTables;
};

template <class Visit>
void EntitySet::forEach(Kind kind, Visit&& visit) const {
    eachType(EntityTypes{}, [&]<class T>(T*) {
        if (T::kKind == kind)
            table<T>().forEach([&](const std::shared_ptr<const T>& row) { visit(EntityRef{kind, row}); });
    });
}

template <class Visit>
void EntitySet::diff(const EntitySet& before, const EntitySet& after, Visit&& visit) {
    eachType(EntityTypes{}, [&]<class T>(T*) {
        Table<T>::diff(before.table<T>(), after.table<T>(),
                       [&](EntityId id, const std::shared_ptr<const T>& a, const std::shared_ptr<const T>& b) {
                           visit(T::kKind, id, std::shared_ptr<const Entity>(a), std::shared_ptr<const Entity>(b));
                       });
    });
}

} // namespace corridor
