// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/rules/lengthchecks.h"

#include <QtTest>

using namespace corridor;
using corridor::test::PlanMaker;

class TestLengthChecks : public QObject {
    Q_OBJECT
private slots:
    void fibreIsNotShorterThanItsLine() {
        PlanMaker make;
        make.junction("a", 116.0, 40.0);
        make.junction("b", 115.0, 40.0); // 85.4 km
        Span span = make.spanRow("ab", "a", "b");
        const auto problems = [&] {
            make.put(span);
            return lengthProblems(latencyInput(make.plan().base(), 2027));
        };
        QVERIFY2(problems().empty(), "computed");
        span.measuredFibreKm = 90;
        QVERIFY(problems().empty());
        span.measuredFibreKm = 85;
        QVERIFY2(problems().empty(), "within what drawing explains");
        span.measuredFibreKm = 80;
        const std::vector<Finding> found = problems();
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found.front().check, QStringLiteral("length-below-line"));
        QVERIFY(found.front().subject == span.id && found.front().severity == Severity::Guiding);
        QVERIFY(!found.front().place.isEmpty());
        QCOMPARE(*found.front().value, 80.0);
        QVERIFY(std::abs(*found.front().limit - 85.4) < 0.05);
        span.status = SpanStatus::Planned;
        QVERIFY2(problems().empty(), "not in service, in no round-trip time");
    }
};

QTEST_GUILESS_MAIN(TestLengthChecks)
#include "test_lengthchecks.moc"
