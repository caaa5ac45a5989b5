// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/wire.h"

#include <QTest>

using namespace corridor;

namespace {

std::vector<SourceTable> someTables() {
    SourceTable points{QStringLiteral("a b.json"), QStringLiteral("sites"), {QStringLiteral("code")}, {}, {}, true};
    points.geometry = FieldType::Point;
    points.system = FoundSystem{QStringLiteral("CGCS2000"), 4490, QStringLiteral("EPSG:4490")};
    points.notes = {Message{"left out: %1", {QStringLiteral("7")}}};
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
            QVERIFY(got[i].system == sent[i].system);
            QVERIFY(got[i].notes == sent[i].notes);
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

    // In pieces of any size, and long before the end: what has come is there, with how far the other side is.
    void piecesOfAnySizeWillDo() {
        QByteArray answer;
        AnswerWriter writer([&answer](const QByteArray& bytes) { answer += bytes; });
        const int table = writer.beginTable(someTables()[0]);
        writer.setProgress(0.5);
        for (int i = 0; i < 10000; ++i)
            writer.addRow(table, {i, {QStringLiteral("existing"), QString::number(i)}, LonLat{1, 2}, {}});
        writer.setGeometry(table, FieldType::Line);
        writer.addNote(table, Message{"note", {}});
        AnswerReader reader;
        for (qsizetype at = 0; at < answer.size(); at += 977)
            reader.feed(answer.mid(at, 977));
        QCOMPARE(reader.progress(), 0.5);
        QCOMPARE(reader.rowCount(), qint64(10000));
        answer.clear();
        writer.finish();
        reader.feed(answer);
        const auto tables = reader.takeTables();
        QVERIFY(tables[0].geometry == FieldType::Line);
        QCOMPARE(tables[0].notes.size(), std::size_t(2));
        QCOMPARE(tables[0].rows[9999].cells[1], QStringLiteral("9999"));
        // Equal neighbours share their text.
        QCOMPARE(tables[0].rows[7].cells[0].constData(), tables[0].rows[6].cells[0].constData());
    }

    void requestsArriveAsTheyWere() {
        WorkerRequest request{WorkerRequest::Job::WriteGeoJson, QStringLiteral("/tmp/路径.json"), {}};
        request.format = QStringLiteral("shp");
        request.encoding = "GBK";
        request.layer = {QStringLiteral("site"), FieldType::Point, {{QStringLiteral("mw"), FieldType::Real}}, {}};
        request.layer.features = {{LonLat{1, 2}, {Value(0.1)}},
                                  {{}, {Value(true)}},
                                  {{}, {Value(qint64(1) << 62)}},
                                  {{}, {Value(Date(2027, 1, 2))}}};
        const WorkerRequest got = decodeRequest(encodeRequest(request));
        QVERIFY(got.job == request.job);
        QCOMPARE(got.path, request.path);
        QCOMPARE(got.format, request.format);
        QCOMPARE(got.encoding, request.encoding);
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
        for (int at = 4; at + 4 <= whole.size(); ++at) { // behind the version
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
