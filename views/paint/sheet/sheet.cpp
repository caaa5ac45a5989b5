// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/sheet/sheet.h"

#include "model/base/error.h"
#include "model/geo/polyline.h"
#include "model/plan/settings.h"
#include "views/paint/mappainter.h"
#include "views/paint/picturefile.h"
#include "views/paint/sheet/sheetfurniture.h"
#include "views/paint/sheet/sheetlayout.h"
#include "views/paint/sheet/sheetlegend.h"
#include "views/paint/sheet/sheettable.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Sheet", text);
}

/// The base map in the sheet's projection; null where there is none.
std::shared_ptr<const Basemap> basemapFor(const Projection& projection) {
    try {
        return std::make_shared<const Basemap>(BasemapData::load(BasemapData::defaultPath()), projection);
    } catch (const Error&) {
        return nullptr; // the map is then plain ground, as everywhere
    }
}

QRectF millimetres(const QRectF& rect) {
    return {rect.topLeft() * paperPixelMm, rect.size() * paperPixelMm};
}

/// A sheet on its way to paper: laid out once, painted in layers.
class SheetPainter {
public:
    SheetPainter(const Sheet& sheet, const CancelToken& cancel)
        : mSheet(printed(sheet))
        , mCancel(cancel)
        , mTable(tableFor(mSheet))
        , mLayout(layoutSheet(mSheet, mTable.size()))
        , mTitle(titleOf(mSheet))
        , mBar(scaleBarFor(*mLayout.view, px(55)))
        , mLegend(legendOf(mSheet.scene, *mLayout.view, basemapFor(mLayout.view->projection()).get())) {
        coverMap();
    }

    const SheetLayout& layout() const { return mLayout; }
    const QString& title() const { return mTitle; }

    std::vector<PictureLayer> layers() {
        const QRectF paper(QPointF(), mLayout.paper);
        std::vector<PictureLayer> out;
        out.push_back({paper, [paper](QPainter& painter) { painter.fillRect(paper, Qt::white); }});
        out.push_back({mLayout.map, [this](QPainter& painter) { paintMap(painter, mSheet.scene, *mLayout.view); }});
        out.push_back({mLayout.map, [this](QPainter& painter) {
                           SheetPen pen(painter);
                           paintGraticule(pen, QRectF(QPointF(), mLayout.map.size()), *mLayout.view, false);
                       }});
        if (mLayout.insetView)
            out.push_back({mLayout.insetMap, [this](QPainter& painter) { paintInset(painter); }});
        out.push_back({paper, [this](QPainter& painter) { paintAround(painter); }});
        return out;
    }

    SheetFacts facts() const {
        SheetFacts facts;
        facts.scale = mLayout.scale;
        facts.insetScale = mLayout.insetScale;
        facts.mapMm = millimetres(mLayout.map);
        facts.insetMm = millimetres(mLayout.inset);
        facts.scaleBarMm = millimetres(mBarPlace);
        facts.scaleBarM = mBar.lengthM;
        facts.tableRows = mLayout.table.isEmpty() ? 0 : mTable.rowCount();
        facts.tableLeftOut = mTable.leftOut();
        for (int i = 0; i < mLegendPainted; ++i)
            facts.legend += mLegend[static_cast<std::size_t>(i)].text;
        return facts;
    }

private:
    static Sheet printed(Sheet sheet) {
        sheet.scene.theme = Theme::Light;
        sheet.scene.onSheet = true;
        sheet.scene.selected.clear();
        sheet.scene.hovered = {};
        return sheet;
    }

    /// As many rows as hide no site; none where even a few would.
    static SheetTable tableFor(const Sheet& sheet) {
        for (const int rows : {12, 8, 5, 3}) {
            if (!sheet.table)
                break;
            SheetTable table(sheet.scene, rows);
            const SheetLayout layout = layoutSheet(sheet, table.size());
            if (!coversSites(sheet.scene.entities, layout, layout.table))
                return table;
        }
        return SheetTable(sheet.scene, 0);
    }

    static bool coversSites(const EntitySet& entities, const SheetLayout& layout, const QRectF& rect) {
        bool covers = false;
        entities.table<Site>().forEach([&](const auto& site) {
            covers = covers || rect.contains(layout.view->pixelOf(site->position) + layout.map.topLeft());
        });
        return covers;
    }

    static QString titleOf(const Sheet& sheet) {
        if (!sheet.text.title.isEmpty())
            return sheet.text.title;
        const PlanSettings settings = settingsOf(sheet.scene.entities);
        return sheet.scene.english && !settings.titleEn.isEmpty() ? settings.titleEn : settings.title;
    }

    /// No name of the map under what lies on it.
    void coverMap() {
        for (const QRectF& rect : {mLayout.inset, mLayout.approval, mLayout.table, mLayout.north})
            if (!rect.isEmpty())
                mSheet.scene.covered.push_back(rect.translated(-mLayout.map.topLeft()).adjusted(-4, -4, 4, 4));
    }

    void paintMap(QPainter& painter, const MapScene& scene, const Viewport& viewport) {
        if (!mMap.paint(painter, scene, viewport, false, mCancel))
            throw Error(Blame::Cancelled, message(CORRIDOR_MSG("Drawing was cancelled.")));
    }

    void paintInset(QPainter& painter) {
        MapScene scene = mSheet.scene;
        scene.covered = {insetBarBox()};
        paintMap(painter, scene, *mLayout.insetView);
        SheetPen pen(painter);
        const ScaleBar bar = insetBar();
        const QRectF box = insetBarBox();
        pen.painter().fillRect(box, Qt::white);
        pen.frame(box, 0.15, Token::Border2);
        paintSheetScaleBar(pen, box.bottomLeft() + QPointF(10, -px(1.2)), bar);
    }

    ScaleBar insetBar() const { return scaleBarFor(*mLayout.insetView, px(22)); }
    QRectF insetBarBox() const {
        const ScaleBar bar = insetBar();
        const QSizeF size(bar.pixels + SheetPen::widthOf(bar.fullText, sheetSmallPx + 1) + 14, px(6.4));
        return {QPointF(mLayout.insetMap.width() - size.width(), mLayout.insetMap.height() - size.height()), size};
    }

    void paintAround(QPainter& painter) {
        SheetPen pen(painter);
        paintHead(pen, mLayout, mSheet, mTitle);
        pen.frame(mLayout.map, 0.35);
        pen.frame(mLayout.neatline, 0.35);
        paintGraticule(pen, mLayout.map, *mLayout.view, true);
        if (mLayout.insetView)
            paintInsetFrame(pen);
        paintApproval(pen, mLayout.approval, mSheet.text.approvalNumber);
        if (!mLayout.table.isEmpty())
            mTable.paint(pen, mLayout.table);
        paintSheetNorth(pen, mLayout.north, mLayout.view->northDegrees());
        pen.line(mLayout.band.topLeft(), mLayout.band.topRight(), 0.5);
        mLegendPainted = paintLegend(pen, mLayout.legend, mLegend);
        paintNotes(pen, mLayout, mSheet);
        mBarPlace = paintScaleRow(pen, mLayout, mBar);
        paintTitleBlock(pen, mLayout, mSheet, mTitle);
        pen.frame(QRectF(mLayout.scaleRow.topLeft(), mLayout.titleBlock.bottomRight()), 0.35);
        if (mLayout.scaleRow.top() > mLayout.band.top() + 1) // the block stands below the legend
            pen.line({mLayout.band.left(), mLayout.scaleRow.top()}, mLayout.scaleRow.topRight(), 0.35);
        pen.frame(mLayout.frame, 0.7);
    }

    /// Its own frame and head, and where it lies on the map.
    void paintInsetFrame(SheetPen& pen) {
        const QRectF head(mLayout.inset.topLeft(), QPointF(mLayout.inset.right(), mLayout.insetMap.top()));
        pen.painter().fillRect(head, Qt::white);
        const qreal width = pen.text(head.adjusted(px(2), 0, 0, 0), Qt::AlignLeft, tr("Enlarged"), sheetBodyPx + 1);
        pen.text(head.adjusted(px(2) + width + px(3), 0, 0, 0), Qt::AlignLeft, ratioText(mLayout.insetScale),
                 sheetBodyPx + 1);
        pen.frame(mLayout.insetMap, 0.2);
        pen.frame(mLayout.inset, 0.35);
        QPolygonF corners;
        const QRectF rect(QPointF(), mLayout.insetMap.size());
        for (const QPointF& corner : {rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()})
            corners += mLayout.view->pixelOf(mLayout.insetView->positionOf(corner)) + mLayout.map.topLeft();
        pen.painter().setPen(QPen(tokenColor(Token::Text2, Theme::Light), px(0.25), Qt::DashLine));
        pen.painter().setBrush(Qt::NoBrush);
        pen.painter().drawPolygon(corners);
    }

    Sheet mSheet;
    CancelToken mCancel;
    SheetTable mTable;
    SheetLayout mLayout;
    QString mTitle;
    ScaleBar mBar;
    std::vector<LegendEntry> mLegend;
    int mLegendPainted = 0;
    QRectF mBarPlace;
    MapPainter mMap; ///< one for map and inset: the base map is projected once
};

} // namespace

QSizeF paperMm(PaperSize size, bool landscape) {
    constexpr double sides[][2] = {{1189, 841}, {841, 594}, {594, 420}, {420, 297}, {297, 210}};
    const auto& side = sides[static_cast<std::size_t>(size)];
    return landscape ? QSizeF(side[0], side[1]) : QSizeF(side[1], side[0]);
}

std::optional<PaperSize> paperNamed(QStringView name) {
    const QString upper = name.toString().toUpper();
    for (int i = 0; i <= 4; ++i)
        if (upper == QStringLiteral("A%1").arg(i))
            return static_cast<PaperSize>(i);
    return std::nullopt;
}

QString signerLabel(SheetSigner signer) {
    switch (signer) {
    case SheetSigner::UnitHead:
        return tr("Unit head");
    case SheetSigner::DepartmentHead:
        return tr("Department head");
    case SheetSigner::ChiefEngineer:
        return tr("Chief engineer");
    case SheetSigner::ItemHead:
        return tr("Item head");
    case SheetSigner::Designer:
        return tr("Designer");
    case SheetSigner::Approved:
        return tr("Approved");
    case SheetSigner::Examined:
        return tr("Examined");
    case SheetSigner::Checked:
        return tr("Checked");
    case SheetSigner::Drawn:
        return tr("Drawn");
    }
    return {};
}

// Around each site its neighbours within a box that an inset shows at twice the map's scale; the site with most of them
// is the middle.
std::optional<Box> denseArea(const EntitySet& entities) {
    constexpr double reachLat = 0.18, reachLon = 0.36;
    constexpr std::size_t fewest = 4;
    std::vector<LonLat> places;
    entities.table<Site>().forEach([&](const auto& site) { places.push_back(site->position); });
    Box best;
    std::size_t most = 0;
    for (const LonLat& middle : places) {
        Box box;
        std::size_t near = 0;
        for (const LonLat& place : places)
            if (std::abs(place.lat - middle.lat) < reachLat && std::abs(place.lon - middle.lon) < reachLon) {
                box.include(place);
                ++near;
            }
        if (near > most) {
            most = near;
            best = box;
        }
    }
    const Box all = extentOf(entities);
    const bool small = (best.lonMax - best.lonMin) * (best.latMax - best.latMin) <
                       0.08 * (all.lonMax - all.lonMin) * (all.latMax - all.latMin);
    return most >= fewest && small ? std::optional(best) : std::nullopt;
}

SheetFacts paintSheet(QPainter& painter, const Sheet& sheet, const CancelToken& cancel) {
    SheetPainter paper(sheet, cancel);
    paintLayers(painter, paper.layers());
    return paper.facts();
}

SheetFacts writeSheet(const Sheet& sheet, const QString& file, const CancelToken& cancel) {
    const QSizeF size = paperMm(sheet.paper, sheet.landscape) / paperPixelMm;
    PictureFormat format{size, paperPixelMm, sheet.dpi * paperPixelMm / 25.4, sheet.dpi, QString()};
    checkPicture(file, format);
    SheetPainter paper(sheet, cancel);
    format.title = paper.title();
    writePicture(file, format, paper.layers());
    return paper.facts();
}

} // namespace corridor
