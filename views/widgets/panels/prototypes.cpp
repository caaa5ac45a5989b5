// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/prototypes.h"

#include <map>

namespace corridor {

namespace {

template <class... Names>
QStringList listOf(const Names*... names) {
    return {QString::fromLatin1(names)...};
}

bool isNewWithName(const Change& change, Kind kind, const QString& name) {
    return change.kind == kind && !change.before.isPresent() && change.after.isPresent() &&
           change.after.entity->name == name;
}

} // namespace

Prototypes Prototypes::forPlan(const EntitySet& entities, int year) {
    Prototypes next;
    std::map<QString, int> fibres;
    entities.table<Span>().forEach([&](const std::shared_ptr<const Span>& row) { ++fibres[row->fibre]; });
    int most = 0;
    for (const auto& [code, count] : fibres)
        if (!code.isEmpty() && count > most) {
            most = count;
            next.span.fibre = code;
        }
    next.span.inDate = next.site.inDate = Date{year, 0, 0};
    return next;
}

QStringList Prototypes::fields(Kind kind) {
    switch (kind) {
    case Kind::Site:
        return listOf("name", "province", "city", "kind", "status", "key", "it_power_mw", "compute_pflops", "in_date");
    case Kind::Junction:
        return listOf("name", "province", "city", "role", "in_date");
    default:
        return listOf("status", "fibre", "terrain", "laying", "sinuosity", "lay_factor", "in_date", "pairs_lit",
                      "pairs_dark", "capacity_gbps", "capacity_sharing");
    }
}

std::shared_ptr<const Entity> Prototypes::copyOf(Kind kind) const {
    switch (kind) {
    case Kind::Span:
        return std::make_shared<const Span>(span);
    case Kind::Site:
        return std::make_shared<const Site>(site);
    case Kind::Junction:
        return std::make_shared<const Junction>(junction);
    default:
        return nullptr;
    }
}

void Prototypes::set(Kind kind, const Field& field, const Value& value) {
    if (kind == Kind::Span)
        field.set(span, value);
    else if (kind == Kind::Site)
        field.set(site, value);
    else if (kind == Kind::Junction)
        field.set(junction, value);
}

bool Prototypes::dropUsedName(const ChangeSet& step) {
    bool dropped = false;
    const auto drop = [&](Kind kind, QString& name) {
        for (const Change& change : step.changes)
            if (!name.isEmpty() && isNewWithName(change, kind, name)) {
                name.clear();
                dropped = true;
            }
    };
    drop(Kind::Site, site.name);
    drop(Kind::Junction, junction.name);
    return dropped;
}

} // namespace corridor
