// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/csv.h"

#include <QTest>

using namespace corridor;

namespace {

QStringList cells(std::initializer_list<const char*> texts) {
    QStringList out;
    for (const char* text : texts)
        out += QString::fromUtf8(text);
    return out;
}

} // namespace

class TestCsv : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsQuotedCellsAndKeepsLineNumbers();
    void findsTheDelimiter_data();
    void findsTheDelimiter();
    void honoursSepLine();
    void refusesAnOpenQuote();
    void refusesAnEmptyFile();
    void decodes_data();
    void decodes();
    void refusesUnknownEncodingAndBadBytes();
    void recordsComeBack_data();
    void recordsComeBack();
    void guardIsReversible_data();
    void guardIsReversible();
};

void TestCsv::readsQuotedCellsAndKeepsLineNumbers() {
    const CsvDocument document =
        parseCsv(QStringLiteral("a,b\r\n1,\"x, \"\"y\"\"\nz\"\r\n\r\n2,\r\n\"\",5\" pipe\n"), QStringLiteral("t.csv"));
    QCOMPARE(document.header, cells({"a", "b"}));
    QCOMPARE(document.rows.size(), std::size_t(3));
    QCOMPARE(document.rows[0].cells, cells({"1", "x, \"y\"\nz"}));
    QCOMPARE(document.rows[0].line, 2);
    QCOMPARE(document.rows[1].cells, cells({"2", ""}));
    QCOMPARE(document.rows[1].line, 5); // one break inside the quotes, one empty line
    QCOMPARE(document.rows[2].cells, cells({"", "5\" pipe"}));
}

void TestCsv::findsTheDelimiter_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QChar>("delimiter");
    QTest::newRow("comma") << "a,b,c\n1;2;3;4,x,y\n" << QChar(u',');
    QTest::newRow("semicolon") << "a;b;\"c,d,e\"\n" << QChar(u';');
    QTest::newRow("tab") << "a\tb\n" << QChar(u'\t');
    QTest::newRow("bar") << "a|b|c\n" << QChar(u'|');
    QTest::newRow("one column") << "a\n1,2\n" << QChar(u',');
}

void TestCsv::findsTheDelimiter() {
    QFETCH(QString, text);
    QFETCH(QChar, delimiter);
    QCOMPARE(parseCsv(text, QStringLiteral("t.csv")).delimiter, delimiter);
}

void TestCsv::honoursSepLine() {
    const CsvDocument document = parseCsv(QStringLiteral("sep=;\r\na,b;c\r\n1;2\r\n"), QStringLiteral("t.csv"));
    QCOMPARE(document.header, cells({"a,b", "c"}));
    QCOMPARE(document.rows.at(0).line, 3);
}

void TestCsv::refusesAnOpenQuote() {
    try {
        parseCsv(QStringLiteral("a,b\n1,2\n3,\"four\n5,6\n"), QStringLiteral("t.csv"));
        QFAIL("an unclosed quotation mark was read");
    } catch (const Error& error) {
        QCOMPARE(error.blame(), Blame::FileContent);
        QVERIFY(error.sentence().english().startsWith(QStringLiteral("t.csv, line 3:")));
    }
}

void TestCsv::refusesAnEmptyFile() {
    QVERIFY_EXCEPTION_THROWN(parseCsv(QString(), QStringLiteral("t.csv")), Error);
    QVERIFY_EXCEPTION_THROWN(parseCsv(QStringLiteral("\n\r\n  \n"), QStringLiteral("t.csv")), Error);
}

void TestCsv::decodes_data() {
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("wanted");
    QTest::addColumn<QByteArray>("found");
    QTest::newRow("UTF-8") << QByteArray("\xe5\xba\x93\xe4\xbc\xa6") << QByteArray() << QByteArray("UTF-8");
    QTest::newRow("UTF-8 with mark") << QByteArray("\xef\xbb\xbf\xe5\xba\x93\xe4\xbc\xa6") << QByteArray()
                                     << QByteArray("UTF-8");
    QTest::newRow("GBK found out") << QByteArray("\xbf\xe2\xc2\xd7") << QByteArray() << QByteArray("GB18030");
    QTest::newRow("GBK as asked") << QByteArray("\xbf\xe2\xc2\xd7") << QByteArray("GBK") << QByteArray("GBK");
    QTest::newRow("UTF-16LE") << QByteArray("\xff\xfe\x93\x5e\x26\x4f") << QByteArray() << QByteArray("UTF-16LE");
    QTest::newRow("UTF-16BE") << QByteArray("\xfe\xff\x5e\x93\x4f\x26") << QByteArray() << QByteArray("UTF-16BE");
}

void TestCsv::decodes() {
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, wanted);
    QFETCH(QByteArray, found);
    const DecodedText decoded = decodeText(bytes, wanted, QStringLiteral("t.csv"));
    QCOMPARE(decoded.text, QString(QChar(0x5e93)) + QChar(0x4f26));
    QCOMPARE(decoded.encoding, found);
}

void TestCsv::refusesUnknownEncodingAndBadBytes() {
    try {
        decodeText("a", "klingon", QStringLiteral("t.csv"));
        QFAIL("an unknown encoding was taken");
    } catch (const Error& error) {
        QCOMPARE(error.blame(), Blame::Usage);
    }
    try {
        decodeText("\xe5\xff\xff", {}, QStringLiteral("t.csv"));
        QFAIL("bytes of no encoding were taken");
    } catch (const Error& error) {
        QCOMPARE(error.blame(), Blame::FileContent);
    }
}

void TestCsv::recordsComeBack_data() {
    QTest::addColumn<QStringList>("record");
    QTest::newRow("plain") << cells({"a", "b"});
    QTest::newRow("separators") << cells({"a,b", "c;d", "e\tf", "g|h"});
    QTest::newRow("quotes") << cells({"\"", "say \"yes\"", "\"\""});
    QTest::newRow("line breaks") << cells({"a\nb", "c\r\nd", "e\rf", "\n"});
    QTest::newRow("blanks and empties") << cells({"", " a ", ""});
    QTest::newRow("one empty cell") << cells({""});
    QTest::newRow("beyond the BMP") << cells({"𠮷野家", "é", "算力走廊"});
}

void TestCsv::recordsComeBack() {
    QFETCH(QStringList, record);
    QStringList header;
    for (qsizetype i = 0; i < record.size(); ++i)
        header += QStringLiteral("h%1").arg(i);
    const CsvDocument document = parseCsv(csvRecord(header) + csvRecord(record), QStringLiteral("t.csv"));
    QCOMPARE(document.rows.size(), std::size_t(1));
    QCOMPARE(document.rows[0].cells, record);
}

void TestCsv::guardIsReversible_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written");
    QTest::newRow("formula") << "=1+1"
                             << "'=1+1";
    QTest::newRow("plus") << "+86 10"
                          << "'+86 10";
    QTest::newRow("minus") << "-"
                           << "'-";
    QTest::newRow("at") << "@x"
                        << "'@x";
    QTest::newRow("tab") << "\t=1"
                         << "'\t=1";
    QTest::newRow("already guarded") << "'=1"
                                     << "''=1";
    QTest::newRow("apostrophe alone") << "'tis"
                                      << "'tis";
    QTest::newRow("inside") << "a=1"
                            << "a=1";
    QTest::newRow("empty") << ""
                           << "";
}

void TestCsv::guardIsReversible() {
    QFETCH(QString, text);
    QFETCH(QString, written);
    QCOMPARE(guarded(text), written);
    QCOMPARE(unguarded(written), text);
}

QTEST_GUILESS_MAIN(TestCsv)
#include "test_csv.moc"
