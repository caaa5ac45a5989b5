// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/kind.h"
#include "model/plan/value.h"

#include <optional>

namespace corridor {

// The objects of a plan as plain value structs. `std::optional` = may be unknown; unknown is never replaced by a
// default silently. Which column, unit, range and label each member has is said once, in schema.cpp.

/// What all objects share.
struct Entity {
    EntityId id;
    QString code;   ///< short and unique within a kind, shown to people: "GD-0047"
    QString name;   ///< Chinese name
    QString nameEn; ///< English name; empty = show `name`
    QString note;

    friend bool operator==(const Entity&, const Entity&) = default;
};

enum class SiteKind { Intelligent, General, Super, Edge };
enum class SiteStatus { Planned, Building, Existing, Retired };
enum class ProjectType { Existing, New, Expansion, Conversion };
enum class Precision { Unknown, Fp64, Fp32, Fp16, Int8 };
enum class Sparsity { Unknown, Dense, Sparse };
enum class Origin { Unknown, Domestic, Imported, Mixed };

/// 算力节点: a data centre or compute cluster.
struct Site : Entity {
    static constexpr Kind kKind = Kind::Site;
    QString province, city;
    LonLat position;
    SiteKind kind = SiteKind::Intelligent;
    SiteStatus status = SiteStatus::Planned;
    ProjectType projectType = ProjectType::New;
    bool key = false; ///< a main centre (重点) in the sense of the policy
    Date inDate, outDate;
    std::optional<double> itPowerMw;
    std::optional<double> computePflops;
    Precision precision = Precision::Unknown;
    Sparsity sparsity = Sparsity::Unknown;
    QString accelerator;
    std::optional<qint64> acceleratorCount;
    Origin acceleratorOrigin = Origin::Unknown;
    QString softwareStack;
    std::optional<double> storagePb;
    std::optional<qint64> rackCount;
    QString pueModel; ///< code of the PUE model; empty = none chosen
    std::optional<double> pueAnnual;
    std::optional<double> greenSharePct;
    std::optional<double> capexMcny;

    friend bool operator==(const Site&, const Site&) = default;
};

enum class JunctionRole { Waypoint, Exchange, Hut, Amplifier, Roadm, Otn, Router };

/// 光缆节点: where fibre meets without compute.
struct Junction : Entity {
    static constexpr Kind kKind = Kind::Junction;
    QString province, city;
    LonLat position;
    JunctionRole role = JunctionRole::Waypoint;
    Date inDate, outDate;

    friend bool operator==(const Junction&, const Junction&) = default;
};

enum class SpanStatus { Planned, Building, Existing, Removed };
enum class Terrain { Plain, Mountain, Urban };
enum class Laying { Unknown, DirectBuried, Duct, Aerial, MetroDuct };
enum class CapacitySharing { Shared, PerDirection };

/// 光缆段: one cable section between two ends (sites or junctions).
struct Span : Entity {
    static constexpr Kind kKind = Kind::Span;
    EntityId from, to;
    Line line; ///< from `from` to `to`, at least two points; the first and last are the positions of the ends
    SpanStatus status = SpanStatus::Planned;
    Date inDate, outDate;
    Terrain terrain = Terrain::Plain;
    bool schematic = true;                 ///< the line is a chain of way-points, not a survey: sinuosity applies
    std::optional<double> sinuosity;       ///< empty = the plan's default for the terrain
    std::optional<double> layFactor;       ///< empty = the plan's default
    std::optional<double> measuredFibreKm; ///< length of fibre as measured (OTDR); replaces polyline × sinuosity × lay
    QString fibre;                         ///< code of a FibreType; empty = unknown
    Laying laying = Laying::Unknown;
    std::optional<qint64> pairsLit, pairsDark;
    std::optional<double> capacityGbps;
    CapacitySharing capacitySharing = CapacitySharing::PerDirection;
    std::optional<double> costMcnyPerKm;

    friend bool operator==(const Span&, const Span&) = default;
};

enum class RiskKind { Duct, Bridge, Pass, Building, Other };

/// 共享风险组: spans and nodes that fail together.
struct RiskGroup : Entity {
    static constexpr Kind kKind = Kind::RiskGroup;
    RiskKind kind = RiskKind::Duct;
    RefList members; ///< spans, junctions, sites

    friend bool operator==(const RiskGroup&, const RiskGroup&) = default;
};

enum class Protection { None, LinkDisjoint, NodeDisjoint, RiskDisjoint };
enum class Routing { Computed, Pinned };

/// 业务电路: a required connection.
struct Service : Entity {
    static constexpr Kind kKind = Kind::Service;
    EntityId from, to;
    EntityId secondFrom, secondTo; ///< null = single node
    YearReals gbps;
    std::optional<double> rttLimitMs; ///< empty = the clause's limit alone
    Protection protection = Protection::None;
    Routing routing = Routing::Computed;
    RefList pinnedPrimary, pinnedBackup; ///< spans in order from `from` to `to`; used when routing is Pinned
    QString clauses;                     ///< ids of the clauses it answers, separated by spaces: "Q13"
    Date inDate, outDate;

    friend bool operator==(const Service&, const Service&) = default;
};

/// 光通道: wavelengths of a service over spans.
struct Lightpath : Entity {
    static constexpr Kind kKind = Kind::Lightpath;
    EntityId service;
    RefList spans;
    RefList regenerators; ///< junctions or sites, in order
    std::optional<double> rateGbps;
    std::optional<qint64> channel; ///< index in the channel plan, from 0
    std::optional<double> slotGhz;

    friend bool operator==(const Lightpath&, const Lightpath&) = default;
};

enum class DemandClass { Training, Inference, General, Storage };

/// 算力需求: compute wanted at a place by year.
struct Demand : Entity {
    static constexpr Kind kKind = Kind::Demand;
    EntityId place; ///< site, junction or area
    DemandClass demandClass = DemandClass::Training;
    YearReals amount; ///< PFLOPS; PB for storage
    std::optional<double> rttLimitMs;

    friend bool operator==(const Demand&, const Demand&) = default;
};

enum class AreaKind { Policy, Quota, Hazard, Ring, Other };

/// 区域: a named polygon.
struct Area : Entity {
    static constexpr Kind kKind = Kind::Area;
    AreaKind kind = AreaKind::Policy;
    Polygon polygon;
    std::optional<LonLat> centre;   ///< of a ring
    std::optional<double> radiusKm; ///< of a ring, geodesic

    friend bool operator==(const Area&, const Area&) = default;
};

enum class PowerKind { Wind, Pv, Battery, Certificate, GridConnection };

/// 供电合同.
struct PowerContract : Entity {
    static constexpr Kind kKind = Kind::PowerContract;
    EntityId site;
    PowerKind kind = PowerKind::GridConnection;
    std::optional<double> capacityMw, energyMwh, annualMwh, priceCnyPerKwh;
    EntityId series; ///< hourly profile
    Date inDate, outDate;

    friend bool operator==(const PowerContract&, const PowerContract&) = default;
};

/// 时间序列: equally spaced values of one year, usually 8,760.
struct Series : Entity {
    static constexpr Kind kKind = Kind::Series;
    QString unit;
    double stepHours = 1;
    RealList values;

    friend bool operator==(const Series&, const Series&) = default;
};

/// 台账: one counted row, such as a benchmark case.
struct Register : Entity {
    static constexpr Kind kKind = Kind::Register;
    QString book; ///< which list: "benchmark-case"
    Date date;
    std::optional<double> amount;
    QString unit;
    EntityId subject;

    friend bool operator==(const Register&, const Register&) = default;
};

/// A measured value on record beside the planned one.
struct Measurement : Entity {
    static constexpr Kind kKind = Kind::Measurement;
    EntityId subject;
    QString quantity; ///< field or metric name, unit included: "rtt_ms"
    std::optional<double> value;
    QString unit;
    Date date;
    QString instrument;

    friend bool operator==(const Measurement&, const Measurement&) = default;
};

enum class DeclaredState { Unknown, Met, NotMet, NotApplicable };

/// A clause judged by hand because no program can tell.
struct Declaration : Entity {
    static constexpr Kind kKind = Kind::Declaration;
    QString clause;
    EntityId subject; ///< null = the whole plan
    DeclaredState state = DeclaredState::Unknown;
    QString evidence, declaredBy;
    Date date;

    friend bool operator==(const Declaration&, const Declaration&) = default;
};

/// "Seen, accepted for now": re-opens when the finding's value worsens past `value`.
struct Acknowledgement : Entity {
    static constexpr Kind kKind = Kind::Acknowledgement;
    QString finding; ///< Finding::key()
    std::optional<double> value;
    QString by;
    Date date;

    friend bool operator==(const Acknowledgement&, const Acknowledgement&) = default;
};

/// 批注 on the map.
struct Annotation : Entity {
    static constexpr Kind kKind = Kind::Annotation;
    LonLat position;
    EntityId subject;
    QString author;
    Date date;

    friend bool operator==(const Annotation&, const Annotation&) = default;
};

/// A type of fibre: dated data, copied into the plan when it is made so that a mailed plan computes the same.
struct FibreType : Entity {
    static constexpr Kind kKind = Kind::FibreType;
    double groupIndex = 1;
    std::optional<double> attenuationDbPerKm, dispersionPsPerNmKm, effectiveAreaUm2, nonlinearIndexM2PerW,
        pmdPsPerSqrtKm;
    Date validFrom;

    friend bool operator==(const FibreType&, const FibreType&) = default;
};

/// An element that adds delay: dated data like FibreType.
struct EquipmentType : Entity {
    static constexpr Kind kKind = Kind::EquipmentType;
    std::optional<double> oneWayDelayUs;    ///< per pass and direction
    std::optional<double> roundTripDelayUs; ///< a lump: already both directions, never doubled
    Date validFrom;

    friend bool operator==(const EquipmentType&, const EquipmentType&) = default;
};

enum class Confidence { Measured, Official, Estimated, Assumed };

/// Where the value of one field of one object comes from, and between which bounds it lies.
struct Provenance : Entity {
    static constexpr Kind kKind = Kind::Provenance;
    EntityId subject;
    QString field; ///< column name; "*" = all fields of the object that have no row of their own
    QString source;
    Date date;
    Confidence confidence = Confidence::Assumed;
    std::optional<double> low, high; ///< same unit as the field

    friend bool operator==(const Provenance&, const Provenance&) = default;
};

/// 方案: a named variant; an overlay over its parent. The base has no parent.
struct Scenario : Entity {
    static constexpr Kind kKind = Kind::Scenario;
    EntityId parent;

    friend bool operator==(const Scenario&, const Scenario&) = default;
};

/// A choice of the plan: `code` is the key ("equipment_mode"), `value` its text. See settings.h for the keys.
struct Setting : Entity {
    static constexpr Kind kKind = Kind::Setting;
    QString value;

    friend bool operator==(const Setting&, const Setting&) = default;
};

/// 规则集: the clauses a plan is checked against, as the JSON they came in; `code` is the pack's id.
struct RulePackRow : Entity {
    static constexpr Kind kKind = Kind::RulePack;
    QString version;
    QString json;

    friend bool operator==(const RulePackRow&, const RulePackRow&) = default;
};

/// All entity types in the order of Kind.
template <class... T>
struct TypeList {};
using EntityTypes = TypeList<Scenario, Setting, RulePackRow, FibreType, EquipmentType, Site, Junction, Span, RiskGroup,
                             Service, Lightpath, Demand, Area, PowerContract, Series, Register, Measurement,
                             Declaration, Acknowledgement, Annotation, Provenance>;

} // namespace corridor
