// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/measuretool.h"

#include "model/base/physics.h"
#include "model/geo/geodesic.h"
#include "model/plan/settings.h"
#include "views/paint/fonts.h"
#include "views/paint/halotext.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/toolpaint.h"

#include <QClipboard>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QLineF>

#include <cmath>

namespace corridor {

namespace {

constexpr double closingRadiusPx = 8;
constexpr double shortestWithLengthPx = 56; // of a leg on the screen: less has no room for its figure
constexpr std::size_t leastForArea = 4;     // three corners and the first one again

/// The reference fibre of the corridor; its figures are data of the plan.
QString referenceFibre() {
    return QStringLiteral("G.652.D");
}

QString areaText(double squareMetres) {
    if (squareMetres < 1e6)
        return fixedText(squareMetres, 0) + QStringLiteral(" m\u00b2");
    return fixedText(squareMetres / 1e6, squareMetres < 1e8 ? 2 : 0) + QStringLiteral(" km\u00b2");
}

/// Degrees clockwise from north, 0.0 to 359.9.
QString azimuthText(double degrees) {
    const double tenths = std::fmod(std::round((degrees + 360) * 10), 3600);
    return fixedText(tenths / 10, 1) + QStringLiteral("\u00b0");
}

bool isCopy(int key, Qt::KeyboardModifiers modifiers) {
    return key == Qt::Key_C && modifiers == Qt::ControlModifier;
}

} // namespace

std::optional<double> roundTripOver(const EntitySet& entities, double routeMetres, const QString& fibre) {
    std::optional<double> groupIndex;
    entities.table<FibreType>().forEach([&](const auto& type) {
        if (type->code == fibre)
            groupIndex = type->groupIndex;
    });
    if (!groupIndex)
        return std::nullopt;
    const double fibreKm = routeMetres / 1000 * settingsOf(entities).layFactor;
    return 2 * fibreKm * fibreDelayUsPerKm(*groupIndex) / 1000;
}

QString MeasureTool::hint() const {
    if (mPoints.empty())
        return tr("Click where to measure from · Esc ends");
    if (mDone)
        return tr("Ctrl+C copies · Backspace goes on measuring · click starts anew · Esc clears");
    return tr(
        "Click adds a point, the first one closes · double-click or Enter ends · Backspace takes back · Esc clears");
}

bool MeasureTool::isAtFirst(QPointF pixel) const {
    return mPoints.size() + 1 >= leastForArea &&
           QLineF(mHost.viewport().pixelOf(mPoints.front()), pixel).length() <= closingRadiusPx;
}

bool MeasureTool::isClosed() const {
    const std::vector<LonLat> points = line();
    return points.size() >= leastForArea && points.front() == points.back();
}

LonLat MeasureTool::positionAt(const MapPointer& pointer) {
    mSnap = {};
    if (!mDone && isAtFirst(pointer.pixel))
        return mPoints.front();
    mSnap = mHost.snapAt(pointer);
    return mSnap.kind == Snap::Kind::None ? pointer.position : mSnap.position;
}

void MeasureTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return;
    if (mDone)
        cancel();
    const LonLat position = positionAt(pointer);
    mRubber.reset();
    if (mPoints.empty() || position != mPoints.back())
        mPoints.push_back(position);
    if (isClosed())
        finish();
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void MeasureTool::move(const MapPointer& pointer) {
    const LonLat position = positionAt(pointer);
    if (!mDone && !mPoints.empty())
        mRubber = position;
    mHost.updateOverlay();
}

void MeasureTool::leave() {
    mRubber.reset();
    mSnap = {};
    mHost.updateOverlay();
}

void MeasureTool::doubleClick(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton || mPoints.empty() || mDone)
        return;
    // The first click of the pair has set the point already.
    const bool isSet =
        positionAt(pointer) == mPoints.back() || !isDrag(mHost.viewport().pixelOf(mPoints.back()), pointer.pixel);
    if (!isSet)
        press(pointer);
    finish();
}

void MeasureTool::finish() {
    mRubber.reset();
    mSnap = {};
    mDone = true;
    mHost.setHint(hint());
    mHost.updateOverlay();
}

bool MeasureTool::wantsKey(int key, Qt::KeyboardModifiers modifiers) const {
    if (mPoints.empty())
        return false;
    const bool measures =
        key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace || key == Qt::Key_Escape;
    return isCopy(key, modifiers) || (measures && !(modifiers & (Qt::ControlModifier | Qt::AltModifier)));
}

bool MeasureTool::key(int key, Qt::KeyboardModifiers modifiers) {
    if (!wantsKey(key, modifiers))
        return false;
    if (isCopy(key, modifiers)) {
        copy();
    } else if (key == Qt::Key_Escape) {
        cancel();
    } else if (key == Qt::Key_Backspace) {
        mPoints.pop_back();
        mDone = false;
    } else {
        finish();
    }
    mHost.setHint(hint());
    mHost.updateOverlay();
    return true;
}

void MeasureTool::copy() {
    const QStringList lines = report();
    if (lines.isEmpty())
        return;
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
    mHost.notify(message(CORRIDOR_MSG("Copied: %1"), lines.join(QStringLiteral(" · "))));
}

bool MeasureTool::cancel() {
    if (mPoints.empty())
        return false;
    mPoints.clear();
    mRubber.reset();
    mSnap = {};
    mDone = false;
    mHost.setHint(hint());
    mHost.updateOverlay();
    return true;
}

std::vector<LonLat> MeasureTool::line() const {
    std::vector<LonLat> out = mPoints;
    if (mRubber && (out.empty() || *mRubber != out.back()))
        out.push_back(*mRubber);
    return out;
}

QStringList MeasureTool::report() const {
    const std::vector<LonLat> points = line();
    if (points.size() < 2)
        return {};
    const Geodesic& geodesic = Geodesic::cgcs2000();
    const double sum = geodesic.length(points);
    const Geodesic::Inverse last = geodesic.inverse(points[points.size() - 2], points.back());
    QStringList lines{lengthText(sum)};
    if (points.size() > 2)
        lines += tr("Last leg %1 · azimuth %2").arg(lengthText(last.distanceM), azimuthText(last.azimuth1Deg));
    else
        lines += tr("Azimuth %1").arg(azimuthText(last.azimuth1Deg));
    if (isClosed())
        lines += tr("Area %1").arg(areaText(std::abs(geodesic.polygon(points).areaM2)));
    const EntitySet& entities = mHost.document().entities();
    if (const auto ms = roundTripOver(entities, sum, referenceFibre()))
        lines += tr("RTT %1 if it were %2: lay %3, no equipment")
                     .arg(fixedText(*ms, 2) + QStringLiteral(" ms"), referenceFibre(),
                          plainText(settingsOf(entities).layFactor));
    return lines;
}

/// The length of each leg at its middle, where the screen has room for it; a single one stands at the pointer.
void MeasureTool::paintLegs(QPainter& painter, const QPolygonF& pixels, const std::vector<LonLat>& points) const {
    if (points.size() < 3)
        return;
    const QFont font = programFont(11);
    const QFontMetricsF metrics(font);
    for (qsizetype i = 0; i + 1 < pixels.size(); ++i) {
        const QLineF leg(pixels[i], pixels[i + 1]);
        if (leg.length() < shortestWithLengthPx)
            continue;
        const QString text =
            lengthText(Geodesic::cgcs2000().distance(points[std::size_t(i)], points[std::size_t(i) + 1]));
        const QPointF start(leg.center().x() - metrics.horizontalAdvance(text) / 2, leg.center().y() - 6);
        paintHaloText(painter, start, text, font, themeColor(Token::Text), themeColor(Token::Halo));
    }
}

void MeasureTool::paint(QPainter& painter, const Viewport& viewport) const {
    const std::vector<LonLat> points = line();
    const QPolygonF pixels = pixelsOf(viewport, points);
    if (isClosed()) {
        QColor fill = themeColor(Token::Select);
        fill.setAlphaF(0.10f);
        painter.setPen(Qt::NoPen);
        painter.setBrush(fill);
        painter.drawPolygon(pixels);
    }
    if (pixels.size() > 1)
        paintPreviewLine(painter, pixels);
    for (const QPointF& pixel : pixels)
        paintHandle(painter, pixel, currentTheme());
    paintLegs(painter, pixels, points);
    paintSnap(painter, viewport, mSnap, mHost);
    if (isClosed()) // beside it, not over it
        paintTag(painter, viewport, pixels.boundingRect(), report());
    else if (!pixels.isEmpty())
        paintTag(painter, viewport, pixels.back(), report());
}

} // namespace corridor
