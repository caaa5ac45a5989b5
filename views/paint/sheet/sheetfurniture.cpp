// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/sheet/sheetfurniture.h"

#include "model/plan/settings.h"
#include "views/paint/clip.h"
#include "views/paint/numbertext.h"
#include "views/paint/remarks.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Sheet", text);
}

constexpr qreal approvalPx = sheetBodyPx + 1;
constexpr qreal approvalFieldMm = 30, approvalGapMm = 2, approvalMarginMm = 2.5;

QString degreesText(double degrees, char side) {
    return QString::number(degrees, 'g', 6) + QChar(0x00B0) + QLatin1Char(side);
}

/// The step at which a span of degrees has four to nine lines.
double graticuleStep(double degrees) {
    for (const double step : {10.0, 5.0, 2.0, 1.0, 0.5, 0.25, 0.1, 0.05})
        if (degrees / step >= 3.5)
            return step;
    return 0.01;
}

std::vector<QPointF> parallel(const Viewport& viewport, double lat, const Box& box) {
    std::vector<QPointF> line;
    for (int i = 0; i <= 40; ++i)
        line.push_back(viewport.pixelOf({box.lonMin + (box.lonMax - box.lonMin) * i / 40, lat}));
    return line;
}

std::vector<QPointF> meridian(const Viewport& viewport, double lon, const Box& box) {
    std::vector<QPointF> line;
    for (int i = 0; i <= 40; ++i)
        line.push_back(viewport.pixelOf({lon, box.latMin + (box.latMax - box.latMin) * i / 40}));
    return line;
}

/// Where a line meets an edge of the map, if it does: the coordinate along the edge.
std::optional<qreal> meeting(const std::vector<QPointF>& line, qreal edge, bool vertical, qreal length) {
    for (std::size_t i = 1; i < line.size(); ++i) {
        const qreal a = vertical ? line[i - 1].x() : line[i - 1].y(), b = vertical ? line[i].x() : line[i].y();
        if ((a <= edge) == (b <= edge))
            continue;
        const qreal share = (edge - a) / (b - a);
        const QPointF at = line[i - 1] + share * (line[i] - line[i - 1]);
        const qreal along = vertical ? at.y() : at.x();
        if (along >= 0 && along <= length)
            return along;
    }
    return std::nullopt;
}

void turned(SheetPen& pen, QPointF center, const QString& text) {
    QPainter& painter = pen.painter();
    painter.save();
    painter.translate(center);
    painter.rotate(-90);
    const qreal width = SheetPen::widthOf(text, sheetSmallPx) + 2;
    pen.text({-width / 2, -7, width, 14}, Qt::AlignHCenter, text, sheetSmallPx);
    painter.restore();
}

void paintLines(SheetPen& pen, const QRectF& map, const std::vector<QPointF>& line) {
    const QRectF inside(QPointF(), map.size());
    for (const LinePiece& piece : clipLine(line, inside)) {
        pen.painter().setPen(QPen(tokenColor(Token::Graticule, Theme::Light), px(0.15)));
        pen.painter().drawPolyline(piece.points.translated(map.topLeft()));
    }
}

/// The map's own projection in the reader's language; others by the name that PROJ has.
QString projectionText(const Projection& projection) {
    const QString name = QString::fromStdString(projection.name());
    static const QRegularExpression albers(QStringLiteral("Albers 25N 47N CM ([0-9.]+)$"));
    const QRegularExpressionMatch match = albers.match(name);
    if (match.hasMatch())
        return tr("Projection: Albers equal-area, 25° and 47° N, central meridian %1° E").arg(match.captured(1));
    return tr("Projection: %1").arg(name);
}

/// By how much lengths on the paper differ from the ratio at most, anywhere on the map and in any direction.
QString stretchText(const Viewport& view) {
    const double mean = view.unitsPerPixel() / view.groundMetresPerPixel(); // plane units a metre takes, at the middle
    double most = 0;
    for (const double x : {0.0, 0.5, 1.0})
        for (const double y : {0.0, 0.5, 1.0}) {
            const Projection::Local local =
                view.projection().localAt(view.positionOf({x * view.size().width(), y * view.size().height()}));
            for (const double scale : {local.unitsPerMetreEast, local.unitsPerMetreNorth})
                most = std::max(most, std::abs(scale / mean - 1));
        }
    if (!std::isfinite(most) || most < 0.0005)
        return {};
    return tr("Lengths on paper differ from the ratio by up to %1 %").arg(QString::number(most * 100, 'f', 1));
}

} // namespace

void paintGraticule(SheetPen& pen, const QRectF& map, const Viewport& viewport, bool figures) {
    const Box box = viewport.visibleBox();
    const double lonStep = graticuleStep(box.lonMax - box.lonMin), latStep = graticuleStep(box.latMax - box.latMin);
    const qreal tick = px(1.2);
    for (double lon = std::ceil(box.lonMin / lonStep) * lonStep; lon <= box.lonMax; lon += lonStep) {
        const auto line = meridian(viewport, lon, box);
        paintLines(pen, map, line);
        for (const bool lower : {false, true}) {
            const auto at = meeting(line, lower ? map.height() : 0, false, map.width());
            if (!at || !figures)
                continue;
            const qreal x = map.left() + *at, y = lower ? map.bottom() : map.top();
            pen.line({x, y}, {x, y + (lower ? tick : -tick)}, 0.25);
            pen.text({x - 40, lower ? y + tick : y - tick - 14, 80, 14}, Qt::AlignHCenter, degreesText(lon, 'E'),
                     sheetSmallPx);
        }
    }
    for (double lat = std::ceil(box.latMin / latStep) * latStep; lat <= box.latMax; lat += latStep) {
        const auto line = parallel(viewport, lat, box);
        paintLines(pen, map, line);
        for (const bool right : {false, true}) {
            const auto at = meeting(line, right ? map.width() : 0, true, map.height());
            if (!at || !figures || *at < px(4) || *at > map.height() - px(4))
                continue;
            const qreal y = map.top() + *at, x = right ? map.right() : map.left();
            pen.line({x, y}, {x + (right ? tick : -tick), y}, 0.25);
            turned(pen, {right ? x + tick + 8 : x - tick - 8, y}, degreesText(lat, 'N'));
        }
    }
}

void paintHead(SheetPen& pen, const SheetLayout& layout, const Sheet& sheet, const QString& title) {
    constexpr qreal smallestBeside = 24;
    const QRectF head = layout.head.adjusted(px(5), px(1), -px(5), 0);
    const QString left = QStringLiteral("%1 \u00B7 %2").arg(sheet.scenario, tr("Year %1").arg(sheet.scene.year));
    const qreal side =
        std::max(pen.widthOf(left, sheetHeadPx), pen.widthOf(sheet.text.classification, sheetHeadPx)) + px(4);
    const QRectF middle = head.adjusted(side, 0, -side, 0);
    // A long title gets a line of its own, and is set smaller before it is cut.
    const bool beside = pen.widthOf(title, smallestBeside, true) <= middle.width();
    const QRectF above = beside ? middle : head.adjusted(0, 0, 0, -px(5));
    const QRectF below = beside ? head.adjusted(0, px(3), 0, 0) : head.adjusted(0, head.height() - px(6), 0, 0);
    const qreal small = beside ? sheetHeadPx : sheetBodyPx;
    pen.text(below, Qt::AlignLeft, left, small, false, Token::Text2);
    pen.text(below, Qt::AlignRight, sheet.text.classification, small, false, Token::Text2);
    qreal size = sheetTitlePx;
    while (size > sheetHeadPx && pen.widthOf(title, size, true) > above.width())
        size -= 1;
    pen.text(above, Qt::AlignHCenter, title, size, true);
}

void paintNotes(SheetPen& pen, const SheetLayout& layout, const Sheet& sheet) {
    const QRectF rect = layout.notes;
    pen.line(rect.topLeft() + QPointF(0, px(3)), rect.bottomLeft() - QPointF(0, px(3)), 0.15, Token::Border2);
    pen.text({rect.left() + px(3), rect.top() + px(1), rect.width() - px(4), px(6.5)}, Qt::AlignLeft, tr("Notes"),
             sheetHeadPx, true);
    QStringList lines{tr("Coordinates: CGCS2000"), projectionText(layout.view->projection()),
                      tr("Lengths are geodesic, on the ellipsoid")};
    if (const QString stretch = stretchText(*layout.view); !stretch.isEmpty())
        lines += stretch;
    MapLimits limits;
    limits.scaleDenominator = layout.scale;
    sheet.scene.entities.table<Span>().forEach([&](const auto& span) { limits.schematicCables |= span->schematic; });
    limits.schematicWays = sheet.scene.layers.railways || sheet.scene.layers.expressways;
    for (const QString& remark : mapRemarks(limits))
        lines += remark;
    qreal y = rect.top() + px(7.5), height = 0;
    const qreal width = rect.width() - px(5), room = rect.bottom() - y - px(1);
    for (const QString& line : lines)
        height += SheetPen::paragraphHeight(width, line, sheetBodyPx) + 1;
    const qreal size = height <= room ? sheetBodyPx : sheetSmallPx; // none of them may be lost
    for (const QString& line : lines)
        y += pen.paragraph({rect.left() + px(3), y, width, rect.bottom() - y}, line, size) + 1;
}

QString ratioText(double scale) {
    return QStringLiteral("1:") + fixedText(std::round(scale), 0);
}

void paintSheetScaleBar(SheetPen& pen, QPointF bottomLeft, const ScaleBar& bar) {
    constexpr int fields = 4;
    const QRectF whole(bottomLeft.x(), bottomLeft.y() - px(1.2), bar.pixels, px(1.2));
    pen.painter().fillRect(whole, Qt::white);
    for (int i = 0; i < fields; i += 2)
        pen.painter().fillRect(
            QRectF(whole.left() + whole.width() * i / fields, whole.top(), whole.width() / fields, whole.height()),
            tokenColor(Token::Text, Theme::Light));
    pen.frame(whole, 0.18);
    const auto figure = [&](qreal x, const QString& text, const QString& number) {
        const qreal left = x - pen.widthOf(number, sheetSmallPx + 1) / 2;
        pen.text({left, whole.top() - 17, 90, 15}, Qt::AlignLeft, text, sheetSmallPx + 1);
    };
    figure(whole.left(), QStringLiteral("0"), QStringLiteral("0"));
    figure(whole.center().x(), bar.halfText, bar.halfText);
    figure(whole.right(), bar.fullText, bar.fullText.section(u' ', 0, 0));
}

QRectF paintScaleRow(SheetPen& pen, const SheetLayout& layout, const ScaleBar& bar) {
    const QRectF row = layout.scaleRow;
    const QPointF corner(row.left() + px(5), row.center().y() + px(3));
    paintSheetScaleBar(pen, corner, bar);
    const QString ratio = ratioText(layout.scale);
    const qreal width = pen.widthOf(ratio, 17, true);
    const QRectF right = row.adjusted(0, 0, -px(3), 0);
    pen.text(right, Qt::AlignRight, ratio, 17, true);
    pen.text(right.adjusted(0, 0, -width - px(4), 0), Qt::AlignRight, tr("Scale"), sheetBodyPx, false, Token::Text2);
    return {corner.x(), corner.y() - px(1.2), bar.pixels, px(1.2)};
}

void paintTitleBlock(SheetPen& pen, const SheetLayout& layout, const Sheet& sheet, const QString& title) {
    const QRectF block = layout.titleBlock;
    const qreal row = block.height() / 5, label = block.width() * 20 / 180, cell = block.width() * 22.5 / 180;
    const auto box = [&](const QRectF& rect, const QString& text, bool bold = false, qreal size = sheetBodyPx) {
        pen.frame(rect, 0.25);
        const QRectF inside = rect.adjusted(3, 0, -3, 0);
        while (size > sheetSmallPx && pen.widthOf(text, size, bold) > inside.width()) // smaller before it is cut
            size -= 1;
        pen.text(inside, Qt::AlignHCenter, text, size, bold);
    };
    for (std::size_t i = 0; i < std::size(allSigners); ++i) {
        const qreal x = block.left() + (i < 5 ? 0 : label + cell),
                    y = block.top() + row * static_cast<qreal>(i < 5 ? i : i - 5);
        box({x, y, label, row}, signerLabel(allSigners[i]));
        box({x + label, y, cell, row}, sheet.text.signers.value(allSigners[i]));
    }
    const qreal second = block.left() + label + cell, bottom = block.bottom() - row;
    box({second, bottom, label, row}, tr("Unit / scale"));
    box({second + label, bottom, cell, row}, QStringLiteral("km / ") + ratioText(layout.scale), false, sheetSmallPx);
    const qreal left = block.left() + 2 * (label + cell), wide = block.right() - left;
    box({left, block.top(), wide, 1.7 * row},
        sheet.text.organisation.isEmpty() ? tr("(issued by)") : sheet.text.organisation);
    const QRectF name(left, block.top() + 1.7 * row, wide, 2.3 * row);
    if (pen.widthOf(title, sheetBodyPx, true) <= wide - 6) {
        box(name, title, true, sheetHeadPx);
    } else {
        pen.frame(name, 0.25);
        pen.paragraph(name.adjusted(4, 2, -4, 0), title);
    }
    const qreal parts[] = {wide * 0.17, wide * 0.37, wide * 0.17, wide * 0.29};
    const QString texts[] = {tr("Number"), sheet.text.number, tr("Date"),
                             sheet.text.date.isValid() ? sheet.text.date.toString(QStringLiteral("yyyy-MM-dd"))
                                                       : QString()};
    qreal x = left;
    for (std::size_t i = 0; i < std::size(parts); ++i) {
        box({x, bottom, parts[i], row}, texts[i]);
        x += parts[i];
    }
}

qreal approvalWidth(const QString& approvalNumber) {
    const qreal label = SheetPen::widthOf(tr("Map approval number:"), approvalPx) + px(approvalGapMm);
    const qreal rest = approvalNumber.isEmpty()
                           ? px(approvalFieldMm + 2 * approvalGapMm) + SheetPen::widthOf(unreviewedNote(), sheetBodyPx)
                           : SheetPen::widthOf(approvalNumber, approvalPx);
    return label + rest + 2 * px(approvalMarginMm) + 2;
}

void paintApproval(SheetPen& pen, const QRectF& rect, const QString& approvalNumber) {
    pen.painter().fillRect(rect, Qt::white);
    pen.frame(rect, 0.35);
    const QRectF body = rect.adjusted(px(approvalMarginMm), 0, -px(approvalMarginMm), 0);
    const qreal width = pen.text(body, Qt::AlignLeft, tr("Map approval number:"), approvalPx);
    const QRectF after = body.adjusted(width + px(approvalGapMm), 0, 0, 0);
    if (!approvalNumber.isEmpty()) {
        pen.text(after, Qt::AlignLeft, approvalNumber, approvalPx);
        return;
    }
    const QRectF field(after.topLeft(), QSizeF(px(approvalFieldMm), after.height()));
    pen.text(field, Qt::AlignLeft, tr("(to be filled in)"), sheetBodyPx, false, Token::Text3);
    pen.line(field.bottomLeft() - QPointF(0, px(2)), field.bottomRight() - QPointF(0, px(2)), 0.2);
    pen.text(QRectF(field.topRight(), body.bottomRight()), Qt::AlignRight, unreviewedNote(), sheetBodyPx);
}

void paintSheetNorth(SheetPen& pen, const QRectF& rect, double northDegrees) {
    QPainter& painter = pen.painter();
    painter.save();
    painter.translate(rect.center() - QPointF(0, px(2.5)));
    painter.rotate(northDegrees);
    const qreal high = px(5.5), wide = px(2);
    painter.setPen(QPen(tokenColor(Token::Text, Theme::Light), px(0.2), Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
    painter.setBrush(tokenColor(Token::Text, Theme::Light));
    painter.drawPolygon(QPolygonF{{0, -high}, {0, high * 0.75}, {-wide, high}});
    painter.setBrush(Qt::white);
    painter.drawPolygon(QPolygonF{{0, -high}, {wide, high}, {0, high * 0.75}});
    painter.restore();
    pen.text({rect.left() - 10, rect.bottom() - px(5), rect.width() + 20, px(5)}, Qt::AlignHCenter, tr("N"),
             sheetHeadPx, true);
}

} // namespace corridor
