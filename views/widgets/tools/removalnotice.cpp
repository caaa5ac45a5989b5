// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/removalnotice.h"

#include "model/plan/schema.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

namespace corridor {

namespace {

QString tr(const char* text, int n) {
    return QCoreApplication::translate("RemovalNotice", text, nullptr, n);
}

bool isNote(Kind kind) {
    return kind == Kind::Provenance || kind == Kind::Acknowledgement;
}

QString countText(Kind kind, int n) {
    switch (kind) {
    case Kind::Site:
        return tr("%n sites", n);
    case Kind::Junction:
        return tr("%n junctions", n);
    case Kind::Span:
        return tr("%n spans", n);
    case Kind::Service:
        return tr("%n services", n);
    case Kind::RiskGroup:
        return tr("%n risk groups", n);
    case Kind::Lightpath:
        return tr("%n lightpaths", n);
    case Kind::Demand:
        return tr("%n demands", n);
    case Kind::Area:
        return tr("%n areas", n);
    default:
        return QStringLiteral("%1 × %2").arg(n).arg(schemaOf(kind).labelText());
    }
}

using Counts = std::map<Kind, int>;

QString listText(Counts counts) {
    QStringList parts;
    if (const int services = counts[Kind::Service]; services > 0)
        parts += countText(Kind::Service, services);
    counts.erase(Kind::Service);
    for (const auto& [kind, count] : counts)
        parts += countText(kind, count);
    return parts.join(QCoreApplication::translate("RemovalNotice", ", "));
}

bool meets(const RefList& ids, const std::set<EntityId>& gone) {
    return std::any_of(ids.begin(), ids.end(), [&](EntityId id) { return gone.contains(id); });
}

// What stays, but not whole.
QStringList losses(const EntitySet& before, const std::set<EntityId>& gone) {
    int groups = 0, routes = 0;
    before.table<RiskGroup>().forEach([&](const std::shared_ptr<const RiskGroup>& group) {
        groups += !gone.contains(group->id) && meets(group->members, gone);
    });
    before.table<Service>().forEach([&](const std::shared_ptr<const Service>& service) {
        routes +=
            !gone.contains(service->id) && (meets(service->pinnedPrimary, gone) || meets(service->pinnedBackup, gone));
    });
    QStringList parts;
    if (routes > 0)
        parts += tr("%n pinned routes broken", routes);
    if (groups > 0)
        parts += tr("%n risk groups lost members", groups);
    return parts;
}

} // namespace

Message removalNotice(const EntitySet& before, const std::vector<EntityId>& asked,
                      const std::vector<EntityId>& removed) {
    const std::set<EntityId> wanted(asked.begin(), asked.end()), gone(removed.begin(), removed.end());
    Counts own, others;
    for (const EntityId id : gone) {
        const EntityRef object = before.find(id);
        if (object && (wanted.contains(id) || !isNote(object.kind)))
            ++(wanted.contains(id) ? own : others)[object.kind];
    }
    QStringList more = losses(before, gone);
    if (!others.empty())
        more.prepend(QCoreApplication::translate("RemovalNotice", "with it %1").arg(listText(others)));
    if (more.isEmpty())
        return message(CORRIDOR_MSG("Deleted: %1"), listText(own));
    return message(CORRIDOR_MSG("Deleted: %1; %2"), listText(own),
                   more.join(QCoreApplication::translate("RemovalNotice", "; ")));
}

} // namespace corridor
