// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/edit/cascade.h"
#include "model/edit/refusal.h"
#include "model/geo/polyline.h"
#include "model/plan/references.h"

namespace corridor {

namespace {

// The span of that id after the changes so far, or the refusal that there is none.
const Span* spanOf(const ChangeBuilder& changes, EntityId id, EntityRef& holder, std::optional<EditResult>& refusal) {
    holder = changes.current(id);
    if (!holder)
        refusal = refuseMissing(id);
    else if (holder.kind != Kind::Span)
        refusal = refuse(problem("not-a-span", Severity::Binding,
                                 message(CORRIDOR_MSG("%1 is not a span; choose one."), labelOf(*holder)), *holder));
    return holder.as<Span>();
}

} // namespace

EditResult Editor::setSpanLine(EntityId span, Line line) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    EntityRef holder;
    std::optional<EditResult> refusal;
    const Span* before = spanOf(changes, span, holder, refusal);
    if (refusal)
        return *refusal;
    Span after = *before;
    after.line = std::move(line);
    // Checked as drawn; then set exactly onto the nodes.
    changes.put(after);
    if (auto problem = reasonToRefuse(changes, Kind::Span, after))
        return refuse(std::move(*problem));
    const QString text = tr("Reshape span %1").arg(labelOf(after));
    if (after.line != before->line)
        markHandMade(changes, {span}, Kind::Span, u"geom");
    const auto misses = [&](const LonLat& vertex, EntityId node) {
        const auto position = BuilderLookup(changes).positionOf(node);
        return !position || Geodesic::cgcs2000().distance(*position, vertex) > kEndToleranceM;
    };
    if (!misses(after.line.front(), after.from) && !misses(after.line.back(), after.to))
        changes.put(attached(changes, std::move(after)));
    return finish(changes.take(), text, {span});
}

EditResult Editor::reverseSpan(EntityId span) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    EntityRef holder;
    std::optional<EditResult> refusal;
    const Span* before = spanOf(changes, span, holder, refusal);
    if (refusal)
        return *refusal;
    Span after = *before;
    std::swap(after.from, after.to);
    std::reverse(after.line.begin(), after.line.end());
    const QString text = tr("Reverse span %1").arg(labelOf(after));
    changes.put(std::move(after));
    return finish(changes.take(), text, {span});
}

namespace {

struct Cut {
    std::size_t segment;
    double fraction;
    LonLat point;
};

// Where to cut: the place on the segment nearest to `at`, or an inner vertex within 1 m of it. Nothing within 1 m of
// the span's ends.
std::optional<Cut> cutOf(const Line& line, std::size_t segment, const LonLat& at) {
    const auto nearest = nearestOnLine(std::span(line).subspan(segment, 2), at);
    if (!nearest)
        return std::nullopt;
    Cut cut{segment, nearest->fraction, nearest->point};
    const Geodesic& geodesic = Geodesic::cgcs2000();
    for (const std::size_t vertex : {segment, segment + 1}) {
        if (geodesic.distance(line[vertex], cut.point) > kEndToleranceM)
            continue;
        if (vertex == 0 || vertex + 1 == line.size())
            return std::nullopt;
        cut = {segment, vertex == segment ? 0.0 : 1.0, line[vertex]};
    }
    return cut;
}

// The two parts, ids and codes still those of the whole; measured length shared out by geodesic length.
std::pair<Span, Span> partsOf(const Span& whole, const Cut& cut, EntityId junction) {
    Span first = whole, second = whole;
    std::tie(first.line, second.line) = splitLine(whole.line, cut.segment, cut.fraction);
    first.line.back() = second.line.front() = cut.point;
    first.to = second.from = junction;
    if (whole.measuredFibreKm) {
        const double a = polylineLength(first.line), b = polylineLength(second.line);
        first.measuredFibreKm = *whole.measuredFibreKm * a / (a + b);
        second.measuredFibreKm = *whole.measuredFibreKm - *first.measuredFibreKm;
    }
    return {first, second};
}

// The span of that id, `whole` as it was before the cut; null for ids of other kinds.
std::shared_ptr<const Span> spanOr(const ChangeBuilder& changes, EntityId id, const Span& whole) {
    if (id == whole.id)
        return std::make_shared<const Span>(whole);
    return std::static_pointer_cast<const Span>(changes.current(Kind::Span, id).ptr);
}

// Whether a route that comes from `at` runs from `to` to `from`; where it does not come from either end, the next span
// tells.
bool runsBackwards(const Span& span, EntityId at, const Span* next) {
    if (at == span.from || at == span.to)
        return at == span.to;
    const auto meets = [next](EntityId node) { return next && (next->from == node || next->to == node); };
    return meets(span.from) && !meets(span.to);
}

// `ids` with `second` beside each `first`: before it where the route runs through `first` against its direction.
RefList withSecondPart(const ChangeBuilder& changes, const RefList& ids, EntityId start, const Span& whole,
                       EntityId second) {
    RefList out;
    EntityId at = start;
    for (std::size_t i = 0; i < ids.size(); ++i) {
        const std::shared_ptr<const Span> span = spanOr(changes, ids[i], whole);
        const std::shared_ptr<const Span> next = i + 1 < ids.size() ? spanOr(changes, ids[i + 1], whole) : nullptr;
        const bool backwards = span && runsBackwards(*span, at, next.get());
        if (span)
            at = backwards ? span->from : span->to;
        if (ids[i] == whole.id && backwards)
            out.push_back(second);
        out.push_back(ids[i]);
        if (ids[i] == whole.id && !backwards)
            out.push_back(second);
    }
    return out;
}

// Where a list of spans starts, as far as the object says.
EntityId startOf(const ChangeBuilder& changes, const EntityRef& object) {
    if (const Service* service = object.as<Service>())
        return service->from;
    if (const Lightpath* path = object.as<Lightpath>()) {
        const EntityRef service = changes.current(Kind::Service, path->service);
        return service ? service.as<Service>()->from : EntityId{};
    }
    return {};
}

// The object with the second part in every list that holds the span; null when no list does.
std::shared_ptr<const Entity> extended(const ChangeBuilder& changes, const EntityRef& object, const Span& whole,
                                       EntityId second) {
    std::shared_ptr<Entity> copy;
    for (const ReferenceRule& rule : referenceRules(object.kind)) {
        const Value value = rule.field->get(*object);
        const auto* list = std::get_if<RefList>(&value);
        if (!list || std::find(list->begin(), list->end(), whole.id) == list->end())
            continue;
        if (!copy)
            copy = schemaOf(object.kind).copy(*object);
        rule.field->set(*copy, withSecondPart(changes, *list, startOf(changes, object), whole, second));
    }
    return copy;
}

// Lists of the scenario's objects (`ownRowsOnly`: of its overlay alone) that hold the span get its second part too.
void extendLists(ChangeBuilder& changes, const Span& whole, EntityId second, bool ownRowsOnly) {
    std::vector<std::pair<Kind, std::shared_ptr<const Entity>>> longer;
    const auto consider = [&](const EntityRef& object) {
        if (auto copy = extended(changes, object, whole, second))
            longer.emplace_back(object.kind, std::move(copy));
    };
    if (ownRowsOnly)
        changes.plan().forEachOverlayRow(changes.scenario(), [&](Kind kind, EntityId, const Slot& slot) {
            if (slot.isPresent())
                consider(EntityRef{kind, slot.entity});
        });
    else
        for (const Kind kind : {Kind::RiskGroup, Kind::Service, Kind::Lightpath})
            changes.forEachCurrent(kind, consider);
    for (auto& [kind, object] : longer)
        changes.put(kind, std::move(object));
}

// The scenarios below: one that has its own idea of the span keeps it whole and does not see the second part.
ChangeSet withCutBelow(const Plan& plan, EntityId scenario, ChangeSet step, const Span& whole, EntityId second) {
    Plan now = plan.with(step);
    for (const EntityId below : withDescendants(now, scenario)) {
        if (below == scenario)
            continue;
        ChangeBuilder changes(now, below);
        if (now.slot(below, Kind::Span, whole.id).state != Slot::State::Absent)
            removeWithDependants(changes, {second});
        else if (now.entities(below).find<Span>(second))
            extendLists(changes, whole, second, true);
        const ChangeSet more = changes.take();
        now = now.with(more);
        step = step.followedBy(more);
    }
    return step;
}

// Where the values of both parts come from: as those of the whole; a length that was measured over the whole is now an
// estimate.
void shareProvenance(ChangeBuilder& changes, const Span& first, const Span& second, const Span& whole,
                     const QString& source) {
    std::vector<Provenance> rows;
    bool hasMeasured = false;
    changes.forEachCurrent(Kind::Provenance, [&](const EntityRef& object) {
        if (object.as<Provenance>()->subject == whole.id)
            rows.push_back(*object.as<Provenance>());
    });
    const auto put = [&](Provenance row, const Span& part) {
        if (row.field == u"measured_fibre_km" && whole.measuredFibreKm) {
            const double share = *whole.measuredFibreKm > 0 ? *part.measuredFibreKm / *whole.measuredFibreKm : 0;
            row.confidence = Confidence::Estimated;
            row.low = row.low ? std::optional(*row.low * share) : std::nullopt;
            row.high = row.high ? std::optional(*row.high * share) : std::nullopt;
        }
        row.subject = part.id;
        if (part.id != whole.id || row.id.isNull())
            row.id = freshId(changes);
        changes.put(std::move(row));
    };
    for (const Provenance& row : rows) {
        hasMeasured |= row.field == u"measured_fibre_km";
        put(row, first);
        put(row, second);
    }
    if (hasMeasured || !whole.measuredFibreKm)
        return;
    Provenance row;
    row.field = QStringLiteral("measured_fibre_km");
    row.source = source;
    put(row, first);
    put(row, second);
}

} // namespace

EditResult Editor::splitSpan(EntityId span, std::size_t segment, LonLat at, Junction prototype) {
    if (auto refused = refusedForReadOnly())
        return *refused;
    ChangeBuilder changes = startChanges();
    EntityRef holder;
    std::optional<EditResult> refusal;
    const Span* found = spanOf(changes, span, holder, refusal);
    if (refusal)
        return *refusal;
    const Span whole = *found;
    const std::optional<Cut> cut = segment + 1 < whole.line.size() ? cutOf(whole.line, segment, at) : std::nullopt;
    if (!cut)
        return refuse(problem(
            "no-cut", Severity::Binding,
            message(
                CORRIDOR_MSG("Span %1 cannot be cut there; choose a place on its line, more than 1 m from its ends."),
                labelOf(whole)),
            whole, {}, extentOf(Kind::Span, whole)));
    Junction junction = std::move(prototype);
    junction.id = freshId(changes);
    if (junction.code.isEmpty())
        junction.code = nextFreeCode(changes, Kind::Junction);
    junction.position = cut->point;
    if (auto problem = problemOf(changes, Kind::Junction, junction))
        return refuse(std::move(*problem));
    auto [first, second] = partsOf(whole, *cut, junction.id);
    second.id = freshId(changes);
    second.code = nextFreeCode(changes, Kind::Span);
    changes.put(junction);
    placeNodes(changes, {junction.id});
    changes.put(first);
    changes.put(second);
    extendLists(changes, whole, second.id, false);
    shareProvenance(changes, first, second, whole, tr("shared out by length when %1 was cut").arg(labelOf(whole)));
    ChangeSet step = withCutBelow(changes.plan(), changes.scenario(), changes.take(), whole, second.id);
    return finish(std::move(step), tr("Cut span %1").arg(labelOf(whole)), {first.id, second.id, junction.id});
}

} // namespace corridor
