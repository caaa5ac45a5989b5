// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/vector.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

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
