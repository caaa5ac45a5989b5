// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/schema.h"

#include "model/plan/schema_fields.h"
#include "model/plan/unittext.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

#define WORD(text) QT_TRANSLATE_NOOP("Word", text)
#define LABEL(text) QT_TRANSLATE_NOOP("Field", text)
#define KIND(text) QT_TRANSLATE_NOOP("Kind", text)

constexpr double kInf = std::numeric_limits<double>::infinity();

constexpr EnumWord kSiteKinds[] = {{"intelligent", WORD("intelligent")},
                                   {"general", WORD("general")},
                                   {"super", WORD("supercomputing")},
                                   {"edge", WORD("edge")}};
constexpr EnumWord kSiteStatus[] = {{"planned", WORD("planned")},
                                    {"building", WORD("under construction")},
                                    {"existing", WORD("in service")},
                                    {"retired", WORD("retired")}};
constexpr EnumWord kProjectTypes[] = {{"existing", WORD("existing stock")},
                                      {"new", WORD("new build")},
                                      {"expansion", WORD("expansion")},
                                      {"conversion", WORD("conversion")}};
constexpr EnumWord kPrecisions[] = {
    {"unknown", WORD("not stated")}, {"fp64", "FP64"}, {"fp32", "FP32"}, {"fp16", "FP16"}, {"int8", "INT8"}};
constexpr EnumWord kSparsities[] = {
    {"unknown", WORD("not stated")}, {"dense", WORD("dense")}, {"sparse", WORD("sparse")}};
constexpr EnumWord kOrigins[] = {{"unknown", WORD("not stated")},
                                 {"domestic", WORD("domestic")},
                                 {"imported", WORD("imported")},
                                 {"mixed", WORD("mixed")}};
constexpr EnumWord kRoles[] = {{"waypoint", WORD("way-point")},
                               {"exchange", WORD("exchange")},
                               {"hut", WORD("hut")},
                               {"amplifier", WORD("amplifier")},
                               {"roadm", "ROADM"},
                               {"otn", "OTN"},
                               {"router", WORD("router")}};
constexpr EnumWord kSpanStatus[] = {{"planned", WORD("planned")},
                                    {"building", WORD("under construction")},
                                    {"existing", WORD("existing")},
                                    {"removed", WORD("to be removed")}};
constexpr EnumWord kTerrains[] = {{"plain", WORD("plain")}, {"mountain", WORD("mountain")}, {"urban", WORD("urban")}};
constexpr EnumWord kLayings[] = {{"unknown", WORD("not stated")},
                                 {"direct_buried", WORD("direct buried")},
                                 {"duct", WORD("duct")},
                                 {"aerial", WORD("aerial")},
                                 {"metro_duct", WORD("metro duct")}};
constexpr EnumWord kSharings[] = {{"shared", WORD("shared by both directions")},
                                  {"per_direction", WORD("per direction")}};
constexpr EnumWord kRiskKinds[] = {{"duct", WORD("shared duct")},
                                   {"bridge", WORD("bridge")},
                                   {"pass", WORD("mountain pass")},
                                   {"building", WORD("building")},
                                   {"other", WORD("other")}};
constexpr EnumWord kProtections[] = {{"none", WORD("none")},
                                     {"link_disjoint", WORD("link-disjoint")},
                                     {"node_disjoint", WORD("node-disjoint")},
                                     {"risk_disjoint", WORD("risk-disjoint")}};
constexpr EnumWord kRoutings[] = {{"computed", WORD("computed")}, {"pinned", WORD("pinned")}};
constexpr EnumWord kDemandClasses[] = {{"training", WORD("training")},
                                       {"inference", WORD("inference")},
                                       {"general", WORD("general")},
                                       {"storage", WORD("storage")}};
constexpr EnumWord kAreaKinds[] = {{"policy", WORD("policy area")},
                                   {"quota", WORD("quota region")},
                                   {"hazard", WORD("hazard")},
                                   {"ring", WORD("ring")},
                                   {"other", WORD("other")}};
constexpr EnumWord kPowerKinds[] = {{"wind", WORD("wind")},
                                    {"pv", WORD("photovoltaic")},
                                    {"battery", WORD("battery")},
                                    {"certificate", WORD("green certificate")},
                                    {"grid_connection", WORD("grid connection")}};
constexpr EnumWord kDeclared[] = {{"unknown", WORD("unknown")},
                                  {"met", WORD("met")},
                                  {"not_met", WORD("not met")},
                                  {"not_applicable", WORD("not applicable")}};
constexpr EnumWord kConfidences[] = {{"measured", WORD("measured")},
                                     {"official", WORD("official")},
                                     {"estimated", WORD("estimated")},
                                     {"assumed", WORD("assumed")}};

#define COMMON                                                                                                         \
    field<&Entity::code>("code", LABEL("Code")), field<&Entity::name>("name", LABEL("Name")),                          \
        field<&Entity::nameEn>("name_en", LABEL("English name")), field<&Entity::note>("note", LABEL("Note"))
#define DATES(T)                                                                                                       \
    field<&T::inDate>("in_date", LABEL("In service from")), field<&T::outDate>("out_date", LABEL("Out of service "     \
                                                                                                 "from"))

constexpr Field kScenario[] = {COMMON, field<&Scenario::parent>("parent_id", LABEL("Parent scenario"))};
constexpr Field kSetting[] = {COMMON, field<&Setting::value>("value", LABEL("Value"))};
constexpr Field kRulePack[] = {COMMON, field<&RulePackRow::version>("version", LABEL("Version")),
                               field<&RulePackRow::json>("json", LABEL("Content"))};
constexpr Field kFibreType[] = {
    COMMON,
    field<&FibreType::groupIndex>("group_index", LABEL("Group index"), "", 1, 2),
    field<&FibreType::attenuationDbPerKm>("attenuation_db_per_km", LABEL("Attenuation"), "dB/km", 0, 10),
    field<&FibreType::dispersionPsPerNmKm>("dispersion_ps_per_nm_km", LABEL("Dispersion"), "ps/(nm·km)", -100, 100),
    field<&FibreType::effectiveAreaUm2>("effective_area_um2", LABEL("Effective area"), "µm²", 0, 2000),
    field<&FibreType::nonlinearIndexM2PerW>("nonlinear_index_m2_per_w", LABEL("Nonlinear index"), "m²/W", 0, 1e-15),
    field<&FibreType::pmdPsPerSqrtKm>("pmd_ps_per_sqrt_km", LABEL("PMD coefficient"), "ps/√km", 0, 10),
    field<&FibreType::validFrom>("valid_from", LABEL("Valid from"))};
constexpr Field kEquipment[] = {
    COMMON,
    field<&EquipmentType::oneWayDelayUs>("one_way_delay_us", LABEL("Delay per pass, one direction"), "µs", 0, 1e6),
    field<&EquipmentType::roundTripDelayUs>("round_trip_delay_us", LABEL("Delay, round trip"), "µs", 0, 1e6),
    field<&EquipmentType::validFrom>("valid_from", LABEL("Valid from"))};
constexpr Field kSite[] = {
    COMMON,
    field<&Site::province>("province", LABEL("Province")),
    field<&Site::city>("city", LABEL("City")),
    field<&Site::position>("geom", LABEL("Position")),
    enumField<&Site::kind, kSiteKinds>("kind", LABEL("Kind")),
    enumField<&Site::status, kSiteStatus>("status", LABEL("Status")),
    enumField<&Site::projectType, kProjectTypes>("project_type", LABEL("Project type")),
    field<&Site::key>("key", LABEL("Key centre")),
    DATES(Site),
    field<&Site::itPowerMw>("it_power_mw", LABEL("IT power"), "MW", 0, 10000),
    field<&Site::computePflops>("compute_pflops", LABEL("Compute"), "PFLOPS", 0, 1e7),
    enumField<&Site::precision, kPrecisions>("precision", LABEL("Precision")),
    enumField<&Site::sparsity, kSparsities>("sparsity", LABEL("Sparsity")),
    field<&Site::accelerator>("accelerator", LABEL("Accelerator")),
    field<&Site::acceleratorCount>("accelerator_count", LABEL("Accelerators"), "", 0, 1e8),
    enumField<&Site::acceleratorOrigin, kOrigins>("accelerator_origin", LABEL("Accelerator origin")),
    field<&Site::softwareStack>("software_stack", LABEL("Software stack")),
    field<&Site::storagePb>("storage_pb", LABEL("Storage"), "PB", 0, 1e7),
    field<&Site::rackCount>("rack_count", LABEL("Racks"), "", 0, 1e7),
    field<&Site::pueModel>("pue_model", LABEL("PUE model")),
    field<&Site::pueAnnual>("pue_annual", LABEL("Annual PUE"), "", 1, 5),
    field<&Site::greenSharePct>("green_share_pct", LABEL("Green power share"), "%", 0, 100),
    field<&Site::capexMcny>("capex_mcny", LABEL("Capital cost"), "M CNY", 0, 1e6)};
constexpr Field kJunction[] = {COMMON,
                               field<&Junction::province>("province", LABEL("Province")),
                               field<&Junction::city>("city", LABEL("City")),
                               field<&Junction::position>("geom", LABEL("Position")),
                               enumField<&Junction::role, kRoles>("role", LABEL("Role")),
                               DATES(Junction)};
constexpr Field kSpan[] = {COMMON,
                           field<&Span::from>("from_id", LABEL("From")),
                           field<&Span::to>("to_id", LABEL("To")),
                           field<&Span::line>("geom", LABEL("Route")),
                           enumField<&Span::status, kSpanStatus>("status", LABEL("Status")),
                           DATES(Span),
                           enumField<&Span::terrain, kTerrains>("terrain", LABEL("Terrain")),
                           field<&Span::schematic>("schematic", LABEL("Schematic")),
                           field<&Span::sinuosity>("sinuosity", LABEL("Sinuosity"), "", 1, 3),
                           field<&Span::layFactor>("lay_factor", LABEL("Lay factor"), "", 1, 1.5),
                           field<&Span::measuredFibreKm>("measured_fibre_km", LABEL("Measured length"), "km", 0, 20000),
                           field<&Span::fibre>("fibre", LABEL("Fibre type")),
                           enumField<&Span::laying, kLayings>("laying", LABEL("Laying")),
                           field<&Span::pairsLit>("pairs_lit", LABEL("Fibre pairs lit"), "", 0, 10000),
                           field<&Span::pairsDark>("pairs_dark", LABEL("Fibre pairs dark"), "", 0, 10000),
                           field<&Span::capacityGbps>("capacity_gbps", LABEL("Capacity"), "Gbit/s", 0, 1e8),
                           enumField<&Span::capacitySharing, kSharings>("capacity_sharing", LABEL("Capacity counts")),
                           field<&Span::costMcnyPerKm>("cost_mcny_per_km", LABEL("Cost per km"), "M CNY/km", 0, 1000)};
constexpr Field kRiskGroup[] = {COMMON, enumField<&RiskGroup::kind, kRiskKinds>("kind", LABEL("Kind")),
                                field<&RiskGroup::members>("members", LABEL("Members"))};
constexpr Field kService[] = {COMMON,
                              field<&Service::from>("from_id", LABEL("From")),
                              field<&Service::to>("to_id", LABEL("To")),
                              field<&Service::secondFrom>("second_from_id", LABEL("From, second node")),
                              field<&Service::secondTo>("second_to_id", LABEL("To, second node")),
                              field<&Service::gbps>("gbps", LABEL("Bandwidth by year"), "Gbit/s", 0, 1e8),
                              field<&Service::rttLimitMs>("rtt_limit_ms", LABEL("RTT limit"), "ms", 0, 1000),
                              enumField<&Service::protection, kProtections>("protection", LABEL("Protection")),
                              enumField<&Service::routing, kRoutings>("routing", LABEL("Routing")),
                              field<&Service::pinnedPrimary>("pinned_primary", LABEL("Pinned primary")),
                              field<&Service::pinnedBackup>("pinned_backup", LABEL("Pinned backup")),
                              field<&Service::clauses>("clauses", LABEL("Clauses")),
                              DATES(Service)};
constexpr Field kLightpath[] = {COMMON,
                                field<&Lightpath::service>("service_id", LABEL("Service")),
                                field<&Lightpath::spans>("spans", LABEL("Spans")),
                                field<&Lightpath::regenerators>("regenerators", LABEL("Regenerators")),
                                field<&Lightpath::rateGbps>("rate_gbps", LABEL("Line rate"), "Gbit/s", 0, 1e5),
                                field<&Lightpath::channel>("channel", LABEL("Channel"), "", 0, 10000),
                                field<&Lightpath::slotGhz>("slot_ghz", LABEL("Slot width"), "GHz", 0, 10000)};
constexpr Field kDemand[] = {COMMON, field<&Demand::place>("place_id", LABEL("Place")),
                             enumField<&Demand::demandClass, kDemandClasses>("demand_class", LABEL("Class")),
                             field<&Demand::amount>("amount", LABEL("Amount by year"), "PFLOPS | PB", 0, 1e9),
                             field<&Demand::rttLimitMs>("rtt_limit_ms", LABEL("RTT limit"), "ms", 0, 1000)};
constexpr Field kArea[] = {COMMON, enumField<&Area::kind, kAreaKinds>("kind", LABEL("Kind")),
                           field<&Area::polygon>("geom", LABEL("Outline")),
                           field<&Area::centre>("centre", LABEL("Centre")),
                           field<&Area::radiusKm>("radius_km", LABEL("Radius"), "km", 0, 5000)};
constexpr Field kPower[] = {
    COMMON,
    field<&PowerContract::site>("site_id", LABEL("Site")),
    enumField<&PowerContract::kind, kPowerKinds>("kind", LABEL("Kind")),
    field<&PowerContract::capacityMw>("capacity_mw", LABEL("Capacity"), "MW", 0, 1e5),
    field<&PowerContract::energyMwh>("energy_mwh", LABEL("Storage energy"), "MWh", 0, 1e6),
    field<&PowerContract::annualMwh>("annual_mwh", LABEL("Annual energy"), "MWh/a", 0, 1e9),
    field<&PowerContract::priceCnyPerKwh>("price_cny_per_kwh", LABEL("Price"), "CNY/kWh", -10, 100),
    field<&PowerContract::series>("series_id", LABEL("Hourly profile")),
    DATES(PowerContract)};
constexpr Field kSeries[] = {COMMON, field<&Series::unit>("unit", LABEL("Unit")),
                             field<&Series::stepHours>("step_hours", LABEL("Step"), "h", 1e-3, 8784),
                             field<&Series::values>("values", LABEL("Values"))};
constexpr Field kRegister[] = {COMMON,
                               field<&Register::book>("book", LABEL("Register")),
                               field<&Register::date>("date", LABEL("Date")),
                               field<&Register::amount>("amount", LABEL("Amount")),
                               field<&Register::unit>("unit", LABEL("Unit")),
                               field<&Register::subject>("subject_id", LABEL("Subject"))};
constexpr Field kMeasurement[] = {COMMON,
                                  field<&Measurement::subject>("subject_id", LABEL("Subject")),
                                  field<&Measurement::quantity>("quantity", LABEL("Quantity")),
                                  field<&Measurement::value>("value", LABEL("Value")),
                                  field<&Measurement::unit>("unit", LABEL("Unit")),
                                  field<&Measurement::date>("date", LABEL("Date")),
                                  field<&Measurement::instrument>("instrument", LABEL("Instrument"))};
constexpr Field kDeclaration[] = {COMMON,
                                  field<&Declaration::clause>("clause", LABEL("Clause")),
                                  field<&Declaration::subject>("subject_id", LABEL("Subject")),
                                  enumField<&Declaration::state, kDeclared>("state", LABEL("Declared")),
                                  field<&Declaration::evidence>("evidence", LABEL("Evidence")),
                                  field<&Declaration::declaredBy>("declared_by", LABEL("Declared by")),
                                  field<&Declaration::date>("date", LABEL("Date"))};
constexpr Field kAcknowledgement[] = {COMMON, field<&Acknowledgement::finding>("finding", LABEL("Finding")),
                                      field<&Acknowledgement::value>("value", LABEL("Value")),
                                      field<&Acknowledgement::by>("by", LABEL("By")),
                                      field<&Acknowledgement::date>("date", LABEL("Date"))};
constexpr Field kAnnotation[] = {COMMON, field<&Annotation::position>("geom", LABEL("Position")),
                                 field<&Annotation::subject>("subject_id", LABEL("Subject")),
                                 field<&Annotation::author>("author", LABEL("Author")),
                                 field<&Annotation::date>("date", LABEL("Date"))};
constexpr Field kProvenance[] = {COMMON,
                                 field<&Provenance::subject>("subject_id", LABEL("Subject")),
                                 field<&Provenance::field>("field", LABEL("Field")),
                                 field<&Provenance::source>("source", LABEL("Source")),
                                 field<&Provenance::date>("date", LABEL("Date")),
                                 enumField<&Provenance::confidence, kConfidences>("confidence", LABEL("Confidence")),
                                 field<&Provenance::low>("low", LABEL("Low")),
                                 field<&Provenance::high>("high", LABEL("High"))};

constexpr FieldType kNone = FieldType::Text;

constexpr EntitySchema kSchemas[kKindCount] = {
    makeSchema<Scenario>("scenario", KIND("Scenario"), "FA", false, kNone, kScenario),
    makeSchema<Setting>("setting", KIND("Setting"), "", true, kNone, kSetting),
    makeSchema<RulePackRow>("rule_pack", KIND("Rule pack"), "", false, kNone, kRulePack),
    makeSchema<FibreType>("fibre_type", KIND("Fibre type"), "", true, kNone, kFibreType),
    makeSchema<EquipmentType>("equipment_type", KIND("Equipment type"), "", true, kNone, kEquipment),
    makeSchema<Site>("site", KIND("Site"), "SL", true, FieldType::Point, kSite),
    makeSchema<Junction>("junction", KIND("Junction"), "JD", true, FieldType::Point, kJunction),
    makeSchema<Span>("span", KIND("Span"), "GD", true, FieldType::Line, kSpan),
    makeSchema<RiskGroup>("risk_group", KIND("Risk group"), "FX", true, kNone, kRiskGroup),
    makeSchema<Service>("service", KIND("Service"), "YW", true, kNone, kService),
    makeSchema<Lightpath>("lightpath", KIND("Lightpath"), "GT", true, kNone, kLightpath),
    makeSchema<Demand>("demand", KIND("Demand"), "XQ", true, kNone, kDemand),
    makeSchema<Area>("area", KIND("Area"), "QY", true, FieldType::Polygon, kArea),
    makeSchema<PowerContract>("power_contract", KIND("Power contract"), "DL", true, kNone, kPower),
    makeSchema<Series>("series", KIND("Series"), "XL", true, kNone, kSeries),
    makeSchema<Register>("register", KIND("Register"), "TZ", true, kNone, kRegister),
    makeSchema<Measurement>("measurement", KIND("Measurement"), "CL", true, kNone, kMeasurement),
    makeSchema<Declaration>("declaration", KIND("Declaration"), "SB", true, kNone, kDeclaration),
    makeSchema<Acknowledgement>("acknowledgement", KIND("Acknowledgement"), "QR", true, kNone, kAcknowledgement),
    makeSchema<Annotation>("annotation", KIND("Annotation"), "PZ", true, FieldType::Point, kAnnotation),
    makeSchema<Provenance>("provenance", KIND("Provenance"), "", true, kNone, kProvenance),
};

QString rangeText(const Field& field) {
    const QString unit = *field.unit ? u' ' + unitText(QString::fromUtf8(field.unit)) : QString();
    const QString low = shortestDecimal(field.low), high = shortestDecimal(field.high);
    if (field.high == kInf)
        return QStringLiteral("≥ ") + low + unit;
    if (field.low == -kInf)
        return QStringLiteral("≤ ") + high + unit;
    return low + QStringLiteral(" – ") + high + unit;
}

bool hasType(FieldType type, const Value& value) {
    switch (type) {
    case FieldType::Text:
    case FieldType::Enumeration:
        return std::holds_alternative<QString>(value);
    case FieldType::Real:
        return std::holds_alternative<double>(value) || std::holds_alternative<qint64>(value);
    case FieldType::Integer:
        return std::holds_alternative<qint64>(value);
    case FieldType::Boolean:
        return std::holds_alternative<bool>(value);
    case FieldType::Date:
        return std::holds_alternative<Date>(value);
    case FieldType::Reference:
        return std::holds_alternative<EntityId>(value);
    case FieldType::Point:
        return std::holds_alternative<LonLat>(value);
    case FieldType::Line:
        return std::holds_alternative<Line>(value);
    case FieldType::Polygon:
        return std::holds_alternative<Polygon>(value);
    case FieldType::References:
        return std::holds_alternative<RefList>(value);
    case FieldType::YearReals:
        return std::holds_alternative<YearReals>(value);
    case FieldType::Reals:
        return std::holds_alternative<RealList>(value);
    }
    return false;
}

std::optional<Message> checkNumber(const Field& field, double number) {
    if (!std::isfinite(number))
        return message(CORRIDOR_MSG("“%1” must be a finite number."), field.labelText());
    if (number >= field.low && number <= field.high)
        return std::nullopt;
    return message(CORRIDOR_MSG("“%1” must be %2; %3 is outside."), field.labelText(), rangeText(field),
                   shortestDecimal(number));
}

bool isOnEarth(const std::vector<LonLat>& points) {
    return std::all_of(points.begin(), points.end(), [](const LonLat& point) { return point.isValid(); });
}

std::optional<Message> checkPlaces(const Field& field, const Value& value) {
    bool valid = true;
    if (const auto* point = std::get_if<LonLat>(&value))
        valid = point->isValid();
    else if (const auto* line = std::get_if<Line>(&value))
        valid = isOnEarth(*line);
    else if (const auto* polygon = std::get_if<Polygon>(&value))
        valid = std::all_of(polygon->rings.begin(), polygon->rings.end(), isOnEarth);
    if (valid)
        return std::nullopt;
    return message(CORRIDOR_MSG("“%1” needs a longitude of −180 – 180° and a latitude of −90 – 90°."),
                   field.labelText());
}

std::optional<Message> checkWord(const Field& field, const QString& word) {
    QStringList legal;
    for (const EnumWord& candidate : field.words) {
        if (word == QLatin1String(candidate.word))
            return std::nullopt;
        legal += QLatin1String(candidate.word);
    }
    return message(CORRIDOR_MSG("“%1” must be one of %2; “%3” is not."), field.labelText(),
                   legal.join(QStringLiteral(", ")), word);
}

std::optional<Message> checkReals(const Field& field, const RealList& values) {
    for (const double value : values)
        if (auto problem = checkNumber(field, value))
            return problem;
    return std::nullopt;
}

std::optional<Message> checkIds(const Field& field, const RefList& ids) {
    if (std::all_of(ids.begin(), ids.end(), [](EntityId id) { return !id.isNull(); }))
        return std::nullopt;
    return message(CORRIDOR_MSG("“%1” lists an object without an id."), field.labelText());
}

std::optional<Message> checkYears(const Field& field, const YearReals& values) {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i].first < 1900 || values[i].first > 2200 || (i > 0 && values[i].first <= values[i - 1].first))
            return message(CORRIDOR_MSG("“%1”: years must ascend between 1900 and 2200, each once."),
                           field.labelText());
        if (auto problem = checkNumber(field, values[i].second))
            return problem;
    }
    return std::nullopt;
}

} // namespace

std::optional<Message> Field::check(const Value& value) const {
    if (isUnknown(value)) {
        if (required)
            return message(CORRIDOR_MSG("“%1” may not be empty."), labelText());
        return std::nullopt;
    }
    if (!hasType(type, value))
        return message(CORRIDOR_MSG("“%1” cannot hold “%2”."), labelText(), valueToText(value));
    switch (type) {
    case FieldType::Real:
    case FieldType::Integer:
        return checkNumber(*this, std::holds_alternative<double>(value) ? std::get<double>(value)
                                                                        : static_cast<double>(std::get<qint64>(value)));
    case FieldType::Enumeration:
        return checkWord(*this, std::get<QString>(value));
    case FieldType::YearReals:
        return checkYears(*this, std::get<YearReals>(value));
    case FieldType::Reals:
        return checkReals(*this, std::get<RealList>(value));
    case FieldType::References:
        return checkIds(*this, std::get<RefList>(value));
    case FieldType::Point:
    case FieldType::Line:
    case FieldType::Polygon:
        return checkPlaces(*this, value);
    case FieldType::Text:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::Reference:
        return std::nullopt;
    }
    return std::nullopt;
}

QString Field::labelText() const {
    return QCoreApplication::translate("Field", label);
}

const Field* EntitySchema::field(QStringView fieldName) const {
    const int index = fieldIndex(fieldName);
    return index < 0 ? nullptr : &fields[static_cast<std::size_t>(index)];
}

int EntitySchema::fieldIndex(QStringView fieldName) const {
    for (std::size_t i = 0; i < fields.size(); ++i)
        if (fieldName == QLatin1String(fields[i].name))
            return static_cast<int>(i);
    return -1;
}

QString EntitySchema::labelText() const {
    return QCoreApplication::translate("Kind", label);
}

const EntitySchema& schemaOf(Kind kind) {
    return kSchemas[static_cast<std::size_t>(kind)];
}

const EntitySchema* schemaOfTable(QStringView table) {
    for (const EntitySchema& schema : kSchemas)
        if (table == QLatin1String(schema.table))
            return &schema;
    return nullptr;
}

QString wordLabel(const Field& field, QStringView word) {
    for (const EnumWord& candidate : field.words)
        if (word == QLatin1String(candidate.word))
            return QCoreApplication::translate("Word", candidate.label);
    return word.toString();
}

quint64 changedFields(const EntitySchema& schema, const Entity* before, const Entity* after) {
    if (!before || !after)
        return ~quint64(0);
    quint64 mask = 0;
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (schema.fields[i].get(*before) != schema.fields[i].get(*after))
            mask |= quint64(1) << i;
    return mask;
}

} // namespace corridor
