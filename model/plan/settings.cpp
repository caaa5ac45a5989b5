// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/settings.h"

namespace corridor {

namespace {

const Setting* rowFor(const EntitySet& entities, QStringView key) {
    const Setting* found = nullptr;
    entities.table<Setting>().forEach([&](const std::shared_ptr<const Setting>& row) {
        if (row->code == key)
            found = row.get();
    });
    return found;
}

void readReal(const EntitySet& entities, QStringView key, double low, double high, double& into) {
    const Setting* row = rowFor(entities, key);
    bool ok = false;
    const double value = row ? row->value.toDouble(&ok) : 0;
    if (ok && value >= low && value <= high)
        into = value;
}

QString textOf(const EntitySet& entities, QStringView key) {
    const Setting* row = rowFor(entities, key);
    return row ? row->value : QString();
}

} // namespace

double PlanSettings::sinuosityFor(Terrain terrain) const {
    switch (terrain) {
    case Terrain::Plain: return sinuosityPlain;
    case Terrain::Mountain: return sinuosityMountain;
    case Terrain::Urban: return sinuosityUrban;
    }
    return sinuosityPlain;
}

PlanSettings settingsOf(const EntitySet& entities) {
    PlanSettings out;
    out.title = textOf(entities, u"title");
    out.titleEn = textOf(entities, u"title_en");
    static constexpr Kind nodeKinds[] = {Kind::Junction, Kind::Site};
    if (const QString reference = textOf(entities, u"reference_point"); !reference.isEmpty())
        if (const EntityRef node = findByName(entities, nodeKinds, reference))
            out.referencePoint = node->id;
    if (textOf(entities, u"equipment_mode") == u"itemised")
        out.equipmentMode = EquipmentMode::Itemised;
    if (const QString layer = textOf(entities, u"rtt_layer"); layer == u"fibre")
        out.rttLayer = RttLayer::Fibre;
    else if (layer == u"ip")
        out.rttLayer = RttLayer::Ip;
    out.backupDecides = textOf(entities, u"backup_decides") == u"1";
    double year = out.year;
    readReal(entities, u"year", 1900, 2200, year);
    out.year = static_cast<int>(year);
    readReal(entities, u"ring_radius_km", 0, 5000, out.ringRadiusKm);
    readReal(entities, u"lay_factor", 1, 1.5, out.layFactor);
    readReal(entities, u"sinuosity_plain", 1, 3, out.sinuosityPlain);
    readReal(entities, u"sinuosity_mountain", 1, 3, out.sinuosityMountain);
    readReal(entities, u"sinuosity_urban", 1, 3, out.sinuosityUrban);
    readReal(entities, u"amplifier_spacing_km", 1, 1000, out.amplifierSpacingKm);
    out.rulePack = textOf(entities, u"rule_pack");
    readReal(entities, u"map_central_meridian", -180, 180, out.mapCentralMeridian);
    return out;
}

Setting settingRow(const EntitySet& entities, const QString& key, const QString& value) {
    Setting row;
    if (const Setting* existing = rowFor(entities, key))
        row = *existing;
    else
        row.id = stableEntityId(QString(u"setting/" + key));
    row.code = key;
    row.value = value;
    return row;
}

EntityRef findByName(const EntitySet& entities, std::span<const Kind> kinds, QStringView text) {
    const auto only = [&](auto&& fits) {
        EntityRef found;
        int count = 0;
        for (const Kind kind : kinds)
            entities.forEach(kind, [&](const EntityRef& entity) {
                if (fits(*entity)) {
                    found = entity;
                    ++count;
                }
            });
        return count == 1 ? found : EntityRef{};
    };
    if (EntityRef byCode = only([&](const Entity& entity) { return !entity.code.isEmpty() && entity.code == text; }))
        return byCode;
    if (EntityRef byName = only([&](const Entity& entity) { return entity.name == text; }))
        return byName;
    if (EntityRef byEnglish = only([&](const Entity& entity) { return !entity.nameEn.isEmpty() && text.compare(entity.nameEn, Qt::CaseInsensitive) == 0; }))
        return byEnglish;
    if (const auto id = entityIdFromString(text))
        for (const Kind kind : kinds)
            if (EntityRef byId = entities.find(kind, *id))
                return byId;
    return {};
}

std::optional<LonLat> nodePosition(const EntitySet& entities, EntityId node) {
    if (const Junction* junction = entities.find<Junction>(node))
        return junction->position;
    if (const Site* site = entities.find<Site>(node))
        return site->position;
    return std::nullopt;
}

QString displayName(const Entity& entity, bool english) {
    if (english && !entity.nameEn.isEmpty())
        return entity.nameEn;
    if (!entity.name.isEmpty())
        return entity.name;
    return entity.code.isEmpty() ? entity.id.toString() : entity.code;
}

} // namespace corridor
