// SPDX-License-Identifier: GPL-3.0-or-later
#include "maps/gpkgblob.h"
#include "model/base/error.h"
#include "views/paint/basemap.h"
#include "views/paint/overlay.h"

#include <QFile>
#include <QFileInfo>
#include <QImage>
#include <QPainterPath>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

#include <sqlite3.h>

#include <algorithm>
#include <cmath>

using namespace corridor;

namespace {

std::shared_ptr<const BasemapData> theMap() {
    static const std::shared_ptr<const BasemapData> data = BasemapData::load(BasemapData::defaultPath());
    return data;
}

std::shared_ptr<const Projection> albers() {
    return std::make_shared<const Projection>(Projection::mapAlbers(114));
}

QPainterPath areaOf(BasemapLayer layer) {
    QPainterPath path;
    for (const BasemapFeature& feature : theMap()->features) {
        if (feature.layer != layer)
            continue;
        for (const auto& part : feature.parts) {
            QPolygonF ring;
            for (const LonLat& p : part)
                ring << QPointF(p.lon, p.lat);
            path.addPolygon(ring);
        }
    }
    return path;
}

QImage painted(const Basemap& map, const Viewport& viewport, const BasemapLook& look) {
    QImage image((viewport.size() * viewport.devicePixelRatio()).toSize(), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(viewport.devicePixelRatio());
    image.fill(Qt::magenta);
    QPainter painter(&image);
    map.paint(painter, viewport, look);
    return image;
}

} // namespace

class TestBasemap : public QObject {
    Q_OBJECT

private slots:
    void placesLieInTheirLand() {
        const QPainterPath land = areaOf(BasemapLayer::Land), land2 = areaOf(BasemapLayer::Land2),
                           sea = areaOf(BasemapLayer::Sea);
        for (QPointF p : {QPointF(116.3913, 39.9055), QPointF(111.79, 40.53), QPointF(113.1618, 40.999),
                          QPointF(114.878, 40.8106), QPointF(117.0516, 39.3756), QPointF(116.6984, 39.5228)})
            QVERIFY(land.contains(p) && !land2.contains(p) && !sea.contains(p));
        QVERIFY(land2.contains(QPointF(113.3596, 40.0958)) && !land.contains(QPointF(113.3596, 40.0958))); // Datong
        QVERIFY(sea.contains(QPointF(119.4, 38.6)) && !land.contains(QPointF(119.4, 38.6)));               // Bohai
    }

    void everyBorderIsThereOnce() {
        const QSet<BasemapLayer> borders{BasemapLayer::Province, BasemapLayer::Prefecture, BasemapLayer::District,
                                         BasemapLayer::Shore};
        QSet<std::pair<qint64, qint64>> edges;
        const auto key = [](const LonLat& p) {
            return (std::llround((p.lon + 180) * basemapUnitsPerDegree) << 32) |
                   std::llround((p.lat + 90) * basemapUnitsPerDegree);
        };
        int twice = 0;
        for (const BasemapFeature& feature : theMap()->features) {
            if (!borders.contains(feature.layer))
                continue;
            const auto& line = feature.parts.front();
            for (std::size_t i = 0; i + 1 < line.size(); ++i) {
                const std::pair<qint64, qint64> edge = std::minmax<qint64>({key(line[i]), key(line[i + 1])});
                twice += edges.contains(edge);
                edges.insert(edge);
            }
        }
        QVERIFY(edges.size() > 20000);
        QCOMPARE(twice, 0);
    }

    void beijingAxisIsOnWgs84() {
        // Dongcheng and Xicheng part on the central axis, 116.390 at the Drum Tower (maps/README.md); unconverted data
        // would have it at 116.3965.
        double nearest = INFINITY, lon = NAN;
        for (const BasemapFeature& feature : theMap()->features) {
            for (const auto& part : feature.parts) {
                for (const LonLat& p : part) {
                    const double d = std::hypot(p.lon - 116.390, p.lat - 39.939);
                    if (feature.layer == BasemapLayer::District && d < nearest) {
                        nearest = d;
                        lon = p.lon;
                    }
                }
            }
        }
        QVERIFY2(std::abs(lon - 116.390) < 0.0015, qPrintable(QString::number(lon, 'f', 5)));
    }

    void everythingLiesInTheFrame() {
        // South of the national border everywhere (maps/README.md), so none of its vertices can be in the data.
        for (const BasemapFeature& feature : theMap()->features) {
            for (const auto& part : feature.parts) {
                for (const LonLat& p : part)
                    QVERIFY(p.lon >= 108.5 && p.lon <= 120 && p.lat >= 37 && p.lat <= 42.2);
            }
        }
        for (const BasemapPlace& place : theMap()->places)
            QVERIFY(place.position.lon > 108.5 && place.position.lon < 120 && place.position.lat > 37 &&
                    place.position.lat < 42.2);
    }

    /// Where the map is cut there is a frame, no border: they may end there, and no edge of theirs is the frame's.
    void noBorderRunsAlongTheFrame() {
        const QSet<BasemapLayer> borders{BasemapLayer::Province, BasemapLayer::Prefecture, BasemapLayer::Shore};
        const auto along = [](double a, double b, double edge) {
            return std::abs(a - edge) < 2e-4 && std::abs(b - edge) < 2e-4;
        };
        double degrees = 0;
        for (const BasemapFeature& feature : theMap()->features) {
            const auto& line = feature.parts.front();
            for (std::size_t i = 0; borders.contains(feature.layer) && i + 1 < line.size(); ++i) {
                const LonLat a = line[i], b = line[i + 1];
                if (along(a.lat, b.lat, 42.2) || along(a.lat, b.lat, 37) || along(a.lon, b.lon, 108.5) ||
                    along(a.lon, b.lon, 120))
                    degrees += std::hypot(a.lon - b.lon, a.lat - b.lat);
            }
        }
        QVERIFY2(degrees < 0.05, qPrintable(QString::number(degrees)));
    }

    void noBorderReachesTheNorthWest() {
        // Nothing but prefecture borders may be there: the national border is the next one beyond.
        for (const BasemapFeature& feature : theMap()->features) {
            if (feature.layer != BasemapLayer::Province && feature.layer != BasemapLayer::Shore)
                continue;
            for (const LonLat& p : feature.parts.front())
                QVERIFY(p.lon > 113.5 || p.lat < 41);
        }
    }

    void namesExistInBothLanguages() {
        QVERIFY(theMap()->places.size() > 100);
        for (const BasemapPlace& place : theMap()->places) {
            QVERIFY(place.position.isValid());
            QVERIFY(!place.zh.isEmpty() && place.zh.at(0).unicode() > 0x2E80);
            QVERIFY(!place.en.isEmpty() && place.en.at(0).unicode() < 0x2E80);
        }
    }

    void groundHasTheColoursOfTheTokens() {
        const Basemap map(theMap(), *albers());
        for (Theme theme : {Theme::Light, Theme::Dark}) {
            for (qreal dpr : {1.0, 1.5}) {
                const Viewport view = Viewport(albers(), {900, 600}, dpr).zoomedTo({110, 37, 121, 42});
                const QImage image = painted(map, view, {theme});
                const auto at = [&](double lon, double lat) {
                    const QPointF p = view.pixelOf({lon, lat}) * dpr;
                    return image.pixelColor(p.toPoint());
                };
                QCOMPARE(at(112.8, 41.2), tokenColor(Token::Land, theme));
                QCOMPARE(at(113.6, 39.2), tokenColor(Token::Land2, theme));
                QCOMPARE(at(119.4, 38.6), tokenColor(Token::Water, theme));
            }
        }
    }

    void farFromTheMapThereIsPlainGround() {
        const Basemap map(theMap(), *albers());
        const Viewport view = Viewport(albers(), {300, 200}).zoomedTo({104, 46, 108, 48});
        const QImage image = painted(map, view, {});
        for (int x = 0; x < 300; x += 7) {
            for (int y = 0; y < 200; y += 7)
                QCOMPARE(image.pixelColor(x, y), tokenColor(Token::Land2, Theme::Light));
        }
    }

    void aFineLineRunsAroundTheMap() {
        const Basemap map(theMap(), *albers());
        const Viewport view = Viewport(albers(), {600, 400}).zoomedTo({106, 39.2, 111, 42});
        const QImage image = painted(map, view, {});
        const auto at = [&](double lon, int dx) {
            return image.pixelColor(view.pixelOf({lon, 40.2}).toPoint() + QPoint(dx, 0));
        };
        QCOMPARE(at(107.5, 0), tokenColor(Token::Land2, Theme::Light));
        QCOMPARE(at(108.8, 0), tokenColor(Token::Land, Theme::Light));
        int inked = 0;
        for (int dx = -3; dx <= 3; ++dx)
            inked += at(108.5, dx).lightness() < tokenColor(Token::Land2, Theme::Light).lightness();
        QVERIFY(inked >= 1 && inked <= 2);
    }

    /// The committed GeoPackage is what the program shows.
    void theGeoPackageIsPacked() {
        const QString path = QStringLiteral(CORRIDOR_SOURCE_DIR "/maps/basemap.gpkg");
        QVERIFY(QFileInfo(path).size() <= 4'000'000);
        sqlite3* file = nullptr;
        QCOMPARE(sqlite3_open_v2(path.toUtf8().constData(), &file, SQLITE_OPEN_READONLY, nullptr), SQLITE_OK);
        std::size_t features = 0, vertices = 0;
        for (const char* layer : basemapLayerNames) {
            sqlite3_stmt* rows = nullptr;
            const QByteArray sql = QByteArray("SELECT geom, zh, en FROM ") + layer;
            QCOMPARE(sqlite3_prepare_v2(file, sql.constData(), -1, &rows, nullptr), SQLITE_OK);
            while (sqlite3_step(rows) == SQLITE_ROW) {
                ++features;
                const auto* bytes = static_cast<const char*>(sqlite3_column_blob(rows, 0));
                for (const GpkgLine& line : gpkgLines({bytes, std::size_t(sqlite3_column_bytes(rows, 0))}))
                    vertices += line.size();
            }
            sqlite3_finalize(rows);
        }
        sqlite3_close(file);
        QCOMPARE(theMap()->features.size() + theMap()->places.size(), features);
        std::size_t packed = theMap()->places.size();
        for (const BasemapFeature& feature : theMap()->features) {
            for (const auto& part : feature.parts)
                packed += part.size();
        }
        QCOMPARE(packed, vertices);
    }

    void brokenGeometriesAreRefused() {
        const QByteArray line = QByteArray::fromHex("47500001e6100000"
                                                    "010200000002000000") +
                                QByteArray(32, '\0');
        const auto lines = [](const QByteArray& bytes) {
            return gpkgLines({bytes.constData(), std::size_t(bytes.size())});
        };
        QCOMPARE(lines(line).front().size(), std::size_t(2));
        QVERIFY_EXCEPTION_THROWN(lines(line.left(40)), std::runtime_error);
        QVERIFY_EXCEPTION_THROWN(lines(line + "x"), std::runtime_error);
        for (int at : {0, 2, 3, 8, 9}) { // mark, version, flags, byte order, type
            QByteArray other = line;
            other[at] = char(0x70);
            QVERIFY_EXCEPTION_THROWN(lines(other), std::runtime_error);
        }
    }

    void smallScalesUseFewerVertices() {
        const Basemap map(theMap(), *albers());
        const Viewport close = Viewport(albers(), {900, 600}).zoomedTo({105, 35.2, 123, 43.2}).withGroundScale(20);
        const Viewport all = Viewport(albers(), {900, 600}).zoomedTo({105, 35.2, 123, 43.2});
        // Same shapes in view, so the count may only fall with the scale.
        const Viewport sharper = all.resized({900, 600}, 8);
        QVERIFY(map.vertexCount(BasemapLayer::Province, all) * 2 < map.vertexCount(BasemapLayer::Province, sharper));
        QVERIFY(map.vertexCount(BasemapLayer::Province, close) < map.vertexCount(BasemapLayer::Province, sharper));
    }

    void translucentLinesHaveOneOpacity() {
        QImage image(200, 100, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::white);
        QPainter painter(&image);
        const QPolygonF across{QPointF(10, 50), QPointF(190, 50)};
        const QPolygonF back{QPointF(190, 50), QPointF(10, 50), QPointF(100, 50), QPointF(100, 90)};
        const std::vector<QPolygonF> lines{across, back};
        paintTranslucentLines(painter, image.rect(), lines, QPen(Qt::black, 10), 0.2);
        painter.end();
        for (int x : {20, 60, 100, 150})
            QVERIFY(std::abs(image.pixelColor(x, 50).red() - 204) <= 1);
        QCOMPARE(image.pixelColor(50, 20), QColor(Qt::white));
    }

    void labelsSuitTheScale() {
        const Basemap map(theMap(), *albers());
        const auto count = [&](const Viewport& view, LabelRole role) {
            const auto labels = map.labels(view, true);
            return std::count_if(labels.begin(), labels.end(), [&](const auto& l) { return l.role == role; });
        };
        const Viewport corridor = Viewport(albers(), {1296, 674}).zoomedTo({111.3, 39.2, 117.6, 41.7});
        QVERIFY(count(corridor, LabelRole::Place3) > 20);
        QVERIFY(count(corridor, LabelRole::Province) >= 3);
        const auto namesBeijing = [&](const Viewport& view) { // the municipality; its label does not fit further out
            const auto labels = map.labels(view, true);
            return std::any_of(labels.begin(), labels.end(),
                               [](const auto& l) { return l.text == QString::fromUtf8("北京市"); });
        };
        QVERIFY(!namesBeijing(corridor));
        QVERIFY(namesBeijing(corridor.withGroundScale(300).centeredOn({116.3, 40.1})));
        const Viewport all = corridor.zoomedTo({105, 35.2, 123, 43.2});
        QCOMPARE(count(all, LabelRole::Place3), 0);
        const auto english = map.labels(corridor, false);
        QVERIFY(std::any_of(english.begin(), english.end(),
                            [](const auto& l) { return l.text == QLatin1String("Horinger"); }));
    }

    void damagedFilesAreRefused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QFile file(BasemapData::defaultPath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("other") << QByteArray("SQLite format 3");
        QTest::newRow("header only") << whole.left(8);
        QTest::newRow("cut") << whole.left(whole.size() / 2);
        QTest::newRow("longer") << whole + "x";
        QByteArray layer = whole;
        layer[12] = char(200);
        QTest::newRow("unknown layer") << layer;
        QByteArray count = whole;
        count.replace(16, 4, QByteArray("\xff\xff\xff\xff", 4));
        QTest::newRow("absurd count") << count;
    }

    void damagedFilesAreRefused() {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("basemap.bin")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        try {
            BasemapData::load(file.fileName());
            QFAIL("a damaged file was read");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::FileContent);
            QVERIFY(error.sentence().english().contains(file.fileName()));
        }
    }

    void aMissingFileIsTheEnvironments() {
        try {
            BasemapData::load(QStringLiteral("/nonexistent/basemap.bin"));
            QFAIL("a missing file was read");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::Environment);
        }
    }
};

QTEST_MAIN(TestBasemap)
#include "test_basemap.moc"
