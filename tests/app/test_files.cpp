// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusrow.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/dialogs/recoverydialog.h"
#include "windowfixture.h"

#include <QListWidget>
#include <QPushButton>

using namespace corridor;
using namespace corridor::test;

/// What happens around the open file: recovery after a crash, a file changed by others, tables in and out.
class TestFiles : public QObject {
    Q_OBJECT
    std::unique_ptr<WindowFixture> f;

    double sinuosity() { return f->w().document().entities().find<Span>(f->id("GD-QQ-ZZ"))->sinuosity.value_or(0); }
    bool setSinuosity(double value) {
        return f->w().editor().setField({f->id("GD-QQ-ZZ")}, u"sinuosity", Value(value)).ok();
    }

    /// What a process leaves that made two edits and was gone before it could Save.
    void leaveLog() {
        RecoveryLog log;
        log.begin(f->w().document().plan(), f->w().files().path());
        Document other;
        other.reset(f->w().document().plan());
        Editor editor(other);
        connect(&other, &Document::changed, &other, [&](const ChangeSet& step) { log.append(step); });
        QVERIFY(editor.setField({f->id("GD-QQ-ZZ")}, u"sinuosity", Value(1.2)).ok());
        QVERIFY(editor.setField({f->id("GD-QQ-DC")}, u"sinuosity", Value(1.3)).ok());
        QVERIFY(log.flush());
    }

    /// Presses a button of the recovery dialog when it is there; what it listed stands in mListed.
    void answerRecovery(int button) {
        auto* poll = new QTimer(this);
        connect(poll, &QTimer::timeout, this, [this, poll, button] {
            auto* dialog = qobject_cast<RecoveryDialog*>(QApplication::activeModalWidget());
            if (!dialog)
                return;
            poll->deleteLater();
            const auto* list = dialog->findChild<QListWidget*>();
            for (int i = 0; i < list->count(); ++i)
                mListed += list->item(i)->text();
            const auto buttons = dialog->findChildren<QPushButton*>();
            QTest::mouseClick(buttons.at(button), Qt::LeftButton);
        });
        poll->start(10);
    }

    /// Another program takes the lock away, writes and is gone.
    void changeOnDisk() {
        const QString copy = f->folder.filePath(QStringLiteral("theirs.gpkg"));
        QVERIFY(QFile::copy(f->plan, copy));
        {
            const auto file = PlanFile::open(copy);
            Document theirs;
            theirs.reset(file->plan());
            QVERIFY(Editor(theirs).setField({f->id("GD-QQ-DC")}, u"sinuosity", Value(1.4)).ok());
            file->save(theirs.plan(), {});
        }
        QFile target(f->plan);
        QVERIFY(target.open(QIODevice::WriteOnly | QIODevice::Truncate));
        target.write(bytesOf(copy));
    }

    static double savedSinuosity(const QString& path, EntityId span) {
        OpenOptions options;
        options.readOnly = true;
        return PlanFile::open(path, options)->plan().base().find<Span>(span)->sinuosity.value_or(0);
    }

    QStringList mListed;

private Q_SLOTS:
    void init() {
        mListed.clear();
        f = std::make_unique<WindowFixture>();
        QVERIFY2(f->open(), qPrintable(f->presenter.errors.join(u'\n')));
    }
    void cleanup() {
        f->w().files().leave();
        f.reset();
        for (const PendingRecovery& log : RecoveryLog::pending())
            RecoveryLog::remove(log);
    }

    void recoveryShowsWhatDiffersAndBringsItBack() {
        leaveLog();
        const QByteArray bytes = bytesOf(f->plan);
        QCOMPARE(RecoveryLog::pending().size(), 1);
        answerRecovery(0);
        f->w().files().offerRecovery();
        QCOMPARE(mListed.size(), 2);
        QVERIFY2(mListed.join(u'\n').contains(QStringLiteral("GD-QQ-ZZ")), qPrintable(mListed.join(u'\n')));
        QCOMPARE(f->presenter.errors, QStringList());
        QCOMPARE(sinuosity(), 1.2);
        QVERIFY(f->w().document().isModified());
        QCOMPARE(bytesOf(f->plan), bytes); // recovery is no Save
        QVERIFY(f->settle());
        QVERIFY2(f->w().files().save(), qPrintable((f->presenter.errors + f->presenter.questions).join(u'\n')));
        QCOMPARE(savedSinuosity(f->plan, f->id("GD-QQ-ZZ")), 1.2);
        QVERIFY(RecoveryLog::pending().empty());
    }

    void recoveryCanBeDiscardedOrLeft() {
        leaveLog();
        answerRecovery(2);
        f->w().files().offerRecovery();
        QCOMPARE(RecoveryLog::pending().size(), 1);
        answerRecovery(1);
        f->w().files().offerRecovery();
        QVERIFY(RecoveryLog::pending().empty());
        QCOMPARE(sinuosity(), 1.1);
        QVERIFY(!f->w().document().isModified());
    }

    void aForeignChangeIsAsked() {
        QVERIFY(setSinuosity(1.2));
        changeOnDisk();
        const QByteArray theirs = bytesOf(f->plan);
        f->presenter.answers = {1, -1}; // compare, then leave it
        QVERIFY(!f->w().files().save());
        QCOMPARE(f->presenter.questions.size(), 2);
        QCOMPARE(f->presenter.lists.size(), 1);
        QVERIFY2(f->presenter.lists.front().contains(QStringLiteral("GD-QQ-DC")),
                 qPrintable(f->presenter.lists.front()));
        QCOMPARE(bytesOf(f->plan), theirs);
        QVERIFY(f->w().document().isModified());
    }

    void aForeignChangeIsKeptBesideOurs() {
        QVERIFY(setSinuosity(1.2));
        changeOnDisk();
        const QByteArray theirs = bytesOf(f->plan);
        f->presenter.fileName = f->folder.filePath(QStringLiteral("ours"));
        f->presenter.answers = {0};
        QVERIFY(f->w().files().save());
        QCOMPARE(bytesOf(f->plan), theirs);
        QCOMPARE(f->w().files().name(), QStringLiteral("ours.gpkg"));
        QCOMPARE(savedSinuosity(f->folder.filePath(QStringLiteral("ours.gpkg")), f->id("GD-QQ-ZZ")), 1.2);
    }

    void aForeignChangeIsOverwrittenOnlyWhenAsked() {
        QVERIFY(setSinuosity(1.2));
        changeOnDisk();
        f->presenter.answers = {2};
        QVERIFY(f->w().files().save());
        QVERIFY(!f->w().document().isModified());
        QCOMPARE(savedSinuosity(f->plan, f->id("GD-QQ-ZZ")), 1.2);
        QCOMPARE(savedSinuosity(f->plan, f->id("GD-QQ-DC")), 1.03); // not their 1.4
    }

    void tablesGoOutAndComeBackInOneStep() {
        const QString folder = f->folder.filePath(QStringLiteral("tables"));
        f->presenter.fileName = folder;
        f->presenter.answers = {0};
        f->w().actions()[QStringLiteral("export")]->trigger();
        QCOMPARE(f->presenter.errors, QStringList());
        const QString spans = folder + QStringLiteral("/spans.csv");
        QVERIFY(bytesOf(spans).contains("GD-QQ-ZZ"));
        QFile file(spans);
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("code,sinuosity\nGD-QQ-ZZ,1.25\n");
        file.close();
        f->presenter.fileName = spans;
        f->w().actions()[QStringLiteral("import")]->trigger();
        QVERIFY2(f->presenter.lists.isEmpty() && f->presenter.errors.isEmpty(),
                 qPrintable((f->presenter.lists + f->presenter.errors).join(u'\n')));
        QCOMPARE(sinuosity(), 1.25);
        QVERIFY(f->w().status().notice().isVisibleTo(&f->w()));
        QCOMPARE(f->w().document().undoStack()->count(), 1);
        f->w().document().undoStack()->undo();
        QCOMPARE(sinuosity(), 1.1);
    }

    void aTableWithAWrongRowChangesNothing() {
        const QString spans = f->folder.filePath(QStringLiteral("spans.csv"));
        QFile file(spans);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("code,sinuosity\nGD-QQ-ZZ,1.25\nGD-QQ-DC,many\n");
        file.close();
        f->presenter.fileName = spans;
        f->w().actions()[QStringLiteral("import")]->trigger();
        QCOMPARE(f->presenter.lists.size(), 1);
        QVERIFY2(f->presenter.lists.front().contains(u'3'), qPrintable(f->presenter.lists.front())); // the line
        QCOMPARE(f->w().document().undoStack()->count(), 0);
        QCOMPARE(sinuosity(), 1.1);
    }
};

CORRIDOR_WINDOW_TEST(TestFiles)
#include "test_files.moc"
