// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/fielddefaults.h"

#include "model/calc/capacity.h"
#include "model/plan/settings.h"
#include "views/widgets/panels/paneltext.h"

#include <QCoreApplication>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("FieldDefaults", text);
}

// What the place says once the object has one (Editor::addSite): its id is not made yet.
bool isSaidByPlace(Kind kind, QLatin1String field, const Entity& object) {
    const bool node = kind == Kind::Site || kind == Kind::Junction;
    return node && object.id.isNull() && (field == QLatin1String("province") || field == QLatin1String("city"));
}

} // namespace

FieldDefaults::FieldDefaults(const EntitySet& entities)
    : mEntities(entities) {}

QString FieldDefaults::spanValue(QLatin1String field, const Span& span) const {
    if (field == QLatin1String("lay_factor"))
        return shortestDecimal(settingsOf(mEntities).layFactor);
    if (field == QLatin1String("sinuosity")) // neither a survey nor a measured length has one
        return span.schematic && !span.measuredFibreKm
                   ? shortestDecimal(settingsOf(mEntities).sinuosityFor(span.terrain))
                   : QString();
    if (field != QLatin1String("capacity_gbps"))
        return {};
    const SpanCapacity capacity = capacityOf(span, energySettingsOf(mEntities));
    return capacity.isKnown() ? shortestDecimal(capacity.gbps) : QString();
}

QString FieldDefaults::siteValue(QLatin1String field, const Site& site) const {
    if (field != QLatin1String("pue_annual") || site.pueModel.isEmpty())
        return {};
    const EnergySettings settings = energySettingsOf(mEntities);
    const auto model = settings.pueModels.find(site.pueModel);
    return model == settings.pueModels.end() ? QString() : shortestDecimal(model->second.value);
}

QString FieldDefaults::valueOf(Kind kind, const Field& field, const Entity& object) const {
    const QLatin1String name(field.name);
    if (kind == Kind::Span)
        return spanValue(name, static_cast<const Span&>(object));
    return kind == Kind::Site ? siteValue(name, static_cast<const Site&>(object)) : QString();
}

QString FieldDefaults::textFor(Kind kind, const Field& field,
                               const std::vector<std::shared_ptr<const Entity>>& objects) const {
    if (objects.size() == 1 && isUnknown(field.get(*objects.front())) &&
        isSaidByPlace(kind, QLatin1String(field.name), *objects.front()))
        return tr("From the position");
    QString common;
    for (const auto& object : objects) {
        const QString value = isUnknown(field.get(*object)) ? valueOf(kind, field, *object) : QString();
        if (value.isEmpty() || (!common.isEmpty() && value != common))
            return {};
        common = value;
    }
    return common.isEmpty() ? QString() : tr("Default %1").arg(common);
}

} // namespace corridor
