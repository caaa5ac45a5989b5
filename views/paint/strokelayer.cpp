// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/strokelayer.h"

#include <QPaintEngine>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace corridor {

namespace {

/// x · y / 255, rounded.
std::uint32_t scaled(std::uint32_t x, std::uint32_t y) {
    const std::uint32_t t = x * y + 128;
    return (t + (t >> 8)) >> 8;
}

/// A premultiplied colour over another, @p covered of 255.
QRgb over(QRgb color, QRgb below, std::uint32_t covered) {
    const std::uint32_t rest = 255 - scaled(std::uint32_t(qAlpha(color)), covered);
    const auto mix = [&](int front, int back) {
        return int(scaled(std::uint32_t(front), covered) + scaled(std::uint32_t(back), rest));
    };
    return qRgba(mix(qRed(color), qRed(below)), mix(qGreen(color), qGreen(below)), mix(qBlue(color), qBlue(below)),
                 mix(qAlpha(color), qAlpha(below)));
}

/// Of a number that is not negative; std::ceil is a call without the newer instructions.
int ceiled(float value) {
    const int whole = int(value);
    return whole + (float(whole) < value);
}

/// How many pixels behind the first are known to be empty, at most @p most; most of a row is, so eight at a time.
int emptyAfter(const std::uint8_t* mask, int most) {
    int count = 0;
    for (std::uint64_t eight = 0; count + 8 <= most; count += 8) {
        std::memcpy(&eight, mask + count + 1, sizeof eight);
        if (eight != 0)
            break;
    }
    return count;
}

/// Kept from picture to picture: fresh pages of memory cost more than what is painted on them.
std::vector<std::uint8_t>& maskOfThread() {
    thread_local std::vector<std::uint8_t> mask;
    return mask;
}

} // namespace

void StrokeLayer::Reach::include(int from, int to) {
    if (isEmpty()) {
        first = from;
        last = to;
    } else {
        first = std::min(first, from);
        last = std::max(last, to);
    }
}

bool StrokeLayer::isUpright(const QPainter& painter) {
    const QTransform matrix = painter.deviceTransform();
    return painter.paintEngine()->type() == QPaintEngine::Raster && matrix.type() <= QTransform::TxScale &&
           matrix.m11() > 0 && qFuzzyCompare(matrix.m11(), matrix.m22());
}

bool StrokeLayer::suits(const QPainter& painter) {
    return isUpright(painter) && painter.device()->devType() == QInternal::Image && !painter.hasClipping() &&
           painter.opacity() == 1 && painter.compositionMode() == QPainter::CompositionMode_SourceOver &&
           static_cast<const QImage*>(painter.device())->format() == QImage::Format_ARGB32_Premultiplied;
}

StrokeLayer::StrokeLayer(const QPainter& painter, const QRectF& area)
    : mImage(*static_cast<QImage*>(painter.device()))
    , mToDevice(painter.deviceTransform())
    , mMask(maskOfThread()) {
    const QRect reached = mToDevice.mapRect(area).toAlignedRect() & mImage.rect();
    mOrigin = reached.topLeft();
    mWidth = std::max(0, reached.width());
    mHeight = std::max(0, reached.height());
    const std::size_t size = std::size_t(mWidth) * std::size_t(mHeight);
    if (mMask.size() < size)
        mMask.assign(size, 0);
    mGathered.resize(std::size_t(mHeight));
}

StrokeLayer::~StrokeLayer() {
    // Lines gathered but never filled, of a picture that was cancelled.
    if (std::any_of(mGathered.begin(), mGathered.end(), [](const Reach& reach) { return !reach.isEmpty(); }))
        std::fill(mMask.begin(), mMask.end(), std::uint8_t(0));
}

void StrokeLayer::add(std::span<const QPointF> line, qreal width) {
    // Half a pixel to the middle of pixels.
    const QPointF shift = QPointF(mOrigin) + QPointF(0.5, 0.5);
    const auto radius = float(width * mToDevice.m11() / 2);
    for (std::size_t i = 0; i + 1 < line.size(); ++i)
        addSegment(mToDevice.map(line[i]) - shift, mToDevice.map(line[i + 1]) - shift, radius);
}

void StrokeLayer::addSegment(QPointF from, QPointF to, float radius) {
    const float reach = radius + 0.5f;
    const auto ax = float(from.x()), ay = float(from.y()), dx = float(to.x()) - ax, dy = float(to.y()) - ay;
    const float top = std::max(0.f, std::min(ay, ay + dy) - reach);
    const float bottom = std::min(float(mHeight - 1), std::max(ay, ay + dy) + reach);
    const float left = std::max(0.f, std::min(ax, ax + dx) - reach);
    const float right = std::min(float(mWidth - 1), std::max(ax, ax + dx) + reach);
    if (!(top <= bottom) || !(left <= right)) // also false for NaN
        return;
    const float square = dx * dx + dy * dy;
    const float perSquare = square > 0 ? 1 / square : 0;
    // How far along a row the stroke extends beside the middle of the line.
    const float beside = std::abs(dy) > 1e-3f ? reach * std::sqrt(square) / std::abs(dy) : INFINITY;
    const float most = 255 * std::min(1.f, 2 * radius); // of a line thinner than a pixel
    const float farthest = reach * reach;
    for (int y = ceiled(top); y <= int(bottom); ++y) {
        const float py = float(y) - ay;
        float first = left, last = right;
        if (std::isfinite(beside)) {
            const float middle = ax + py * dx / dy;
            first = std::max(first, middle - beside);
            last = std::min(last, middle + beside);
        }
        if (!(first <= last))
            continue;
        const int x0 = ceiled(first), x1 = int(last);
        std::uint8_t* row = mMask.data() + std::size_t(y) * std::size_t(mWidth);
        for (int x = x0; x <= x1; ++x) {
            const float px = float(x) - ax;
            const float t = std::clamp((px * dx + py * dy) * perSquare, 0.f, 1.f);
            const float ex = px - t * dx, ey = py - t * dy;
            const float away = ex * ex + ey * ey;
            if (away >= farthest)
                continue;
            const auto covered = std::uint8_t(std::min(most, (reach - std::sqrt(away)) * 255));
            row[x] = std::max(row[x], covered);
        }
        mGathered[std::size_t(y)].include(x0, x1);
    }
}

void StrokeLayer::fill(const QColor& color) {
    const QRgb ink = qPremultiply(color.rgba());
    for (int y = 0; y < mHeight; ++y) {
        Reach& gathered = mGathered[std::size_t(y)];
        if (gathered.isEmpty())
            continue;
        auto* pixels = reinterpret_cast<QRgb*>(mImage.scanLine(mOrigin.y() + y)) + mOrigin.x();
        std::uint8_t* mask = mMask.data() + std::size_t(y) * std::size_t(mWidth);
        const bool opaque = qAlpha(ink) == 255;
        for (int x = gathered.first; x <= gathered.last; ++x) {
            if (mask[x] == 0) {
                x += emptyAfter(mask + x, gathered.last - x);
                continue;
            }
            pixels[x] = opaque && mask[x] == 255 ? ink : over(ink, pixels[x], mask[x]);
        }
        std::memset(mask + gathered.first, 0, std::size_t(gathered.last - gathered.first + 1));
        gathered = {};
    }
}

} // namespace corridor
