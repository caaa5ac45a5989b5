// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/plan/plan.h"

namespace corridor {

/// How equipment enters an RTT.
enum class EquipmentMode {
    Lump,    ///< one round-trip figure per hop (EquipmentType "lump_one_hop"), not doubled
    Itemised ///< element by element, per pass and direction, doubled
};

/// How far up an RTT reaches (domain ambiguity 1.3-2).
enum class RttLayer {
    Fibre,     ///< light in the fibre alone: no equipment
    Transport, ///< with transponders and end switches (default)
    Ip         ///< with a router at each end on top
};

/// The choices that the text of the policy leaves open, and the plan's defaults. Read from the plan's Setting rows by
/// key; a missing or unreadable row means the default given here, which new plans write out as rows with their
/// provenance.
struct PlanSettings {
    QString title, titleEn; ///< "title", "title_en"
    EntityId
        referencePoint; ///< "reference_point" (code of a site or junction): Beijing's end and the centre of the ring
    double ringRadiusKm = 200;                         ///< "ring_radius_km"
    EquipmentMode equipmentMode = EquipmentMode::Lump; ///< "equipment_mode" lump | itemised
    RttLayer rttLayer = RttLayer::Transport;           ///< "rtt_layer" fibre | transport | ip
    bool backupDecides = false;                        ///< "backup_decides" 0 | 1
    int year = 2027;                                   ///< "year": shown first
    double layFactor = 1.025;                          ///< "lay_factor"
    double sinuosityPlain = 1.03;                      ///< "sinuosity_plain"
    double sinuosityMountain = 1.10;                   ///< "sinuosity_mountain"
    double sinuosityUrban = 1.15;                      ///< "sinuosity_urban"
    double amplifierSpacingKm = 80;                    ///< "amplifier_spacing_km", itemised mode
    QString rulePack;              ///< "rule_pack": code of the pack in force; empty = the first by code
    double mapCentralMeridian = 0; ///< "map_central_meridian", degrees; 0 = middle of the plan

    double sinuosityFor(Terrain terrain) const;
};

PlanSettings settingsOf(const EntitySet& entities);

/// What people call the setting of a key, in the language shown; the key itself where it is unknown.
QString settingLabel(const QString& key);

/// Whether this version reads the setting of that key.
bool isReadSetting(const QString& key);

/// The Setting object for a key with a new value, ready for ChangeBuilder::put: keeps the row's id where the key exists
/// already, else the id follows from the key alone.
Setting settingRow(const EntitySet& entities, const QString& key, const QString& value);

/// Why a setting cannot take a value, as one sentence; nothing when it can. Empty values (the default holds) and
/// unknown keys are fine.
std::optional<Message> checkSetting(const EntitySet& entities, const QString& key, const QString& value);

/// An object by what people call it: code, exact name, English name, or decimal id, in that order. Null when nothing or
/// more than one object fits equally well. `kinds` limits the search.
EntityRef findByName(const EntitySet& entities, std::span<const Kind> kinds, QStringView text);

/// The position of a site or junction; nothing for other ids.
std::optional<LonLat> nodePosition(const EntitySet& entities, EntityId node);
/// Name to show for an object: its name, else its code, else its id; English name when `english` and there is one.
QString displayName(const Entity& entity, bool english);

} // namespace corridor
