// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/handmade.h"

#include "model/edit/checks.h"
#include "model/plan/schema.h"

#include <map>
#include <set>

namespace corridor {

namespace {

constexpr int kNamingFields = 4; // code, name, name_en, note: they stand first in every schema

// What is known of one subject's field.
struct Sources {
    std::shared_ptr<const Provenance> own;
    bool others = false; // a row "*"
};

} // namespace

void markHandMade(ChangeBuilder& changes, const std::vector<EntityId>& subjects, Kind kind, QStringView field,
                  const QString& source, Date today) {
    if (kind == Kind::Provenance || subjects.empty())
        return;
    const std::set<EntityId> wanted(subjects.begin(), subjects.end());
    std::map<EntityId, Sources> found;
    changes.forEachCurrent(Kind::Provenance, [&](const EntityRef& object) {
        const auto row = std::static_pointer_cast<const Provenance>(object.ptr);
        if (!wanted.contains(row->subject))
            return;
        if (row->field == field)
            found[row->subject].own = row;
        else if (row->field == u"*")
            found[row->subject].others = true;
    });
    const bool naming = schemaOf(kind).fieldIndex(field) < kNamingFields;
    for (const auto& [subject, sources] : found) {
        if (!sources.own && (naming || !sources.others))
            continue;
        Provenance row;
        if (sources.own)
            row = *sources.own;
        else
            row.id = freshId(changes);
        row.subject = subject;
        row.field = field.toString();
        row.source = source;
        row.date = today;
        row.confidence = Confidence::Assumed;
        row.low.reset();
        row.high.reset();
        changes.put(std::move(row));
    }
}

} // namespace corridor
