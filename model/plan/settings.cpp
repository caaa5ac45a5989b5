// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/settings.h"

#include "model/plan/energysettings.h"

#include <array>

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

struct RealKey {
    const char* key;
    const char* label;
    double PlanSettings::*member;
    double low, high;
};
constexpr RealKey kRealKeys[] = {
    {"ring_radius_km", CORRIDOR_MSG("Radius of the ring"), &PlanSettings::ringRadiusKm, 0, 5000},
    {"lay_factor", CORRIDOR_MSG("Lay factor"), &PlanSettings::layFactor, 1, 1.5},
    {"sinuosity_plain", CORRIDOR_MSG("Sinuosity, plain"), &PlanSettings::sinuosityPlain, 1, 3},
    {"sinuosity_mountain", CORRIDOR_MSG("Sinuosity, mountain"), &PlanSettings::sinuosityMountain, 1, 3},
    {"sinuosity_urban", CORRIDOR_MSG("Sinuosity, urban"), &PlanSettings::sinuosityUrban, 1, 3},
    {"amplifier_spacing_km", CORRIDOR_MSG("Spacing of amplifiers"), &PlanSettings::amplifierSpacingKm, 1, 1000},
    {"map_central_meridian", CORRIDOR_MSG("Central meridian of the map"), &PlanSettings::mapCentralMeridian, -180, 180},
};

struct WordKey {
    const char* key;
    const char* label;
    std::array<const char*, 3> words; // null = fewer
};
constexpr WordKey kWordKeys[] = {
    {"equipment_mode", CORRIDOR_MSG("Equipment"), {"lump", "itemised", nullptr}},
    {"rtt_layer", CORRIDOR_MSG("RTT counts"), {"fibre", "transport", "ip"}},
    {"backup_decides", CORRIDOR_MSG("Backup decides"), {"0", "1", nullptr}},
};
struct PlainKey {
    const char* key;
    const char* label;
};
constexpr PlainKey kPlainKeys[] = {
    {"title", CORRIDOR_MSG("Title")},
    {"title_en", CORRIDOR_MSG("English title")},
    {"reference_point", CORRIDOR_MSG("Reference point (code)")},
    {"year", CORRIDOR_MSG("Year shown first")},
    {"rule_pack", CORRIDOR_MSG("Rule pack in force")},
    {"it_load_factor", CORRIDOR_MSG("IT load factor")},
    {"tce_basis", CORRIDOR_MSG("Basis of standard coal")},
    {"tce_primary_kgce_per_kwh", CORRIDOR_MSG("Standard coal, primary")},
    {"tce_calorific_kgce_per_kwh", CORRIDOR_MSG("Standard coal, calorific")},
    {"channels_per_pair", CORRIDOR_MSG("Channels per fibre pair")},
    {"channel_gbps", CORRIDOR_MSG("Rate of a channel")},
    {"backup_reserves", CORRIDOR_MSG("Backups hold bandwidth")},
};
constexpr int kFirstYear = 1900, kLastYear = 2200;

std::optional<double> realIn(const QString& text, double low, double high) {
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok && value >= low && value <= high ? std::optional<double>(value) : std::nullopt;
}

std::optional<int> yearIn(const QString& text) {
    bool ok = false;
    const int year = text.toInt(&ok);
    return ok && year >= kFirstYear && year <= kLastYear ? std::optional<int>(year) : std::nullopt;
}

Message rangeSentence(const QString& key, const QString& value, double low, double high) {
    return message(CORRIDOR_MSG("The setting “%1” must be %2 – %3; “%4” is not."), settingLabel(key),
                   shortestDecimal(low), shortestDecimal(high), value);
}

std::optional<Message> checkWord(const WordKey& known, const QString& value) {
    QStringList legal;
    for (const char* word : known.words)
        if (word)
            legal += QString::fromLatin1(word);
    if (legal.contains(value))
        return std::nullopt;
    return message(CORRIDOR_MSG("The setting “%1” must be one of %2; “%3” is not."), message(known.label).text(),
                   legal.join(QStringLiteral(", ")), value);
}

QString textOf(const EntitySet& entities, QStringView key) {
    const Setting* row = rowFor(entities, key);
    return row ? row->value : QString();
}

} // namespace

double PlanSettings::sinuosityFor(Terrain terrain) const {
    switch (terrain) {
    case Terrain::Plain:
        return sinuosityPlain;
    case Terrain::Mountain:
        return sinuosityMountain;
    case Terrain::Urban:
        return sinuosityUrban;
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
    out.year = yearIn(textOf(entities, u"year")).value_or(out.year);
    for (const RealKey& known : kRealKeys)
        out.*known.member =
            realIn(textOf(entities, QString::fromLatin1(known.key)), known.low, known.high).value_or(out.*known.member);
    out.rulePack = textOf(entities, u"rule_pack");
    return out;
}

QString settingLabel(const QString& key) {
    const auto labelIn = [&key](const auto& keys) -> const char* {
        for (const auto& known : keys)
            if (key == QLatin1String(known.key))
                return known.label;
        return nullptr;
    };
    for (const char* label : {labelIn(kRealKeys), labelIn(kWordKeys), labelIn(kPlainKeys)})
        if (label)
            return message(label).text();
    return key;
}

bool isReadSetting(const QString& key) {
    return isEnergySetting(key) || settingLabel(key) != key;
}

Setting settingRow(const EntitySet& entities, const QString& key, const QString& value) {
    Setting row;
    if (const Setting* existing = rowFor(entities, key))
        row = *existing;
    else
        row.id = stableEntityId(QStringLiteral("setting/") + key);
    row.code = key;
    row.value = value;
    return row;
}

std::optional<Message> checkSetting(const EntitySet& entities, const QString& key, const QString& value) {
    if (value.isEmpty())
        return std::nullopt;
    if (isEnergySetting(key)) {
        const Setting* row = rowFor(entities, key);
        return checkEnergySetting(key, value, row && !row->name.isEmpty() ? row->name : settingLabel(key));
    }
    for (const WordKey& known : kWordKeys)
        if (key == QLatin1String(known.key))
            return checkWord(known, value);
    for (const RealKey& known : kRealKeys)
        if (key == QLatin1String(known.key) && !realIn(value, known.low, known.high))
            return rangeSentence(key, value, known.low, known.high);
    if (key == u"year" && !yearIn(value))
        return rangeSentence(key, value, kFirstYear, kLastYear);
    static constexpr Kind nodeKinds[] = {Kind::Junction, Kind::Site};
    if (key == u"reference_point" && !findByName(entities, nodeKinds, value))
        return message(
            CORRIDOR_MSG("The reference point “%1” is no site or junction of this plan; choose one by its code."),
            value);
    return std::nullopt;
}

namespace {

enum class NameKind { Code, Name, English };

bool isCalled(const Entity& entity, NameKind by, QStringView text) {
    switch (by) {
    case NameKind::Code:
        return entity.code == text;
    case NameKind::Name:
        return entity.name == text;
    case NameKind::English:
        return text.compare(entity.nameEn, Qt::CaseInsensitive) == 0;
    }
    return false;
}

} // namespace

EntityRef findByName(const EntitySet& entities, std::span<const Kind> kinds, QStringView text) {
    if (text.isEmpty())
        return {};
    for (const NameKind by : {NameKind::Code, NameKind::Name, NameKind::English}) {
        std::vector<EntityRef> found;
        for (const Kind kind : kinds)
            entities.forEach(kind, [&](const EntityRef& entity) {
                if (isCalled(*entity, by, text))
                    found.push_back(entity);
            });
        if (!found.empty())
            return found.size() == 1 ? found.front() : EntityRef{};
    }
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
