// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/labels.h"

#include "views/paint/fonts.h"
#include "views/paint/halotext.h"
#include "views/paint/shields.h"

#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace corridor {

namespace {

constexpr qreal bucketPx = 32;
constexpr qreal cellPx = 4;
constexpr qreal gapPx = 4; // between a symbol and its name
constexpr qreal provinceSpacingPx = 3;
constexpr std::size_t nearSpots = 8; // around a symbol; further ones follow

struct RoleLook {
    qreal pixels;
    bool bold;
    bool italic;
    Token color;
};

RoleLook lookOf(LabelRole role) {
    switch (role) {
    case LabelRole::Place1:
        return {14, true, false, Token::Label1};
    case LabelRole::Place2:
        return {11.5, false, false, Token::Label2};
    case LabelRole::Place3:
        return {11, false, false, Token::Label3};
    case LabelRole::Province:
        return {19, false, false, Token::LabelProvince};
    case LabelRole::Water:
        return {10.5, false, true, Token::LabelWater};
    case LabelRole::Site:
        return {12.5, true, false, Token::Label1};
    case LabelRole::Junction:
        return {11.5, false, false, Token::Label2};
    case LabelRole::Shield:
        return {9, false, false, Token::Label2};
    }
    return {11, false, false, Token::Label3};
}

} // namespace

QFont labelFont(LabelRole role, qreal scale) {
    const RoleLook look = lookOf(role);
    QFont font = programFont(look.pixels * scale, look.bold, look.italic);
    if (role == LabelRole::Province)
        font.setLetterSpacing(QFont::AbsoluteSpacing, provinceSpacingPx * scale);
    return font;
}

Token labelToken(LabelRole role) {
    return lookOf(role).color;
}

LabelPlacer::LabelPlacer(const QRectF& view, qreal scale)
    : mView(view)
    , mScale(scale)
    , mBucketColumns(1 + int(std::ceil(view.width() / bucketPx)))
    , mBucketRows(1 + int(std::ceil(view.height() / bucketPx)))
    , mBuckets(std::size_t(mBucketColumns) * std::size_t(mBucketRows))
    , mColumns(std::max(1, int(std::ceil(view.width() / cellPx))))
    , mRows(std::max(1, int(std::ceil(view.height() / cellPx))))
    , mLineCells(std::size_t(mColumns) * mRows, 0) {}

/// The buckets of the view that a box reaches into; one beyond the view reaches into those at its edge.
template <class Function>
void LabelPlacer::forEachBucket(const QRectF& box, Function function) const {
    const auto bucket = [](qreal v, int count) { return std::clamp(int(std::floor(v / bucketPx)), 0, count - 1); };
    const QRectF local = box.translated(-mView.topLeft());
    const int x0 = bucket(local.left(), mBucketColumns), x1 = bucket(local.right(), mBucketColumns);
    const int y0 = bucket(local.top(), mBucketRows), y1 = bucket(local.bottom(), mBucketRows);
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x)
            function(std::size_t(y) * std::size_t(mBucketColumns) + std::size_t(x));
    }
}

void LabelPlacer::addObstacle(const QRectF& box) {
    const QRectF part = box & mView.adjusted(-bucketPx, -bucketPx, bucketPx, bucketPx);
    if (part.isEmpty())
        return;
    const auto index = std::uint32_t(mBoxes.size());
    mBoxes.push_back({part.left(), part.top(), part.right(), part.bottom()});
    forEachBucket(part, [&](std::size_t bucket) { mBuckets[bucket].push_back(index); });
}

void LabelPlacer::addLine(std::span<const QPointF> line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF step = line[i + 1] - line[i];
        const double length = std::sqrt(QPointF::dotProduct(step, step));
        if (!std::isfinite(length) || length > 1e5)
            continue;
        const int count = 1 + int(length / (cellPx / 2));
        for (int k = 0; k <= count; ++k) {
            const QPointF p = line[i] + step * (double(k) / count) - mView.topLeft();
            const int x = int(std::floor(p.x() / cellPx));
            const int y = int(std::floor(p.y() / cellPx));
            if (x >= 0 && x < mColumns && y >= 0 && y < mRows)
                mLineCells[std::size_t(y) * mColumns + x] = 1;
        }
    }
}

bool LabelPlacer::isFree(const QRectF& box) const {
    if (!mView.contains(box))
        return false;
    bool free = true;
    forEachBucket(box, [&](std::size_t bucket) {
        const std::vector<std::uint32_t>& indices = mBuckets[bucket];
        free = free && std::none_of(indices.begin(), indices.end(),
                                    [&, right = box.right(), bottom = box.bottom()](std::uint32_t i) {
                                        const Bounds& other = mBoxes[i];
                                        return box.left() < other.right && other.left < right &&
                                               box.top() < other.bottom && other.top < bottom;
                                    });
    });
    return free;
}

double LabelPlacer::lineCost(const QRectF& box) const {
    const auto cell = [](qreal v, int most) { return std::clamp(int(std::floor(v / cellPx)), 0, most - 1); };
    const QRectF local = box.translated(-mView.topLeft());
    const int x0 = cell(local.left(), mColumns), x1 = cell(local.right(), mColumns);
    const int y0 = cell(local.top(), mRows), y1 = cell(local.bottom(), mRows);
    int hit = 0;
    for (int y = y0; y <= y1; ++y) {
        for (int x = x0; x <= x1; ++x)
            hit += mLineCells[std::size_t(y) * mColumns + x];
    }
    return double(hit) / ((x1 - x0 + 1) * (y1 - y0 + 1));
}

bool LabelPlacer::repeats(const LabelRequest& request) const {
    const auto placed = mPlacedTexts.constFind(request.text);
    return placed != mPlacedTexts.constEnd() && std::any_of(placed->begin(), placed->end(), [&](QPointF anchor) {
               const QPointF d = anchor - request.anchor;
               return std::hypot(d.x(), d.y()) < request.repeatDistancePx;
           });
}

namespace {

/// Where the text of a request may stand: top left corners of its box relative to the anchor, best first.
std::vector<QPointF> cornersOf(const LabelRequest& request, qreal em, QSizeF size, qreal scale) {
    const qreal w = size.width(), h = size.height();
    if (request.centered) {
        std::vector<QPointF> corners{{-w / 2, -h / 2}};
        // A water's name far from it would name something else; a province has room.
        const int mostAway = request.role == LabelRole::Province ? 3 : 1;
        for (int away = 1; away <= mostAway; ++away) {
            for (QPointF to : {QPointF(0, 1), QPointF(0, -1), QPointF(1, 0), QPointF(-1, 0)})
                corners.push_back({-w / 2 + to.x() * away * 28 * scale, -h / 2 + to.y() * away * 20 * scale});
        }
        return corners;
    }
    const qreal r = request.clearance + gapPx * scale;
    const qreal d = request.clearance * 0.71 + gapPx * 0.5 * scale;
    std::vector<QPointF> corners{{r, -h / 2}, {-r - w, -h / 2}, {-w / 2, -r - h}, {-w / 2, r},
                                 {d, -d - h}, {d, d},           {-d - w, -d - h}, {-d - w, d}};
    if (request.priority <= LabelPriority::Site) { // these step aside rather than give up
        const qreal far = r + em * 0.9, slant = d + em * 0.7;
        corners.insert(corners.end(), {{far, -h / 2},
                                       {-far - w, -h / 2},
                                       {-w / 2, -far - h},
                                       {-w / 2, far},
                                       {slant, -slant - h},
                                       {slant, slant},
                                       {-slant - w, -slant - h},
                                       {-slant - w, slant}});
    }
    return corners;
}

/// The pixel size that programFont() gives a font.
qreal emOf(LabelRole role, qreal scale) {
    return std::max(1, qRound(lookOf(role).pixels * scale));
}

/// Of a text in the font of its role; measured once, since names come again in every picture.
qreal widthOf(const QString& text, LabelRole role, qreal scale) {
    constexpr qsizetype mostKept = 20000;
    thread_local QHash<QString, qreal> kept;
    const QString key = text + QChar(char16_t(role)) + QString::number(scale);
    const auto found = kept.constFind(key);
    if (found != kept.constEnd())
        return *found;
    if (kept.size() >= mostKept)
        kept.clear();
    return *kept.insert(key, QFontMetricsF(labelFont(role, scale)).horizontalAdvance(text));
}

/// Of the ideographs, from 0.90 em above the baseline to 0.22 em below.
qreal heightOf(qreal em) {
    return em * 1.12;
}

} // namespace

std::vector<LabelPlacer::Spot> LabelPlacer::spotsOf(const LabelRequest& request) const {
    if (request.role == LabelRole::Shield) { // on its road; it would hide a cable, so it is left out there
        const QPointF baseline = shieldBaseline(request.text, request.anchor, mScale);
        const QRectF box = shieldBox(request.text, baseline, mScale);
        return lineCost(box) > 0 ? std::vector<Spot>() : std::vector<Spot>{{baseline, box}};
    }
    const qreal em = emOf(request.role, mScale);
    const QSizeF size(widthOf(request.text, request.role, mScale), heightOf(em));
    std::vector<Spot> spots;
    for (QPointF corner : cornersOf(request, em, size, mScale)) {
        const QRectF box(request.anchor + corner, size);
        spots.push_back({{box.left(), box.top() + 0.90 * em}, box});
    }
    return spots;
}

/// Whether a single narrow letter would find a place. Among thousands of symbols hardly a name does, and to measure
/// them all takes longer than to paint the map.
bool LabelPlacer::hasRoom(const LabelRequest& request) const {
    if (request.role == LabelRole::Shield)
        return true;
    const qreal em = emOf(request.role, mScale);
    const QSizeF least(em / 8, heightOf(em));
    const std::vector<QPointF> corners = cornersOf(request, em, least, mScale);
    return std::any_of(corners.begin(), corners.end(),
                       [&](QPointF corner) { return isFree(QRectF(request.anchor + corner, least)); });
}

std::vector<PlacedLabel> LabelPlacer::place(std::span<const LabelRequest> requests) {
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return requests[a].priority < requests[b].priority; });
    std::vector<PlacedLabel> placed;
    for (std::size_t index : order) {
        const LabelRequest& request = requests[index];
        if (request.text.isEmpty() || !mView.contains(request.anchor) || repeats(request) || !hasRoom(request))
            continue;
        const Spot* best = nullptr;
        double bestCost = INFINITY;
        const std::vector<Spot> spots = spotsOf(request);
        for (std::size_t i = 0; i < spots.size(); ++i) {
            // A crossed line weighs more than a less usual side, but among clean sides the usual one wins.
            // Only a name that has no room at its symbol steps aside.
            const double cost =
                4 * lineCost(spots[i].box) + 0.02 * double(i) + (!request.centered && i >= nearSpots ? 2 : 0);
            if (cost < bestCost && isFree(spots[i].box)) {
                best = &spots[i];
                bestCost = cost;
            }
        }
        if (!best)
            continue;
        addObstacle(best->box.adjusted(-1, -1, 1, 1));
        mPlacedTexts[request.text].push_back(request.anchor);
        placed.push_back({index, best->baseline, best->box});
    }
    return placed;
}

void paintLabel(QPainter& painter, const QString& text, LabelRole role, QPointF baseline, Theme theme, qreal scale) {
    if (role == LabelRole::Shield)
        return paintShield(painter, text, baseline, theme, scale);
    paintHaloText(painter, baseline, text, labelFont(role, scale), tokenColor(labelToken(role), theme),
                  tokenColor(Token::Halo, theme), scale);
}

} // namespace corridor
