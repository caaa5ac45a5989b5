// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/cancel.h"
#include "model/base/clock.h"
#include "model/base/error.h"

#include <QTranslator>
#include <QtTest>

namespace corridor {

namespace {

class Reversing : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        return qstrcmp(context, "Message") == 0 && qstrcmp(source, "%1 before %2") == 0 ? QStringLiteral("%2 after %1")
                                                                                        : QString();
    }
};

} // namespace

class ErrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void messagesFillInOrder() {
        QCOMPARE(message("%1 before %2", "a", "b").english(), QStringLiteral("a before b"));
        QCOMPARE(message("%2 %1 %2", "a", "b").english(), QStringLiteral("b a b"));
        QCOMPARE(message("100 % of %1, %3, %", "x").english(), QStringLiteral("100 % of x, %3, %"));
        QVERIFY(Message().isEmpty());
        QCOMPARE(Message().english(), QString());
    }

    // A file called "50%2.gpkg" must not swallow the next argument.
    void argumentsAreNotPatterns() {
        QCOMPARE(message("%1 at %2", "50%2.gpkg", "C:").english(), QStringLiteral("50%2.gpkg at C:"));
    }

    void messagesAreTranslatedWhenShown() {
        const Message sentence = message("%1 before %2", "a", "b");
        Reversing translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(sentence.text(), QStringLiteral("b after a"));
        QCOMPARE(sentence.english(), QStringLiteral("a before b"));
        QCoreApplication::removeTranslator(&translator);
        QCOMPARE(sentence.text(), QStringLiteral("a before b"));
    }

    void errorsCarryASentenceAndADetail() {
        const Error plain(Blame::FileContent, message("“%1” is no plan.", "a.gpkg"));
        QCOMPARE(QString::fromUtf8(plain.what()), QStringLiteral("“a.gpkg” is no plan."));
        const Error detailed(Blame::Environment, message("The disk is full."), QStringLiteral("ENOSPC"));
        QCOMPARE(QString::fromUtf8(detailed.what()), QStringLiteral("The disk is full. [ENOSPC]"));
        QCOMPARE(detailed.detail(), QStringLiteral("ENOSPC"));
        QVERIFY(detailed.blame() == Blame::Environment);
    }

    void copiesOfATokenShareTheFlag() {
        const CancelToken token, other;
        const CancelToken copy = token;
        QVERIFY(!copy.isCancelled());
        token.cancel();
        QVERIFY(copy.isCancelled() && copy.flag()->load());
        QVERIFY(!other.isCancelled());
    }

    void theClockIsUtc() { QCOMPARE(systemClock()().timeSpec(), Qt::UTC); }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::ErrorTest)
#include "test_error.moc"
