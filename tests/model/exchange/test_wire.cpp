// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/wire.h"

#include <QTest>

using namespace corridor;

namespace {

std::vector<SourceTable> someTables() {
    SourceTable points{QStringLiteral("a b.json"), QStringLiteral("sites"), {QStringLiteral("code")}, {}, {}, true};
    points.geometry = FieldType::Point;
    points.rows = {{1, {QStringLiteral("张北")}, LonLat{0.1 + 0.2, -0.0}, {}},
                   {2, {QString()}, {}, Message{"its %1", {QStringLiteral("%2")}}}};
    SourceTable areas;
    areas.rows = {{7, {}, Polygon{{{{1, 2}, {3, 4}, {1, 2}}, {}}}, {}}, {8, {}, Line{{5, 6}, {7, 8}}, {}}};
    return {points, areas};
}

Blame blameOf(const std::function<void()>& work) {
    try {
        work();
    } catch (const Error& error) {
        return error.blame();
    }
    return Blame::Cancelled;
}

} // namespace

class TestWire : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tablesArriveAsTheyWere() {
        const auto sent = someTables(), got = decodeTables(encodeTables(sent));
        QCOMPARE(got.size(), sent.size());
        for (std::size_t i = 0; i < sent.size(); ++i) {
            QCOMPARE(got[i].file, sent[i].file);
            QCOMPARE(got[i].name, sent[i].name);
            QCOMPARE(got[i].columns, sent[i].columns);
            QCOMPARE(got[i].guardsFormulas, sent[i].guardsFormulas);
            QVERIFY(got[i].geometry == sent[i].geometry);
            QCOMPARE(got[i].rows.size(), sent[i].rows.size());
            for (std::size_t k = 0; k < sent[i].rows.size(); ++k) {
                QCOMPARE(got[i].rows[k].line, sent[i].rows[k].line);
                QCOMPARE(got[i].rows[k].cells, sent[i].rows[k].cells);
                QVERIFY(got[i].rows[k].geometry == sent[i].rows[k].geometry);
                QVERIFY(got[i].rows[k].problem == sent[i].rows[k].problem);
            }
        }
        QVERIFY(std::signbit(std::get<LonLat>(got[0].rows[0].geometry).lat));
    }

    void requestsArriveAsTheyWere() {
        WorkerRequest request{WorkerRequest::Job::WriteGeoJson, QStringLiteral("/tmp/路径.json"), {}};
        request.layer = {QStringLiteral("site"), FieldType::Point, {{QStringLiteral("mw"), FieldType::Real}}, {}};
        request.layer.features = {{LonLat{1, 2}, {Value(0.1)}},
                                  {{}, {Value(true)}},
                                  {{}, {Value(qint64(1) << 62)}},
                                  {{}, {Value(Date(2027, 1, 2))}}};
        const WorkerRequest got = decodeRequest(encodeRequest(request));
        QVERIFY(got.job == request.job);
        QCOMPARE(got.path, request.path);
        QCOMPARE(got.layer.fields.front().name, QStringLiteral("mw"));
        for (std::size_t i = 0; i < 3; ++i)
            QVERIFY(got.layer.features[i].values == request.layer.features[i].values);
        QVERIFY(got.layer.features[3].values.front() == Value(QStringLiteral("2027-01-02"))); // as text, as promised
    }

    void errorsAreThrownOnTheOtherSide() {
        const Error error(Blame::FileContent, Message{"%1 is none.", {QStringLiteral("x")}}, QStringLiteral("detail"));
        try {
            decodeBytes(encodeError(error));
            QFAIL("nothing was thrown");
        } catch (const Error& got) {
            QVERIFY(got.blame() == error.blame());
            QVERIFY(got.sentence() == error.sentence());
            QCOMPARE(got.detail(), error.detail());
        }
    }

    // Whatever a worker that breaks down leaves in the pipe: an error, never a crash, a hang or half a table.
    void everyPrefixIsRefused() {
        const QByteArray whole = encodeTables(someTables());
        for (int length = 0; length < whole.size(); ++length)
            QVERIFY(blameOf([&] { decodeTables(whole.left(length)); }) == Blame::Bug);
        QVERIFY(blameOf([&] { decodeTables(whole + '\0'); }) == Blame::Bug);
        QVERIFY(decodeBytes(encodeBytes("bytes")) == "bytes");
    }

    void lengthsGoneWrongCostNoMemory() {
        const QByteArray whole = encodeTables(someTables());
        for (int at = 5; at + 4 <= whole.size(); ++at) { // behind version and outcome
            QByteArray bad = whole;
            bad.replace(at, 4, QByteArray(4, '\x7f'));
            try {
                decodeTables(bad); // some are only other text
            } catch (const Error& error) {
                QVERIFY(error.blame() == Blame::Bug);
            }
        }
    }

    void anotherVersionIsTold() {
        QByteArray other = encodeBytes("x");
        other[3] = 99;
        QVERIFY(blameOf([&] { decodeBytes(other); }) == Blame::Environment);
    }
};

QTEST_GUILESS_MAIN(TestWire)
#include "test_wire.moc"
