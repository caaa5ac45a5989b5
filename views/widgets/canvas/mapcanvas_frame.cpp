// SPDX-License-Identifier: GPL-3.0-or-later
// How MapCanvas gets its pictures and paints what lies over them.
#include "model/geo/polyline.h"
#include "model/plan/settings.h"
#include "views/paint/overlay.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/budgetbar.h"
#include "views/widgets/canvas/dragcard.h"
#include "views/widgets/canvas/mapcanvas.h"
#include "views/widgets/tools/toolpaint.h"

#include <QPainter>

namespace corridor {

// -- Pictures -------------------------------------------------------------------------------------------------------

MapScene MapCanvas::sceneNow() const {
    MapScene scene;
    scene.entities = mDocument.entities();
    scene.assessment = mSession.assessment();
    scene.year = mSession.year();
    scene.theme = mTheme;
    scene.english = mEnglish;
    scene.layers = mLayers;
    scene.selected = {mSelection.ids().begin(), mSelection.ids().end()};
    scene.shownService = mSelection.shownService();
    return scene;
}

std::shared_ptr<const MapScene> MapCanvas::hitScene() const {
    if (!mHitScene)
        mHitScene = std::make_shared<const MapScene>(sceneNow());
    return mHitScene;
}

void MapCanvas::sceneChanged() {
    mHitScene.reset();
    requestFrame();
    update();
}

void MapCanvas::requestFrame(bool interrupt) {
    if (!mSized) { // the first picture would be for nothing; its ground is not
        mRenderer->prepare(mViewport);
        return;
    }
    MapScene scene = sceneNow();
    SceneState state{mDocument.revision(), mHidden, scene.selected};
    if (!mHidden.empty()) {
        std::vector<EntitySet::Update> updates;
        for (const EntityId id : mHidden)
            if (const EntityRef object = scene.entities.find(id))
                updates.push_back({object.kind, id, nullptr});
        scene.entities = scene.entities.with(std::move(updates));
    }
    mRequested.insert_or_assign(++mSerial, std::move(state));
    mRenderer->request(std::move(scene), mViewport, mSerial, interrupt);
}

void MapCanvas::takeFrame(const MapFrame& frame) {
    const auto requested = mRequested.find(frame.serial);
    if (requested == mRequested.end())
        return;
    SceneState state = std::move(requested->second);
    mRequested.erase(mRequested.begin(), std::next(requested));
    if (state.hidden != mHidden)
        return; // painted for a drag that is over, or has gone on to other objects; a right one is under way
    mFrame = ShownFrame{frame, std::move(state)};
    const bool plain = mFrame->state.hidden.empty();
    if (plain) {
        mPlainFrame = mFrame;
        mPainter = frame.painter->clone();
    }
    if (mSettling && plain && mFrame->state.revision == mDocument.revision()) {
        mSettling = false;
        mLook.reset();
    }
    update();
    if (isSettled())
        Q_EMIT settled();
}

bool MapCanvas::isSettled() const {
    return mFrame && mFrame->frame.serial == mSerial;
}

// -- Painting -------------------------------------------------------------------------------------------------------

void MapCanvas::paintEvent(QPaintEvent*) {
    syncDevicePixelRatio();
    QPainter painter(this);
    paintFrame(painter);
    painter.setRenderHint(QPainter::Antialiasing);
    if (mArea && mPreview)
        paintFeasibleArea(painter, *mArea, mViewport, mTheme);
    paintSelected(painter);
    paintHovered(painter);
    paintPreview(painter);
    painter.save();
    mTool->paint(painter, mViewport);
    painter.restore();
    mFurniture.paint(painter, mViewport, mTheme, unreviewedNote(), mZoomHover, !mSelection.isEmpty());
    paintPanels(painter);
    if (mFocusShown && hasFocus()) {
        painter.setPen(QPen(tokenColor(Token::Accent, mTheme), 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(rect()).adjusted(1, 1, -1, -1));
    }
}

void MapCanvas::paintFrame(QPainter& painter) const {
    const bool fits = mFrame && mFrame->frame.viewport == mViewport;
    if (!fits)
        painter.fillRect(rect(), tokenColor(Token::Land2, mTheme));
    if (!mFrame)
        return;
    const Viewport& shown = mFrame->frame.viewport;
    if (fits) {
        painter.drawImage(QPointF(), mFrame->frame.image);
    } else if (shown.projection().definition() == mViewport.projection().definition()) {
        painter.save();
        painter.setRenderHint(QPainter::SmoothPixmapTransform, !mRest.isActive());
        painter.setTransform(shown.planeToPixel().inverted() * mViewport.planeToPixel(), true);
        painter.drawImage(QPointF(), mFrame->frame.image);
        painter.restore();
    }
}

/// The selection is part of the picture; until a picture with it arrives it is painted here.
void MapCanvas::paintSelected(QPainter& painter) const {
    constexpr std::size_t most = 50; // the picture is there sooner than so many halos one by one
    if (!mFrame || mSelection.ids().size() > most)
        return;
    for (const EntityId id : mSelection.ids())
        if (!mFrame->state.selected.contains(id) && !mHidden.contains(id))
            paintHalo(painter, id, Token::Select, 7, 0.40);
}

void MapCanvas::paintHovered(QPainter& painter) const {
    const EntityId id = mSelection.hovered();
    if (!id.isNull() && !mPreview && !mHidden.contains(id))
        paintHalo(painter, id, Token::HoverObject, 6, 0.45);
}

void MapCanvas::paintHalo(QPainter& painter, EntityId id, Token token, qreal width, qreal opacity) const {
    const EntitySet& entities = mDocument.entities();
    if (const Span* span = entities.find<Span>(id)) {
        const QPolygonF line = pixelsOf(mViewport, span->line);
        const QPen pen(tokenColor(token, mTheme), width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
        paintTranslucentLines(painter, rect(), std::span(&line, 1), pen, opacity);
        return;
    }
    const Site* site = entities.find<Site>(id);
    const auto position = nodePosition(entities, id);
    if (!position)
        return;
    const qreal radius = (site ? siteRadius(siteClass(site->computePflops)) : junctionRadius) + 2.5;
    painter.setPen(QPen(tokenColor(token, mTheme, opacity), width));
    painter.setBrush(Qt::NoBrush);
    const QPointF at = mPainter.symbolAt(*hitScene(), mViewport, id).value_or(mViewport.pixelOf(*position));
    painter.drawEllipse(at, radius, radius);
}

void MapCanvas::paintPreview(QPainter& painter) const {
    if (!mLook)
        return;
    for (const Change& change : mLook->step.changes) {
        if (change.kind != Kind::Span)
            continue;
        if (const Span* before = mLook->before.find<Span>(change.id))
            paintGhostLine(painter, pixelsOf(mViewport, before->line));
        if (const Span* after = mLook->after.find<Span>(change.id))
            paintPreviewLine(painter, pixelsOf(mViewport, after->line));
    }
    for (const Change& change : mLook->step.changes) {
        if (const Site* site = mLook->after.find<Site>(change.id)) {
            const QPointF at = mViewport.pixelOf(site->position);
            const int size = siteClass(site->computePflops);
            paintSelectionRing(painter, at, siteRadius(size), mTheme);
            paintSite(painter, at, site->kind, site->status, size, mTheme);
        } else if (const Junction* junction = mLook->after.find<Junction>(change.id)) {
            const QPointF at = mViewport.pixelOf(junction->position);
            paintSelectionRing(painter, at, junctionRadius, mTheme);
            paintJunction(painter, at, junction->role, mTheme);
        }
    }
}

void MapCanvas::paintPanels(QPainter& painter) const {
    if (!mPreview)
        return;
    const BudgetBar bar(*mPreview, mTheme);
    if (!bar.isEmpty())
        bar.paint(painter, bar.placedIn(rect(), mPointer));
    const DragCard card(*mPreview, mTheme);
    card.paint(painter, card.placedAt(mPointer, rect()));
}

} // namespace corridor
