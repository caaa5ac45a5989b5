// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/problems.h"

#include "model/geo/geodesic.h"
#include "model/plan/changeset.h"
#include "model/plan/references.h"

#include <algorithm>

namespace corridor {

namespace {

class Checks {
public:
    Checks(const ObjectLookup& plan, Kind kind, const Entity& entity)
        : mPlan(plan)
        , mKind(kind)
        , mEntity(entity) {}

    std::vector<Finding> run() {
        checkValues();
        checkReferences();
        checkKeyCode();
        if (mKind == Kind::Span)
            checkSpan(static_cast<const Span&>(mEntity));
        else if (mKind == Kind::Service)
            checkService(static_cast<const Service&>(mEntity));
        else if (mKind == Kind::Provenance)
            checkProvenance(static_cast<const Provenance&>(mEntity));
        return std::move(mFound);
    }

private:
    void report(const char* check, const QString& part, Message title) {
        mFound.push_back(problem(check, Severity::Binding, std::move(title), mEntity, part, extentOf(mKind, mEntity)));
    }
    void checkValues();
    void checkReferences();
    void checkTarget(const ReferenceRule& rule, EntityId target);
    void checkKeyCode();
    void checkSpan(const Span& span);
    void checkEnd(const Field& end, EntityId node, const LonLat& vertex);
    void checkService(const Service& service);
    void checkProvenance(const Provenance& row);

    const ObjectLookup& mPlan;
    Kind mKind;
    const Entity& mEntity;
    std::vector<Finding> mFound;
};

void Checks::checkValues() {
    for (const Field& field : schemaOf(mKind).fields)
        if (auto sentence = field.check(field.get(mEntity)))
            report("value", QString::fromLatin1(field.name), std::move(*sentence));
}

void Checks::checkTarget(const ReferenceRule& rule, EntityId target) {
    const QString part = QString::fromLatin1(rule.field->name);
    const std::optional<Kind> kind = mPlan.kindOf(target);
    if (!kind)
        report("dangling-reference", part,
               message(CORRIDOR_MSG("“%1” of %2 refers to object %3, which is not in the plan; choose one that is."),
                       rule.field->labelText(), labelOf(mEntity), target.toString()));
    else if (!rule.targets.empty() && std::find(rule.targets.begin(), rule.targets.end(), *kind) == rule.targets.end())
        report("wrong-kind", part,
               message(CORRIDOR_MSG("“%1” of %2 cannot refer to an object of kind “%3”; choose another."),
                       rule.field->labelText(), labelOf(mEntity), schemaOf(*kind).labelText()));
}

void Checks::checkReferences() {
    for (const ReferenceRule& rule : referenceRules(mKind)) {
        const Value value = rule.field->get(mEntity);
        const QString part = QString::fromLatin1(rule.field->name);
        if (const auto* target = std::get_if<EntityId>(&value)) {
            checkTarget(rule, *target);
        } else if (const auto* targets = std::get_if<RefList>(&value)) {
            for (const EntityId target_ : *targets)
                checkTarget(rule, target_);
            RefList sorted = *targets;
            std::sort(sorted.begin(), sorted.end());
            if (std::adjacent_find(sorted.begin(), sorted.end()) != sorted.end())
                report("listed-twice", part,
                       message(CORRIDOR_MSG("“%1” of %2 lists an object twice; list it once."), rule.field->labelText(),
                               labelOf(mEntity)));
        } else if (rule.required) {
            report("missing-reference", part,
                   message(CORRIDOR_MSG("“%1” of %2 is not given; choose an object."), rule.field->labelText(),
                           labelOf(mEntity)));
        }
    }
}

// Others refer to these kinds by their code.
void Checks::checkKeyCode() {
    const bool isKey =
        mKind == Kind::Setting || mKind == Kind::RulePack || mKind == Kind::FibreType || mKind == Kind::EquipmentType;
    if (isKey && mEntity.code.isEmpty())
        report("no-code", QStringLiteral("code"),
               message(CORRIDOR_MSG("An object of kind “%1” needs a code that others refer to; enter one."),
                       schemaOf(mKind).labelText()));
}

void Checks::checkEnd(const Field& end, EntityId node, const LonLat& vertex) {
    const std::optional<LonLat> position = mPlan.positionOf(node);
    if (!position || *position == vertex)
        return; // a missing node is reported as a reference
    const double distance = Geodesic::cgcs2000().distance(*position, vertex);
    if (!(distance <= kEndToleranceM))
        report(
            "line-off-ends", QString::fromLatin1(end.name),
            message(CORRIDOR_MSG("The line of span %1 misses its end “%2” by %3 m; move its end vertex onto the node."),
                    labelOf(mEntity), end.labelText(), QString::number(distance, 'f', 1)));
}

void Checks::checkSpan(const Span& span) {
    const EntitySchema& schema = schemaOf(Kind::Span);
    if (!span.from.isNull() && span.from == span.to)
        report("equal-ends", QStringLiteral("to_id"),
               message(CORRIDOR_MSG("Span %1 starts and ends at the same node; choose another end."), labelOf(span)));
    if (span.line.size() < 2) {
        report(
            "short-line", QStringLiteral("geom"),
            message(CORRIDOR_MSG("The line of span %1 has fewer than two vertices; draw it from one end to the other."),
                    labelOf(span)));
        return;
    }
    checkEnd(*schema.field(u"from_id"), span.from, span.line.front());
    checkEnd(*schema.field(u"to_id"), span.to, span.line.back());
}

void Checks::checkService(const Service& service) {
    if (!service.from.isNull() && service.from == service.to)
        report("equal-ends", QStringLiteral("to_id"),
               message(CORRIDOR_MSG("Service %1 starts and ends at the same node; choose another end."),
                       labelOf(service)));
    const bool sameFrom = !service.secondFrom.isNull() && service.secondFrom == service.from;
    const bool sameTo = !service.secondTo.isNull() && service.secondTo == service.to;
    if (sameFrom || sameTo)
        report("equal-ends", sameFrom ? QStringLiteral("second_from_id") : QStringLiteral("second_to_id"),
               message(CORRIDOR_MSG("The second node of service %1 is the first one again; choose another or none."),
                       labelOf(service)));
}

void Checks::checkProvenance(const Provenance& row) {
    if (row.low && row.high && *row.low > *row.high)
        report("bounds", QStringLiteral("low"),
               message(CORRIDOR_MSG("The range of “%1” is upside down: %2 is above %3; swap the bounds."), row.field,
                       shortestDecimal(*row.low), shortestDecimal(*row.high)));
    const std::optional<Kind> kind = mPlan.kindOf(row.subject);
    if (kind && row.field != u"*" && !schemaOf(*kind).field(row.field))
        report("no-such-field", QStringLiteral("field"),
               message(CORRIDOR_MSG("A source is given for “%1”, which an object of kind “%2” does not have; name one "
                                    "of its fields or *."),
                       row.field, schemaOf(*kind).labelText()));
}

} // namespace

QString labelOf(const Entity& entity) {
    if (!entity.code.isEmpty())
        return entity.code;
    return entity.name.isEmpty() ? entity.id.toString() : entity.name;
}

Finding problem(const char* check, Severity severity, Message title, const Entity& subject, const QString& part,
                Box place) {
    Finding finding;
    finding.check = QString::fromLatin1(check);
    finding.severity = severity;
    finding.verdict = Verdict::Broken;
    finding.title = std::move(title);
    finding.subject = subject.id;
    finding.object = message("%1", labelOf(subject));
    finding.place = place;
    finding.evidence = {subject.id};
    finding.key = finding.check + u'/' + subject.id.toString() + (part.isEmpty() ? QString() : u'/' + part);
    return finding;
}

std::vector<Finding> problemsOf(const ObjectLookup& plan, Kind kind, const Entity& entity) {
    return Checks(plan, kind, entity).run();
}

} // namespace corridor
