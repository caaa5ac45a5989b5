// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/rules/rulepack.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <functional>

using namespace corridor;

namespace {

QByteArray packText(const char* name) {
    QFile file(QStringLiteral(CORRIDOR_SOURCE_DIR "/resources/rulepacks/%1.json").arg(QLatin1String(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RulePack beijing() {
    return parseRulePack(packText("beijing-2024-2027"), QStringLiteral("beijing-2024-2027.json"));
}

QString refusal(const QByteArray& json) {
    try {
        parseRulePack(json, QStringLiteral("x.json"));
    } catch (const Error& error) {
        return error.blame() == Blame::FileContent ? error.sentence().english() : QStringLiteral("wrong blame");
    }
    return {};
}

} // namespace

class TestRulePack : public QObject {
    Q_OBJECT
private slots:
    void allClausesAreThere() {
        const RulePack pack = beijing();
        QStringList wanted;
        for (int i = 1; i <= 19; ++i)
            wanted += QStringLiteral("Q%1").arg(i, 2, 10, QLatin1Char('0'));
        for (int i = 1; i <= 15; ++i)
            wanted += QStringLiteral("I%1").arg(i, 2, 10, QLatin1Char('0'));
        QStringList found;
        for (const Clause& clause : pack.clauses)
            found += clause.id;
        QCOMPARE(found, wanted);
        for (const Clause& clause : pack.clauses) {
            QVERIFY2(!clause.title.zh.isEmpty() && !clause.title.en.isEmpty() && clause.title.zh != clause.title.en,
                     qPrintable(clause.id));
            QVERIFY2(!clause.english.isEmpty() && !clause.quotes.isEmpty(), qPrintable(clause.id));
            QCOMPARE(clause.quotes.join(QStringLiteral("……")), clause.text);
        }
    }

    void everyQuoteIsInThePolicy() {
        QFile file(QStringLiteral(CORRIDOR_POLICY_FILE));
        if (!file.open(QIODevice::ReadOnly))
            QSKIP("the policy text is not at hand");
        const QString policy = QString::fromUtf8(file.readAll());
        QVERIFY(policy.size() > 1000);
        for (const Clause& clause : beijing().clauses)
            for (const QString& quote : clause.quotes)
                QVERIFY2(policy.contains(quote), qPrintable(clause.id + QStringLiteral(": ") + quote));
    }

    // Domain facts 1.1: thresholds, units and the rule of binding and guiding words.
    void computedClauses() {
        const RulePack pack = beijing();
        const struct {
            const char* id;
            Comparator comparator;
            double threshold;
            const char* unit;
            Severity severity;
        } expected[] = {{"Q10", Comparator::AtMost, 1, "ms", Severity::Binding},
                        {"Q11", Comparator::Equal, 1, "hop", Severity::Guiding},
                        {"Q12", Comparator::AtMost, 3, "ms", Severity::Guiding},
                        {"Q13", Comparator::AtMost, 5, "ms", Severity::Guiding}};
        for (const auto& row : expected) {
            const Clause* clause = pack.clause(QString::fromLatin1(row.id));
            QVERIFY(clause);
            QVERIFY(clause->comparator == row.comparator);
            QCOMPARE(*clause->threshold, row.threshold);
            QCOMPARE(clause->unit, QLatin1String(row.unit));
            QVERIFY(clause->severity == row.severity);
            QVERIFY(!clause->engine.isEmpty());
        }
        const QStringList binding{QStringLiteral("Q01"), QStringLiteral("Q04"), QStringLiteral("Q05"),
                                  QStringLiteral("Q08"), QStringLiteral("Q09"), QStringLiteral("Q10"),
                                  QStringLiteral("Q18")};
        for (const Clause& clause : pack.clauses)
            QVERIFY2((clause.severity == Severity::Binding) == binding.contains(clause.id), qPrintable(clause.id));
        QCOMPARE(pack.clause(u"Q08")->deadline.toString(), QStringLiteral("2027-12-31"));
        QVERIFY(!pack.clause(u"Q10")->parameters.value(QStringLiteral("province")).isEmpty());
        QVERIFY(!pack.clause(u"Q99"));
    }

    void nationalPackReads() {
        const RulePack pack = parseRulePack(packText("national-companion"), QStringLiteral("national-companion.json"));
        QVERIFY(pack.clauses.size() >= 8);
        for (const Clause& clause : pack.clauses)
            QVERIFY(clause.group == Clause::Group::National);
    }

    void badPacksAreRefusedInOneSentence_data() {
        QTest::addColumn<QString>("clauseKey");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no title") << QStringLiteral("title") << QJsonValue();
        QTest::newRow("half a title") << QStringLiteral("title")
                                      << QJsonValue(QJsonObject{{QStringLiteral("zh"), QStringLiteral("a")}});
        QTest::newRow("unknown comparator") << QStringLiteral("comparator") << QJsonValue(QStringLiteral("~"));
        QTest::newRow("threshold is text") << QStringLiteral("threshold") << QJsonValue(QStringLiteral("5"));
        QTest::newRow("no threshold") << QStringLiteral("threshold") << QJsonValue();
        QTest::newRow("severity") << QStringLiteral("severity") << QJsonValue(QStringLiteral("deadly"));
        QTest::newRow("band over 100") << QStringLiteral("near_band_percent") << QJsonValue(100);
        QTest::newRow("no real date") << QStringLiteral("deadline") << QJsonValue(QStringLiteral("2027-02-30"));
        // An engine that gives round-trip times must not be held against something else.
        QTest::newRow("comparator of no use to its engine")
            << QStringLiteral("comparator") << QJsonValue(QStringLiteral(">="));
        QTest::newRow("unit that its engine does not give")
            << QStringLiteral("unit") << QJsonValue(QStringLiteral("us"));
        QTest::newRow("quotes") << QStringLiteral("quotes") << QJsonValue(QStringLiteral("text"));
        QTest::newRow("unknown ambiguity")
            << QStringLiteral("ambiguities") << QJsonValue(QJsonArray{QStringLiteral("A99")});
    }
    void badPacksAreRefusedInOneSentence() {
        QFETCH(QString, clauseKey);
        QFETCH(QJsonValue, value);
        QJsonObject root = QJsonDocument::fromJson(packText("beijing-2024-2027")).object();
        QJsonArray clauses = root.value(QStringLiteral("clauses")).toArray();
        QJsonObject clause = clauses[12].toObject();
        clause.insert(clauseKey, value);
        clauses[12] = clause;
        root.insert(QStringLiteral("clauses"), clauses);
        const QString sentence = refusal(QJsonDocument(root).toJson());
        QVERIFY2(sentence.contains(QStringLiteral("Q13")) &&
                     (sentence.contains(clauseKey) || sentence.contains(QStringLiteral("engine"))) &&
                     sentence.startsWith(QStringLiteral("x.json")),
                 qPrintable(sentence));
        QVERIFY(sentence.endsWith(QLatin1Char('.')));
    }

    void otherBadContent() {
        QVERIFY(refusal("").contains(QStringLiteral("x.json")));
        QVERIFY(refusal("[1,2]").contains(QStringLiteral("x.json")));
        QVERIFY(refusal("{\"format\":\"other\"}").contains(QStringLiteral("format")));
        QByteArray text = packText("beijing-2024-2027");
        QVERIFY(refusal(QByteArray(text).replace("\"format_version\": 1", "\"format_version\": 2"))
                    .contains(QStringLiteral("format_version")));
        QVERIFY2(
            refusal(QByteArray(text).replace("\"id\": \"Q12\"", "\"id\": \"Q13\"")).contains(QStringLiteral("Q13")),
            "an id given twice");
        QVERIFY(refusal(text).isEmpty());
    }

    void rowsKeepTheText() {
        const QByteArray text = packText("beijing-2024-2027");
        const RulePackRow row = rulePackRow(text, QStringLiteral("x"));
        QCOMPARE(row.code, QStringLiteral("beijing-2024-2027"));
        QCOMPARE(row.json.toUtf8(), text);
        QVERIFY(row.id == rulePackRow(text, QStringLiteral("y")).id);
        RulePackRow other = row;
        other.id = stableEntityId(u"other");
        other.code = QStringLiteral("a-first");
        const EntitySet set = EntitySet().with({{Kind::RulePack, row.id, std::make_shared<RulePackRow>(row)},
                                                {Kind::RulePack, other.id, std::make_shared<RulePackRow>(other)}});
        PlanSettings settings;
        QCOMPARE(rulePackInForce(set, settings)->code, QStringLiteral("a-first"));
        settings.rulePack = QStringLiteral("beijing-2024-2027");
        QCOMPARE(rulePackInForce(set, settings)->code, settings.rulePack);
        QVERIFY(!rulePackInForce(EntitySet(), settings));
        settings.rulePack = QStringLiteral("elsewhere");
        QVERIFY(!rulePackInForce(set, settings));
    }
};

QTEST_GUILESS_MAIN(TestRulePack)
#include "test_rulepack.moc"
