// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/paint/halotext.h"

#include <QPainter>
#include <QTest>
#include <QWidget>

using namespace corridor;

namespace {

class TextWidget : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        painter.translate(10, 0);
        paintHaloText(painter, {10, 30}, QStringLiteral("HHHH"), font(), Qt::black, Qt::white);
    }
};

QRect inkOf(const QImage& image) {
    QRect ink;
    for (int y = 0; y < image.height(); ++y)
        for (int x = 0; x < image.width(); ++x)
            if (qGray(image.pixel(x, y)) < 100)
                ink |= QRect(x, y, 1, 1);
    return ink;
}

} // namespace

class TestHaloText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 2026-11-22: in a child widget the text landed its offset in the window too far right and down: the scale bar lost
    // its figures.
    void standsAtTheSamePlaceInAChildWidget() {
        TextWidget alone;
        alone.resize(120, 50);
        const QRect expected = inkOf(alone.grab().toImage());
        QVERIFY(!expected.isEmpty());

        QWidget window;
        window.resize(400, 300);
        TextWidget child(&window);
        child.setGeometry(90, 70, 120, 50);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        const QRect seen = inkOf(window.grab().toImage().copy(90, 70, 120, 50));
        QCOMPARE(seen, expected);
    }
};

QTEST_MAIN(TestHaloText)
#include "test_halotext.moc"
