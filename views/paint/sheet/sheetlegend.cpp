// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/sheet/sheetlegend.h"

#include "maps/basemapformat.h"
#include "model/plan/schema.h"
#include "views/paint/groundsigns.h"
#include "views/paint/nodelayer.h"
#include "views/paint/sheet/sheetlayout.h"
#include "views/paint/spanlayer.h"
#include "views/paint/symbols.h"
#include "views/paint/ways.h"

#include <QCoreApplication>

#include <array>
#include <map>
#include <numeric>
#include <set>

namespace corridor {

namespace {

constexpr qreal swatchMm = 9, textGapMm = 1.6, columnGapMm = 3, leastTextMm = 6, rowMm = 4.7, headMm = 6.5, gapMm = 3;

QString tr(const char* text) {
    return QCoreApplication::translate("Sheet", text);
}

/// The shown word of an enumeration's field of some object.
template <class T>
QString wordOf(Kind kind, QStringView field, const T& object) {
    const Field* found = schemaOf(kind).field(field);
    return wordLabel(*found, std::get<QString>(found->get(object)));
}

std::array<LinePiece, 1> across(const QRectF& place) {
    const qreal y = place.center().y();
    return {LinePiece{{QPointF(place.left(), y), QPointF(place.right(), y)}, 0}};
}

QString fibreText(FibreClass fibre) {
    switch (fibre) {
    case FibreClass::G652:
        return QStringLiteral("G.652.D");
    case FibreClass::G654:
        return QStringLiteral("G.654.E");
    case FibreClass::HollowCore:
        return tr("hollow core");
    case FibreClass::Unknown:
        break;
    }
    return tr("fibre unknown");
}

void paintCable(QPainter& painter, const QRectF& place, const SpanLook& look) {
    const qreal y = place.center().y();
    QPen pen(look.color, look.width, look.dashed ? Qt::CustomDashLine : Qt::SolidLine, Qt::FlatCap);
    if (look.dashed)
        pen.setDashPattern({7 / look.width, 4 / look.width});
    painter.setPen(pen);
    painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    if (look.doubleLine) {
        painter.setPen(QPen(look.core, look.width / 3, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y));
    }
    if (look.pattern == SpanStatus::Removed)
        for (const qreal share : {0.25, 0.5, 0.75})
            paintCross(painter, {place.left() + share * place.width(), y}, 5, look.color, 1);
}

/// One entry for each pattern and glass, as they are painted: what stands first.
void addCables(std::vector<LegendEntry>& out, const MapScene& scene, const SpanLayer& spans) {
    const QHash<QString, FibreClass> classes = fibreClasses(scene.entities);
    std::map<std::pair<int, int>, LegendEntry> entries;
    for (const DrawnSpan& drawn : spans.spans()) {
        const FibreClass fibre = classes.value(drawn.span().fibre, FibreClass::Unknown);
        const std::pair key(-static_cast<int>(drawn.look.pattern), static_cast<int>(fibre));
        if (entries.contains(key))
            continue;
        Span shown = drawn.span();
        shown.status = drawn.look.pattern;
        const QString text = tr("%1, %2").arg(wordOf(Kind::Span, u"status", shown), fibreText(fibre));
        SpanLook look = drawn.look;
        look.faint = false;
        entries[key] = {text, [look](QPainter& painter, const QRectF& place) { paintCable(painter, place, look); }};
    }
    const int removed = -static_cast<int>(SpanStatus::Removed);
    for (const bool last : {false, true})
        for (auto& [key, entry] : entries)
            if ((key.first == removed) == last)
                out.push_back(std::move(entry));
}

void addSite(std::vector<LegendEntry>& out, const QString& text, SiteKind kind, SiteStatus status, int size) {
    out.push_back({text, [=](QPainter& painter, const QRectF& place) {
                       paintSite(painter, place.center(), kind, status, size, Theme::Light);
                   }});
}

void addSites(std::vector<LegendEntry>& out, const NodeLayer& nodes) {
    std::map<SiteKind, QString> kinds;
    std::map<SiteStatus, QString> statuses;
    std::set<int, std::greater<>> sizes;
    for (const DrawnNode& node : nodes.nodes()) {
        if (!node.site)
            continue;
        kinds.try_emplace(node.site->kind, wordOf(Kind::Site, u"kind", *node.site));
        Site shown = *node.site;
        shown.status = node.status;
        if (node.status != SiteStatus::Existing)
            statuses.try_emplace(node.status, wordOf(Kind::Site, u"status", shown));
        sizes.insert(node.siteClass);
    }
    for (const auto& [kind, text] : kinds)
        addSite(out, text, kind, SiteStatus::Existing, 1);
    const QString limits[] = {QStringLiteral("< 1 EFLOPS"), QStringLiteral("1\u201310 EFLOPS"),
                              QStringLiteral("10\u2013100 EFLOPS"), QStringLiteral("\u2265 100 EFLOPS")};
    if (sizes.size() > 1)
        for (const int size : sizes)
            addSite(out, limits[size], kinds.begin()->first, SiteStatus::Existing, size);
    for (const auto& [status, text] : statuses)
        addSite(out, text, kinds.begin()->first, status, 1);
}

void addNodesAndMarks(std::vector<LegendEntry>& out, const MapScene& scene, const SpanLayer& spans,
                      const NodeLayer& nodes) {
    for (const DrawnNode& node : nodes.nodes())
        if (node.junction) {
            out.push_back({schemaOf(Kind::Junction).labelText(), [](QPainter& painter, const QRectF& place) {
                               paintJunction(painter, place.center(), JunctionRole::Exchange, Theme::Light);
                           }});
            break;
        }
    if (!scene.assessment)
        return;
    std::set<Verdict> pins;
    for (const Finding& finding : scene.assessment->findings)
        for (const EntityId id : finding.evidence)
            if ((finding.verdict == Verdict::Broken || finding.verdict == Verdict::Near) && spans.find(id))
                pins.insert(finding.verdict);
    for (const Verdict verdict : {Verdict::Broken, Verdict::Near})
        if (pins.contains(verdict))
            out.push_back({verdict == Verdict::Broken ? tr("Clause not met") : tr("Close to a limit"),
                           [verdict](QPainter& painter, const QRectF& place) {
                               paintVerdictMark(painter, place.center(), 13, verdict, MarkFill::Filled, Theme::Light);
                           }});
}

void addGround(std::vector<LegendEntry>& out, const MapScene& scene, const Viewport& viewport, const Basemap& basemap) {
    const auto shown = [&](bool wanted, BasemapLayer layer) {
        return wanted && basemap.vertexCount(layer, viewport) > 0;
    };
    const bool ways = Basemap::showsWays(viewport);
    if (shown(scene.layers.borders, BasemapLayer::Province))
        out.push_back({tr("Provincial border"),
                       [](QPainter& painter, const QRectF& place) { paintBorderSign(painter, place, Theme::Light); }});
    if (shown(ways && scene.layers.railways, BasemapLayer::HighSpeed))
        out.push_back({tr("High-speed railway"), [](QPainter& painter, const QRectF& place) {
                           paintHighSpeedRailways(painter, across(place), Theme::Light);
                       }});
    if (shown(ways && scene.layers.railways, BasemapLayer::Rail))
        out.push_back({tr("Railway"), [](QPainter& painter, const QRectF& place) {
                           paintRailways(painter, across(place), Theme::Light);
                       }});
    if (shown(ways && scene.layers.expressways, BasemapLayer::Expressway))
        out.push_back({tr("Expressway"), [](QPainter& painter, const QRectF& place) {
                           paintExpressways(painter, across(place), Theme::Light);
                       }});
    if (shown(scene.layers.water, BasemapLayer::Lake) || shown(true, BasemapLayer::Sea))
        out.push_back({tr("Water"), [](QPainter& painter, const QRectF& place) {
                           paintWaterSign(painter, place.adjusted(4, 0, -4, 0), Theme::Light);
                       }});
}

/// How wide the texts of each column may be: as they are, or all narrower by the same share.
std::vector<qreal> textWidths(const std::vector<LegendEntry>& entries, std::size_t rows, qreal room) {
    std::vector<qreal> widths((entries.size() + rows - 1) / rows, 0);
    for (std::size_t i = 0; i < entries.size(); ++i)
        widths[i / rows] = std::max(widths[i / rows], SheetPen::widthOf(entries[i].text, sheetBodyPx) + 1);
    room -= static_cast<qreal>(widths.size()) * px(swatchMm + textGapMm + columnGapMm) - px(columnGapMm);
    const qreal wanted = std::accumulate(widths.begin(), widths.end(), 0.0);
    if (wanted > room)
        for (qreal& width : widths)
            width *= std::max(0.0, room) / wanted;
    return widths;
}

} // namespace

std::vector<LegendEntry> legendOf(const MapScene& scene, const Viewport& viewport, const Basemap* basemap) {
    PlanGeometry geometry;
    geometry.update(scene.entities, viewport.projection(), {});
    const SpanLayer spans(geometry, scene, viewport, viewport.rect(), {});
    const NodeLayer nodes(geometry, scene, viewport, viewport.rect());
    std::vector<LegendEntry> entries;
    addCables(entries, scene, spans);
    addSites(entries, nodes);
    addNodesAndMarks(entries, scene, spans, nodes);
    if (basemap)
        addGround(entries, scene, viewport, *basemap);
    return entries;
}

int paintLegend(SheetPen& pen, const QRectF& rect, const std::vector<LegendEntry>& entries) {
    pen.text({rect.left() + px(gapMm), rect.top() + px(1), rect.width() - px(2 * gapMm), px(headMm)}, Qt::AlignLeft,
             tr("Legend"), sheetHeadPx, true);
    const QRectF body = rect.adjusted(px(gapMm), px(headMm + 1), -px(gapMm), -px(1));
    const std::size_t rows = std::max<std::size_t>(1, static_cast<std::size_t>(body.height() / px(rowMm)));
    const std::vector<qreal> texts = textWidths(entries, rows, body.width());
    qreal left = body.left();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        const std::size_t column = i / rows, row = i % rows;
        if (row == 0 && column > 0)
            left += px(swatchMm + textGapMm + columnGapMm) + texts[column - 1];
        if (texts[column] < px(leastTextMm))
            return static_cast<int>(i);
        const QRectF place(left, body.top() + static_cast<qreal>(row) * px(rowMm), px(swatchMm), px(rowMm));
        pen.painter().save();
        entries[i].paint(pen.painter(), place);
        pen.painter().restore();
        pen.text({place.right() + px(textGapMm), place.top(), texts[column], px(rowMm)}, Qt::AlignLeft,
                 entries[i].text);
    }
    return static_cast<int>(entries.size());
}

} // namespace corridor
