// SPDX-License-Identifier: GPL-3.0-or-later
#include "corridorplan.h"
#include "model/edit/editor.h"
#include "views/widgets/panels/entitytablemodel.h"
#include "views/widgets/panels/entitytableproxy.h"

#include <QSignalSpy>
#include <QtTest>

using namespace corridor;
using namespace corridor::test;

/// The table of spans of a plan as large as a nation's: what an edit makes the views do is counted, not timed.
class TestTablesLarge : public QObject {
    Q_OBJECT
    static constexpr int kSpans = 30000;

    std::unique_ptr<Document> mDocument;
    std::unique_ptr<Editor> mEditor;
    std::unique_ptr<Session> mSession;
    std::unique_ptr<EntityTableModel> mModel;
    std::unique_ptr<TableProxy> mProxy;
    Plan mPlan;

    static EntityId id(int span) { return PlanMaker::id("GD-" + std::to_string(span)); }
    std::vector<EntityId> every(int step, int count) {
        std::vector<EntityId> ids;
        for (int i = 0; i < count; ++i)
            ids.push_back(id(i * step));
        return ids;
    }

private Q_SLOTS:
    void initTestCase() {
        PlanMaker maker;
        maker.junction("A", 112.0, 40.5);
        maker.junction("B", 113.0, 40.6);
        for (int i = 0; i < kSpans; ++i)
            maker.span("GD-" + std::to_string(i), "A", "B", 1.0 + i % 100 / 100.0);
        mPlan = maker.plan();
    }
    void init() {
        mDocument = std::make_unique<Document>();
        mEditor = std::make_unique<Editor>(*mDocument);
        mSession = std::make_unique<Session>(*mDocument);
        mDocument->reset(mPlan);
        mModel = std::make_unique<EntityTableModel>(Kind::Span, *mDocument, *mSession);
        mProxy = std::make_unique<TableProxy>();
        mProxy->setSourceModel(mModel.get());
        mProxy->sort(mModel->columnOf(u"code"));
        QCOMPARE(mProxy->rowCount(), kSpans);
    }
    void cleanup() {
        mProxy.reset();
        mModel.reset();
        mSession.reset();
        mEditor.reset();
        mDocument.reset();
    }

    void oneEditTouchesOneRow() {
        QSignalSpy resets(mModel.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(mModel.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy layouts(mProxy.get(), &QAbstractItemModel::layoutChanged);
        QVERIFY(mEditor->setField({id(777)}, u"capacity_gbps", Value(100.0)).ok());
        QCOMPARE(resets.count(), 0);
        QVERIFY(changes.count() <= 2);
        for (const QList<QVariant>& change : changes) {
            QCOMPARE(change.at(0).toModelIndex().row(), mModel->rowOf(id(777)));
            QCOMPARE(change.at(1).toModelIndex().row(), mModel->rowOf(id(777)));
        }
        QCOMPARE(layouts.count(), 0); // the column sorted by did not change, so nothing moves
        mDocument->undoStack()->undo();
        QCOMPARE(resets.count(), 0);
    }

    void oneSpanComesAndGoesAsOneRow() {
        QSignalSpy resets(mProxy.get(), &QAbstractItemModel::modelReset);
        QSignalSpy inserted(mProxy.get(), &QAbstractItemModel::rowsInserted);
        QSignalSpy removed(mProxy.get(), &QAbstractItemModel::rowsRemoved);
        const EditResult made =
            mEditor->addSpan({PlanMaker::id("A"), {}, {}}, {PlanMaker::id("B"), {}, {}}, {}, Span());
        QVERIFY(made.ok());
        QCOMPARE(inserted.count(), 1);
        QCOMPARE(mModel->idAt(mModel->rowOf(made.ids.at(0))), made.ids.at(0));
        mDocument->undoStack()->undo();
        QCOMPARE(removed.count(), 1);
        QCOMPARE(resets.count(), 0);
        QCOMPARE(mModel->rowOf(made.ids.at(0)), -1);
    }

    void manyAtOnceAreFewSignals() {
        QSignalSpy resets(mModel.get(), &QAbstractItemModel::modelReset);
        QSignalSpy changes(mModel.get(), &QAbstractItemModel::dataChanged);
        QSignalSpy removed(mProxy.get(), &QAbstractItemModel::rowsRemoved);
        QVERIFY(mEditor->setField(every(5, 5000), u"terrain", Value(QStringLiteral("urban"))).ok());
        QVERIFY(changes.count() < 80);
        QCOMPARE(resets.count(), 0);
        QVERIFY(mEditor->remove(every(3, 10000)).ok());
        QCOMPARE(mModel->rowCount(), kSpans - 10000);
        QVERIFY(resets.count() + removed.count() < 40);
        for (int span = 0; span < kSpans; ++span)
            QCOMPARE(mModel->rowOf(id(span)) >= 0, span % 3 != 0);
        mDocument->undoStack()->undo();
        QCOMPARE(mModel->rowCount(), kSpans);
        QVERIFY(resets.count() + removed.count() < 80);
    }

    void filterAndSortReachEveryRow() {
        mModel->setShownColumns({mModel->columnOf(u"code"), mModel->columnOf(u"fibre")});
        QSignalSpy removed(mProxy.get(), &QAbstractItemModel::rowsRemoved);
        mProxy->setFilterText(QStringLiteral("gd-2999"));
        QCOMPARE(mProxy->rowCount(), 11); // 2999 and 29990 to 29999
        QCOMPARE(removed.count(), 0);     // one new layout, not thousands of ranges
        mProxy->setFilterText(QString());
        mProxy->sort(mModel->columnOf(u"rtt_ms"), Qt::DescendingOrder);
        const int column = mModel->columnOf(u"rtt_ms");
        double last = 1e9;
        for (int row = 0; row < kSpans; ++row) {
            const double value = mProxy->index(row, column).data(TableSortRole).toDouble();
            QVERIFY(value <= last);
            last = value;
        }
    }
};

QTEST_MAIN(TestTablesLarge)
#include "test_tables_large.moc"
