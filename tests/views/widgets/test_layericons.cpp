// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/layericons.h"
#include "views/widgets/theme.h"

#include <QApplication>
#include <QImage>
#include <QTest>

using namespace corridor;

namespace {

bool shows(BaseLayer layer, Token token) {
    const QImage image = baseLayerIcon(layer).pixmap(QSize(112, 64), 1).toImage();
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y) == themeColor(token))
                return true;
        }
    }
    return false;
}

} // namespace

class TestLayerIcons : public QObject {
    Q_OBJECT

private slots:
    void swatchesHaveTheColoursOfTheMap() {
        for (Theme theme : {Theme::Dark, Theme::Light}) {
            applyTheme(*qApp, theme);
            QVERIFY(shows(BaseLayer::PlaceNames, Token::Text2));
            QVERIFY(shows(BaseLayer::Railways, Token::Rail) && shows(BaseLayer::Railways, Token::Rail2));
            QVERIFY(shows(BaseLayer::Expressways, Token::Road));
            QVERIFY(shows(BaseLayer::Borders, Token::Land));
            QVERIFY(shows(BaseLayer::Water, Token::Water));
        }
    }
};

QTEST_MAIN(TestLayerIcons)
#include "test_layericons.moc"
