// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/yearplayer.h"
#include "views/widgets/controls/yearslider.h"

#include <QSignalSpy>
#include <QtTest>

using namespace corridor;
using namespace std::chrono_literals;

class TestYearPlayer : public QObject {
    Q_OBJECT
    std::unique_ptr<YearSlider> slider;
    std::unique_ptr<YearPlayer> player;

private slots:
    void init() {
        slider = std::make_unique<YearSlider>(2024, 2027);
        slider->setValue(2025);
        player = std::make_unique<YearPlayer>(*slider);
        player->setPause(10ms);
    }
    void cleanup() {
        player.reset();
        slider.reset();
    }

    void stepsToTheEndAndStops() {
        QSignalSpy years(slider.get(), &QAbstractSlider::valueChanged),
            playing(player.get(), &YearPlayer::playingChanged);
        player->play(true);
        QCOMPARE(slider->value(), 2025);
        QTRY_VERIFY(!player->isPlaying());
        QCOMPARE(slider->value(), 2027);
        QCOMPARE(years.count(), 2); // no year is left out
        QCOMPARE(playing.count(), 2);
        QCOMPARE(playing.back().front().toBool(), false);
    }

    void fromTheLastYearItBeginsAnew() {
        slider->setValue(2027);
        player->play(true);
        QCOMPARE(slider->value(), 2024);
        QTRY_COMPARE(slider->value(), 2027);
    }

    void escapeStopsItWhereverTheKeyboardIs() {
        player->setPause(1h);
        QWidget other;
        other.show();
        player->play(true);
        QTest::keyClick(&other, Qt::Key_A);
        QVERIFY(player->isPlaying());
        QTest::keyClick(&other, Qt::Key_Escape);
        QVERIFY(!player->isPlaying());
        QCOMPARE(slider->value(), 2025);
    }

    void waitsForResults() {
        bool ready = false;
        int asked = 0;
        player->setReady([&] {
            ++asked;
            return ready;
        });
        player->play(true);
        QTRY_VERIFY(asked > 3);
        QCOMPARE(slider->value(), 2025);
        ready = true;
        QTRY_COMPARE(slider->value(), 2027);
    }
};

QTEST_MAIN(TestYearPlayer)
#include "test_yearplayer.moc"
