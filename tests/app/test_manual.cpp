// SPDX-License-Identifier: GPL-3.0-or-later
#include "clifixture.h"

#include <QRegularExpression>
#include <QStandardPaths>

#include <map>
#include <set>

using namespace corridor::test;

namespace {

using Names = std::set<QString>;

/// What a verb offers, as its help or its section of the manual has it.
struct Offer {
    QString what; ///< in the help of the verb above
    Names options, arguments;
};
using Offers = std::map<QString, Offer>; ///< by verb, "" for the program

QString pagePath(const QString& page, const QString& language) {
    const QString folder = language == u"zh" ? QStringLiteral("zh_CN/") : QString();
    return QStringLiteral(CORRIDOR_BINARY_DIR "/share/man/%1man1/%2.1").arg(folder, page);
}

QString completionPath() {
    return QStringLiteral(CORRIDOR_BINARY_DIR "/share/bash-completion/completions/corridor");
}

Names matches(const QString& text, const QString& pattern) {
    Names out;
    const QRegularExpression shape(pattern, QRegularExpression::MultilineOption);
    for (auto found = shape.globalMatch(text); found.hasNext();)
        out.insert(found.next().captured(1));
    return out;
}

QString text(const Names& names) {
    return QStringList(names.begin(), names.end()).join(u' ');
}

/// The lines of a help below one of its headings, without it.
QString section(const QString& help, const QString& heading) {
    const QRegularExpression shape(QStringLiteral("^%1:\\n((?:  .*\\n)*)").arg(heading),
                                   QRegularExpression::MultilineOption);
    return shape.match(help).captured(1);
}

Names optionsOf(const QString& help) {
    return matches(help, QStringLiteral("^  (?:-[a-z],)?(--[a-z][a-z-]*)"));
}

void readHelp(const QStringList& verb, const QString& language, const QString& what, Offers& out) {
    const bool chinese = language == u"zh";
    const QString help = QString::fromUtf8(run(verb + QStringList{"--help"}, language).out);
    Offer& offer = out[verb.join(u' ')];
    offer.what = what;
    offer.options = optionsOf(help);
    offer.arguments = matches(section(help, chinese ? QStringLiteral("参数") : QStringLiteral("Arguments")),
                              QStringLiteral("^  ([A-Z]+)"));
    const QString verbs = section(help, chinese ? QStringLiteral("命令") : QStringLiteral("Verbs"));
    const QRegularExpression shape(QStringLiteral("^  ([a-z]+) +(\\S.*)$"), QRegularExpression::MultilineOption);
    for (auto found = shape.globalMatch(verbs); found.hasNext();) {
        const auto match = found.next();
        readHelp(verb + QStringList{match.captured(1)}, language, match.captured(2), out);
    }
}

/// The manual's part on options and verbs: from the first heading that follows DESCRIPTION to EXIT STATUS.
Offers readPage(const QString& path) {
    QString page = QString::fromUtf8(contentOf(path)).replace(QStringLiteral("\\-"), QStringLiteral("-"));
    Offers out;
    QString verb;
    bool inOptions = false, named = false;
    for (const QString& line : page.split(u'\n')) {
        if (line.startsWith(QStringLiteral(".SH "))) {
            verb.clear();
            inOptions = line == u".SH OPTIONS" || line == u".SH 选项" || line == u".SH VERBS" || line == u".SH 命令";
        } else if (inOptions && line.startsWith(QStringLiteral(".SS \"corridor "))) {
            const QRegularExpression words(QStringLiteral("corridor ((?:[a-z]+ ?)+)"));
            verb = words.match(line).captured(1).trimmed();
            out[verb] = {};
            named = true;
            continue;
        } else if (inOptions && named) {
            out[verb].what = line;
        }
        named = false;
        if (!inOptions)
            continue;
        if (line.startsWith(QStringLiteral("\\fB-")))
            out[verb].options.merge(matches(line, QStringLiteral("(--[a-z][a-z-]*)")));
        else if (line.startsWith(QStringLiteral("\\fI")))
            out[verb].arguments.merge(matches(line, QStringLiteral("^\\\\fI([A-Z]+)")));
    }
    return out;
}

/// What bash would offer for the last of these words.
Names offeredBy(const QStringList& words, const QString& folder = QStringLiteral("/")) {
    QProcess bash;
    bash.setWorkingDirectory(folder);
    bash.start(QStringLiteral("bash"),
               QStringList{"-c",
                           "source \"$1\" && shift && COMP_WORDS=(\"$@\") && COMP_CWORD=$(($# - 1)) && _corridor && "
                           "printf '%s\\n' \"${COMPREPLY[@]}\"",
                           "bash", completionPath()} +
                   words);
    if (!bash.waitForFinished(20000) || !bash.readAllStandardError().isEmpty())
        return {QStringLiteral("bash failed")};
    const QStringList lines = QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts);
    return Names(lines.begin(), lines.end());
}

} // namespace

// The manual pages and the completion of the shell against what the program itself says.
class TestManual : public QObject, protected CliFolder {
    Q_OBJECT
private Q_SLOTS:
    void init() { QVERIFY(make()); }
    void pageSaysWhatHelpSays_data() { languages(); }
    void pageSaysWhatHelpSays();
    void pageOfTheWindowSaysWhatHelpSays_data() { languages(); }
    void pageOfTheWindowSaysWhatHelpSays();
    void pagesAreWellFormed_data();
    void pagesAreWellFormed();
    void completesEveryVerbAndOption();
    void completesWords_data();
    void completesWords();
    void completesFiles();

private:
    void languages();
};

void TestManual::languages() {
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("Chinese") << QStringLiteral("zh");
}

void TestManual::pageSaysWhatHelpSays() {
    QFETCH(QString, language);
    Offers help, page = readPage(pagePath(QStringLiteral("corridor"), language));
    readHelp({}, language, {}, help);
    QVERIFY(help.size() >= 15); // else the help was not read
    QVERIFY(help.contains(QStringLiteral("calc all")));
    for (auto& [verb, offer] : help) {
        QVERIFY2(page.contains(verb), qPrintable(verb));
        if (!verb.isEmpty())
            offer.options.erase(QStringLiteral("--help")); // said once, for all
        QCOMPARE(verb + u' ' + text(page[verb].options), verb + u' ' + text(offer.options));
        QCOMPARE(verb + u' ' + text(page[verb].arguments), verb + u' ' + text(offer.arguments));
        QCOMPARE(page[verb].what, offer.what);
    }
    QCOMPARE(page.size(), help.size());
}

void TestManual::pageOfTheWindowSaysWhatHelpSays() {
#ifdef CORRIDOR_PLANNER
    QFETCH(QString, language);
    QProcess planner;
    planner.start(QStringLiteral(CORRIDOR_PLANNER), {"--lang", language, "--help"});
    QVERIFY(planner.waitForFinished(60000));
    const QString help = QString::fromUtf8(planner.readAllStandardOutput());
    const Names wanted = matches(help, QStringLiteral("^ +(?:-[a-z], )?(--[a-z][a-z-]*)"));
    QVERIFY(wanted.size() > 10);
    QString page = QString::fromUtf8(contentOf(pagePath(QStringLiteral("corridor-planner"), language)));
    page.replace(QStringLiteral("\\-"), QStringLiteral("-"));
    QCOMPARE(text(matches(page, QStringLiteral("^\\.TP\\n\\.B[RI]? .*?(--[a-z][a-z-]*)"))), text(wanted));
    const QString completion =
        QString::fromUtf8(contentOf(QStringLiteral(CORRIDOR_SOURCE_DIR "/installer/completion/corridor-planner.bash")));
    const QRegularExpression list(QStringLiteral("options='([^']*)'"));
    QCOMPARE(text(matches(list.match(completion).captured(1), QStringLiteral("(--[a-z][a-z-]*)"))), text(wanted));
#else
    QSKIP("the window is not built");
#endif
}

void TestManual::pagesAreWellFormed_data() {
    QTest::addColumn<QString>("path");
    for (const QString& language : {QStringLiteral("en"), QStringLiteral("zh")})
        for (const QString& page :
             {QStringLiteral("corridor"), QStringLiteral("corridor-planner"), QStringLiteral("corridor-worker")})
            if (QFile::exists(pagePath(page, language)) || page == u"corridor")
                QTest::newRow(qPrintable(page + u' ' + language)) << pagePath(page, language);
}

void TestManual::pagesAreWellFormed() {
    QFETCH(QString, path);
    if (QStandardPaths::findExecutable(QStringLiteral("groff")).isEmpty())
        QSKIP("groff is not installed");
    QProcess groff;
    groff.start(QStringLiteral("groff"), {"-man", "-Tutf8", "-Kutf8", "-ww", path});
    QVERIFY(groff.waitForFinished(60000));
    QCOMPARE(groff.readAllStandardError(), QByteArray());
    QCOMPARE(groff.exitCode(), 0);
    const QByteArray page = contentOf(path);
    QVERIFY(!page.contains('@')); // every place is filled in
    QVERIFY(page.contains("Planner " CORRIDOR_VERSION) || page.contains("走廊规划 " CORRIDOR_VERSION));
}

void TestManual::completesEveryVerbAndOption() {
    Offers help;
    readHelp({}, QStringLiteral("en"), {}, help);
    std::map<QString, Names> below;
    for (const auto& [verb, offer] : help)
        if (!verb.isEmpty())
            below[verb.contains(u' ') ? verb.section(u' ', 0, -2) : QString()].insert(verb.section(u' ', -1));
    for (const auto& [verb, offer] : help) {
        const QStringList words = QStringList{"corridor"} + verb.split(u' ', Qt::SkipEmptyParts);
        Names options = offer.options;
        for (const QString& option : help[QString()].options)
            options.insert(option);
        QCOMPARE(text(offeredBy(words + QStringList{"--"})), text(options));
        if (below.contains(verb))
            QCOMPARE(text(offeredBy(words + QStringList{""})), text(below[verb]));
    }
}

void TestManual::completesWords_data() {
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("offered");
    QTest::newRow("a verb") << QStringList{"corridor", "ver"} << "verify";
    QTest::newRow("a verb after an option") << QStringList{"corridor", "--lang", "en", "ver"} << "verify";
    QTest::newRow("a verb after an option with =") << QStringList{"corridor", "--lang", "=", "en", "ver"} << "verify";
    QTest::newRow("a verb below a verb") << QStringList{"corridor", "calc", "la"} << "latency";
    QTest::newRow("words of an option") << QStringList{"corridor", "--lang", ""} << "en zh";
    QTest::newRow("behind =") << QStringList{"corridor", "--lang", "="} << "en zh";
    QTest::newRow("begun behind =") << QStringList{"corridor", "--lang", "=", "z"} << "zh";
    QTest::newRow("of a verb") << QStringList{"corridor", "path", "--disjoint", "r"} << "risk";
    QTest::newRow("a year is no file") << QStringList{"corridor", "check", "--year", ""} << "";
    QTest::newRow("no verb of this name") << QStringList{"corridor", "xyz", ""} << text(offeredBy({"corridor", ""}));
    QTest::newRow("no third argument") << QStringList{"corridor", "render", "a.gpkg", "b.png", ""} << "";
}

void TestManual::completesWords() {
    QFETCH(QStringList, words);
    QTEST(text(offeredBy(words)), "offered");
}

void TestManual::completesFiles() {
    QVERIFY(QDir(mFolder).mkpath(QStringLiteral("drafts")));
    for (const char* name : {"走廊 plan.gpkg", "table.csv", "走廊.txt"})
        write(QString::fromUtf8(name), "x");
    QCOMPARE(text(offeredBy({"corridor", "check", ""}, mFolder)), QString::fromUtf8("drafts 走廊 plan.gpkg"));
    QCOMPARE(text(offeredBy({"corridor", "check", "--year", "2027", "走"}, mFolder)),
             QString::fromUtf8("走廊 plan.gpkg"));
    QCOMPARE(text(offeredBy({"corridor", "check", "\"走廊 p"}, mFolder)), QString::fromUtf8("走廊 plan.gpkg"));
    QCOMPARE(text(offeredBy({"corridor", "check", "走廊\\ p"}, mFolder)), QString::fromUtf8("走廊 plan.gpkg"));
    QCOMPARE(text(offeredBy({"corridor", "import", "a.gpkg", "first.csv", "ta"}, mFolder)),
             QStringLiteral("table.csv"));
}

QTEST_GUILESS_MAIN(TestManual)
#include "test_manual.moc"
