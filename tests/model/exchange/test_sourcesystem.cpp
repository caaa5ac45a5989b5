// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/sourcesystem.h"

#include <QTest>

using namespace corridor;

namespace {

// On the central meridian the northing is the arc of the meridian: 4 429 529.030 m at 40° N on GRS 80.
constexpr double arc40 = 4429529.030;

FoundSystem epsg(int code, const char* name) {
    return {QString::fromLatin1(name), code, QStringLiteral("EPSG:%1").arg(code)};
}

bool isNear(const LonLat& at, double lon, double lat, double degrees = 1e-8) {
    return std::abs(at.lon - lon) < degrees && std::abs(at.lat - lat) < degrees;
}

LonLat readBy(const SystemChoice& choice, const Point& pair) {
    return PositionReader(choice, std::span(&pair, 1)).read(pair.x, pair.y);
}

QString refusal(const QString& text) {
    try {
        sourceSystemFromText(text);
    } catch (const Error& error) {
        return error.blame() == Blame::Usage ? error.sentence().english() : QString();
    }
    return {};
}

} // namespace

class TestSourceSystem : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsAreReadAndWritten();
    void whatIsNoSystemIsRefused();
    void degreesAreTakenAsTheyAre();
    void zonesAreFoundBySize_data();
    void zonesAreFoundBySize();
    void swappedAxesAreFoundBySize();
    void aLoneOutlierSwapsNothing();
    void metresWithoutZoneAreAsked();
    void whatIsDeclaredWins();
    void whatTheUserSaysWinsOverThat();
    void contradictionsAreTold_data();
    void contradictionsAreTold();
    void namedSystemsAreReadByProj();
    void oldDatumsNeedAPublishedShift();
};

void TestSourceSystem::textsAreReadAndWritten() {
    for (const char* text : {"wgs84", "gcj02", "bd09", "gk3", "gk6", "gk3:117", "gk6:117", "EPSG:32650"})
        QCOMPARE(sourceSystemFromText(QString::fromLatin1(text)).text(), QString::fromLatin1(text));
    QCOMPARE(sourceSystemFromText(u" CGCS2000 ").text(), QStringLiteral("wgs84"));
    QCOMPARE(sourceSystemFromText(u"gk3:39").text(), QStringLiteral("gk3:117"));
    QCOMPARE(sourceSystemFromText(u"GK6:20").text(), QStringLiteral("gk6:117"));
    QCOMPARE(sourceSystemFromText(u"epsg:4490"), SourceSystem());
    QVERIFY(sourceSystemFromText(u"gk3:39").label().contains(QStringLiteral("117")));
}

void TestSourceSystem::whatIsNoSystemIsRefused() {
    for (const char* text : {"", "mars", "gk3:20", "gk6:39", "gk3:", "gk4", "gk3:140", "epsg:", "epsg:-3", "gk3:39.5"})
        QVERIFY2(refusal(QString::fromLatin1(text)).contains(QStringLiteral("gk3:117")), text);
    QVERIFY(refusal(QStringLiteral("xian80-gk3:39")).contains(QStringLiteral("Xi'an 80")));
    QVERIFY(refusal(QStringLiteral("beijing54")).contains(QStringLiteral("Beijing 54")));
}

void TestSourceSystem::degreesAreTakenAsTheyAre() {
    const std::vector<Point> pairs{{116.4, 39.9}, {-70.5, 45}, {0, 0}};
    const SystemChoice choice = chooseSystem(pairs, std::nullopt, std::nullopt);
    QVERIFY(!choice.problem && !choice.swapped && choice.notes.empty());
    QVERIFY(readBy(choice, pairs[0]) == (LonLat{116.4, 39.9}));
    QVERIFY(chooseSystem({}, std::nullopt, std::nullopt).notes.empty());
}

void TestSourceSystem::zonesAreFoundBySize_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<QString>("system");
    QTest::addColumn<bool>("swapped");
    QTest::newRow("3°") << 39'500'000. << arc40 << "gk3" << false;
    QTest::newRow("3°, X north") << arc40 << 39'500'000. << "gk3" << true;
    QTest::newRow("6°") << 20'500'000. << arc40 << "gk6" << false;
    QTest::newRow("6°, X north") << arc40 << 20'500'000. << "gk6" << true;
}

void TestSourceSystem::zonesAreFoundBySize() {
    QFETCH(double, x);
    QFETCH(double, y);
    const Point pair{x, y};
    const SystemChoice choice = chooseSystem(std::span(&pair, 1), std::nullopt, std::nullopt);
    QVERIFY(!choice.problem);
    QTEST(choice.system.text(), "system");
    QTEST(choice.swapped, "swapped");
    QVERIFY(!choice.notes.empty()); // a guess is told
    QVERIFY(isNear(readBy(choice, pair), 117, 40));
}

void TestSourceSystem::swappedAxesAreFoundBySize() {
    const std::vector<Point> pairs{{39.9, 116.4}, {40.5, 111.8}};
    const SystemChoice choice = chooseSystem(pairs, std::nullopt, sourceSystemFromText(u"gcj02"));
    QVERIFY(choice.swapped && choice.notes.size() == 1);
    QVERIFY(isNear(readBy(choice, pairs[0]), 116.39376, 39.89860, 2e-5));
    // Elsewhere in the world nothing says which is which.
    const std::vector<Point> abroad{{48.8, 2.3}, {52.5, 13.4}};
    QVERIFY(!chooseSystem(abroad, std::nullopt, std::nullopt).swapped);
}

void TestSourceSystem::aLoneOutlierSwapsNothing() {
    const std::vector<Point> pairs{{116.4, 39.9}, {40, 116}, {117, 95}, {std::nan(""), 1}, {114, 41}};
    const SystemChoice choice = chooseSystem(pairs, std::nullopt, std::nullopt);
    QVERIFY(!choice.swapped && !choice.problem && choice.notes.empty());
}

void TestSourceSystem::metresWithoutZoneAreAsked() {
    const Point pair{500'000, arc40};
    const SystemChoice guessed = chooseSystem(std::span(&pair, 1), std::nullopt, std::nullopt);
    QVERIFY(guessed.problem && guessed.problem->english().contains(QStringLiteral("gk3:117")));
    QVERIFY(chooseSystem(std::span(&pair, 1), std::nullopt, sourceSystemFromText(u"gk3")).problem);
    const SystemChoice asked = chooseSystem(std::span(&pair, 1), std::nullopt, sourceSystemFromText(u"gk3:114"));
    QVERIFY(!asked.problem);
    QVERIFY(isNear(readBy(asked, pair), 114, 40));
    const Point odd{12, 7e7};
    QVERIFY(chooseSystem(std::span(&odd, 1), std::nullopt, std::nullopt).problem);
}

void TestSourceSystem::whatIsDeclaredWins() {
    const Point pair{500'000, arc40};
    const SystemChoice choice =
        chooseSystem(std::span(&pair, 1), epsg(4547, "CGCS2000 / 3-degree Gauss-Kruger CM 114E"), std::nullopt);
    QVERIFY(!choice.problem && choice.notes.empty());
    QVERIFY(isNear(readBy(choice, pair), 114, 40));
    const Point degrees{116.4, 39.9};
    QVERIFY(chooseSystem(std::span(&degrees, 1), epsg(4490, "CGCS2000"), std::nullopt).system == SourceSystem());
}

void TestSourceSystem::whatTheUserSaysWinsOverThat() {
    const Point pair{39'500'000, arc40};
    const SystemChoice choice = chooseSystem(
        std::span(&pair, 1), epsg(4547, "CGCS2000 / 3-degree Gauss-Kruger CM 114E"), sourceSystemFromText(u"gk3:39"));
    QVERIFY(!choice.problem);
    QVERIFY(isNear(readBy(choice, pair), 117, 40));
}

void TestSourceSystem::contradictionsAreTold_data() {
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::addColumn<int>("declared"); // EPSG
    QTest::addColumn<QString>("asked");
    QTest::newRow("degrees, but metres") << 39'500'000. << arc40 << 4490 << QString();
    QTest::newRow("metres, but degrees") << 116.4 << 39.9 << 4548 << QString();
    QTest::newRow("without zone, but with") << 39'500'000. << arc40 << 4547 << QString();
    QTest::newRow("asked degrees, but metres") << 39'500'000. << arc40 << 0 << "gcj02";
    QTest::newRow("asked metres, but degrees") << 116.4 << 39.9 << 0 << "gk3:117";
    QTest::newRow("another zone than asked") << 39'500'000. << arc40 << 0 << "gk3:114";
}

void TestSourceSystem::contradictionsAreTold() {
    QFETCH(double, x);
    QFETCH(double, y);
    QFETCH(int, declared);
    QFETCH(QString, asked);
    const Point pair{x, y};
    const SystemChoice choice =
        chooseSystem(std::span(&pair, 1), declared ? std::optional(epsg(declared, "what it says")) : std::nullopt,
                     asked.isEmpty() ? std::nullopt : std::optional(sourceSystemFromText(asked)));
    QVERIFY(choice.problem);
    QVERIFY2(choice.problem->english().contains(QString::number(x, 'g', 9)), qPrintable(choice.problem->english()));
}

void TestSourceSystem::namedSystemsAreReadByProj() {
    const Point utm{500'000, arc40 * 0.9996};
    for (const char* code : {"EPSG:32650", "EPSG:4548"}) {
        const Point pair = QByteArray(code) == "EPSG:4548" ? Point{500'000, arc40} : utm;
        const SystemChoice choice =
            chooseSystem(std::span(&pair, 1), std::nullopt, sourceSystemFromText(QString::fromLatin1(code)));
        QVERIFY2(isNear(readBy(choice, pair), 117, 40), code);
    }
    SystemChoice unknown;
    unknown.system.type = SourceSystem::Type::Named;
    unknown.system.definition = QStringLiteral("EPSG:999999");
    QVERIFY_EXCEPTION_THROWN(readBy(unknown, utm), Error);
}

// EPSG publishes shifts of Beijing 54 for the Ordos basin among few other places, and none of Xi'an 80.
void TestSourceSystem::oldDatumsNeedAPublishedShift() {
    const Point beijing{116.4, 39.9}, ordos{108.5, 37};
    for (const auto& [code, pair, published] : {std::tuple(4610, beijing, false), std::tuple(4610, ordos, false),
                                                std::tuple(4214, beijing, false), std::tuple(4214, ordos, true)}) {
        const SystemChoice choice = chooseSystem(std::span(&pair, 1), epsg(code, "old"), std::nullopt);
        bool refused = false;
        try {
            const LonLat at = readBy(choice, pair);
            QVERIFY(isNear(at, pair.x, pair.y, 0.002) && !isNear(at, pair.x, pair.y, 1e-5));
        } catch (const Error& error) {
            refused = error.sentence().english().contains(QStringLiteral("published"));
        }
        QCOMPARE(refused, !published);
    }
}

QTEST_GUILESS_MAIN(TestSourceSystem)
#include "test_sourcesystem.moc"
