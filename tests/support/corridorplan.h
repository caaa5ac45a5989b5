// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"
#include "model/plan/settings.h"

#include <map>
#include <string>

namespace corridor::test {

/// A place of the corridor: short key, longitude, latitude (degrees).
struct Place {
    const char* key;
    double lon, lat;
};

/// Way-points with published or estimated positions between Beijing and Horinger.
inline constexpr Place kPlaces[] = {
    {"BJ-TAM", 116.3913, 39.9055},   {"WP-NK", 116.1290, 40.2420},    {"WP-BDL", 116.0170, 40.3560},
    {"WP-DHY", 115.7900, 40.3420},   {"ZJK-HL", 115.5145, 40.4042},   {"ZJK-ZL", 115.2128, 40.3774},
    {"ZJK-XHY", 115.2746, 40.4873},  {"ZJK-XH", 115.0566, 40.6079},   {"ZJK", 114.8780, 40.8106},
    {"ZJK-WQ", 114.7298, 40.7637},   {"ZJK-HA", 114.4158, 40.6697},   {"ZJK-YY", 114.1607, 40.1121},
    {"WLCB-XHX", 113.8273, 40.8710}, {"WLCB-QQ", 113.2053, 40.7821},  {"WLCB-DC", 113.2000, 41.0000},
    {"WLCB-ZZ", 112.5711, 40.8945},  {"WLCB-LC", 112.4941, 40.5303},  {"WLCB-QXY", 112.1350, 40.8850},
    {"HHHT-E", 111.7900, 40.8490},   {"HLGR-NEW", 111.7900, 40.5300}, {"HLGR", 111.8173, 40.3792},
    {"DT", 113.3596, 40.0958},       {"DT-ZY", 112.6997, 40.0118},    {"SZ-YY", 112.4587, 39.9876},
    {"ZJK-ZB", 114.7097, 41.1500}};

/// Makes small plans for tests in a few lines; ids are stable (made from the codes).
class PlanMaker {
public:
    PlanMaker()
        : mBuilder(Plan(), Plan::baseScenario()) {
        fibre("G.652.D", 1.4682);
        EquipmentType lump;
        name(lump, "lump_one_hop");
        lump.roundTripDelayUs = 100;
        mBuilder.put(lump);
    }

    static EntityId id(const std::string& code) { return stableEntityId(QString::fromStdString(code)); }

    EntityId fibre(const std::string& code, double groupIndex) {
        FibreType type;
        name(type, code);
        type.groupIndex = groupIndex;
        return put(type);
    }
    EntityId equipment(const std::string& code, double oneWayUs) {
        EquipmentType type;
        name(type, code);
        type.oneWayDelayUs = oneWayUs;
        return put(type);
    }
    EntityId junction(const std::string& code, double lon, double lat, JunctionRole role = JunctionRole::Waypoint) {
        Junction junction;
        name(junction, code);
        junction.position = {lon, lat};
        junction.role = role;
        return put(junction);
    }
    EntityId site(const std::string& code, double lon, double lat) {
        Site site;
        name(site, code);
        site.position = {lon, lat};
        site.status = SiteStatus::Existing;
        site.key = true;
        return put(site);
    }
    void setting(const std::string& key, const QString& value) {
        mBuilder.put(settingRow(mBuilder.plan().base(), QString::fromStdString(key), value));
    }
    /// A straight schematic span between two nodes put before; in service, G.652.D, sinuosity as given.
    Span spanRow(const std::string& code, const std::string& from, const std::string& to,
                 double sinuosity = 1.0) const {
        Span span;
        name(span, code);
        span.from = id(from);
        span.to = id(to);
        span.line = {positionOf(span.from), positionOf(span.to)};
        span.status = SpanStatus::Existing;
        span.fibre = QStringLiteral("G.652.D");
        span.sinuosity = sinuosity;
        return span;
    }
    EntityId span(const std::string& code, const std::string& from, const std::string& to, double sinuosity = 1.0) {
        return put(spanRow(code, from, to, sinuosity));
    }
    EntityId service(const std::string& code, const std::string& from, const std::string& to,
                     Protection protection = Protection::None) {
        Service service;
        name(service, code);
        service.from = id(from);
        service.to = id(to);
        service.protection = protection;
        return put(service);
    }
    EntityId risk(const std::string& code, std::initializer_list<const char*> members) {
        RiskGroup group;
        name(group, code);
        for (const char* member : members)
            group.members.push_back(id(member));
        return put(group);
    }
    void range(EntityId subject, const char* field, double low, double high) {
        Provenance row;
        row.id = stableEntityId(subject.toString() + QLatin1Char('/') + QLatin1String(field));
        row.subject = subject;
        row.field = QLatin1String(field);
        row.low = low;
        row.high = high;
        mBuilder.put(row);
    }
    template <class T>
    EntityId put(T entity) {
        const EntityId id = entity.id;
        mBuilder.put(std::move(entity));
        return id;
    }
    template <class T>
    static void name(T& entity, const std::string& code) {
        entity.id = id(code);
        entity.code = QString::fromStdString(code);
        entity.name = entity.code;
    }
    /// All way-points and a chain of spans through some of them, as codes "<route>-1", "<route>-2", …
    void corridorPlaces() {
        for (const Place& place : kPlaces)
            junction(place.key, place.lon, place.lat);
    }
    void chain(const std::string& route, std::initializer_list<const char*> stops, double sinuosity) {
        const char* last = nullptr;
        int n = 0;
        for (const char* stop : stops) {
            if (last)
                span(route + "-" + std::to_string(++n), last, stop, sinuosity);
            last = stop;
        }
    }
    Plan plan() {
        ChangeSet step = mBuilder.take();
        const Plan made = mBuilder.plan().with(step);
        mBuilder = ChangeBuilder(made, Plan::baseScenario());
        return made;
    }

private:
    LonLat positionOf(EntityId node) const {
        const EntityRef row = mBuilder.current(node);
        if (const Junction* junction = row.as<Junction>())
            return junction->position;
        return row.as<Site>()->position;
    }

    ChangeBuilder mBuilder;
};

} // namespace corridor::test
