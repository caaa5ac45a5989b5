// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/refusal.h"
#include "model/plan/settings.h"

namespace corridor {

EditResult Editor::setSetting(const QString& key, const QString& value, const QString& label) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    if (key.isEmpty())
        return refuse("no-code", message(CORRIDOR_MSG("A setting needs a key; enter one.")));
    if (auto sentence = checkSetting(mDocument.entities(), key, value))
        return refuse("setting", std::move(*sentence));
    ChangeBuilder changes = startChanges();
    Setting row = settingRow(mDocument.entities(), key, value);
    if (!label.isEmpty())
        row.name = label;
    const EntityRef before = changes.current(Kind::Setting, row.id);
    if (before && before.as<Setting>()->value != value)
        markHandMade(changes, {row.id}, Kind::Setting, u"value");
    changes.put(row);
    return finish(changes.take(), tr("Change setting “%1”").arg(row.name.isEmpty() ? key : row.name), {row.id});
}

EditResult Editor::setProvenance(Provenance provenance) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    if (provenance.id.isNull())
        changes.forEachCurrent(Kind::Provenance, [&](const EntityRef& object) {
            const Provenance& row = *object.as<Provenance>();
            if (row.subject == provenance.subject && row.field == provenance.field)
                provenance.id = row.id;
        });
    if (provenance.id.isNull())
        provenance.id = freshId(changes);
    const EntityRef subject = changes.current(provenance.subject);
    const QString text =
        tr("Record the source of “%1” of %2").arg(provenance.field, subject ? labelOf(*subject) : QString());
    return putObjects(changes, {EntityRef{Kind::Provenance, std::make_shared<const Provenance>(std::move(provenance))}},
                      text);
}

EditResult Editor::acknowledge(const Finding& finding, const QString& by, const QString& note) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    if (finding.key.isEmpty())
        return refuse("no-key", message(CORRIDOR_MSG(
                                    "This finding cannot be acknowledged: it has no key that would be found again.")));
    ChangeBuilder changes = startChanges();
    Acknowledgement row;
    changes.forEachCurrent(Kind::Acknowledgement, [&](const EntityRef& object) {
        if (object.as<Acknowledgement>()->finding == finding.key)
            row = *object.as<Acknowledgement>();
    });
    if (row.id.isNull()) {
        row.id = freshId(changes);
        row.code = nextFreeCode(changes, Kind::Acknowledgement);
    }
    const QDate today = mClock().date();
    row.finding = finding.key;
    row.value = finding.value;
    row.by = by;
    row.note = note;
    row.date = Date{today.year(), today.month(), today.day()};
    return putObjects(changes,
                      {EntityRef{Kind::Acknowledgement, std::make_shared<const Acknowledgement>(std::move(row))}},
                      tr("Acknowledge finding %1").arg(finding.check));
}

} // namespace corridor
