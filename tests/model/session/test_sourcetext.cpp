// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/resources.h"
#include "model/session/sourcetext.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <set>

using namespace corridor;

namespace {

bool hasHan(const QString& text) {
    for (const QChar c : text)
        if (c.script() == QChar::Script_Han)
            return true;
    return false;
}

void collectSources(const QJsonValue& value, std::set<QString>& out) {
    for (const QJsonValue& item : value.toArray())
        collectSources(item, out);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        if (it.key() == u"source" && it->isString())
            out.insert(it->toString());
        collectSources(*it, out);
    }
}

std::set<QString> librarySources() {
    std::set<QString> out;
    for (const char* name : {"fibre", "equipment", "energy"})
        collectSources(QJsonDocument::fromJson(readResource(QStringLiteral("equipment/%1.json").arg(name))).object(),
                       out);
    return out;
}

// The column "source" of the sample; its cells hold commas only in quotation marks.
std::set<QString> sampleSources() {
    std::set<QString> out;
    QFile file(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/sample/provenance.csv"));
    if (!file.open(QIODevice::ReadOnly))
        return out;
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts);
    for (const QString& line : lines.mid(1))
        out.insert(line.section(u',', 2, 2));
    return out;
}

} // namespace

class TestSourceText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // Nobody reads half a window in the other language.
    void whatTheProgramWritesReadsInBothLanguages() {
        static const QStringList kNames{QStringLiteral("通信世界")}; // journals keep theirs
        std::set<QString> sources = librarySources();
        QVERIFY(sources.size() > 10);
        const std::set<QString> sample = sampleSources();
        QVERIFY(sample.size() > 30);
        sources.insert(sample.begin(), sample.end());
        for (const QString& stored : sources) {
            QString english = shownSource(stored, true);
            const QString chinese = shownSource(stored, false);
            QCOMPARE(shownSource(english, false), chinese); // whichever of them a plan keeps
            for (const QString& name : kNames)
                english.remove(name);
            QVERIFY2(!hasHan(english), qPrintable(english));
            QVERIFY2(hasHan(chinese) || !chinese.contains(u' ') || chinese.contains(u'（') || chinese.contains(u'，'),
                     qPrintable(chinese));
        }
    }

    void editsToo() {
        QCOMPARE(shownSource(QStringLiteral("Entered by hand"), false), QStringLiteral("手工输入"));
        QCOMPARE(shownSource(QStringLiteral("手工输入"), true), QStringLiteral("Entered by hand"));
        QCOMPARE(shownSource(QStringLiteral("打断 GD-1 时按长度分摊"), true),
                 QStringLiteral("shared out by length when GD-1 was cut"));
        QCOMPARE(shownSource(QStringLiteral("shared out by length when GD-1 was cut"), false),
                 QStringLiteral("打断 GD-1 时按长度分摊"));
    }

    void whatPeopleWriteStays() {
        for (const QString& text : {QStringLiteral("letter of the operator"), QStringLiteral("运营商来函"), QString()})
            for (const bool english : {false, true})
                QCOMPARE(shownSource(text, english), text);
    }
};

QTEST_GUILESS_MAIN(TestSourceText)
#include "test_sourcetext.moc"
