// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/sheet/sheetlayout.h"

#include "model/base/error.h"
#include "model/geo/polyline.h"
#include "views/paint/sheet/sheetfurniture.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr double bindingMm = 25, edgeMm = 10, headMm = 15, graticuleMm = 5, bandMm = 42, blockWidthMm = 180,
                 blockHeightMm = 30, notesMm = 42, approvalMm = 9.5, insetHeadMm = 6;
constexpr double besideMm = 300; // a narrower sheet has its title block below the legend
constexpr double wideLegendMm = 32, leastInsetMm = 60;
constexpr double insetShare = 0.28; // of the map's width, and two of its heights
constexpr double marginMm = 8;      // around a plan that is to be seen whole

/// The round number not below n: people read scales by hundreds of thousands, not by what happens to fit.
double roundScale(double n) {
    const double power = std::pow(10, std::floor(std::log10(n)));
    for (const double step : {1.0, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0})
        if (step * power >= n * (1 - 1e-9))
            return step * power;
    return 10 * power;
}

Viewport atScale(const Viewport& viewport, double scale) {
    return viewport.withGroundScale(scale * paperPixelMm / 1000);
}

bool shows(const Viewport& viewport, const Viewport& fitted) {
    return viewport.unitsPerPixel() >= fitted.unitsPerPixel() * (1 - 1e-9);
}

/// Centred on an extent, at the wished scale or the largest round one that shows all of it.
Viewport viewOf(const std::shared_ptr<const Projection>& projection, const QRectF& rect, const Box& extent,
                double scale) {
    const qreal margin = px(marginMm);
    const Viewport fitted = Viewport(projection, rect.size()).zoomedTo(extent, {margin, margin, margin, margin});
    const double needed = roundScale(paperScale(fitted));
    if (scale <= 0)
        return atScale(fitted, needed);
    const Viewport wished = atScale(fitted, scale);
    const Viewport bare = Viewport(projection, rect.size()).zoomedTo(extent, {});
    if (!shows(wished, bare))
        throw Error(Blame::Usage, message(CORRIDOR_MSG("At 1:%1 the map does not fit on this paper; take 1:%2, larger "
                                                       "paper or a smaller extent."),
                                          QString::number(scale, 'f', 0), QString::number(needed, 'f', 0)));
    return wished;
}

bool isStacked(const SheetLayout& layout) {
    return layout.frame.width() < px(besideMm);
}

/// Of a stacked sheet: whether the notes find room beside the title block.
bool notesStandBesideBlock(const SheetLayout& layout) {
    return layout.frame.width() >= px(blockWidthMm + notesMm);
}

qreal bandHeight(const SheetLayout& layout) {
    if (!isStacked(layout))
        return px(bandMm);
    return px(bandMm + (notesStandBesideBlock(layout) ? wideLegendMm : bandMm));
}

void layBand(SheetLayout& out) {
    const qreal width = std::min(px(blockWidthMm), out.band.width()), high = px(bandMm);
    const QRectF right(out.band.right() - width, out.band.bottom() - high, width, high);
    out.titleBlock = right.adjusted(0, high - px(blockHeightMm), 0, 0);
    out.scaleRow = QRectF(right.topLeft(), QSizeF(width, high - px(blockHeightMm)));
    const QRectF left(out.band.topLeft(), isStacked(out) ? QPointF(out.band.right(), right.top()) : right.bottomLeft());
    if (isStacked(out) && notesStandBesideBlock(out)) {
        out.legend = left;
        out.notes = QRectF(left.bottomLeft(), right.bottomLeft());
        return;
    }
    const qreal notes = std::min(px(notesMm), left.width() * 0.4);
    out.notes = left.adjusted(left.width() - notes, 0, 0, 0);
    out.legend = left.adjusted(0, 0, -notes, 0);
}

/// Of the corners at the left and the one at the right below, that with the least of the plan under it; the table and
/// the arrow stand in the fourth.
QRectF emptiestCorner(const Sheet& sheet, const SheetLayout& layout, QSizeF size, qreal foot) {
    const QRectF map = layout.map;
    const QRectF corners[] = {{map.left(), map.bottom() - foot - size.height(), size.width(), size.height()},
                              {map.right() - size.width(), map.bottom() - size.height(), size.width(), size.height()},
                              {map.left(), map.top(), size.width(), size.height()}};
    const QRectF* best = &corners[0];
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (const QRectF& corner : corners) {
        std::size_t covered = 0;
        const auto count = [&](const LonLat& at, std::size_t weight) {
            if (corner.contains(layout.view->pixelOf(at) + map.topLeft()))
                covered += weight;
        };
        sheet.scene.entities.table<Site>().forEach([&](const auto& site) { count(site->position, 20); });
        sheet.scene.entities.table<Span>().forEach([&](const auto& span) {
            for (const LonLat& at : span->line)
                count(at, 1);
        });
        if (covered < least) {
            least = covered;
            best = &corner;
        }
    }
    return *best;
}

void layInset(const Sheet& sheet, SheetLayout& out) {
    if (!sheet.inset || sheet.inset->isEmpty())
        return;
    const qreal width = std::min(out.map.width() * insetShare, out.map.height() * 2 * insetShare);
    if (width < px(leastInsetMm))
        return;
    const QSizeF size(width, width * 0.66);
    const QRectF rect = emptiestCorner(sheet, out, size, out.approval.height());
    const QRectF map = rect.adjusted(0, px(insetHeadMm), 0, 0);
    const qreal margin = px(4);
    const Viewport fitted =
        Viewport(out.view->sharedProjection(), map.size()).zoomedTo(*sheet.inset, {margin, margin, margin, margin});
    const double scale = roundScale(paperScale(fitted));
    if (scale > out.scale * 0.75) // shows hardly more than the map itself
        return;
    out.inset = rect;
    out.insetMap = map;
    out.insetView = atScale(fitted, scale);
    out.insetScale = scale;
}

} // namespace

double paperScale(const Viewport& viewport) {
    return viewport.groundMetresPerPixel() / (paperPixelMm / 1000);
}

SheetLayout layoutSheet(const Sheet& sheet, QSizeF tableSize) {
    SheetLayout out;
    out.paper = paperMm(sheet.paper, sheet.landscape) / paperPixelMm;
    out.frame = QRectF(QPointF(), out.paper).adjusted(px(bindingMm), px(edgeMm), -px(edgeMm), -px(edgeMm));
    out.head = QRectF(out.frame.topLeft(), QSizeF(out.frame.width(), px(headMm)));
    out.band = out.frame.adjusted(0, out.frame.height() - bandHeight(out), 0, 0);
    out.neatline = QRectF(out.head.bottomLeft(), out.band.topRight()).adjusted(px(1.5), px(1), -px(1.5), -px(1.5));
    out.map = out.neatline.adjusted(px(graticuleMm), px(graticuleMm), -px(graticuleMm), -px(graticuleMm));
    layBand(out);

    const Box extent = sheet.extent.isEmpty() ? extentOf(sheet.scene.entities) : sheet.extent;
    if (extent.isEmpty())
        throw Error(Blame::Usage, message(CORRIDOR_MSG("The plan has no places yet; say which extent to draw.")));
    out.view = viewOf(projectionOf(sheet.scene.entities), out.map, extent, sheet.scale);
    out.scale = paperScale(*out.view);
    const qreal approval = std::min(approvalWidth(sheet.text.approvalNumber), out.map.width());
    out.approval = QRectF(out.map.left(), out.map.bottom() - px(approvalMm), approval, px(approvalMm));
    layInset(sheet, out);
    if (tableSize.width() > 0 && tableSize.height() < out.map.height() * 0.6 &&
        tableSize.width() < out.map.width() * 0.6)
        out.table = QRectF(out.map.right() - tableSize.width(), out.map.top(), tableSize.width(), tableSize.height());
    const qreal right = out.table.isEmpty() ? out.map.right() : out.table.left();
    out.north = QRectF(right - px(11), out.map.top() + px(3), px(7), px(17));
    return out;
}

} // namespace corridor
