// SPDX-License-Identifier: GPL-3.0-or-later
// What MapCanvas does for its tools, and which there are.
#include "model/geo/geodesic.h"
#include "model/plan/settings.h"
#include "views/widgets/canvas/mapcanvas.h"
#include "views/widgets/tools/addjunctiontool.h"
#include "views/widgets/tools/addsitetool.h"
#include "views/widgets/tools/drawspantool.h"
#include "views/widgets/tools/measuretool.h"
#include "views/widgets/tools/pantool.h"
#include "views/widgets/tools/removalnotice.h"
#include "views/widgets/tools/selecttool.h"
#include "views/widgets/tools/splittool.h"
#include "views/widgets/tools/toolpaint.h"
#include "views/widgets/tools/vertextool.h"
#include "views/widgets/tools/zoomboxtool.h"

#include <algorithm>

namespace corridor {

namespace {

constexpr double grabRadiusPx = 8;

/// The fibre of most spans; empty when none has one.
QString usualFibre(const EntitySet& entities) {
    std::map<QString, std::size_t> counts;
    entities.table<Span>().forEach([&](const auto& row) { ++counts[row->fibre]; });
    counts.erase(QString());
    const auto most = std::max_element(counts.begin(), counts.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return most == counts.end() ? QString() : most->first;
}

} // namespace

void MapCanvas::makeTools() {
    mTools = {new SelectTool(*this),   new PanTool(*this),     new ZoomBoxTool(*this),
              new VertexTool(*this),   new AddSiteTool(*this), new AddJunctionTool(*this),
              new DrawSpanTool(*this), new SplitTool(*this),   new MeasureTool(*this)};
    for (MapTool* tool : mTools)
        tool->setParent(this);
    mTool = mTools.front();
    mHint = mTool->hint();
}

Span MapCanvas::spanPrototype() const {
    Span span = mPrototype.value_or(Span());
    if (!mPrototype)
        span.fibre = usualFibre(mDocument.entities());
    // What is planned without a date is in service in no year; what is drawn while looking at a year is meant for it.
    if (span.inDate.isNull() && span.status != SpanStatus::Existing)
        span.inDate.year = mSession.year();
    return span;
}

void MapCanvas::setSitePrototype(std::optional<Site> prototype) {
    mSitePrototype = std::move(prototype);
    update(); // it may hang at the pointer
}

Site MapCanvas::sitePrototype() const {
    Site site = mSitePrototype.value_or(Site());
    if (site.inDate.isNull() && (site.status == SiteStatus::Planned || site.status == SiteStatus::Building))
        site.inDate.year = mSession.year();
    return site;
}

// -- Tools ----------------------------------------------------------------------------------------------------------

bool MapCanvas::setTool(const QString& id) {
    const auto found =
        std::find_if(mTools.begin(), mTools.end(), [&](const MapTool* tool) { return tool->id() == id; });
    if (found == mTools.end() || ((*found)->edits() && refuseReadOnly(*this)))
        return false;
    if (*found != mTool) {
        mTool->deactivate();
        mTool = *found;
        mTool->activate();
        Q_EMIT toolChanged(mTool);
    }
    setHint(mTool->hint());
    updateCursor();
    update();
    return true;
}

void MapCanvas::finishTool() {
    setTool(mTools.front()->id());
}

void MapCanvas::cancel() {
    if (mTool->cancel())
        return;
    if (mTool != mTools.front())
        finishTool();
    else
        mSelection.clear();
}

void MapCanvas::deleteSelection() {
    const std::vector<EntityId> ids = mSelection.ids();
    if (ids.empty() || refuseReadOnly(*this))
        return;
    mTool->cancel();
    const EntitySet before = mDocument.entities();
    const EditResult result = mEditor.remove(ids);
    if (!result.ok()) {
        notifyRefusal(*this, result);
        return;
    }
    mSelection.clear();
    Q_EMIT notified(removalNotice(before, ids, result.ids), true);
}

void MapCanvas::selectAll() {
    std::vector<EntityId> ids;
    const auto take = [&](Kind kind, bool shown) {
        if (shown)
            mDocument.entities().forEach(kind, [&](const EntityRef& object) { ids.push_back(object->id); });
    };
    mTool->cancel();
    take(Kind::Site, mLayers.sites);
    take(Kind::Junction, mLayers.junctions);
    take(Kind::Span, mLayers.spans);
    take(Kind::Area, mLayers.areas);
    const std::size_t count = ids.size();
    mSelection.set(std::move(ids));
    notify(count == 1 ? message(CORRIDOR_MSG("1 object selected"))
                      : message(CORRIDOR_MSG("%1 objects selected, also outside the view"), QString::number(count)));
}

void MapCanvas::setHint(const QString& hint) {
    if (hint == mHint)
        return;
    mHint = hint;
    Q_EMIT hintChanged(mHint);
}

void MapCanvas::notify(const Message& sentence) {
    Q_EMIT notified(sentence, false);
}

void MapCanvas::notifyUndoable(const Message& sentence) {
    Q_EMIT notified(sentence, true);
}

// -- What is under the pointer --------------------------------------------------------------------------------------

EntityId MapCanvas::objectAt(QPointF pixel) const {
    const std::vector<EntityId> hits = objectsAt(pixel);
    return hits.empty() ? EntityId{} : hits.front();
}

std::vector<EntityId> MapCanvas::objectsAt(QPointF pixel) const {
    return mPainter.objectsAt(*hitScene(), mViewport, pixel, grabRadiusPx);
}

std::vector<EntityId> MapCanvas::objectsIn(const QRectF& pixels, BoxRule rule) const {
    std::vector<EntityId> ids = mPainter.objectsIn(*hitScene(), mViewport, pixels);
    if (rule == BoxRule::Inside)
        std::erase_if(ids, [&](EntityId id) { return !isInside(id, pixels); });
    return ids;
}

/// Of a node its place counts, of a line or an edge all of it.
bool MapCanvas::isInside(EntityId id, const QRectF& pixels) const {
    const EntityRef object = mDocument.entities().find(id);
    const auto holds = [&](const LonLat& position) { return pixels.contains(mViewport.pixelOf(position)); };
    if (const Span* span = object.as<Span>())
        return std::all_of(span->line.begin(), span->line.end(), holds);
    if (const Area* area = object.as<Area>()) {
        std::vector<LonLat> edge; // as it is drawn
        if (!area->polygon.rings.empty())
            edge = area->polygon.rings.front();
        else if (area->centre && area->radiusKm)
            edge = Geodesic::cgcs2000().circle(*area->centre, *area->radiusKm * 1000);
        return std::all_of(edge.begin(), edge.end(), holds);
    }
    const auto position = nodePosition(mDocument.entities(), id);
    return position && holds(*position);
}

bool MapCanvas::snaps(const MapPointer& pointer) const {
    return mSnapping && !(pointer.modifiers & Qt::ControlModifier);
}

Snap MapCanvas::snapAt(const MapPointer& pointer, EntityId ignore) const {
    if (!snaps(pointer)) {
        Snap free;
        free.position = pointer.position;
        return free;
    }
    return mSnapper.snapAt(mViewport, pointer.pixel, mLayers, ignore);
}

} // namespace corridor
