// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/assessment.h"
#include "model/store/planfile.h"
#include "views/paint/basemap.h"
#include "views/paint/fonts.h"
#include "views/paint/furniture.h"
#include "views/paint/mappainter.h"
#include "views/paint/planlabels.h"
#include "views/paint/rendermap.h"

#include <QRawFont>
#include <QTest>

#include <algorithm>

using namespace corridor;

namespace {

constexpr int year = 2027;
constexpr QSizeF mapSize{854, 458}; // the map of a window of 1366 × 768
constexpr double metresPerPixelOf1To1 = 0.0254 / 96;

std::shared_ptr<const BasemapData> theMap() {
    static const std::shared_ptr<const BasemapData> data = BasemapData::load(BasemapData::defaultPath());
    return data;
}

QStringList overlaps(const std::vector<MapLabel>& labels) {
    QStringList found;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (labels[i].box.intersects(labels[k].box))
                found << labels[i].text + QStringLiteral(" / ") + labels[k].text;
        }
    }
    return found;
}

bool names(const std::vector<MapLabel>& labels, const QStringList& spellings) {
    return std::any_of(labels.begin(), labels.end(), [&](const MapLabel& label) {
        return std::any_of(spellings.begin(), spellings.end(),
                           [&](const QString& spelling) { return label.text.contains(spelling); });
    });
}

} // namespace

/// Whether one can read on the map of the sample plan where one is.
class TestPlaceNames : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() {
        OpenOptions options;
        options.readOnly = true;
        mPlan = PlanFile::open(QStringLiteral(CORRIDOR_SAMPLE), options)->plan();
        mProjection = projectionOf(mPlan.base());
    }

    void seatsAreNamed_data() {
        QTest::addColumn<double>("scale");
        QTest::addColumn<bool>("english");
        QTest::addColumn<bool>("plan");
        for (double scale : {5e6, 2.4e6, 5e5}) {
            for (bool english : {false, true}) {
                for (bool plan : {false, true})
                    QTest::addRow("1:%.0f %s%s", scale, english ? "en" : "zh", plan ? ", with the plan" : "")
                        << scale << english << plan;
            }
        }
    }
    /// No name covers another, and the seats of prefectures are named: by the base map or by what of the plan stands
    /// there and begins with their name.
    void seatsAreNamed() {
        QFETCH(double, scale);
        QFETCH(bool, english);
        QFETCH(bool, plan);
        const Viewport view = Viewport(mProjection, mapSize)
                                  .withGroundScale(scale * metresPerPixelOf1To1)
                                  .centeredOn({116.3913, 39.9055});
        QVERIFY(std::abs(view.scaleDenominator() / scale - 1) < 0.01);
        const std::vector<MapLabel> labels = MapPainter().labels(sceneOf(english, plan), view, true);
        QCOMPARE(overlaps(labels), QStringList());
        const FurnitureLayout furniture = layoutFurniture(view);
        const QRectF notes = furniture.note.adjusted(0, -32, 0, 0) | furniture.scaleBar; // two remarks above
        int seats = 0;
        QStringList missing;
        for (const BasemapPlace& place : theMap()->places) {
            const QPointF at = view.pixelOf(place.position);
            if (place.rank < 1 || place.rank > 2 || !view.rect().contains(at) || notes.contains(at))
                continue;
            ++seats;
            const QString name = english ? place.en : place.zh;
            if (!names(labels, {withoutBrackets(name)}))
                missing << name;
        }
        QVERIFY(seats >= (scale > 4e6 ? 20 : scale > 1e6 ? 8 : 1));
        QVERIFY2(missing.size() <= seats * 0.05,
                 qPrintable(QStringLiteral("%1 of %2: ").arg(missing.size()).arg(seats) + missing.join(u", ")));
    }

    void theFirstViewShowsTheCorridor_data() {
        QTest::addColumn<bool>("english");
        QTest::newRow("zh") << false;
        QTest::newRow("en") << true;
    }
    void theFirstViewShowsTheCorridor() {
        QFETCH(bool, english);
        const QStringList wanted =
            QString::fromUtf8(english ? "Horinger Ulanqab Zhangjiakou Beijing Langfang Wuqing Tianjin Datong Hohhot"
                                      : "和林格尔 乌兰察布 张家口 北京 廊坊 武清 天津 大同 呼和浩特")
                .split(QLatin1Char(' '));
        for (bool furniture : {false, true}) {
            const Viewport view = Viewport(mProjection, mapSize).zoomedTo(extentOf(mPlan.base()));
            const std::vector<MapLabel> labels = MapPainter().labels(sceneOf(english, true), view, furniture);
            QCOMPARE(overlaps(labels), QStringList());
            for (const QString& name : wanted)
                QVERIFY2(names(labels, {name}), qPrintable(name));
        }
    }

    /// The symbol that stands for a city's sites speaks the language of the map.
    void citiesHaveEnglishNames() {
        const Viewport view =
            Viewport(mProjection, mapSize).withGroundScale(4.5e6 * metresPerPixelOf1To1).centeredOn({114.5, 40.3});
        MapScene scene = sceneOf(true, true);
        scene.layers.placeNames = false;
        const std::vector<MapLabel> labels = MapPainter().labels(scene, view, true);
        int cities = 0;
        for (const MapLabel& label : labels) {
            cities += label.text.contains(QLatin1String("EFLOPS"));
            for (QChar c : label.text)
                QVERIFY2(c.unicode() < 0x2E80, qPrintable(label.text));
        }
        QVERIFY(cities >= 4);
        QVERIFY(names(labels, {QStringLiteral("Ulanqab")}));
    }

    /// Where the base map names the city, a symbol without a sum does not name it again.
    void aCityIsNamedOnce() {
        const Viewport view =
            Viewport(mProjection, mapSize).withGroundScale(4.5e6 * metresPerPixelOf1To1).centeredOn({114.5, 40.3});
        const std::vector<MapLabel> labels = MapPainter().labels(sceneOf(false, true), view, true);
        const QString ulanqab = QString::fromUtf8("乌兰察布");
        QCOMPARE(std::count_if(labels.begin(), labels.end(),
                               [&](const MapLabel& label) { return label.text.startsWith(ulanqab); }),
                 1);
    }

    void noCharacterIsMissing() {
        const QRawFont font = QRawFont::fromFont(programFont(14, false));
        const QRawFont bold = QRawFont::fromFont(programFont(14, true));
        if (!font.supportsCharacter(QChar(0x5317)))
            QSKIP("None of the program's fonts is installed.");
        int checked = 0;
        for (const BasemapPlace& place : theMap()->places) {
            for (const QRawFont& of : {font, bold}) {
                for (quint32 glyph : of.glyphIndexesForString(place.zh + place.en)) {
                    QVERIFY2(glyph != 0, qPrintable(place.zh + place.en));
                    ++checked;
                }
            }
        }
        QVERIFY(checked > 1500);
    }

private:
    MapScene sceneOf(bool english, bool plan) const {
        MapScene scene;
        scene.english = english;
        scene.year = year;
        if (plan) {
            scene.entities = mPlan.base();
            scene.assessment = assess(mPlan, Plan::baseScenario(), year, 1);
        }
        return scene;
    }

    Plan mPlan;
    std::shared_ptr<const Projection> mProjection;
};

QTEST_MAIN(TestPlaceNames)
#include "test_placenames.moc"
