// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/mapcanvas.h"

#include "model/plan/settings.h"
#include "views/widgets/canvas/spacekey.h"
#include "views/widgets/canvas/viewflight.h"
#include "views/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr double pointDegrees = 1e-6;
constexpr double pointScale = 250'000; // where the base map ends: beyond it a single point stands on plain ground
constexpr int flightMs = 220;
constexpr int restMs = 120;
/// Shown while a plan holds nothing with a place: Hohhot to Tianjin.
constexpr Box emptyPlanBox{111.0, 38.8, 118.0, 41.8};

std::shared_ptr<const Projection> projectionFor(const PlanSettings& settings, const Box& plan) {
    const double meridian =
        settings.mapCentralMeridian != 0 ? settings.mapCentralMeridian : std::round(plan.center().lon);
    return std::make_shared<const Projection>(Projection::mapAlbers(meridian));
}

} // namespace

MapCanvas::MapCanvas(Document& document, Editor& editor, Session& session, Selection& selection, QWidget* parent)
    : QWidget(parent)
    , mDocument(document)
    , mEditor(editor)
    , mSession(session)
    , mSelection(selection)
    , mViewport(std::make_shared<const Projection>(Projection::mapAlbers(emptyPlanBox.center().lon)),
                QSizeF(sizeHint()))
    , mRenderer(std::make_unique<FrameRenderer>(mPainter.clone()))
    , mTheme(currentTheme()) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
    setAccessibleName(tr("Map"));
    setAccessibleDescription(tr("Arrow keys move the map, + and - zoom, Home shows everything"));
    makeTools();
    new SpaceKey(*this);
    connectModel();
    mRest.setSingleShot(true);
    connect(&mRest, &QTimer::timeout, this, qOverload<>(&QWidget::update)); // from coarse to smooth
    mFlight.setDuration(flightMs);
    mFlight.setEasingCurve(QEasingCurve::OutCubic);
    mFlight.setStartValue(0.0);
    mFlight.setEndValue(1.0);
    planReplaced();
}

MapCanvas::~MapCanvas() = default;

void MapCanvas::connectModel() {
    connect(mRenderer.get(), &FrameRenderer::frameReady, this, &MapCanvas::takeFrame);
    connect(mRenderer.get(), &FrameRenderer::groundFailed, this,
            [this](const Message& sentence) { Q_EMIT notified(sentence, false); });
    connect(&mDocument, &Document::changed, this, &MapCanvas::documentChanged);
    connect(&mDocument, &Document::scenarioChanged, this, &MapCanvas::documentChanged);
    connect(&mDocument, &Document::planReplaced, this, &MapCanvas::planReplaced);
    connect(&mDocument, &Document::readOnlyChanged, this, [this](bool readOnly) {
        if (readOnly && mTool->edits())
            finishTool();
    });
    connect(&mSession, &Session::assessmentChanged, this, &MapCanvas::sceneChanged);
    // After everybody has taken up the new results; what was previewed against older ones would be of no use to them.
    connect(&mSession, &Session::assessmentChanged, this, &MapCanvas::renewPreview, Qt::QueuedConnection);
    connect(&mSession, &Session::yearChanged, this, &MapCanvas::sceneChanged);
    connect(&mSelection, &Selection::changed, this, [this] {
        sceneChanged();
        setHint(mTool->hint());
    });
    connect(&mSelection, &Selection::hoveredChanged, this, [this] {
        updateCursor();
        update();
    });
    connect(&mSelection, &Selection::shownServiceChanged, this, &MapCanvas::sceneChanged);
    connect(&mSelection, &Selection::zoomRequested, this, [this](const std::vector<EntityId>& ids) { zoomTo(ids); });
}

// -- Model ----------------------------------------------------------------------------------------------------------

void MapCanvas::planReplaced() {
    mTool->cancel();
    endPreview();
    mLook.reset();
    mPlainFrame.reset();
    mSnapper.setEntities(mDocument.entities());
    stopFlight();
    mFitsPlan = true;
    resetProjection(true);
    fitPlan();
    sceneChanged();
    Q_EMIT viewportChanged();
}

void MapCanvas::documentChanged() {
    mTool->documentChanged();
    mSnapper.setEntities(mDocument.entities());
    resetProjection(false);
    sceneChanged();
}

/// The map's projection belongs to the plan: its setting, else the middle meridian of what was there when it was
/// opened.
void MapCanvas::resetProjection(bool newPlan) {
    const PlanSettings settings = settingsOf(mDocument.entities());
    if (!newPlan && settings.mapCentralMeridian == 0)
        return;
    const Box box = planBox();
    auto projection = projectionFor(settings, box.isEmpty() ? emptyPlanBox : box);
    if (projection->definition() != mViewport.projection().definition())
        mViewport = mViewport.inProjection(std::move(projection));
}

Box MapCanvas::planBox() const {
    Box box;
    const EntitySet& entities = mDocument.entities();
    for (const Kind kind : {Kind::Site, Kind::Junction, Kind::Span})
        entities.forEach(kind, [&](const EntityRef& object) { box = box.united(extentOf(object.kind, *object)); });
    return box;
}

Box MapCanvas::boxOf(EntityId id) const {
    const EntitySet& entities = mDocument.entities();
    const EntityRef object = entities.find(id);
    if (!object)
        return {};
    Box box = extentOf(object.kind, *object);
    const auto includeNode = [&](EntityId node) {
        if (const auto position = nodePosition(entities, node))
            box.include(*position);
    };
    if (const Service* service = object.as<Service>()) {
        for (const EntityId end : {service->from, service->to, service->secondFrom, service->secondTo})
            includeNode(end);
        const auto assessment = mSession.assessment();
        if (const ServiceRoute* route = assessment ? assessment->route(id) : nullptr)
            for (const bool backup : {false, true})
                for (const EntityId span : route->path(backup).spans)
                    if (const Span* drawn = entities.find<Span>(span))
                        box = box.united(extentOf(Kind::Span, *drawn));
    } else if (const RiskGroup* group = object.as<RiskGroup>()) {
        for (const EntityId member : group->members)
            if (member != id)
                box = box.united(boxOf(member));
    }
    return box;
}

// -- What is shown --------------------------------------------------------------------------------------------------

void MapCanvas::fitPlan() {
    const Box box = planBox();
    mViewport = mViewport.zoomedTo(box.isEmpty() ? emptyPlanBox : box);
}

void MapCanvas::zoomToAll() {
    const Box box = planBox();
    flyTo(mViewport.zoomedTo(box.isEmpty() ? emptyPlanBox : box));
}

void MapCanvas::zoomToSelection() {
    zoomTo(mSelection.ids());
}

void MapCanvas::zoomTo(const std::vector<EntityId>& ids) {
    Box box;
    for (const EntityId id : ids)
        box = box.united(boxOf(id));
    zoomTo(box);
}

void MapCanvas::zoomTo(const Box& box) {
    if (box.isEmpty())
        return;
    Viewport target = mViewport.zoomedTo(box, QMarginsF(60, 60, 60, 60));
    const bool isPoint = box.width() < pointDegrees && box.height() < pointDegrees;
    if (isPoint && target.scaleDenominator() < pointScale)
        target = target.zoomedAbout(target.rect().center(), target.scaleDenominator() / pointScale);
    flyTo(target);
}

void MapCanvas::zoomBy(double factor) {
    flyTo(mViewport.zoomedAbout(mViewport.rect().center(), factor));
}

void MapCanvas::centerOn(const LonLat& position) {
    flyTo(mViewport.centeredOn(position));
}

void MapCanvas::flyTo(const Viewport& target) {
    stopFlight();
    if (mReducedMotion || !isVisible()) {
        setViewport(target);
        return;
    }
    const Viewport start = mViewport;
    connect(&mFlight, &QVariantAnimation::valueChanged, this,
            [this, start, target](const QVariant& part) { setViewport(viewBetween(start, target, part.toDouble())); });
    mFlight.start();
}

void MapCanvas::stopFlight() {
    disconnect(&mFlight, &QVariantAnimation::valueChanged, this, nullptr);
    mFlight.stop();
}

void MapCanvas::setViewport(const Viewport& viewport) {
    if (viewport == mViewport)
        return;
    const bool rescaled = viewport.unitsPerPixel() != mViewport.unitsPerPixel();
    mViewport = viewport;
    mFitsPlan = false;
    mRest.start(restMs);
    requestFrame(rescaled);
    update();
    Q_EMIT viewportChanged();
}

// -- Settings -------------------------------------------------------------------------------------------------------

void MapCanvas::setSnapping(bool on) {
    mSnapping = on;
}

void MapCanvas::setLayers(const LayerVisibility& layers) {
    if (layers == mLayers)
        return;
    mLayers = layers;
    sceneChanged();
}

void MapCanvas::setEnglish(bool english) {
    if (english == mEnglish)
        return;
    mEnglish = english;
    sceneChanged();
}

// -- Preview of a gesture -------------------------------------------------------------------------------------------

void MapCanvas::showPreview(const std::optional<ChangeSet>& step, const MapPointer& pointer) {
    if (!step || step->isEmpty()) {
        endPreview();
        return;
    }
    mPointer = pointer.pixel;
    mSettling = false;
    Session::Preview result = mSession.preview(*step);
    const EntityId scenario = mDocument.scenario();
    const EntitySet after = result.plan.entities(scenario);
    auto before = mSession.assessment();
    if (before && (before->scenario != scenario || before->year != mSession.year()))
        before.reset();
    mPreview =
        std::make_shared<const DragPreview>(makeDragPreview(*step, std::move(result), mDocument.entities(), scenario,
                                                            std::move(before), mSelection.shownService(), mEnglish));
    mLook = PreviewLook{mDocument.entities(), after, *step};
    mArea = corridor::feasibleArea(*mPreview, mDocument.entities(), after, mArea);
    hideDragged(*step);
    Q_EMIT previewChanged(mPreview);
    update();
}

/// New results while the mouse rests in the middle of a gesture: the same step against them.
void MapCanvas::renewPreview() {
    if (!mPreview || mPreview->before == mSession.assessment())
        return;
    MapPointer pointer;
    pointer.pixel = mPointer;
    showPreview(ChangeSet(mPreview->step), pointer);
}

/// What is dragged is left out of the picture, so that only its ghost stays where it was.
void MapCanvas::hideDragged(const ChangeSet& step) {
    std::set<EntityId> hidden;
    for (const Change& change : step.changes)
        if (mDocument.entities().find(change.kind, change.id))
            hidden.insert(change.id);
    if (hidden == mHidden)
        return;
    mHidden = std::move(hidden);
    requestFrame();
}

void MapCanvas::endPreview() {
    mArea.reset();
    const bool shown = mPreview != nullptr;
    mPreview.reset();
    if (!mHidden.empty() || shown) {
        mHidden.clear();
        const bool reusable = mPlainFrame && mPlainFrame->frame.viewport == mViewport &&
                              mPlainFrame->state.revision == mDocument.revision();
        if (reusable)
            mFrame = mPlainFrame;
        mSettling = !reusable;
        if (!mSettling)
            mLook.reset();
        requestFrame();
    }
    if (shown)
        Q_EMIT previewChanged(nullptr);
    update();
}

} // namespace corridor
