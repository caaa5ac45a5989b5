// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/integrity.h"

#include "model/geo/polyline.h"
#include "model/plan/energysettings.h"
#include "model/plan/problems.h"
#include "model/plan/settings.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

namespace corridor {

namespace {

// One hash look-up a reference, where EntitySet::find would search twenty tables.
class IndexedLookup : public ObjectLookup {
public:
    explicit IndexedLookup(const EntitySet& entities) {
        mKinds.reserve(entities.count());
        for (const Kind kind : allKinds())
            entities.forEach(kind, [&](const EntityRef& object) { mKinds.emplace(object->id, kind); });
        mPositions.reserve(entities.count(Kind::Site) + entities.count(Kind::Junction));
        entities.table<Site>().forEach([&](const auto& site) { mPositions.emplace(site->id, site->position); });
        entities.table<Junction>().forEach(
            [&](const auto& junction) { mPositions.emplace(junction->id, junction->position); });
    }
    std::optional<Kind> kindOf(EntityId id) const override { return valueIn(mKinds, id); }
    std::optional<LonLat> positionOf(EntityId node) const override { return valueIn(mPositions, node); }

private:
    template <class Map>
    static std::optional<typename Map::mapped_type> valueIn(const Map& map, EntityId id) {
        const auto it = map.find(id);
        return it == map.end() ? std::nullopt : std::optional(it->second);
    }
    std::unordered_map<EntityId, Kind> mKinds;
    std::unordered_map<EntityId, LonLat> mPositions;
};

class IntegrityCheck {
public:
    explicit IntegrityCheck(const EntitySet& entities)
        : mEntities(entities)
        , mLookup(entities)
        , mEnergy(energySettingsOf(entities)) {}

    std::vector<Finding> run();

private:
    void report(const char* check, Severity severity, Message title, Kind kind, const Entity& subject,
                const QString& part = {}) {
        mFound.push_back(problem(check, severity, std::move(title), subject, part, extentOf(kind, subject)));
    }
    void checkCodes(Kind kind);
    void checkSpan(const Span& span);
    void checkDates(Kind kind, const Entity& entity, const Date& in, const Date& out);
    void checkLength(const Span& span);
    void checkPins(const Service& service, EntityId from, EntityId to, const RefList& pins, const char* part);

    const EntitySet& mEntities;
    IndexedLookup mLookup;
    EnergySettings mEnergy;
    std::unordered_set<QString> mFibres;
    std::unordered_set<EntityId> mEnds;
    std::vector<Finding> mFound;
};

void IntegrityCheck::checkCodes(Kind kind) {
    std::unordered_map<QString, std::vector<std::shared_ptr<const Entity>>> byCode;
    byCode.reserve(mEntities.count(kind));
    mEntities.forEach(kind, [&](const EntityRef& object) {
        if (!object->code.isEmpty())
            byCode[object->code].push_back(object.ptr);
    });
    for (const auto& [code, holders] : byCode)
        for (std::size_t i = 1; i < holders.size(); ++i) { // the lowest id keeps the code
            report("code-taken", Severity::Binding,
                   message(CORRIDOR_MSG("%1 objects of kind “%2” have the code “%3”; give each its own."),
                           QString::number(holders.size()), schemaOf(kind).labelText(), code),
                   kind, *holders[i], QStringLiteral("code"));
            mFound.back().evidence.insert(mFound.back().evidence.begin(), holders.front()->id);
        }
}

void IntegrityCheck::checkDates(Kind kind, const Entity& entity, const Date& in, const Date& out) {
    if (!in.isNull() && !out.isNull() && out.year <= in.year)
        report(
            "date-order", Severity::Guiding,
            message(
                CORRIDOR_MSG(
                    "%1 leaves service (%2) by the year it enters it (%3), so no year counts it; correct the dates."),
                labelOf(entity), out.toString(), in.toString()),
            kind, entity, QStringLiteral("out_date"));
}

void IntegrityCheck::checkLength(const Span& span) {
    if (span.line.size() < 2)
        return; // "short-line" says it
    const Box box = boundingBox(span.line);
    if (box.height() > 1e-4 || (box.width() > 1e-3 && box.latMax < 85 && box.latMin > -85))
        return; // over 9 m; no geodesic needed
    if (polylineLength(span.line) < 1.0)
        report("zero-length", Severity::Guiding,
               message(CORRIDOR_MSG("Span %1 is shorter than 1 m; move one of its ends or remove it."), labelOf(span)),
               Kind::Span, span, QStringLiteral("geom"));
}

void IntegrityCheck::checkSpan(const Span& span) {
    mEnds.insert(span.from);
    mEnds.insert(span.to);
    if ((span.status == SpanStatus::Planned || span.status == SpanStatus::Building) && span.inDate.isNull())
        report(
            "no-date", Severity::Guiding,
            message(CORRIDOR_MSG("Span %1 is planned but has no date in service, so no route uses it; enter a date."),
                    labelOf(span)),
            Kind::Span, span, QStringLiteral("in_date"));
    if (span.status == SpanStatus::Removed && span.outDate.isNull())
        report(
            "removed-without-date", Severity::Guiding,
            message(CORRIDOR_MSG(
                        "Span %1 is to be removed but has no date out of service, so no route uses it; enter a date."),
                    labelOf(span)),
            Kind::Span, span, QStringLiteral("out_date"));
    if (!span.fibre.isEmpty() && !mFibres.contains(span.fibre))
        report("unknown-fibre", Severity::Guiding,
               message(
                   CORRIDOR_MSG(
                       "Span %1 names the fibre type “%2”, which the plan does not describe; choose one that it does."),
                   labelOf(span), span.fibre),
               Kind::Span, span, QStringLiteral("fibre"));
    checkDates(Kind::Span, span, span.inDate, span.outDate);
    checkLength(span);
}

void IntegrityCheck::checkPins(const Service& service, EntityId from, EntityId to, const RefList& pins,
                               const char* part) {
    if (service.routing != Routing::Pinned || pins.empty())
        return;
    EntityId at = from;
    for (const EntityId id : pins) {
        const Span* span = mEntities.find<Span>(id);
        if (!span)
            return; // "dangling-reference" says it
        if (span->from != at && span->to != at) {
            at = {};
            break;
        }
        at = span->from == at ? span->to : span->from;
    }
    if (at.isNull() || at != to)
        report("pinned-gap", Severity::Guiding,
               message(CORRIDOR_MSG("The pinned route of service %1 does not lead from one end to the other; add the "
                                    "missing spans or let it be computed."),
                       labelOf(service)),
               Kind::Service, service, QString::fromLatin1(part));
}

std::vector<Finding> IntegrityCheck::run() {
    mEntities.table<FibreType>().forEach([&](const auto& fibre) { mFibres.insert(fibre->code); });
    for (const Kind kind : allKinds()) {
        mEntities.forEach(kind, [&](const EntityRef& object) {
            std::vector<Finding> found = problemsOf(mLookup, kind, *object);
            std::move(found.begin(), found.end(), std::back_inserter(mFound));
        });
        checkCodes(kind);
    }
    mEntities.table<Span>().forEach([&](const auto& span) { checkSpan(*span); });
    mEntities.table<Junction>().forEach(
        [&](const auto& junction) { checkDates(Kind::Junction, *junction, junction->inDate, junction->outDate); });
    mEntities.table<Site>().forEach([&](const auto& site) {
        checkDates(Kind::Site, *site, site->inDate, site->outDate);
        if (!site->pueModel.isEmpty() && !mEnergy.pueModels.contains(site->pueModel))
            report("unknown-pue-model", Severity::Guiding,
                   message(CORRIDOR_MSG("Site %1 names the PUE model “%2”, which the plan does not hold, so its energy "
                                        "is not known; choose one that it holds."),
                           labelOf(*site), site->pueModel),
                   Kind::Site, *site, QStringLiteral("pue_model"));
        if (site->key && !mEnds.contains(site->id))
            report("isolated-site", Severity::Guiding,
                   message(CORRIDOR_MSG("Key site %1 has no fibre; draw a span to it."), labelOf(*site)), Kind::Site,
                   *site);
    });
    mEntities.table<Service>().forEach([&](const auto& service) {
        checkDates(Kind::Service, *service, service->inDate, service->outDate);
        checkPins(*service, service->from, service->to, service->pinnedPrimary, "pinned_primary");
        // A backup joins the second ends where there are any, as routing has it.
        checkPins(*service, service->secondFrom ? service->secondFrom : service->from,
                  service->secondTo ? service->secondTo : service->to, service->pinnedBackup, "pinned_backup");
    });
    mEntities.table<Setting>().forEach([&](const auto& row) {
        if (const auto sentence = checkSetting(mEntities, row->code, row->value))
            report("setting", Severity::Binding,
                   message(CORRIDOR_MSG("%1 Until it is corrected, the default holds."), sentence->text()),
                   Kind::Setting, *row);
    });
    std::sort(mFound.begin(), mFound.end(), [](const Finding& a, const Finding& b) {
        return std::tie(a.severity, a.key) < std::tie(b.severity, b.key);
    });
    return std::move(mFound);
}

} // namespace

std::vector<Finding> checkIntegrity(const EntitySet& entities) {
    return IntegrityCheck(entities).run();
}

std::vector<Finding> checkIntegrity(const Plan& plan, EntityId scenario) {
    std::vector<Finding> found;
    plan.base().table<Scenario>().forEach([&](const auto& row) {
        if (!plan.hasScenario(row->id))
            found.push_back(problem("parent", Severity::Binding,
                                    message(CORRIDOR_MSG("The parents of scenario %1 do not lead to the base, so it "
                                                         "cannot be shown; give it another parent."),
                                            labelOf(*row)),
                                    *row, QStringLiteral("parent_id")));
    });
    std::vector<Finding> ofScenario = checkIntegrity(plan.entities(scenario));
    std::move(ofScenario.begin(), ofScenario.end(), std::back_inserter(found));
    return found;
}

} // namespace corridor
