// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"
#include "explainrules.h"
#include "model/store/planfile.h"

using namespace corridor;
using namespace corridor::test;

namespace {

struct Number {
    QString path; ///< "clauses[3].findings[0].value_ms"
    double value = 0;
};

void collect(const QJsonValue& value, const QString& path, std::vector<Number>& out) {
    if (value.isDouble())
        out.push_back({path, value.toDouble()});
    const QJsonArray array = value.toArray();
    for (qsizetype i = 0; i < array.size(); ++i)
        collect(array[i], QStringLiteral("%1[%2]").arg(path).arg(i), out);
    const QJsonObject object = value.toObject();
    for (auto it = object.begin(); it != object.end(); ++it)
        collect(*it, path.isEmpty() ? it.key() : path + u'.' + it.key(), out);
}

// "clauses[].findings[].value_ms".
QString patternOf(QString path) {
    static const QRegularExpression index(QStringLiteral("\\[\\d+\\]"));
    return path.replace(index, QStringLiteral("[]"));
}

QJsonValue at(const QJsonObject& root, const QString& path) {
    QJsonValue value = root;
    for (const QString& step : path.split(u'.')) {
        value = value.toObject().value(step.section(u'[', 0, 0));
        if (step.contains(u'['))
            value = value.toArray().at(step.section(u'[', 1).section(u']', 0, 0).toInt());
    }
    return value;
}

// The object that a number is a member of.
QJsonObject parentOf(const QJsonObject& root, const QString& path) {
    return at(root, path.section(u'.', 0, -2)).toObject();
}

// "value_low_ms", "margin_fibre_km" and the like, as the table of findings calls them.
QString columnOf(const QString& key) {
    if (key == u"margin_fibre_km")
        return QStringLiteral("margin_km");
    for (const char* name : {"value_low", "value_high", "value", "margin"})
        if (key == QLatin1String(name) || key.startsWith(QLatin1String(name) + u'_'))
            return QLatin1String(name);
    return key == u"limit" || key.startsWith(u"limit_") ? QStringLiteral("limit_value") : QString();
}

// Numbers that are no figures of the plan, by the end of their pattern.
QString notAFigure(const QString& pattern) {
    static const std::pair<const char*, const char*> reasons[] = {
        {"year", "asked for by the caller or said by the plan"},
        {".id", "an identifier"},
        {"duration_ms", "the time that the calculation took"},
        {"format_version", "of the file's format"},
        {"size_bytes", "of the file"},
        {"own_rows", "rows of a scenario's overlay, counted"},
        {"largest_difference", "how far verify found results apart: about the check, not the plan"},
        {"warnings[].line", "a place in a file that was read"},
        {"differences[].line", "a place in a file that was read"},
        {".seq", "the order of the spans along a path"},
        {"grid_factor_year", "names the factor used"}};
    for (const auto& [end, reason] : reasons)
        if (pattern == QLatin1String(end) || pattern.endsWith(QLatin1String(end)))
            return QLatin1String(reason);
    return {};
}

} // namespace

// Every figure that a verb prints with --json is explained, and the explanation arrives at the same number. A number
// that is neither in a rule here nor named as no figure fails.
class TestExplainJson : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        QVERIFY(make());
        OpenOptions options;
        options.readOnly = true;
        mFile = PlanFile::open(QStringLiteral(CORRIDOR_SAMPLE), options);
        AssessOptions how;
        how.english = true;
        mAssessment = assess(mFile->plan(), Plan::baseScenario(), 2027, 0, how);
    }
    void check();
    void calc();
    void path_data();
    void path();
    void countsAreNoFigures();

private:
    std::optional<double> ofCheck(const QJsonObject& root, const QString& path, const QString& pattern) const;

    std::unique_ptr<PlanFile> mFile;
    std::shared_ptr<const Assessment> mAssessment;
};

std::optional<double> TestExplainJson::ofCheck(const QJsonObject& root, const QString& path,
                                               const QString& pattern) const {
    const QString key = path.section(u'.', -1);
    if (pattern == QStringLiteral("counts.") + key)
        return explained(explainVerdicts(*mAssessment), QStringLiteral("counts/total.") + key);
    const QString clause = at(root, path.section(u'.', 0, 0)).toObject()[QStringLiteral("clause")].toString();
    if (pattern == QStringLiteral("clauses[].counts.") + key)
        return explained(explainVerdicts(*mAssessment), QStringLiteral("counts/%1.%2").arg(clause, key));
    if (pattern.startsWith(u"clauses[].threshold"))
        return explained(explainClause(*mAssessment, clause), QStringLiteral("verdict/limit"));
    if (!pattern.startsWith(u"clauses[].findings[].") && !pattern.startsWith(u"findings[]."))
        return std::nullopt;
    const Finding* finding = findingNamed(*mAssessment, parentOf(root, path)[QStringLiteral("key")].toString());
    const auto& rules = tableRules().at(QStringLiteral("finding"));
    const auto rule = rules.find(columnOf(key));
    return finding && rule != rules.end() ? explained(explainFinding(*mAssessment, *finding), rule->second.place)
                                          : std::nullopt;
}

void TestExplainJson::check() {
    const QJsonObject root = run({"check", CORRIDOR_SAMPLE, "--json"}).json();
    std::vector<Number> numbers;
    collect(root, {}, numbers);
    int figures = 0;
    for (const Number& number : numbers) {
        const QString pattern = patternOf(number.path);
        if (!notAFigure(pattern).isEmpty())
            continue;
        const auto said = ofCheck(root, number.path, pattern);
        QVERIFY2(said, qPrintable(number.path + QStringLiteral(" is explained nowhere")));
        QVERIFY2(*said == number.value, qPrintable(number.path));
        ++figures;
    }
    QVERIFY(figures > 500);
}

void TestExplainJson::calc() {
    const QJsonObject root = run({"calc", "all", CORRIDOR_SAMPLE, "--json"}).json();
    int rows = 0;
    for (const QJsonValue& entry : root["runs"].toArray())
        for (const QJsonValue& each : entry["tables"].toArray()) {
            const QString name = each["name"].toString();
            const ResultTable* table = nullptr;
            for (const Run& run : mAssessment->runs)
                for (const ResultTable& known : run.tables)
                    if (known.name == name)
                        table = &known;
            QVERIFY2(table, qPrintable(name));
            for (const QJsonValue& row : each["rows"].toArray()) {
                Cells cells;
                for (const ResultColumn& column : table->columns) {
                    const QJsonValue cell = row[column.name];
                    if (cell.isDouble() && column.type == ResultColumn::Type::Reference)
                        cells[column.name] = EntityId{static_cast<quint64>(cell.toInteger())};
                    else if (cell.isDouble())
                        cells[column.name] = cell.toDouble();
                    else if (cell.isString())
                        cells[column.name] = cell.toString();
                    else
                        cells[column.name] = Value();
                }
                QCOMPARE(qsizetype(cells.size()), row.toObject().size());
                const QString why = unexplained(*mAssessment, name, cells);
                QVERIFY2(why.isEmpty(), qPrintable(why));
                ++rows;
            }
        }
    QVERIFY(rows > 500);
    std::vector<Number> numbers;
    collect(root, {}, numbers);
    for (const Number& number : numbers)
        if (!number.path.contains(u".rows["))
            QVERIFY2(!notAFigure(patternOf(number.path)).isEmpty(), qPrintable(number.path));
}

void TestExplainJson::path_data() {
    QTest::addColumn<QStringList>("more");
    QTest::newRow("three") << QStringList{"--k", "3"};
    QTest::newRow("a pair") << QStringList{"--disjoint", "risk"};
}

// Paths are explained where they are asked for, since any two nodes may be.
void TestExplainJson::path() {
    QFETCH(QStringList, more);
    const QStringList asked = QStringList{"path", CORRIDOR_SAMPLE, "BJ-TAM", "HLGR-NEW", "--json"} + more;
    const QJsonArray plain = run(asked).json()["paths"].toArray();
    const QJsonArray paths = run(asked + QStringList{"--explain"}).json()["paths"].toArray();
    QCOMPARE(paths.size(), plain.size());
    QVERIFY(paths.size() > 1);
    const std::map<QString, std::pair<QString, QString>> places{{"rtt_ms", {"rtt", "value_ms"}},
                                                                {"floor_ms", {"floor", "value_ms"}},
                                                                {"detour_ms", {"detour", "value_ms"}},
                                                                {"lay_ms", {"lay", "value_ms"}},
                                                                {"equipment_ms", {"equipment", "value_ms"}},
                                                                {"rtt_low_ms", {"rtt", "value_low_ms"}},
                                                                {"rtt_high_ms", {"rtt", "value_high_ms"}},
                                                                {"geodesic_km", {"geodesic", "value_km"}},
                                                                {"route_km", {"route", "value_km"}},
                                                                {"fibre_km", {"fibre", "value_km"}},
                                                                {"hops", {"hops", "value"}}};
    for (qsizetype i = 0; i < paths.size(); ++i) {
        std::map<QString, QJsonObject> rows;
        for (const QJsonValue& section : paths[i]["explanation"].toArray())
            if (section["key"].toString() == u"path")
                for (const QJsonValue& row : section["rows"].toArray())
                    rows[row["key"].toString()] = row.toObject();
        std::vector<Number> numbers;
        collect(plain[i], {}, numbers);
        QCOMPARE(numbers.size(), places.size());
        for (const Number& number : numbers) {
            QVERIFY2(places.contains(number.path), qPrintable(number.path));
            const auto& [row, key] = places.at(number.path);
            QVERIFY2(rows[row][key].toDouble() == number.value, qPrintable(number.path));
        }
    }
}

// The other verbs print counts of rows, identifiers and what they found of the file.
void TestExplainJson::countsAreNoFigures() {
    const QString plan = sample();
    write("junctions.csv", "code,lon,lat\nX1,116,40\n");
    for (const QStringList& words : {QStringList{"info", plan},
                                     {"scenario", plan},
                                     {"calc", "latency", plan, "--save"},
                                     {"verify", plan},
                                     {"hash", plan},
                                     {"import", plan, file("junctions.csv"), "--dry-run"},
                                     {"export", plan, file("out")}}) {
        const Finished done = run(words + QStringList{"--json"});
        QVERIFY2(!done.json().isEmpty(), qPrintable(words.join(u' ') + QString::fromUtf8(done.err)));
        if (words.first() == u"calc")
            continue; // walked above
        std::vector<Number> numbers;
        collect(done.json(), {}, numbers);
        for (const Number& number : numbers)
            QVERIFY2(number.path.startsWith(u"counts.") || !notAFigure(patternOf(number.path)).isEmpty(),
                     qPrintable(words.first() + u' ' + number.path));
    }
}

QTEST_GUILESS_MAIN(TestExplainJson)
#include "test_explain_json.moc"
