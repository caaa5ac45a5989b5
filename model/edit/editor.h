// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/document.h"
#include "model/plan/finding.h"

#include <optional>

namespace corridor {

/// What a verb answers: done (with the ids it made or touched), or refused with a Finding that says why. A verb that would change nothing
/// is done without a step.
struct EditResult {
    std::optional<Finding> refusal;
    std::vector<EntityId> ids;

    bool ok() const { return !refusal; }
};

/// A span end that does not exist yet: a junction to be made with the span, in the same step.
struct SpanEnd {
    EntityId node;    ///< an existing site or junction, or null:
    LonLat position;  ///< where the new junction is to stand
    QString name;     ///< its name; empty = made from the code
};

/// Every edit of a plan, as verbs. Checks first; a verb that passes its checks makes exactly one step of history in the current scenario
/// and cannot fail half-way. Windows, the command line and tests edit through here only.
class Editor {
    Q_DECLARE_TR_FUNCTIONS(corridor::Editor)
public:
    explicit Editor(Document& document) : mDocument(document) {}

    // Objects
    /// Adds an object as given; an empty code gets the next free one of its kind ("GD-0048"), a null id a fresh one.
    EditResult add(Kind kind, std::shared_ptr<Entity> entity);
    EditResult addSite(Site site);
    EditResult addJunction(Junction junction);
    /// Sets one field of one or many objects of one kind. The spans at a moved node follow it.
    EditResult setField(const std::vector<EntityId>& ids, QStringView field, const Value& value);
    /// Replaces one object as a whole (inspector, paste).
    EditResult replace(Kind kind, std::shared_ptr<const Entity> entity);
    /// Removes objects and what cannot stand without them: spans at a removed node, services between removed ends, memberships, pins,
    /// provenance. The result lists everything removed.
    EditResult remove(const std::vector<EntityId>& ids);

    // Map
    /// Moves a site or junction; the ends of its spans move with it.
    EditResult moveNode(EntityId node, LonLat to);
    /// Draws a span from `from` to `to` over `inner` vertices; missing ends are made as junctions. `prototype` carries status, terrain,
    /// sinuosity, fibre, dates and the like.
    EditResult addSpan(const SpanEnd& from, const SpanEnd& to, const Line& inner, Span prototype);
    /// Replaces the vertices of a span; first and last must stay at its ends.
    EditResult setSpanLine(EntityId span, Line line);
    EditResult reverseSpan(EntityId span);
    /// Cuts a span at a vertex or at a place on its line into two with a new junction between; measured length is shared out by geodesic
    /// length and becomes estimated.
    EditResult splitSpan(EntityId span, std::size_t segment, LonLat at);

    // Scenarios
    EditResult addScenario(EntityId parent, const QString& name, const QString& nameEn = {});
    EditResult renameScenario(EntityId scenario, const QString& name);
    /// Removes a scenario without children, with its overlay. The base cannot be removed.
    EditResult removeScenario(EntityId scenario);
    /// Makes objects of the current child scenario fall back to the parent's values.
    EditResult revertToParent(const std::vector<EntityId>& ids);

    // Choices and notes
    EditResult setSetting(const QString& key, const QString& value, const QString& label = {});
    EditResult setProvenance(Provenance provenance);
    EditResult acknowledge(const Finding& finding, const QString& by, const QString& note);
    /// Applies a step made elsewhere (import, merge, recovery) as one undoable step after checking every object in it.
    EditResult applyStep(ChangeSet step, const QString& text);

    /// Whether an object may stand in the plan as it is; the first problem otherwise (values out of range, missing or equal ends,
    /// line not at its ends, code taken).
    static std::optional<Finding> problemOf(const ChangeBuilder& plan, Kind kind, const Entity& entity);

    /// The next free code of a kind in the current scenario.
    QString nextCode(Kind kind) const;

private:
    EditResult finish(ChangeBuilder& builder, const QString& text, std::vector<EntityId> ids);

    Document& mDocument;
};

} // namespace corridor
