// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/vector.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <thread>

using namespace corridor;

class TestWorker : public QObject {
    Q_OBJECT
    QTemporaryDir mFolder;

    QString file(const QString& name, const QByteArray& text) {
        QFile out(mFolder.filePath(name));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        return out.fileName();
    }
    // A worker that does what a script says.
    void useWorker(const QByteArray& script) {
        const QString path = file(QStringLiteral("worker"), "#!/bin/sh\n" + script);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv("CORRIDOR_WORKER", path.toUtf8());
    }
    std::optional<Blame> blameOfReading(const QString& path) {
        try {
            readForeign(path, QStringLiteral("geojson"));
        } catch (const Error& error) {
            mSentence = error.sentence().english();
            return error.blame();
        }
        return std::nullopt;
    }
    QString mSentence;

private Q_SLOTS:
    void cleanup() { qunsetenv("CORRIDOR_WORKER"); }

    void readsWhereItCannotBreakUs() {
        const auto tables = readForeign(file(QStringLiteral("a.geojson"),
                                             R"({"type":"FeatureCollection","features":[{"type":"Feature",
            "properties":{"code":"X"},"geometry":{"type":"Point","coordinates":[111.79,40.53]}}]})"),
                                        QStringLiteral("geojson"));
        QCOMPARE(tables.size(), std::size_t(1));
        QVERIFY(tables[0].rows[0].geometry == Value(LonLat{111.79, 40.53}));
    }
    void sentencesComeThrough() {
        const QString path = file(QStringLiteral("bad.geojson"), "{\"type\":");
        QVERIFY(blameOfReading(path) == Blame::FileContent);
        QVERIFY2(mSentence.startsWith(path), qPrintable(mSentence));
        QVERIFY(blameOfReading(mFolder.filePath(QStringLiteral("none.geojson"))) == Blame::Environment);
    }
    void aCrashIsASentence() {
        useWorker("kill -SEGV $$\n");
        const QString path = file(QStringLiteral("a.geojson"), "{}");
        QVERIFY(blameOfReading(path) == Blame::FileContent);
        QVERIFY2(mSentence.contains(path) && mSentence.contains(QStringLiteral("broke down")), qPrintable(mSentence));
    }
    // Processor time, time in all, memory: each has its sentence, which names the file.
    void limitsAreSentences() {
        const QString path = file(QStringLiteral("a.geojson"), "{}");
        for (const auto& [script, words] :
             {std::pair("kill -XCPU $$\n", "longer than"), std::pair("kill -ALRM $$\n", "longer than"),
              std::pair("exit 3\n", "more memory"), std::pair("exit 2\n", "broke down")}) {
            useWorker(script);
            QVERIFY(blameOfReading(path) == Blame::FileContent);
            QVERIFY2(mSentence.contains(path) && mSentence.contains(QLatin1String(words)), qPrintable(mSentence));
        }
    }
    void aWishToStopIsHeardAtOnce() {
        useWorker("exec sleep 60\n");
        ExchangeWatch watch;
        QElapsedTimer since;
        std::thread stopper([&] {
            QThread::msleep(300);
            since.start();
            watch.cancel.cancel();
        });
        std::optional<Blame> blame;
        try {
            readForeign(mFolder.path(), QStringLiteral("geojson"), {}, watch);
        } catch (const Error& error) {
            blame = error.blame();
        }
        const qint64 waited = since.elapsed();
        stopper.join();
        QVERIFY(blame == Blame::Cancelled);
        QVERIFY2(waited < 200, qPrintable(QString::number(waited)));
    }
    // What it is given is more than it may hold: it ends with the status that says so, and that is a sentence.
    void memoryBeyondTheLimitIsRefused() {
        QByteArray points = "[0,0]";
        for (int i = 0; i < 2500000; ++i)
            points += ",[111.123456,40.123456]";
        const QString path = file(
            QStringLiteral("wide.geojson"),
            R"({"type":"Feature","properties":{},"geometry":{"type":"LineString","coordinates":[)" + points + "]}}");
        QVERIFY(blameOfReading(path) == Blame::FileContent);
        QVERIFY2(mSentence.contains(path) && mSentence.contains(QStringLiteral("more memory")), qPrintable(mSentence));
    }
    void anAnswerThatBreaksOffIsASentence() {
        useWorker("printf '\\0\\0\\0\\2\\0\\0'\n");
        QVERIFY(blameOfReading(mFolder.path()) == Blame::Bug);
    }
    void aMissingWorkerIsTold() {
        qputenv("CORRIDOR_WORKER", mFolder.filePath(QStringLiteral("nowhere")).toUtf8());
        QVERIFY(blameOfReading(mFolder.path()) == Blame::Environment);
        QVERIFY2(mSentence.contains(QStringLiteral("corridor-worker")), qPrintable(mSentence));
    }
};

QTEST_GUILESS_MAIN(TestWorker)
#include "test_worker.moc"
