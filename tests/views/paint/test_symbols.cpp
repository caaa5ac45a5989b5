// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/furniture.h"
#include "views/paint/symbols.h"

#include <QImage>
#include <QTest>

#include <functional>

using namespace corridor;

namespace {

constexpr int side = 64;

QImage drawn(const std::function<void(QPainter&)>& draw, qreal dpr = 1) {
    QImage image(int(side * dpr), int(side * dpr), QImage::Format_ARGB32_Premultiplied);
    image.setDevicePixelRatio(dpr);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    draw(painter);
    return image;
}

/// Opacity only: what a person without colour sees of the shape.
QImage shapeOf(const QImage& image) {
    return image.convertToFormat(QImage::Format_Alpha8);
}

double inkOf(const QImage& image) {
    double sum = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            sum += qAlpha(image.pixel(x, y)) / 255.0;
    }
    return sum / (image.devicePixelRatio() * image.devicePixelRatio());
}

const QPointF middle(side / 2.0, side / 2.0);

QImage site(SiteKind kind, SiteStatus status, int cls, Theme theme = Theme::Light, qreal dpr = 1) {
    return drawn([&](QPainter& p) { paintSite(p, middle, kind, status, cls, theme); }, dpr);
}

QImage mark(Verdict verdict, MarkFill fill, Theme theme, qreal dpr = 1) {
    return drawn([&](QPainter& p) { paintVerdictMark(p, middle, 22, verdict, fill, theme); }, dpr);
}

/// By how much, of 255, a channel of a pixel differs at most.
int mostDifferent(const QImage& a, const QImage& b) {
    int most = a.size() == b.size() ? 0 : 255;
    for (int y = 0; most < 255 && y < a.height(); ++y)
        for (int x = 0; x < a.width(); ++x) {
            const QRgb p = a.pixel(x, y), q = b.pixel(x, y);
            // weighed by how much of it there is: of a trace of ink the colour is anybody's guess
            for (const int difference : {qAlpha(p) - qAlpha(q), (qRed(p) * qAlpha(p) - qRed(q) * qAlpha(q)) / 255,
                                         (qGreen(p) * qAlpha(p) - qGreen(q) * qAlpha(q)) / 255,
                                         (qBlue(p) * qAlpha(p) - qBlue(q) * qAlpha(q)) / 255})
                most = std::max(most, std::abs(difference));
        }
    return most;
}

void allDiffer(const QList<QImage>& images) {
    for (qsizetype i = 0; i < images.size(); ++i) {
        for (qsizetype j = 0; j < i; ++j)
            QVERIFY2(images[i] != images[j], qPrintable(QStringLiteral("%1 looks like %2").arg(i).arg(j)));
    }
}

} // namespace

class TestSymbols : public QObject {
    Q_OBJECT

private slots:
    // In rows and cells a mark is a picture that was drawn before; nobody can tell.
    void marksKeptAsPicturesLookLikeThoseDrawn() {
        for (const Verdict verdict :
             {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown, Verdict::NotApplicable})
            for (const MarkFill fill : {MarkFill::Filled, MarkFill::Outlined})
                for (const qreal dpr : {1.0, 2.0})
                    for (const qreal part : {0.0, 0.25, 0.5}) {
                        const QPointF at = middle + QPointF(part, 0.5);
                        const auto paint = [&](QPainter& p, qreal zoom) {
                            paintVerdictMark(p, at * zoom, 14 * zoom, verdict, fill, Theme::Dark);
                        };
                        const QImage drawnAnew = drawn([&](QPainter& p) { p.scale(0.5, 0.5), paint(p, 2); }, dpr);
                        for (int time = 0; time < 2; ++time)
                            QVERIFY2(mostDifferent(drawn([&](QPainter& p) { paint(p, 1); }, dpr), drawnAnew) <= 3,
                                     qPrintable(QStringLiteral("%1 at %2 x %3").arg(int(verdict)).arg(part).arg(dpr)));
                    }
    }

    void siteClassesFollowEflops() {
        QCOMPARE(siteClass(std::nullopt), 0);
        QCOMPARE(siteClass(999.0), 0);
        QCOMPARE(siteClass(1000.0), 1);
        QCOMPARE(siteClass(9999.0), 1);
        QCOMPARE(siteClass(10000.0), 2);
        QCOMPARE(siteClass(99999.0), 2);
        QCOMPARE(siteClass(100000.0), 3);
        for (int cls = 1; cls < 4; ++cls)
            QVERIFY(siteRadius(cls) > siteRadius(cls - 1));
    }

    void kindsDifferByShapeAlone() {
        QList<QImage> shapes;
        for (SiteKind kind : {SiteKind::Intelligent, SiteKind::General, SiteKind::Super, SiteKind::Edge})
            shapes << shapeOf(site(kind, SiteStatus::Existing, 2));
        allDiffer(shapes);
    }

    void kindsLookEquallyLarge() {
        const double hexagon = inkOf(site(SiteKind::Intelligent, SiteStatus::Existing, 3));
        for (SiteKind kind : {SiteKind::General, SiteKind::Super, SiteKind::Edge}) {
            const double ratio = inkOf(site(kind, SiteStatus::Existing, 3)) / hexagon;
            QVERIFY2(ratio > 0.8 && ratio < 1.25, qPrintable(QString::number(ratio)));
        }
    }

    void statusesDifferInGreyToo() {
        for (Theme theme : {Theme::Light, Theme::Dark}) {
            QList<QImage> images;
            for (SiteStatus status :
                 {SiteStatus::Planned, SiteStatus::Building, SiteStatus::Existing, SiteStatus::Retired})
                images << site(SiteKind::Intelligent, status, 2, theme).convertToFormat(QImage::Format_Grayscale8);
            allDiffer(images);
        }
    }

    void aBuildingSiteIsFilledBelow() {
        const QImage image = site(SiteKind::General, SiteStatus::Building, 3);
        const QColor tint = tokenColor(siteToken(3), Theme::Light);
        QCOMPARE(image.pixelColor(side / 2, side / 2 + 6), tint);
        QCOMPARE(image.pixelColor(side / 2, side / 2 - 6), tokenColor(Token::CableCasing, Theme::Light));
    }

    void verdictMarksDifferByShapeAlone() {
        for (MarkFill fill : {MarkFill::Filled, MarkFill::Outlined}) {
            QList<QImage> shapes;
            for (Verdict v : {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown, Verdict::NotApplicable})
                shapes << shapeOf(mark(v, fill, Theme::Light));
            allDiffer(shapes);
        }
    }

    void bindingAndGuidingDiffer() {
        for (Verdict v : {Verdict::Met, Verdict::Near, Verdict::Broken}) {
            const double filled = inkOf(mark(v, MarkFill::Filled, Theme::Dark));
            QVERIFY(filled > 1.5 * inkOf(mark(v, MarkFill::Outlined, Theme::Dark)));
        }
    }

    void marksKeepTheirSizeAtEveryPixelRatio() {
        for (Verdict v : {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown}) {
            const double at1 = inkOf(mark(v, MarkFill::Outlined, Theme::Light, 1));
            const double at3 = inkOf(mark(v, MarkFill::Outlined, Theme::Light, 3));
            QVERIFY2(std::abs(at1 / at3 - 1) < 0.06, qPrintable(QStringLiteral("%1 %2").arg(at1).arg(at3)));
        }
    }

    void marksStayWithinTheirSize() {
        for (Verdict v : {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown}) {
            for (MarkFill fill : {MarkFill::Filled, MarkFill::Outlined}) {
                const QImage image = mark(v, fill, Theme::Light);
                const QRect allowed(side / 2 - 12, side / 2 - 12, 24, 24);
                for (int y = 0; y < side; ++y) {
                    for (int x = 0; x < side; ++x)
                        QVERIFY(qAlpha(image.pixel(x, y)) == 0 || allowed.contains(x, y));
                }
            }
        }
    }

    void areasDifferWithoutColour() {
        QList<QImage> images;
        for (Verdict v : {Verdict::Met, Verdict::Near, Verdict::Broken, Verdict::Unknown})
            images << drawn([&](QPainter& p) {
                          paintVerdictArea(p, QRectF(8, 8, 48, 24), v, Theme::Light);
                      }).convertToFormat(QImage::Format_Grayscale8);
        allDiffer(images);
        // Hatches and dots do not leave the area: vector devices cannot clip them.
        const QImage broken =
            drawn([&](QPainter& p) { paintVerdictArea(p, QRectF(8, 8, 48, 24), Verdict::Broken, Theme::Light); });
        for (int i = 0; i < side; ++i)
            QVERIFY(qAlpha(broken.pixel(i, 6)) == 0 && qAlpha(broken.pixel(i, 34)) == 0);
    }

    void snapMarksAndDotsAndJunctionsDiffer() {
        QList<QImage> snaps, dots, junctions;
        for (int i = 0; i < 7; ++i)
            snaps << shapeOf(drawn([&](QPainter& p) { paintSnapMark(p, middle, SnapKind(i), Theme::Light); }));
        for (int i = 0; i < 5; ++i)
            dots << shapeOf(drawn([&](QPainter& p) { paintProvenanceDot(p, middle, ValueOrigin(i), Qt::black); }));
        for (JunctionRole role : {JunctionRole::Exchange, JunctionRole::Hut, JunctionRole::Amplifier,
                                  JunctionRole::Roadm, JunctionRole::Otn, JunctionRole::Router})
            junctions << drawn([&](QPainter& p) { paintJunction(p, middle, role, Theme::Light); });
        allDiffer(snaps);
        allDiffer(dots);
        allDiffer(junctions);
    }

    void paintersAreLeftAsFound() {
        drawn([&](QPainter& p) {
            p.setPen(QPen(Qt::red, 3));
            p.setBrush(Qt::blue);
            paintSite(p, middle, SiteKind::Edge, SiteStatus::Planned, 1, Theme::Light);
            paintVerdictMark(p, middle, 14, Verdict::Near, MarkFill::Filled, Theme::Light);
            paintSnapMark(p, middle, SnapKind::Foot, Theme::Light);
            paintProvenanceDot(p, middle, ValueOrigin::Computed, Qt::black);
            QCOMPARE(p.pen(), QPen(Qt::red, 3));
            QCOMPARE(p.brush(), QBrush(Qt::blue));
            QVERIFY(p.worldTransform().isIdentity());
        });
    }

    void keptFurnitureLooksLikeThatPainted() {
        KeptFurniture kept;
        const auto ground = [](QPainter& p) { p.fillRect(0, 0, 900, 500, QColor(0xF6F4EF)); };
        for (const qreal dpr : {1.0, 1.5, 2.0})
            for (const Theme theme : {Theme::Light, Theme::Dark}) {
                const Viewport viewport =
                    Viewport(std::make_shared<const Projection>(Projection::mapAlbers(114)), QSizeF(900, 500), dpr)
                        .zoomedTo(Box{110, 38, 117, 42});
                const auto picture = [&](const std::function<void(QPainter&)>& paint) {
                    QImage image((QSizeF(900, 500) * dpr).toSize(), QImage::Format_ARGB32_Premultiplied);
                    image.setDevicePixelRatio(dpr);
                    QPainter p(&image);
                    ground(p);
                    paint(p);
                    return image;
                };
                const QImage painted = picture([&](QPainter& p) {
                    paintMapFurniture(p, viewport, theme, unreviewedNote());
                    paintZoomColumn(p, layoutFurniture(viewport), theme, ZoomButton::In, false);
                });
                for (int time = 0; time < 2; ++time)
                    QVERIFY(mostDifferent(picture([&](QPainter& p) {
                                              kept.paint(p, viewport, theme, unreviewedNote(), ZoomButton::In, false);
                                          }),
                                          painted) <= 3);
            }
    }
    void zoomColumnFindsItsButtons() {
        const Viewport viewport(std::make_shared<const Projection>(Projection::mapAlbers(114)), {1296, 674});
        const FurnitureLayout layout = layoutFurniture(viewport);
        QCOMPARE(layout.zoomColumn, QRectF(1296 - 12 - 34, 12, 34, 128));
        QVERIFY(layout.buttonAt(layout.zoomColumn.topLeft() + QPointF(5, 5)) == ZoomButton::In);
        QVERIFY(layout.buttonAt(layout.zoomColumn.bottomRight() - QPointF(5, 5)) == ZoomButton::Selection);
        QVERIFY(!layout.buttonAt({10, 10}).has_value());
        const auto boxes = layout.obstacles();
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            QVERIFY(viewport.rect().contains(boxes[i]));
            for (std::size_t j = 0; j < i; ++j)
                QVERIFY2(!boxes[i].intersects(boxes[j]), qPrintable(QStringLiteral("%1 %2").arg(i).arg(j)));
        }
    }
};

QTEST_MAIN(TestSymbols)
#include "test_symbols.moc"
