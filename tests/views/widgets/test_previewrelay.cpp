// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/canvas/previewrelay.h"

#include <QtTest>

using namespace corridor;

class TestPreviewRelay : public QObject {
    Q_OBJECT

    using Given = std::shared_ptr<const DragPreview>;
    static Given some() { return std::make_shared<const DragPreview>(); }

private slots:
    void theFirstComesAtOnceAndTheLastOfAHaltAlways() {
        PreviewRelay relay;
        std::vector<Given> seen;
        connect(&relay, &PreviewRelay::delivered, this, [&](const Given& preview) { seen.push_back(preview); });
        const Given first = some(), second = some(), third = some();
        relay.offer(first);
        QCOMPARE(seen, (std::vector<Given>{first}));
        relay.offer(second);
        relay.offer(third);
        QCOMPARE(seen.size(), std::size_t(1)); // too soon
        QVERIFY(QTest::qWaitFor([&] { return seen.size() == 2; }, 2000));
        QVERIFY(seen.back() == third);
    }

    void theEndComesAtOnceAndNothingAfterIt() {
        PreviewRelay relay;
        std::vector<Given> seen;
        connect(&relay, &PreviewRelay::delivered, this, [&](const Given& preview) { seen.push_back(preview); });
        relay.offer(some());
        relay.offer(some());
        relay.offer(nullptr);
        QCOMPARE(seen.size(), std::size_t(2));
        QVERIFY(!seen.back());
        QTest::qWait(3 * PreviewRelay::kPauseMs);
        QCOMPARE(seen.size(), std::size_t(2));
    }

    // However fast the mouse: what panels cost stays within their share.
    void aStreamIsThinned() {
        PreviewRelay relay;
        int count = 0;
        connect(&relay, &PreviewRelay::delivered, this, [&] { ++count; });
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 10 * PreviewRelay::kPauseMs) {
            relay.offer(some());
            QTest::qWait(2);
        }
        QVERIFY2(count >= 2 && count <= 11, qPrintable(QString::number(count)));
    }
};

QTEST_GUILESS_MAIN(TestPreviewRelay)
#include "test_previewrelay.moc"
