// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/table.h"

#include <QtTest>

#include <map>
#include <random>

namespace corridor {

namespace {

struct Row {
    EntityId id;
    int value = 0;
};
using Rows = Table<Row>;
using Model = std::map<EntityId, int>;

Rows::RowPtr row(quint64 id, int value) {
    return std::make_shared<const Row>(Row{EntityId{id}, value});
}

Rows filled(quint64 count) {
    std::vector<Rows::RowPtr> rows;
    for (quint64 id = 1; id <= count; ++id)
        rows.push_back(row(id * 10, static_cast<int>(id)));
    return Rows::fromRows(rows);
}

Model contentOf(const Rows& table) {
    Model out;
    EntityId last;
    table.forEach([&](const Rows::RowPtr& r) {
        if (!(last < r->id))
            qFatal("rows out of order");
        last = r->id;
        out[r->id] = r->value;
    });
    return out;
}

// Updates at random ids of 1 … range, each id once, a third of them removals.
std::vector<Rows::Update> randomBatch(std::mt19937_64& random, int count, quint64 range, Model& model) {
    std::map<EntityId, Rows::Update> batch;
    for (int i = 0; i < count; ++i) {
        const EntityId id{1 + random() % range};
        const int value = static_cast<int>(random() % 1000);
        batch[id] = {id, random() % 3 == 0 ? nullptr : row(id.value, value)};
    }
    std::vector<Rows::Update> out;
    for (const auto& [id, update] : batch) {
        if (update.row)
            model[id] = update.row->value;
        else
            model.erase(id);
        out.push_back(update);
    }
    return out;
}

} // namespace

class TableTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // 511 … 513: a chunk holds at most 512 rows.
    void holdsAnyNumberOfRows_data() {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 2, 255, 256, 257, 511, 512, 513, 1024, 130000})
            QTest::addRow("%d", count) << count;
    }
    void holdsAnyNumberOfRows() {
        QFETCH(int, count);
        const Rows table = filled(static_cast<quint64>(count));
        QCOMPARE(table.size(), static_cast<std::size_t>(count));
        QCOMPARE(table.empty(), count == 0);
        QCOMPARE(table.rows().size(), static_cast<std::size_t>(count));
        for (int i = 1; i <= count; ++i) {
            const auto& found = table.find(EntityId{static_cast<quint64>(i) * 10});
            QVERIFY(found && found->value == i);
        }
        for (const quint64 absent : {quint64(1), quint64(15), quint64(count) * 10 + 1})
            QVERIFY(!table.find(EntityId{absent}));
        // One more before, one after, one in the middle.
        const std::vector<Rows::Update> updates{
            {EntityId{1}, row(1, -1)},
            {EntityId{static_cast<quint64>(count) * 5 + 3}, row(static_cast<quint64>(count) * 5 + 3, -2)},
            {EntityId{static_cast<quint64>(count) * 10 + 7}, row(static_cast<quint64>(count) * 10 + 7, -3)}};
        const Rows more = table.with(updates);
        QCOMPARE(more.size(), static_cast<std::size_t>(count) + 3);
        QCOMPARE(table.size(), static_cast<std::size_t>(count));
        for (const auto& update : updates)
            QVERIFY(more.find(update.id) == update.row && !table.find(update.id));
    }

    void aLaterRowOfTheSameIdWins() {
        const Rows table = Rows::fromRows({row(5, 1), row(3, 1), row(5, 2), row(4, 1), row(5, 3)});
        QCOMPARE(table.size(), std::size_t(3));
        QCOMPARE(table.find(EntityId{5})->value, 3);
    }

    void removesEverythingAndStartsAgain() {
        const Rows table = filled(1000);
        std::vector<Rows::Update> all;
        table.forEach([&](const Rows::RowPtr& r) { all.push_back({r->id, nullptr}); });
        const Rows none = table.with(all);
        QVERIFY(none.empty() && none.rows().empty() && !none.find(EntityId{10}));
        const std::vector<Rows::Update> one{{EntityId{10}, row(10, 1)}};
        QCOMPARE(none.with(one).size(), std::size_t(1));
        int seen = 0;
        Rows::diff(none, Rows(), [&](EntityId, const auto&, const auto&) { ++seen; });
        QCOMPARE(seen, 0);
        Rows::diff(table, none, [&](EntityId, const auto& a, const auto& b) { seen += a && !b ? 1 : 1000000; });
        QCOMPARE(seen, 1000);
    }

    void removingWhatIsNotThereChangesNothing() {
        const Rows table = filled(600);
        const std::vector<Rows::Update> updates{{EntityId{7}, nullptr}, {EntityId{99999}, nullptr}};
        QCOMPARE(contentOf(table.with(updates)), contentOf(table));
        QVERIFY(table.with({}).sharesAllWith(table));
    }

    // What makes an edit of a large plan cheap: one chunk is new, all others are the same.
    void sharesUntouchedChunks() {
        const Rows table = filled(130000);
        const std::vector<Rows::Update> one{{EntityId{650000}, row(650000, -1)}};
        const Rows edited = table.with(one);
        int differing = 0;
        Rows::diff(table, edited, [&](EntityId id, const auto& a, const auto& b) {
            ++differing;
            QCOMPARE(id, EntityId{650000});
            QCOMPARE(a->value, 65000);
            QCOMPARE(b->value, -1);
        });
        QCOMPARE(differing, 1);
        QVERIFY(table.find(EntityId{10}) == edited.find(EntityId{10}));
        QCOMPARE(edited.chunkCount(), table.chunkCount());
        QVERIFY(table.chunkCount() > 200);
        QCOMPARE(edited.chunksSharedWith(table), table.chunkCount() - 1);
        QCOMPARE(table.chunksSharedWith(Rows()), std::size_t(0));
    }

    void agreesWithAMap_data() {
        QTest::addColumn<int>("seed");
        QTest::addColumn<quint64>("range");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed << quint64(seed % 2 ? 2000 : 50);
    }
    void agreesWithAMap() {
        QFETCH(int, seed);
        QFETCH(quint64, range);
        std::mt19937_64 random(static_cast<quint64>(seed));
        Rows table;
        Model model;
        for (int step = 0; step < 150; ++step) {
            const Rows before = table;
            const Model modelBefore = model;
            const auto batch =
                randomBatch(random, static_cast<int>(1 + random() % (step % 10 == 0 ? 900 : 20)), range, model);
            table = table.with(batch);
            QCOMPARE(table.size(), model.size());
            QCOMPARE(contentOf(table), model);
            QCOMPARE(contentOf(before), modelBefore); // old copies stay valid
            Model viaDiff = modelBefore;
            EntityId last;
            Rows::diff(before, table, [&](EntityId id, const auto& a, const auto& b) {
                QVERIFY(last < id && a != b);
                last = id;
                QVERIFY((a != nullptr) == modelBefore.contains(id));
                if (b)
                    viaDiff[id] = b->value;
                else
                    viaDiff.erase(id);
            });
            QCOMPARE(viaDiff, model);
        }
    }

    void aVisitorMayStopTheWalk() {
        int seen = 0;
        Rows::diff(filled(10), Rows(), [&](EntityId, const auto&, const auto&) { return ++seen < 3; });
        QCOMPARE(seen, 3);
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::TableTest)
#include "test_table.moc"
