// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/circuitlayer.h"

#include "views/paint/overlay.h"
#include "views/paint/symbols.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr qreal pinRadius = 10;
constexpr qreal pinGapPx = 24;          // nearer pins of one verdict say the same
constexpr qreal handleGapPx = 10;       // vertices closer than this get one handle
constexpr std::size_t handlesUntil = 8; // with more cables selected handles would cover the map
// Halos, as much wider than the line as look.md's widths are for a cable of 2.2 px, so that thick cables keep theirs.
constexpr qreal hoverHaloPx = 6, selectHaloPx = 7, primaryHaloPx = 10, backupHaloPx = 8, verdictHaloPx = 6.5;

bool isTrouble(Verdict verdict) {
    return verdict == Verdict::Near || verdict == Verdict::Broken;
}

std::set<EntityId> spansOf(const RoutedPath& path) {
    return {path.spans.begin(), path.spans.end()};
}

} // namespace

CircuitLayer::CircuitLayer(const MapScene& scene, const SpanLayer& spans)
    : mScene(scene)
    , mSpans(spans)
    , mPaths(circuitPaths(scene)) {
    collectSelection();
    if (!scene.assessment)
        return;
    collectSpanFindings();
    if (scene.layers.services)
        collectCircuitFindings();
}

void CircuitLayer::collectSelection() {
    for (EntityId id : mScene.selected) {
        const EntityRef object = mScene.entities.find(id);
        if (object.as<Span>())
            mSelected.insert(id);
        else if (const RiskGroup* group = object.as<RiskGroup>())
            mSelected.insert(group->members.begin(), group->members.end());
        else if (const Lightpath* lightpath = object.as<Lightpath>())
            mSelected.insert(lightpath->spans.begin(), lightpath->spans.end());
    }
}

void CircuitLayer::collectSpanFindings() {
    for (const Finding& finding : mScene.assessment->findings) {
        if (isTrouble(finding.verdict) && finding.subject && mSpans.find(finding.subject))
            addProblem(finding.verdict, {finding.subject});
    }
}

/// The cables that a finding points at, with the members of its risk groups.
std::set<EntityId> CircuitLayer::spansOfEvidence(const Finding& finding) const {
    std::set<EntityId> spans;
    for (EntityId id : finding.evidence) {
        if (mScene.entities.find<Span>(id))
            spans.insert(id);
        else if (const RiskGroup* group = mScene.entities.find<RiskGroup>(id))
            spans.insert(group->members.begin(), group->members.end());
    }
    return spans;
}

void CircuitLayer::collectCircuitFindings() {
    std::map<EntityId, std::set<EntityId>> ways; // of a service, primary and backup
    for (const CircuitPath& circuit : mPaths) {
        const std::set<EntityId> spans = spansOf(*circuit.path);
        ways[circuit.service].insert(spans.begin(), spans.end());
        // A flag says it for the shown circuit; others carry a pin.
        if (!circuit.shown && circuit.verdict && isTrouble(*circuit.verdict))
            addProblem(*circuit.verdict, spans);
    }
    for (const Finding& finding : mScene.assessment->findings) {
        const auto way = ways.find(finding.subject);
        if (way == ways.end() || !isTrouble(finding.verdict) || finding.check != QLatin1String("not-disjoint"))
            continue;
        std::set<EntityId> shared;
        for (EntityId id : spansOfEvidence(finding)) {
            if (way->second.contains(id))
                shared.insert(id);
        }
        addProblem(finding.verdict, shared);
    }
}

/// Marks cables with a verdict: a halo on each, one pin half way along those in the picture.
void CircuitLayer::addProblem(Verdict verdict, const std::set<EntityId>& spans) {
    double total = 0;
    std::vector<const DrawnSpan*> drawn;
    for (EntityId id : spans) {
        if (const DrawnSpan* span = mSpans.find(id)) {
            drawn.push_back(span);
            total += span->length;
        }
    }
    mProblems[verdict].insert(spans.begin(), spans.end());
    const DrawnSpan* longest = nullptr;
    for (const DrawnSpan* span : drawn) {
        if (span->pointAt(0.5) && (!longest || span->length > longest->length))
            longest = span;
    }
    if (!longest)
        return;
    const QPointF at = *longest->pointAt(0.5);
    const bool crowded = std::any_of(mPins.begin(), mPins.end(), [&](const Pin& pin) {
        return pin.verdict == verdict && std::hypot(pin.at.x() - at.x(), pin.at.y() - at.y()) < pinGapPx;
    });
    if (!crowded)
        mPins.push_back({at, verdict});
}

void CircuitLayer::paintHalo(QPainter& painter, const QRectF& area, const std::set<EntityId>& spans,
                             const QColor& color, qreal width, qreal opacity) const {
    std::map<qreal, std::vector<QPolygonF>> byWidth;
    for (EntityId id : spans) {
        if (const DrawnSpan* span = mSpans.find(id))
            span->addLinesTo(byWidth[std::max(width, span->look.width + casingExtraPx + 3)]);
    }
    for (const auto& [wide, lines] : byWidth)
        paintTranslucentLines(painter, area, lines, QPen(color, wide, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin),
                              opacity);
}

void CircuitLayer::paintHalos(QPainter& painter, const QRectF& area) const {
    const auto color = [this](Token token) { return tokenColor(token, mScene.theme); };
    for (const CircuitPath& circuit : mPaths) {
        if (circuit.backup)
            paintHalo(painter, area, spansOf(*circuit.path), color(Token::Select), backupHaloPx, 0.13);
    }
    for (const CircuitPath& circuit : mPaths) {
        if (!circuit.backup)
            paintHalo(painter, area, spansOf(*circuit.path), color(Token::Select), primaryHaloPx, 0.25);
    }
    for (Verdict verdict : {Verdict::Near, Verdict::Broken}) {
        const auto found = mProblems.find(verdict);
        if (found != mProblems.end())
            paintHalo(painter, area, found->second, color(verdictToken(verdict)), verdictHaloPx, 0.45);
    }
    if (mScene.hovered)
        paintHalo(painter, area, {mScene.hovered}, color(Token::HoverObject), hoverHaloPx, 0.45);
    paintHalo(painter, area, mSelected, color(Token::Select), selectHaloPx, 0.40);
}

void CircuitLayer::paintHandles(QPainter& painter, const Viewport& viewport) const {
    std::vector<const DrawnSpan*> spans;
    for (EntityId id : mScene.selected) {
        if (const DrawnSpan* span = mSpans.find(id))
            spans.push_back(span);
    }
    if (spans.size() > handlesUntil)
        return;
    for (const DrawnSpan* span : spans) {
        const Line& line = span->span().line;
        QPointF last(-1e9, -1e9);
        // The ends are those of the nodes.
        for (std::size_t i = 1; i + 1 < line.size(); ++i) {
            const QPointF at = viewport.pixelOf(line[i]);
            if (!viewport.rect().contains(at) || std::hypot(at.x() - last.x(), at.y() - last.y()) < handleGapPx)
                continue;
            paintHandle(painter, at, mScene.theme);
            last = at;
        }
    }
}

void CircuitLayer::paintPins(QPainter& painter) const {
    for (const Pin& pin : mPins)
        paintVerdictPin(painter, pin.at, pin.verdict, mScene.theme);
}

void CircuitLayer::placeSigns(LabelPlacer& placer) {
    for (const Pin& pin : mPins)
        placer.addObstacle(QRectF(pin.at - QPointF(pinRadius, pinRadius), QSizeF(2 * pinRadius, 2 * pinRadius)));
    for (const CircuitPath& circuit : mPaths) {
        if (!circuit.shown)
            continue;
        std::set<EntityId> others; // a flag stands where its way is alone
        for (const CircuitPath& other : mPaths) {
            if (other.backup != circuit.backup)
                others.merge(spansOf(*other.path));
        }
        Flag flag;
        flag.circuit = circuit;
        if (!placeFlag(placer, flag, others) && !placeFlag(placer, flag, {}))
            continue;
        placer.addObstacle(flag.pill.adjusted(-2, -2, 2, 2));
        mFlags.push_back(std::move(flag));
    }
}

std::vector<QRectF> CircuitLayer::flagBoxes() const {
    std::vector<QRectF> boxes;
    for (const Flag& flag : mFlags)
        boxes.push_back(flag.pill);
    return boxes;
}

} // namespace corridor
