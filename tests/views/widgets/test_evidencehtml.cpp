// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/evidencehtml.h"

#include <QTextDocument>
#include <QtTest>

using namespace corridor;

namespace {

Explanation oneRow(const ExplanationRow& row) {
    Explanation out;
    out.title = QStringLiteral("<Title>");
    ExplanationSection section;
    section.key = QStringLiteral("inputs");
    section.heading = QStringLiteral("Inputs & more");
    section.formula = QStringLiteral("MWh = MW_{IT} · L_i");
    section.rows = {row};
    out.sections = {section};
    return out;
}

QString plain(const Explanation& explanation) {
    QTextDocument document;
    document.setHtml(evidenceHtml(explanation));
    return document.toPlainText();
}

ExplanationRow power() {
    ExplanationRow row;
    row.label = QStringLiteral("IT power");
    ExplainedValue value;
    value.number = 1234.5;
    value.low = 1000;
    value.high = 1500;
    value.unit = QStringLiteral("MW");
    value.decimals = 1;
    row.values = {value};
    return row;
}

} // namespace

class TestEvidenceHtml : public QObject {
    Q_OBJECT
private slots:
    void numbersAreWrittenAsPanelsDo() {
        const QString text = evidenceHtml(oneRow(power()));
        QVERIFY2(text.contains(QStringLiteral("1\u2009234.5 MW")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("1\u2009000.0\u20131\u2009500.0")), qPrintable(text));
    }

    void unknownIsADash() {
        ExplanationRow row = power();
        row.values.front() = ExplainedValue();
        QVERIFY(plain(oneRow(row)).contains(QChar(0x2014)));
    }

    void textIsEscapedAndIndicesAreLow() {
        const QString html = evidenceHtml(oneRow(power()));
        QVERIFY(html.contains(QStringLiteral("&lt;Title&gt;")));
        QVERIFY(html.contains(QStringLiteral("Inputs &amp; more")));
        QVERIFY(html.contains(QStringLiteral("MW<sub>IT</sub>")));
        QVERIFY(html.contains(QStringLiteral("L<sub>i</sub>")));
    }

    void sourcesAreNamedAndTheirLackToo() {
        ExplanationRow row = power();
        QVERIFY(!plain(oneRow(row)).contains(QStringLiteral("source"))); // a result has none
        row.subject = EntityId{7};
        QVERIFY(plain(oneRow(row)).contains(QStringLiteral("no source on record")));
        auto source = std::make_shared<Provenance>();
        source->source = QStringLiteral("MIIT <2025>");
        source->date = {2025, 6, 0};
        source->confidence = Confidence::Official;
        row.source = source;
        const QString text = plain(oneRow(row));
        QVERIFY2(text.contains(QStringLiteral("MIIT <2025> · 2025-06 · official")), qPrintable(text));
    }

    void objectsAreLinks() {
        ExplanationRow row = power();
        row.object = EntityId{42};
        QVERIFY(evidenceHtml(oneRow(row)).contains(QStringLiteral("<a href='object:42'>IT power</a>")));
    }

    void unitsStandInTheHeadOfAColumn() {
        Explanation explanation = oneRow(power());
        explanation.sections.front().columns = {QStringLiteral("Site"), QStringLiteral("Power MW")};
        QCOMPARE(plain(explanation).count(QStringLiteral("MW")), 3); // twice in the formula, and the head
        explanation.sections.front().rows.front().values.front().judged = true;
        QCOMPARE(plain(explanation).count(QStringLiteral("MW")), 4); // findings of one list differ in unit
    }

    void nothingIsNothing() { QVERIFY(evidenceHtml(Explanation()).isEmpty()); }
};

QTEST_MAIN(TestEvidenceHtml)
#include "test_evidencehtml.moc"
