// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/clock.h"
#include "model/edit/document.h"
#include "model/plan/adminunits.h"
#include "model/plan/finding.h"

#include <QCoreApplication>

#include <optional>
#include <set>

namespace corridor {

/// What a verb answers: done (with the ids it made or touched), or refused with a Finding that says why. A verb that
/// would change nothing is done without a step.
struct EditResult {
    std::optional<Finding> refusal;
    std::vector<EntityId> ids;

    bool ok() const { return !refusal; }
    /// The refusal as one sentence in the language of the installed translators; empty when done.
    QString sentence() const;
};

/// A span end: an existing node, or one that does not exist yet: a junction to be made with the span, in the same step.
struct SpanEnd {
    EntityId node;   ///< an existing site or junction, or null:
    LonLat position; ///< where the new junction is to stand
    QString name;    ///< its name; may be empty, it gets a code anyway
};

/// Every edit of a plan, as verbs. Checks first; a verb that passes its checks makes exactly one step of history in the
/// current scenario and cannot fail half-way; a refused one leaves the document untouched. A step carries along what it
/// means for the scenarios below the current one, so that no scenario is left with references that dangle or lines off
/// their ends. Objects that had a problem when the plan was opened may keep it; no verb makes a new one. Windows, the
/// command line and tests edit through here only.
class Editor {
    Q_DECLARE_TR_FUNCTIONS(corridor::Editor)
public:
    /// `clock` dates acknowledgements and values set by hand (UTC).
    explicit Editor(Document& document, Clock clock = systemClock())
        : mDocument(document)
        , mClock(std::move(clock)) {}

    Document& document() { return mDocument; }
    /// Where positions lie. From then on new and moved sites and junctions say province and city, marked as estimated
    /// from the base map; what was typed or has another source is left alone.
    void setUnitLookup(UnitLookup lookup) { mUnitAt = std::move(lookup); }

    // Objects
    /// Adds an object as given; an empty code gets the next free one of its kind ("GD-0048"), a null id a fresh one.
    /// Answers its id.
    EditResult add(Kind kind, std::shared_ptr<Entity> entity);
    EditResult addSite(Site site);
    EditResult addJunction(Junction junction);
    /// Sets one field of one or many objects of one kind. The spans at a moved node follow it; the line of a span
    /// follows its new end. A recorded source of the old value does not vouch for the new one: in the same step the
    /// field's source becomes "entered by hand", assumed; so do the position of a moved node and the line of a reshaped
    /// span.
    EditResult setField(const std::vector<EntityId>& ids, QStringView field, const Value& value);
    /// Replaces one object as a whole (inspector, paste); what depends on its position follows as with setField.
    EditResult replace(Kind kind, std::shared_ptr<const Entity> entity);
    /// Removes objects and what cannot stand without them: spans at a removed node, services and demands there,
    /// lightpaths over removed spans, memberships, pins, provenance. The result lists everything removed, first what
    /// was asked for.
    EditResult remove(const std::vector<EntityId>& ids);

    // Map
    /// Moves a site or junction; the ends of its spans move with it.
    EditResult moveNode(EntityId node, LonLat to);
    /// Moves several in one step; answers them in that order.
    EditResult moveNodes(const std::vector<std::pair<EntityId, LonLat>>& moves);
    /// Draws a span from `from` to `to` over `inner` vertices; missing ends are made as junctions. `prototype` carries
    /// status, terrain, sinuosity, fibre, dates and the like; a null id and an empty code are filled in. Answers the
    /// span, then the junctions made.
    EditResult addSpan(const SpanEnd& from, const SpanEnd& to, const Line& inner, Span prototype);
    /// Replaces the vertices of a span; first and last must stay at its ends (within kEndToleranceM, then set exactly).
    EditResult setSpanLine(EntityId span, Line line);
    /// Swaps the ends and turns the line round.
    EditResult reverseSpan(EntityId span);
    /// Cuts a span on segment `segment` (index of its first vertex) at the place nearest to `at`, or at a vertex when
    /// that is nearer than 1 m, into two with a new junction between. The first part keeps id and code; risk groups,
    /// lightpaths and pinned routes get both parts; measured length is shared out by geodesic length and becomes
    /// estimated; provenance is kept on both. `prototype` carries what the junction is to be (role, name, dates); its
    /// id is made anew, an empty code filled in. Answers first part, second part, junction.
    EditResult splitSpan(EntityId span, std::size_t segment, LonLat at, Junction prototype = {});

    // Scenarios
    /// Adds a scenario over `parent`; the one shown stays. Answers its id.
    EditResult addScenario(EntityId parent, const QString& name, const QString& nameEn = {});
    EditResult renameScenario(EntityId scenario, const QString& name);
    /// Removes a scenario without children, with its overlay. The base cannot be removed.
    EditResult removeScenario(EntityId scenario);
    /// Makes objects of the current child scenario fall back to the parent's values; objects that the child added go,
    /// those it removed come back (with the nodes they need).
    EditResult revertToParent(const std::vector<EntityId>& ids);

    // Choices and notes
    /// Sets a choice of the plan (settings.h lists the keys); values that its key cannot take are refused. `label`
    /// names the row.
    EditResult setSetting(const QString& key, const QString& value, const QString& label = {});
    /// Records where a value comes from; one row per subject and field: a null id takes over the row that is there.
    EditResult setProvenance(Provenance provenance);
    /// Accepts a finding for now, dated today (UTC); a second acknowledgement of the same finding replaces the first.
    EditResult acknowledge(const Finding& finding, const QString& by, const QString& note);
    /// Applies a step made elsewhere (import, merge, recovery) as one undoable step after checking every object in it.
    /// `before` of its changes is taken from the present plan.
    EditResult applyStep(ChangeSet step, const QString& text);

    /// Whether an object may stand in the plan as it is; the first problem otherwise (problems.h lists them; and
    /// "code-taken").
    static std::optional<Finding> problemOf(const ChangeBuilder& plan, Kind kind, const Entity& entity);

    /// The next free code of a kind over all scenarios; empty for kinds whose codes are not handed out.
    QString nextCode(Kind kind) const;

private:
    using Objects = std::vector<EntityRef>;
    ChangeBuilder startChanges() const { return ChangeBuilder(mDocument.plan(), mDocument.scenario()); }
    std::optional<EditResult> refusedForReadOnly() const;
    /// What somebody sets by hand says so in its provenance, where it has any (handmade.h).
    void markHandMade(ChangeBuilder& changes, const std::vector<EntityId>& ids, Kind kind, QStringView field) const;
    /// Gives nodes the province and city of their position (nodeplaces.h).
    void placeNodes(ChangeBuilder& changes, const std::set<EntityId>& nodes) const;
    Date today() const;
    EditResult putObjects(ChangeBuilder& changes, const Objects& objects, const QString& text);
    EditResult finish(ChangeSet step, const QString& text, std::vector<EntityId> ids);

    Document& mDocument;
    Clock mClock;
    UnitLookup mUnitAt;
};

} // namespace corridor
