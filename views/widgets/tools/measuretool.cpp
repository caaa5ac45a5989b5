// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/tools/measuretool.h"

#include "model/geo/geodesic.h"
#include "views/paint/fonts.h"
#include "views/paint/symbols.h"
#include "views/widgets/canvas/dragcard.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/theme.h"
#include "views/widgets/tools/toolpaint.h"

#include <QFontMetricsF>

#include <cmath>

namespace corridor {

namespace {

QString lengthText(double metres) {
    return metres < 1000 ? fixedText(metres, 0) + QStringLiteral(" m")
                         : fixedText(metres / 1000, 1) + QStringLiteral(" km");
}

QString areaText(double squareMetres) {
    if (squareMetres < 1e6)
        return fixedText(squareMetres, 0) + QStringLiteral(" m\u00b2");
    return fixedText(squareMetres / 1e6, squareMetres < 1e8 ? 2 : 0) + QStringLiteral(" km\u00b2");
}

} // namespace

QString MeasureTool::hint() const {
    return mPoints.empty() ? tr("Click where to measure from")
                           : tr("Click adds a point · double-click or Enter ends · Backspace takes back · Esc clears");
}

LonLat MeasureTool::positionAt(const MapPointer& pointer) {
    mSnap = mHost.snapAt(pointer);
    return mSnap.kind == Snap::Kind::None ? pointer.position : mSnap.position;
}

void MeasureTool::press(const MapPointer& pointer) {
    if (pointer.button != Qt::LeftButton)
        return;
    if (mDone)
        cancel();
    mPoints.push_back(positionAt(pointer));
    mRubber.reset();
    mHost.setHint(hint());
    mHost.updateOverlay();
}

void MeasureTool::move(const MapPointer& pointer) {
    const LonLat position = positionAt(pointer);
    if (!mDone && !mPoints.empty())
        mRubber = position;
    mHost.updateOverlay();
}

void MeasureTool::doubleClick(const MapPointer& pointer) {
    if (mPoints.empty())
        return;
    // The first click of the pair has set the point already.
    const bool isSet =
        positionAt(pointer) == mPoints.back() || !isDrag(mHost.viewport().pixelOf(mPoints.back()), pointer.pixel);
    if (!isSet)
        press(pointer);
    mRubber.reset();
    mDone = true;
    mHost.updateOverlay();
}

bool MeasureTool::wantsKey(int key) const {
    return !mPoints.empty() &&
           (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Backspace || key == Qt::Key_Escape);
}

bool MeasureTool::key(int key, Qt::KeyboardModifiers) {
    if (!wantsKey(key))
        return false;
    if (key == Qt::Key_Escape) {
        cancel();
    } else if (key == Qt::Key_Backspace) {
        mPoints.pop_back();
        mDone = false;
    } else {
        mRubber.reset();
        mDone = true;
    }
    mHost.setHint(hint());
    mHost.updateOverlay();
    return true;
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
    if (mRubber)
        out.push_back(*mRubber);
    return out;
}

QString MeasureTool::text() const {
    const std::vector<LonLat> points = line();
    if (points.size() < 2)
        return {};
    const Geodesic& geodesic = Geodesic::cgcs2000();
    QString out = lengthText(geodesic.length(points));
    if (points.size() > 2)
        out += QStringLiteral(" \u00b7 ") + areaText(std::abs(geodesic.polygon(points).areaM2));
    return out;
}

void MeasureTool::paint(QPainter& painter, const Viewport& viewport) const {
    const QPolygonF pixels = pixelsOf(viewport, line());
    if (pixels.size() > 2) {
        painter.setPen(QPen(themeColor(Token::Ghost), 1, Qt::DotLine));
        painter.drawLine(pixels.back(), pixels.front());
    }
    if (pixels.size() > 1)
        paintPreviewLine(painter, pixels);
    for (const QPointF& pixel : pixels)
        paintHandle(painter, pixel, currentTheme());
    paintSnap(painter, viewport, mSnap, mHost);
    const QString label = text();
    if (label.isEmpty())
        return;
    const QFont font = programFont(13, true);
    const QFontMetricsF metrics(font);
    QRectF box(pixels.back() + QPointF(16, 14), QSizeF(metrics.horizontalAdvance(label) + 20, 28));
    if (box.right() > viewport.rect().right())
        box.moveRight(pixels.back().x() - 16);
    if (box.bottom() > viewport.rect().bottom())
        box.moveBottom(pixels.back().y() - 14);
    paintHudPanel(painter, box, currentTheme());
    painter.setFont(font);
    painter.setPen(themeColor(Token::Text));
    painter.drawText(box, Qt::AlignCenter, label);
}

} // namespace corridor
