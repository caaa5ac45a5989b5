// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/importdraft.h"
#include "model/geo/polyline.h"
#include "model/geo/spatialindex.h"

namespace corridor {

namespace {

class SpanSettler {
public:
    explicit SpanSettler(ImportState& state)
        : mState(state) {}

    void run() {
        const std::size_t rows = mState.drafts.size(); // those added on the way need nothing more
        for (std::size_t i = 0; i < rows; ++i)
            if (mState.drafts[i].kind == Kind::Span && !mState.drafts[i].bad) {
                mState.throwIfCancelled();
                findEnds(i);
                settle(i);
            }
        followMovedNodes();
        if (mMadeNodes > 0)
            mState.warn(mFirstFile, 0, {},
                        message(CORRIDOR_MSG("Ends of lines near no node: %1; junctions were added there."),
                                QString::number(mMadeNodes)));
    }

private:
    Span& span(std::size_t draft) { return static_cast<Span&>(*mState.drafts[draft].entity); }
    double metres(const LonLat& a, const LonLat& b) const { return Geodesic::cgcs2000().distance(a, b); }
    LineEnd endOf(std::size_t draft, bool atStart) const {
        return {mState.drafts[draft].file, mState.drafts[draft].line, atStart};
    }
    // How far from its node an end may lie: further where the user joined a near miss.
    double reachOf(const LineEnd& end) const {
        const ImportOptions& options = mState.options;
        return options.joined.contains(end) ? std::max(options.snapM, options.nearMissM) : options.snapM;
    }
    double reachOf(std::size_t draft) const {
        return std::max(reachOf(endOf(draft, true)), reachOf(endOf(draft, false)));
    }
    void indexNodes();
    void findEnds(std::size_t draft);
    EntityId nodeAt(std::size_t draft, bool atStart);
    void tellNearMiss(const LineEnd& end, std::size_t draft, const LonLat& position);
    EntityId makeNode(const LonLat& position, const QString& file);
    void settle(std::size_t draft);
    void turnIfReversed(std::size_t draft, const LonLat& from, const LonLat& to);
    void followMovedNodes();

    ImportState& mState;
    std::optional<SpatialIndex> mNodes;
    int mMadeNodes = 0;
    QString mFirstFile;
};

Box pointBox(const LonLat& point) {
    Box box;
    box.include(point);
    return box;
}

void SpanSettler::indexNodes() {
    std::vector<SpatialIndex::Entry> entries;
    for (const Kind kind : {Kind::Site, Kind::Junction})
        mState.target.forEach(kind, [&](const EntityRef& node) {
            if (!mState.byId.contains(node->id))
                entries.push_back({node->id.value, extentOf(kind, *node)});
        });
    for (const ImportDraft& draft : mState.drafts)
        if (!draft.bad && (draft.kind == Kind::Site || draft.kind == Kind::Junction))
            entries.push_back({draft.entity->id.value, extentOf(draft.kind, *draft.entity)});
    mNodes.emplace(entries);
}

EntityId SpanSettler::makeNode(const LonLat& position, const QString& file) {
    if (mMadeNodes++ == 0)
        mFirstFile = file;
    auto junction = std::make_shared<Junction>();
    junction->code = mState.freeCode(Kind::Junction);
    junction->id = mState.freeId(Kind::Junction, junction->code);
    junction->position = position;
    mNodes->insert(junction->id.value, pointBox(position));
    const EntityId id = junction->id;
    ImportDraft draft;
    draft.kind = Kind::Junction;
    draft.entity = std::move(junction);
    draft.file = file;
    mState.add(std::move(draft));
    return id;
}

EntityId SpanSettler::nodeAt(std::size_t draft, bool atStart) {
    if (!mNodes)
        indexNodes();
    const Line& line = span(draft).line;
    const LonLat position = atStart ? line.front() : line.back();
    const LineEnd end = endOf(draft, atStart);
    const auto near = mNodes->nearest(position, 1, reachOf(end));
    if (!near.empty())
        return EntityId{near.front().id};
    tellNearMiss(end, draft, position);
    return makeNode(position, end.file);
}

// A drawing that stops short of its station looks joined on paper; the plan would hold two nodes for one place.
void SpanSettler::tellNearMiss(const LineEnd& end, std::size_t draft, const LonLat& position) {
    const auto near = mNodes->nearest(position, 1, mState.options.nearMissM);
    if (near.empty())
        return;
    const EntityId node{near.front().id};
    const auto place = mState.nodePosition(node);
    if (!place)
        return;
    const double off = metres(position, *place);
    mState.nearMisses.push_back({end, span(draft).id, node, position, off});
    const QString name = mState.book.tokenOf(node, {}), metresText = QString::number(off, 'f', 0);
    mState.warn(end.file, end.line, {},
                end.atStart
                    ? message(CORRIDOR_MSG("the line starts %1 m from %2 without reaching it; a junction was added "
                                           "where it starts."),
                              metresText, name)
                    : message(CORRIDOR_MSG("the line ends %1 m from %2 without reaching it; a junction was added "
                                           "where it ends."),
                              metresText, name));
}

// Lines of drawing programs know no ends: the nodes near by are meant.
void SpanSettler::findEnds(std::size_t draft) {
    if (span(draft).line.size() < 2)
        return;
    if (span(draft).from.isNull()) {
        const EntityId node = nodeAt(draft, true);
        span(draft).from = node;
    }
    if (span(draft).to.isNull()) {
        const EntityId node = nodeAt(draft, false);
        span(draft).to = node;
    }
}

void SpanSettler::turnIfReversed(std::size_t draft, const LonLat& from, const LonLat& to) {
    Line& line = span(draft).line;
    const double limit = reachOf(draft);
    const bool fits = metres(line.front(), from) <= limit && metres(line.back(), to) <= limit;
    if (fits || metres(line.front(), to) > limit || metres(line.back(), from) > limit)
        return;
    line = reversed(line);
    mState.warn(mState.drafts[draft].file, mState.drafts[draft].line, {},
                message(CORRIDOR_MSG("the line ran from the far end to the near one and was turned round.")));
}

void SpanSettler::settle(std::size_t draft) {
    const auto from = mState.nodePosition(span(draft).from), to = mState.nodePosition(span(draft).to);
    if (!from || !to)
        return; // said when the references are checked
    Line& line = span(draft).line;
    // An empty cell says nothing: a route that was drawn stays, a new span runs straight.
    if (const auto& before = mState.drafts[draft].before; line.empty() && before)
        line = static_cast<const Span&>(*before).line;
    if (line.empty()) {
        line = {*from, *to};
        return;
    }
    if (line.size() < 2)
        return;
    if (mState.drafts[draft].lineGiven) {
        turnIfReversed(draft, *from, *to);
        const double off = std::max(metres(line.front(), *from), metres(line.back(), *to));
        if (!(off <= reachOf(draft))) {
            mState.refuse(
                draft, {},
                message(
                    CORRIDOR_MSG("the line misses its ends by %1 m; correct the line, the ends or their positions."),
                    QString::number(off, 'f', 0)));
            return;
        }
    }
    line.front() = *from;
    line.back() = *to;
}

// Spans that no row speaks of keep their ends on nodes that one moved.
void SpanSettler::followMovedNodes() {
    std::set<EntityId> moved;
    for (const ImportDraft& draft : mState.drafts)
        if (draft.before && (draft.kind == Kind::Site || draft.kind == Kind::Junction) &&
            !(extentOf(draft.kind, *draft.before) == extentOf(draft.kind, *draft.entity)))
            moved.insert(draft.entity->id);
    if (moved.empty())
        return;
    std::vector<EntityId> spans;
    mState.target.table<Span>().forEach([&](const std::shared_ptr<const Span>& row) {
        if ((moved.contains(row->from) || moved.contains(row->to)) && !mState.byId.contains(row->id))
            spans.push_back(row->id);
    });
    for (const EntityId id : spans)
        settle(static_cast<std::size_t>(mState.draftOf(id)));
}

} // namespace

void settleSpans(ImportState& state) {
    SpanSettler(state).run();
}

} // namespace corridor
