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

constexpr qreal bucketPx = 64;
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
    , mColumns(std::max(1, int(std::ceil(view.width() / cellPx))))
    , mRows(std::max(1, int(std::ceil(view.height() / cellPx))))
    , mLineCells(std::size_t(mColumns) * mRows, 0) {}

template <class Function>
void LabelPlacer::forEachBucket(const QRectF& box, Function function) const {
    const auto first = [](qreal v) { return std::int64_t(std::floor(v / bucketPx)); };
    for (std::int64_t y = first(box.top()); y <= first(box.bottom()); ++y) {
        for (std::int64_t x = first(box.left()); x <= first(box.right()); ++x)
            function((y << 32) ^ (x & 0xffffffff));
    }
}

void LabelPlacer::addObstacle(const QRectF& box) {
    const QRectF part = box & mView.adjusted(-bucketPx, -bucketPx, bucketPx, bucketPx);
    if (part.isEmpty())
        return;
    const auto index = std::uint32_t(mBoxes.size());
    mBoxes.push_back(part);
    forEachBucket(part, [&](std::int64_t bucket) { mBuckets[bucket].push_back(index); });
}

void LabelPlacer::addLine(std::span<const QPointF> line) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const QPointF step = line[i + 1] - line[i];
        const double length = std::hypot(step.x(), step.y());
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
    forEachBucket(box, [&](std::int64_t bucket) {
        const auto found = mBuckets.find(bucket);
        if (!free || found == mBuckets.end())
            return;
        free = std::none_of(found->second.begin(), found->second.end(),
                            [&](std::uint32_t i) { return mBoxes[i].intersects(box); });
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
    return std::any_of(mPlacedTexts.begin(), mPlacedTexts.end(), [&](const auto& placed) {
        const QPointF d = placed.second - request.anchor;
        return placed.first == request.text && std::hypot(d.x(), d.y()) < request.repeatDistancePx;
    });
}

std::vector<LabelPlacer::Spot> LabelPlacer::spotsOf(const LabelRequest& request) const {
    if (request.role == LabelRole::Shield) { // on its road; it would hide a cable, so it is left out there
        const QPointF baseline = shieldBaseline(request.text, request.anchor, mScale);
        const QRectF box = shieldBox(request.text, baseline, mScale);
        return lineCost(box) > 0 ? std::vector<Spot>() : std::vector<Spot>{{baseline, box}};
    }
    const QFont font = labelFont(request.role, mScale);
    const qreal em = font.pixelSize();
    const qreal w = QFontMetricsF(font).horizontalAdvance(request.text);
    const qreal h = em * 1.12; // of the ideographs, from 0.90 em above the baseline to 0.22 em below
    const qreal r = request.clearance + gapPx * mScale;
    const qreal d = request.clearance * 0.71 + gapPx * 0.5 * mScale;
    std::vector<QPointF> corners; // top left of the box relative to the anchor, best first
    if (request.centered) {
        corners = {{-w / 2, -h / 2}};
        // A water's name far from it would name something else; a province has room.
        const int mostAway = request.role == LabelRole::Province ? 3 : 1;
        for (int away = 1; away <= mostAway; ++away) {
            for (QPointF to : {QPointF(0, 1), QPointF(0, -1), QPointF(1, 0), QPointF(-1, 0)})
                corners.push_back({-w / 2 + to.x() * away * 28 * mScale, -h / 2 + to.y() * away * 20 * mScale});
        }
    } else {
        corners = {{r, -h / 2}, {-r - w, -h / 2}, {-w / 2, -r - h}, {-w / 2, r},
                   {d, -d - h}, {d, d},           {-d - w, -d - h}, {-d - w, d}};
        if (request.priority <= LabelPriority::LargeSite) { // these step aside rather than give up
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
    }
    std::vector<Spot> spots;
    for (QPointF corner : corners) {
        const QRectF box(request.anchor + corner, QSizeF(w, h));
        spots.push_back({{box.left(), box.top() + 0.90 * em}, box});
    }
    return spots;
}

std::vector<PlacedLabel> LabelPlacer::place(std::span<const LabelRequest> requests) {
    std::vector<std::size_t> order(requests.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return requests[a].priority < requests[b].priority; });
    std::vector<PlacedLabel> placed;
    for (std::size_t index : order) {
        const LabelRequest& request = requests[index];
        if (request.text.isEmpty() || !mView.contains(request.anchor) || repeats(request))
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
        mPlacedTexts.emplace_back(request.text, request.anchor);
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
