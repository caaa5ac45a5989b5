// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/base/error.h"
#include "model/geo/geodesic.h"
#include "views/paint/rendermap.h"
#include "views/paint/sheet/sheet.h"
#include "views/paint/sheet/sheetlayout.h"

#include <QFile>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QTest>

using namespace corridor;
using namespace corridor::test;

namespace {

Sheet sheetOf() {
    PlanMaker maker;
    maker.corridorPlaces();
    maker.chain("N", {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-XHY", "ZJK-XH", "ZJK-WQ", "ZJK-HA"}, 1.1);
    maker.site("SL-1", 116.45, 39.95);
    maker.service("YW", "BJ-TAM", "ZJK-HA");
    const Plan plan = maker.plan();
    Sheet sheet;
    sheet.scene.entities = plan.base();
    sheet.scene.year = 2027;
    sheet.scene.assessment = assess(plan, Plan::baseScenario(), 2027, 1);
    sheet.scenario = QStringLiteral("Base");
    sheet.text.title = QStringLiteral("京津冀蒙算力供给走廊光缆路由规划图");
    sheet.text.date = QDate(2026, 11, 25);
    sheet.dpi = 100;
    return sheet;
}

QByteArray contentOf(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray();
}

} // namespace

class TestSheet : public QObject {
    Q_OBJECT

    QTemporaryDir mFolder;
    QString path(const char* name) const { return mFolder.filePath(QLatin1String(name)); }

private slots:
    void papersAreThoseOfIso216() {
        QCOMPARE(paperMm(PaperSize::A3, true), QSizeF(420, 297));
        QCOMPARE(paperMm(PaperSize::A4, false), QSizeF(210, 297));
        QCOMPARE(paperMm(PaperSize::A0, true), QSizeF(1189, 841));
        QVERIFY(paperNamed(u"a2") == PaperSize::A2);
        QVERIFY(!paperNamed(u"B5"));
    }

    // The bar measured on the picture against the ratio printed beside it.
    void scaleBarIsTrue() {
        Sheet sheet = sheetOf();
        for (const double scale : {0.0, 1'500'000.0}) {
            sheet.scale = scale;
            const SheetFacts facts = writeSheet(sheet, path("bar.png"));
            if (scale > 0)
                QVERIFY(std::abs(facts.scale - scale) < 1);
            const double groundMm = facts.scaleBarM * 1000 / facts.scale;
            QVERIFY(std::abs(facts.scaleBarMm.width() - groundMm) < 0.005 * groundMm);
            const QImage image(path("bar.png"));
            QVERIFY(std::abs(image.width() - 420 / 25.4 * 100) <= 1);
            // Black from the left to the first quarter, in the middle of its height.
            const int y = int(facts.scaleBarMm.center().y() / 25.4 * 100);
            const int x0 = int(std::round(facts.scaleBarMm.left() / 25.4 * 100)) + 2;
            int x = x0;
            while (x < image.width() && qGray(image.pixel(x, y)) < 128)
                ++x;
            QVERIFY(std::abs((x - x0 + 2) / 100.0 * 25.4 - facts.scaleBarMm.width() / 4) < 0.4);
        }
    }

    // At the middle of the map: an equal-area projection stretches one way and shrinks the other, so that the mean of
    // both counts.
    void mapIsAtItsScale() {
        Sheet sheet = sheetOf();
        sheet.scale = 1'500'000;
        const SheetLayout layout = layoutSheet(sheet, {});
        const QPointF middle(layout.view->size().width() / 2, layout.view->size().height() / 2);
        const auto metres = [&](QPointF step) {
            return Geodesic::cgcs2000().distance(layout.view->positionOf(middle - step / 2),
                                                 layout.view->positionOf(middle + step / 2));
        };
        const double mean = std::sqrt(metres({px(10), 0}) * metres({0, px(10)}));
        QVERIFY2(std::abs(mean - 15'000) < 0.001 * 15'000, qPrintable(QString::number(mean)));
    }

    void framesAreThoseOfTheLook() {
        const SheetLayout layout = layoutSheet(sheetOf(), {});
        const auto mm = [](qreal pixels) { return pixels * paperPixelMm; };
        QVERIFY(std::abs(mm(layout.frame.left()) - 25) < 0.01 && std::abs(mm(layout.frame.top()) - 10) < 0.01);
        QVERIFY(std::abs(mm(layout.paper.width() - layout.frame.right()) - 10) < 0.01);
        QVERIFY(std::abs(mm(layout.band.height()) - 42) < 0.01);
        QVERIFY(std::abs(mm(layout.titleBlock.width()) - 180) < 0.01 &&
                std::abs(mm(layout.titleBlock.height()) - 30) < 0.01);
    }

    void nothingOverlapsOnAnyPaper() {
        for (const PaperSize paper : {PaperSize::A0, PaperSize::A1, PaperSize::A2, PaperSize::A3, PaperSize::A4})
            for (const bool landscape : {true, false}) {
                Sheet sheet = sheetOf();
                sheet.paper = paper;
                sheet.landscape = landscape;
                sheet.inset = Box{115.9, 39.6, 116.9, 40.3};
                const SheetLayout layout = layoutSheet(sheet, {px(70), px(30)});
                const QRectF parts[] = {layout.legend, layout.notes,    layout.scaleRow, layout.titleBlock,
                                        layout.inset,  layout.approval, layout.table,    layout.north};
                for (std::size_t i = 0; i < std::size(parts); ++i)
                    for (std::size_t j = 0; j < i; ++j) {
                        const QRectF shared = parts[i] & parts[j];
                        QVERIFY2(shared.width() < 0.5 || shared.height() < 0.5,
                                 qPrintable(QStringLiteral("%1 and %2 on A%3").arg(i).arg(j).arg(int(paper))));
                    }
                QVERIFY(layout.frame.contains(layout.band.adjusted(0.1, 0.1, -0.1, -0.1)));
                QVERIFY(layout.map.contains(layout.approval.adjusted(0.1, 0.1, -0.1, -0.1)));
            }
    }

    void aScaleThatDoesNotFitIsRefusedWithOneThatDoes() {
        Sheet sheet = sheetOf();
        sheet.scale = 100'000;
        try {
            writeSheet(sheet, path("no.pdf"));
            QFAIL("the map cannot fit");
        } catch (const Error& error) {
            QVERIFY(error.blame() == Blame::Usage);
            static const QRegularExpression offered(QStringLiteral("1:([0-9]+),"));
            const QRegularExpressionMatch match = offered.match(error.sentence().english());
            QVERIFY2(match.hasMatch(), qPrintable(error.sentence().english()));
            sheet.scale = match.captured(1).toDouble();
        }
        QVERIFY(!QFile::exists(path("no.pdf")));
        QVERIFY(std::abs(writeSheet(sheet, path("yes.png")).scale - sheet.scale) < 1);
    }

    void legendListsWhatIsShownAndNothingElse() {
        Sheet sheet = sheetOf();
        const QStringList whole = writeSheet(sheet, path("legend.png")).legend;
        QVERIFY2(whole.contains(QStringLiteral("Provincial border")), qPrintable(whole.join(u'|')));
        sheet.scene.layers.borders = sheet.scene.layers.railways = sheet.scene.layers.junctions = false;
        const QStringList less = writeSheet(sheet, path("legend.png")).legend;
        QVERIFY(!less.contains(QStringLiteral("Provincial border")) && !less.contains(QStringLiteral("Railway")));
        QVERIFY(less.size() < whole.size());
    }

    // A table that would lie on a site has fewer rows, or is left out.
    void tableHidesNoSite() {
        Sheet sheet = sheetOf();
        sheet.extent = Box{114, 39.5, 118, 42.2};
        const SheetLayout layout = layoutSheet(sheet, {});
        const LonLat inCorner = layout.view->positionOf({layout.map.width() - 20, 20});
        for (const bool inTheWay : {false, true}) {
            PlanMaker maker;
            maker.corridorPlaces();
            maker.chain("N", {"BJ-TAM", "WP-NK", "WP-BDL", "WP-DHY", "ZJK-HL", "ZJK-XHY", "ZJK-XH", "ZJK-WQ", "ZJK-HA"},
                        1.1);
            maker.service("YW", "BJ-TAM", "ZJK-HA");
            if (inTheWay)
                maker.site("NE", inCorner.lon, inCorner.lat);
            const Plan made = maker.plan();
            Service service = *made.base().find<Service>(maker.id("YW"));
            service.rttLimitMs = 5;
            ChangeBuilder builder(made, Plan::baseScenario());
            builder.put(service);
            const Plan plan = made.with(builder.take());
            sheet.scene.entities = plan.base();
            sheet.scene.assessment = assess(plan, Plan::baseScenario(), 2027, 1);
            QCOMPARE(writeSheet(sheet, path("table.png")).tableRows, inTheWay ? 0 : 1);
        }
    }

    void sameSheetSameBytes() {
        const Sheet sheet = sheetOf();
        for (const char* suffix : {"png", "svg"}) {
            const QString a = path("a.") + QLatin1String(suffix), b = path("b.") + QLatin1String(suffix);
            writeSheet(sheet, a);
            writeSheet(sheet, b);
            QVERIFY(contentOf(a).size() > 5000);
            QCOMPARE(contentOf(a), contentOf(b));
        }
        static const QRegularExpression dates(
            QStringLiteral("D:[0-9]{14}[^)]*|[0-9]{4}-[0-9]{2}-[0-9]{2}T[^<]*|uuid:[^<\"]*"));
        const auto pdf = [&](const char* name) {
            writeSheet(sheet, path(name));
            return QString::fromLatin1(contentOf(path(name))).remove(dates);
        };
        QCOMPARE(pdf("a.pdf"), pdf("b.pdf"));
    }

    // Embedded fonts, and the note until there is a number.
    void pdfCarriesItsFonts() {
        writeSheet(sheetOf(), path("fonts.pdf"));
        const QByteArray pdf = contentOf(path("fonts.pdf"));
        QVERIFY(pdf.contains("/FontFile"));
        QVERIFY(pdf.contains("/MediaBox"));
    }

    void svgIsCutToItsParts() {
        Sheet sheet = sheetOf();
        sheet.inset = Box{115.9, 39.6, 116.9, 40.3};
        writeSheet(sheet, path("cut.svg"));
        const QByteArray svg = contentOf(path("cut.svg"));
        QVERIFY(svg.count("overflow=\"hidden\"") >= 4);
        QVERIFY(svg.contains("width=\"420.000mm\"") && svg.contains("height=\"297.000mm\""));
    }

    void denseAreasAreFound() {
        PlanMaker maker;
        for (int i = 0; i < 5; ++i)
            maker.site(qPrintable(QStringLiteral("B%1").arg(i)), 116.3 + 0.05 * i, 39.9);
        maker.site("W", 111, 40.8);
        maker.site("E", 117.5, 38.5);
        const auto area = denseArea(maker.plan().base());
        QVERIFY(area && area->lonMin > 116 && area->lonMax < 117);
        PlanMaker few;
        few.site("A", 111, 40);
        few.site("B", 117, 39);
        QVERIFY(!denseArea(few.plan().base()));
    }
};

QTEST_MAIN(TestSheet)
#include "test_sheet.moc"
