// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/iconengine.h"
#include "views/widgets/theme.h"

#include <QApplication>
#include <QFile>
#include <QPainter>
#include <QPushButton>
#include <QRegularExpression>
#include <QXmlStreamReader>
#include <QtTest>

using namespace corridor;

namespace {

/// Every name the look asks for.
const QStringList neededIcons = QStringLiteral("new open save undo redo select pan zoom-box zoom-all zoom-selection "
                                               "locate search vertex add-site add-junction draw-span service "
                                               "split trace snap measure cut delete layers eye eye-off lock filter "
                                               "link scenario compare history play pause stop clauses chart "
                                               "table computed info latency capacity resilience compute energy carbon "
                                               "cost review bookmark comment decision laser ink print "
                                               "report export import north scale theme plus minus close more float "
                                               "chevron-down chevron-up chevron-left chevron-right prev next "
                                               "merge reverse paste copy move bookmark-go recovery settings help")
                                    .split(QLatin1Char(' '));

/// Bounding box of the inked pixels.
QRect inkOf(const QImage& image) {
    QRect box;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > 40)
                box |= QRect(x, y, 1, 1);
        }
    }
    return box;
}

QColor strongest(const QImage& image) {
    QRgb best = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (qAlpha(image.pixel(x, y)) > qAlpha(best))
                best = image.pixel(x, y);
        }
    }
    return QColor::fromRgb(best);
}

} // namespace

class TestTheme : public QObject {
    Q_OBJECT
private slots:
    void sheetHasNoPlaceholderLeft_data();
    void sheetHasNoPlaceholderLeft();
    void sheetIsUnderstoodByQt();
    void themeSwitchesPaletteAndSheet();
    void everyNeededIconExists();
    void iconIsCleanSvg_data();
    void iconIsCleanSvg();
    void iconStaysInsideItsMargin_data() { iconIsCleanSvg_data(); }
    void iconStaysInsideItsMargin();
    void iconTakesTheColourOfModeAndTheme();
    void iconIsSharpAtEveryRatio();
    void unknownIconIsNull();
    void programIconHasColour();
};

void TestTheme::sheetHasNoPlaceholderLeft_data() {
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << static_cast<int>(Theme::Light);
    QTest::newRow("dark") << static_cast<int>(Theme::Dark);
}

void TestTheme::sheetHasNoPlaceholderLeft() {
    QFETCH(int, theme);
    QString sheet = themeStyleSheet(static_cast<Theme>(theme));
    sheet.remove(QRegularExpression(QStringLiteral("/\\*.*?\\*/"), QRegularExpression::DotMatchesEverythingOption));
    QVERIFY(sheet.size() > 2000);
    QVERIFY2(!sheet.contains(QLatin1Char('@')),
             qPrintable(sheet.mid(std::max(qsizetype(0), sheet.indexOf(QLatin1Char('@')) - 40), 80)));
    QVERIFY(sheet.contains(tokenColor(Token::Accent, static_cast<Theme>(theme)).name()));
}

void TestTheme::sheetIsUnderstoodByQt() {
    QTest::failOnWarning(QRegularExpression(QStringLiteral("(?i)stylesheet|style sheet")));
    applyTheme(*qApp, Theme::Light);
    QPushButton button(QStringLiteral("x"));
    button.setProperty("primary", true);
    button.resize(90, 28);
    button.show();
    const QImage image = button.grab().toImage();
    QCOMPARE(image.pixelColor(image.width() / 4, image.height() / 2), tokenColor(Token::Accent, Theme::Light));
}

void TestTheme::themeSwitchesPaletteAndSheet() {
    QWidget window;
    window.show();
    for (const Theme theme : {Theme::Dark, Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme);
        QCOMPARE(currentTheme(), theme);
        QCOMPARE(window.palette().color(QPalette::Text), tokenColor(Token::Text, theme));
        QCOMPARE(window.palette().color(QPalette::Disabled, QPalette::Text), tokenColor(Token::Disabled, theme));
        QCOMPARE(themeColor(Token::Land), tokenColor(Token::Land, theme));
    }
}

void TestTheme::everyNeededIconExists() {
    for (const QString& name : neededIcons)
        QVERIFY2(iconNames().contains(name), qPrintable(name));
}

void TestTheme::iconIsCleanSvg_data() {
    QTest::addColumn<QString>("name");
    for (const QString& name : iconNames())
        QTest::newRow(qPrintable(name)) << name;
}

void TestTheme::iconIsCleanSvg() {
    QFETCH(QString, name);
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QXmlStreamReader xml(&file);
    const QStringList shapes{QStringLiteral("svg"), QStringLiteral("path"), QStringLiteral("circle"),
                             QStringLiteral("rect")};
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Comment)
            QFAIL("comments belong elsewhere");
        if (!xml.isStartElement())
            continue;
        QVERIFY2(shapes.contains(xml.name().toString()), qPrintable(xml.name().toString()));
        const auto attributes = xml.attributes();
        if (xml.name() == QLatin1String("svg")) {
            QCOMPARE(attributes.value(QLatin1String("viewBox")).toString(), QStringLiteral("0 0 20 20"));
            QCOMPARE(attributes.value(QLatin1String("fill")).toString(), QStringLiteral("none"));
            QCOMPARE(attributes.value(QLatin1String("stroke")).toString(), QStringLiteral("#000"));
            QCOMPARE(attributes.value(QLatin1String("stroke-width")).toString(), QStringLiteral("1.5"));
        } else {
            for (const char* own : {"fill", "stroke", "stroke-width", "style", "opacity"})
                QVERIFY2(!attributes.hasAttribute(QLatin1String(own)), own);
        }
    }
    QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
}

void TestTheme::iconStaysInsideItsMargin() {
    QFETCH(QString, name);
    constexpr int scale = 10;
    const QImage image = themedIcon(name).pixmap(QSize(20 * scale, 20 * scale)).toImage();
    const QRect ink = inkOf(image);
    QVERIFY2(ink.isValid(), "nothing is drawn");
    // 2.5 px all round; a quarter is granted to curves and mitres.
    const int margin = static_cast<int>(2.25 * scale);
    QVERIFY2(
        ink.left() >= margin && ink.top() >= margin && ink.right() < 20 * scale - margin &&
            ink.bottom() < 20 * scale - margin,
        qPrintable(QStringLiteral("%1,%2 %3,%4").arg(ink.left()).arg(ink.top()).arg(ink.right()).arg(ink.bottom())));
}

void TestTheme::iconTakesTheColourOfModeAndTheme() {
    const QIcon icon = themedIcon(QStringLiteral("stop"));
    const QSize size(80, 80);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        applyTheme(*qApp, theme);
        QCOMPARE(strongest(icon.pixmap(size, QIcon::Normal, QIcon::Off).toImage()), tokenColor(Token::Text2, theme));
        QCOMPARE(strongest(icon.pixmap(size, QIcon::Normal, QIcon::On).toImage()), tokenColor(Token::Accent, theme));
        QCOMPARE(strongest(icon.pixmap(size, QIcon::Disabled, QIcon::On).toImage()),
                 tokenColor(Token::Disabled, theme));
        QCOMPARE(strongest(themedIcon(QStringLiteral("stop"), Token::OnAccent).pixmap(size).toImage()),
                 tokenColor(Token::OnAccent, theme));
    }
    applyTheme(*qApp, Theme::Light);
}

void TestTheme::iconIsSharpAtEveryRatio() {
    const QIcon icon = themedIcon(QStringLiteral("save"));
    for (const qreal ratio : {1.0, 1.25, 1.5, 2.0}) {
        const QPixmap pixmap = icon.pixmap(QSize(20, 20), ratio);
        QCOMPARE(pixmap.size(), (QSizeF(20, 20) * ratio).toSize());
        QCOMPARE(pixmap.devicePixelRatio(), ratio);
    }
}

void TestTheme::unknownIconIsNull() {
    QVERIFY(themedIcon(QStringLiteral("no-such-icon")).isNull());
}

void TestTheme::programIconHasColour() {
    const QIcon icon = programIcon();
    QVERIFY(icon.availableSizes().contains(QSize(256, 256)));
    QVERIFY(strongest(icon.pixmap(64, 64).toImage()).saturation() > 50);
}

QTEST_MAIN(TestTheme)
#include "test_theme.moc"
