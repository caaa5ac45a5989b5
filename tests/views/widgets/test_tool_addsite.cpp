// SPDX-License-Identifier: GPL-3.0-or-later
#include "canvasfixture.h"

using namespace corridor;
using namespace corridor::test;

class TestToolAddSite : public QObject {
    Q_OBJECT
    std::unique_ptr<CanvasFixture> f;

private Q_SLOTS:
    void init() {
        f = std::make_unique<CanvasFixture>();
        QVERIFY(f->isReady());
        QVERIFY(f->canvas.setTool(QStringLiteral("add-site")));
    }
    void cleanup() { f.reset(); }

    void aClickPlacesWhatTheFormSays() {
        const Plan before = f->document.plan();
        Site next;
        next.name = QStringLiteral("Test centre");
        next.kind = SiteKind::Super;
        next.key = true;
        next.itPowerMw = 12;
        f->canvas.setSitePrototype(next);
        const QPoint at = f->pixel({113.9, 40.1});
        f->click(at);
        QCOMPARE(f->steps(), 1);
        const Site& made = f->get<Site>(f->selection.single());
        QCOMPARE(f->pixel(made.position), at);
        QCOMPARE(made.name, QStringLiteral("Test centre"));
        QCOMPARE(made.kind, SiteKind::Super);
        QCOMPARE(made.status, SiteStatus::Planned);
        QVERIFY(made.key && made.itPowerMw == 12);
        QCOMPARE(made.inDate.year, f->session.year()); // planned without a date it would be there in no year
        QVERIFY(!made.code.isEmpty());
        QVERIFY(made.province.isEmpty() && made.city.isEmpty()); // not known is not guessed
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("add-site"));
        f->document.undoStack()->undo();
        QVERIFY(Plan::sameContent(before, f->document.plan()));
        QVERIFY(!f->document.isModified());
    }

    void twoClicksMakeTwoSites() {
        f->click(f->pixel({113.9, 40.1}));
        f->click(f->pixel({113.0, 40.2}));
        QCOMPARE(f->steps(), 2);
        QCOMPARE(f->document.entities().count(Kind::Site), std::size_t(3));
    }

    void whatStandsThereIsOfferedInstead() {
        QSignalSpy notices(&f->canvas, &MapCanvas::notified);
        for (const char* code : {"DC", "FREE"}) {
            const QPoint beside = f->pixelOf(code) + QPoint(5, 3);
            f->moveTo(beside);
            QCOMPARE(f->canvas.cursor().shape(), Qt::PointingHandCursor);
            f->click(beside);
            QCOMPARE(f->selection.single(), f->id(code));
        }
        QCOMPARE(notices.count(), 2);
        QVERIFY(notices.front().at(0).value<Message>().text().contains(QStringLiteral("DC")));
        QCOMPARE(f->steps(), 0);
        f->click(f->pixelOf("FREE") + QPoint(5, 3), Qt::ControlModifier);
        QCOMPARE(f->steps(), 1);
        QCOMPARE(f->pixel(f->get<Site>(f->selection.single()).position), f->pixelOf("FREE") + QPoint(5, 3));
    }

    void snapsToNothing() {
        const QPoint at = f->pixel({112.75, 40.70}) + QPoint(4, 5); // a vertex of S-WM
        f->click(at);
        QCOMPARE(f->pixel(f->get<Site>(f->selection.single()).position), at);
    }

    void theSymbolHangsAtThePointer() {
        const QPoint at = f->pixel({113.9, 40.1});
        f->moveTo(f->pixel({112.4, 40.0}));
        const QImage without = f->canvas.grab(QRect(at - QPoint(12, 12), QSize(24, 24))).toImage();
        f->moveTo(at);
        QVERIFY(f->canvas.grab(QRect(at - QPoint(12, 12), QSize(24, 24))).toImage() != without);
        QCOMPARE(f->steps(), 0);
    }

    void escapeLeavesTheTool() {
        const quint64 revision = f->document.revision();
        f->moveTo(f->pixel({113.9, 40.1}));
        f->key(Qt::Key_Escape);
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QCOMPARE(f->document.revision(), revision);
    }

    void readOnlyPlansRefuseTheTool() {
        f->document.setReadOnly(true); // the canvas leaves it
        QCOMPARE(f->canvas.tool()->id(), QStringLiteral("select"));
        QVERIFY(!f->canvas.setTool(QStringLiteral("add-site")));
    }

    void saysWhatItMakesAndItsKeys() {
        QCOMPARE(f->canvas.tool()->makes(), std::optional(Kind::Site));
        QCOMPARE(f->canvas.tool()->shortcut(), QKeySequence(Qt::Key_C));
        QVERIFY(f->canvas.tool()->hint().contains(QStringLiteral("Esc")));
    }
};

QTEST_MAIN(TestToolAddSite)
#include "test_tool_addsite.moc"
