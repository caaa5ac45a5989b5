// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/base/error.h"
#include "views/paint/rendermap.h"

#include <QFile>
#include <QImage>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace corridor;
using corridor::test::PlanMaker;

namespace {

MapScene sceneOf() {
    PlanMaker maker;
    maker.corridorPlaces();
    maker.chain("N", {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-XHY", "ZJK-XH", "ZJK-WQ", "ZJK-HA"}, 1.1);
    maker.site("SL-1", 116.45, 39.95);
    const EntityId service = maker.service("YW", "BJ-TAM", "ZJK-HA");
    const Plan plan = maker.plan();
    MapScene scene;
    scene.entities = plan.base();
    scene.year = 2027;
    scene.assessment = assess(plan, Plan::baseScenario(), 2027, 1);
    scene.shownService = service; // with a flag
    return scene;
}

QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class TestRenderMap : public QObject {
    Q_OBJECT

    QTemporaryDir mFolder;
    QString path(const char* name) const { return mFolder.filePath(QLatin1String(name)); }

private slots:
    void pngHasTheSizeAskedFor() {
        MapPicture picture;
        picture.sizePx = {640, 400};
        picture.title = QStringLiteral("A title");
        renderMap(sceneOf(), path("a.png"), picture);
        const QImage image(path("a.png"));
        QCOMPARE(image.size(), QSize(640, 400));
        picture.devicePixelRatio = 2;
        renderMap(sceneOf(), path("b.png"), picture);
        QCOMPARE(QImage(path("b.png")).size(), QSize(1280, 800));
    }

    void pngInMillimetresHasItsResolution() {
        MapPicture picture;
        picture.sizeMm = QSizeF(127, 76.2);
        picture.dpi = 200;
        renderMap(sceneOf(), path("mm.png"), picture);
        const QImage image(path("mm.png"));
        QVERIFY(std::abs(image.width() - 1000) <= 1 && std::abs(image.height() - 600) <= 1);
        QVERIFY(std::abs(image.dotsPerMeterX() - 7874) <= 1);
    }

    void sameSceneSameBytes() {
        MapPicture picture;
        picture.sizePx = {500, 300};
        for (const char* suffix : {"png", "svg"}) {
            const QString a = path("same-a.") + QLatin1String(suffix), b = path("same-b.") + QLatin1String(suffix);
            renderMap(sceneOf(), a, picture);
            renderMap(sceneOf(), b, picture);
            QVERIFY(contentOf(a).size() > 5000);
            QCOMPARE(contentOf(a), contentOf(b));
        }
    }

    /// What the SVG holds looks like the PNG.
    void svgShowsTheSameMap() {
        MapPicture picture;
        picture.sizePx = {600, 400};
        MapScene scene = sceneOf();
        scene.layers.placeNames = false; // outlines of letters fall between pixels: fewer names, a sharper limit
        renderMap(scene, path("v.png"), picture);
        renderMap(scene, path("v.svg"), picture);
        QSvgRenderer renderer(path("v.svg"));
        QVERIFY(renderer.isValid());
        QCOMPARE(renderer.viewBoxF(), QRectF(0, 0, 600, 400));
        QImage drawn(600, 400, QImage::Format_RGB32);
        drawn.fill(Qt::white);
        QPainter painter(&drawn);
        renderer.render(&painter);
        painter.end();
        const QImage expected(path("v.png"));
        int different = 0;
        for (int y = 0; y < 400; ++y) {
            for (int x = 0; x < 600; ++x) {
                const QRgb a = drawn.pixel(x, y), b = expected.pixel(x, y);
                different += std::abs(qGreen(a) - qGreen(b)) > 48;
            }
        }
        QVERIFY2(different < 600 * 400 / 50, qPrintable(QString::number(different)));
    }

    void svgHasNoTextThatNeedsAFont() {
        MapPicture picture;
        picture.sizePx = {400, 300};
        picture.title = QStringLiteral("Title");
        renderMap(sceneOf(), path("t.svg"), picture);
        QXmlStreamReader reader(contentOf(path("t.svg")));
        while (!reader.atEnd()) {
            reader.readNext();
            QVERIFY(!reader.isStartElement() || reader.name() != QLatin1String("text"));
        }
        QVERIFY(!reader.hasError());
    }

    void pdfIsWritten() {
        MapPicture picture;
        picture.sizeMm = QSizeF(297, 210);
        renderMap(sceneOf(), path("a.pdf"), picture);
        const QByteArray bytes = contentOf(path("a.pdf"));
        QVERIFY(bytes.startsWith("%PDF-"));
        QVERIFY(bytes.contains("/MediaBox [0 0 842") || bytes.contains("/MediaBox [0 0 841"));
    }

    void approvalNumberReplacesTheNote() {
        MapPicture picture;
        picture.sizePx = {600, 400};
        MapScene scene = sceneOf();
        renderMap(scene, path("note.png"), picture);
        scene.approvalNumber = QStringLiteral("GS(2027)1");
        renderMap(scene, path("number.png"), picture);
        QVERIFY(contentOf(path("note.png")) != contentOf(path("number.png")));
    }

    void extentIsKept() {
        MapPicture picture;
        picture.sizePx = {600, 400};
        renderMap(sceneOf(), path("all.png"), picture);
        picture.extent = {115, 40, 116, 40.6};
        renderMap(sceneOf(), path("part.png"), picture);
        QVERIFY(contentOf(path("all.png")) != contentOf(path("part.png")));
        const Box box = extentOf(sceneOf().entities);
        QVERIFY(box.contains(LonLat{116.45, 39.95}) && box.contains(LonLat{111.79, 40.53}));
        QVERIFY(!box.contains(LonLat{111.6, 40.53}));
    }

    void badRequestsSaySo() {
        const auto blame = [&](const MapScene& scene, const char* file, const MapPicture& picture) {
            try {
                renderMap(scene, path(file), picture);
            } catch (const Error& error) {
                return int(error.blame());
            }
            return -1;
        };
        MapPicture picture;
        picture.sizePx = {300, 200};
        QCOMPARE(blame(sceneOf(), "x.bmp", picture), int(Blame::Usage));
        QCOMPARE(blame(sceneOf(), "no-such-folder/x.png", picture), int(Blame::Environment));
        QCOMPARE(blame(MapScene(), "x.png", picture), int(Blame::Usage));
        picture.sizePx = {0, 200};
        QCOMPARE(blame(sceneOf(), "x.png", picture), int(Blame::Usage));
        picture.sizePx = {20000, 20000};
        QCOMPARE(blame(sceneOf(), "x.png", picture), int(Blame::Usage));
        QVERIFY(!QFile::exists(path("x.png")));
        picture.sizePx = {300, 200};
        picture.extent = {115, 40, 116, 40.6};
        QCOMPARE(blame(MapScene(), "empty.png", picture), -1);
    }

    void cancelledLeavesNoFile() {
        CancelToken cancel;
        cancel.cancel();
        QVERIFY_EXCEPTION_THROWN(renderMap(sceneOf(), path("c.png"), {}, cancel), Error);
        QVERIFY(!QFile::exists(path("c.png")));
    }
};

QTEST_MAIN(TestRenderMap)
#include "test_rendermap.moc"
