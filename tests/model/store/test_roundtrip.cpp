// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/geometryblob.h"
#include "storefixture.h"

using namespace corridor;

/// What is saved is what is opened: same plan, same hash, same bytes when nothing changed.
class TestRoundtrip : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void emptyPlan() {
        const QString path = mFolder.filePath(QStringLiteral("empty plan.gpkg"));
        PlanFile::create(path, Plan(), {}, options());
        const auto file = PlanFile::open(path);
        QCOMPARE(contentHash(file->plan()), contentHash(Plan()));
        QVERIFY(file->report().notes.empty());
        QCOMPARE(file->report().formatVersion, 1);
        QVERIFY(!file->isReadOnly());
    }

    void randomPlans() {
        for (quint32 seed = 1; seed <= 12; ++seed) {
            const Plan plan = randomPlan(seed);
            const QString path = mFolder.filePath(QStringLiteral("随机 %1.gpkg").arg(seed));
            PlanFile::create(path, plan, {}, options());
            const auto file = PlanFile::open(path);
            for (const OpenNote& note : file->report().notes)
                QVERIFY2(note.what == OpenNote::What::Dangling, qPrintable(note.text.english()));
            QCOMPARE(contentHash(file->plan()), contentHash(plan));
            compareObjects(plan, file->plan());
        }
    }

    // Any sequence of saves ends in the same content as a fresh file, whatever was written in between.
    void manySaves() {
        Plan plan = randomPlan(100);
        const QString path = mFolder.filePath(QStringLiteral("many.gpkg"));
        auto file = PlanFile::create(path, plan, {}, options());
        for (quint32 seed = 101; seed < 108; ++seed) {
            plan = randomPlan(seed, 2 + static_cast<int>(seed % 3)); // almost nothing in common with the one before
            QVERIFY(file->save(plan, {}, options()));
            QCOMPARE(contentHash(PlanFile::open(path, {.readOnly = true})->plan()), contentHash(plan));
        }
    }

    void oneEdit() {
        SmallPlan small;
        const QString path = mFolder.filePath(QStringLiteral("edit.gpkg"));
        auto file = PlanFile::create(path, small.plan, {}, options());
        const Plan edited =
            withField(small.plan, Kind::Span, small.span1, "geom", Line{{111.8, 40.4}, {112.5, 39.0}, {114.9, 40.8}});
        QVERIFY(file->save(edited, {}, options()));
        const auto again = PlanFile::open(path, {.readOnly = true});
        QCOMPARE(contentHash(again->plan()), contentHash(edited));
        QVERIFY(again->report().notes.empty());
        const auto box = runProgram(
            QStringLiteral("sqlite3"),
            {path, QStringLiteral(
                       "SELECT miny FROM rtree_span_geom WHERE id = (SELECT fid FROM span WHERE code='GD-0001')")});
        QCOMPARE(box.value_or(QString()).trimmed(), QStringLiteral("39.0"));
    }

    void undoToTheStartLeavesTheBytes() {
        SmallPlan small;
        const QString path = mFolder.filePath(QStringLiteral("undo.gpkg"));
        auto file = PlanFile::create(path, small.plan, {someRun("latency")}, options());
        const QByteArray before = bytesOf(path);
        const Plan edited = withField(small.plan, Kind::Site, small.siteA, "note", QStringLiteral("x"));
        const Plan undone = withField(edited, Kind::Site, small.siteA, "note", {});
        QVERIFY(!file->save(undone, {someRun("latency", 9)}, options()));
        QCOMPARE(bytesOf(path), before);
        file.reset();
        file = PlanFile::open(path);
        QVERIFY(!file->save(file->plan(), {}, options()));
        QCOMPARE(bytesOf(path), before);
    }

    void sameInputSameBytes() {
        const SmallPlan small;
        SaveOptions fixed = options();
        fixed.planId = "00112233445566778899aabbccddeeff";
        for (const char* name : {"a.gpkg", "b.gpkg"})
            PlanFile::create(mFolder.filePath(QString::fromLatin1(name)), small.plan, {someRun("latency")}, fixed);
        QCOMPARE(bytesOf(mFolder.filePath(QStringLiteral("a.gpkg"))),
                 bytesOf(mFolder.filePath(QStringLiteral("b.gpkg"))));
    }

    void hashTellsPlansApart() {
        const SmallPlan small;
        const QByteArray hash = contentHash(small.plan);
        QCOMPARE(hash.size(), 64);
        QVERIFY(hash != contentHash(withField(small.plan, Kind::Site, small.siteA, "it_power_mw", 120.50000000000001)));
        QVERIFY(hash != contentHash(withField(small.plan, Kind::Site, small.siteA, "it_power_mw", {})));
        QVERIFY(hash != contentHash(withField(small.plan, Kind::Span, small.span1, "fibre", QStringLiteral("G.652"))));
        Plan variant = small.plan;
        putScenario(variant, childScenario(), Plan::baseScenario(), "FA-0001");
        const QByteArray withScenario = contentHash(variant);
        QVERIFY(hash != withScenario);
        QVERIFY(withScenario !=
                contentHash(withField(variant, Kind::Site, small.siteA, "note", QStringLiteral("x"), childScenario())));
        // Texts cannot run into each other.
        QVERIFY(
            contentHash(withField(small.plan, Kind::Site, small.siteA, "note", QStringLiteral("a\nprovince=1:b"))) !=
            contentHash(withField(withField(small.plan, Kind::Site, small.siteA, "note", QStringLiteral("a")),
                                  Kind::Site, small.siteA, "province", QStringLiteral("b"))));
    }

    void results() {
        const SmallPlan small;
        const QString path = mFolder.filePath(QStringLiteral("results.gpkg"));
        auto file = PlanFile::create(path, small.plan, {someRun("latency")}, options());
        auto again = PlanFile::open(path, {.readOnly = true});
        QCOMPARE(again->runs().size(), std::size_t(1));
        const Run stored = again->runs().front(), wanted = someRun("latency");
        QCOMPARE(stored.tables, wanted.tables);
        QCOMPARE(stored.inputHash, wanted.inputHash);
        QCOMPARE(stored.startedUtc, wanted.startedUtc);
        QCOMPARE(stored.parameters, wanted.parameters);
        QCOMPARE(stored.year, 2027);

        // Results alone: content hash and lineage stay.
        const QString lineage =
            runProgram(QStringLiteral("sqlite3"), {path, QStringLiteral("SELECT * FROM lineage")}).value();
        Run other = someRun("latency", 7);
        other.id = RunId{78};
        other.inputHash = "def";
        file->saveResults({other}, options());
        again = PlanFile::open(path, {.readOnly = true});
        QCOMPARE(again->runs().size(), std::size_t(1));
        QCOMPARE(again->runs().front().tables, other.tables);
        QCOMPARE(contentHash(again->plan()), contentHash(small.plan));
        QCOMPARE(runProgram(QStringLiteral("sqlite3"), {path, QStringLiteral("SELECT * FROM lineage")}).value(),
                 lineage);
        const QByteArray bytes = bytesOf(path);
        file->saveResults({other}, options());
        QCOMPARE(bytesOf(path), bytes);

        // A saved edit makes results that were not handed over stale, without rows.
        QVERIFY(file->save(withField(small.plan, Kind::Site, small.siteA, "note", QStringLiteral("x")), {}, options()));
        again = PlanFile::open(path, {.readOnly = true});
        QVERIFY(again->runs().front().stale);
        QVERIFY(again->runs().front().tables.front().rows.empty());
        QCOMPARE(again->runs().front().tables.front().columns, other.tables.front().columns);
    }

    // An engine that learned a column since the last run.
    void resultColumnsGrow() {
        const SmallPlan small;
        const QString path = mFolder.filePath(QStringLiteral("grow.gpkg"));
        auto file = PlanFile::create(path, small.plan, {someRun("latency")}, options());
        Run later = someRun("latency");
        later.engineVersion = QStringLiteral("2");
        later.tables[0].columns.push_back(
            {QStringLiteral("margin_ms"), ResultColumn::Type::Real, QStringLiteral("ms")});
        later.tables[0].rows = {{EntityId{5}, 4.5, qint64(3), true, QStringLiteral("x"), 0.25}};
        file->saveResults({later}, options());
        QCOMPARE(PlanFile::open(path, {.readOnly = true})->runs().front().tables, later.tables);
    }

    void saveAsKeepsTheLineage() {
        const SmallPlan small;
        const QString path = mFolder.filePath(QStringLiteral("one.gpkg")),
                      other = mFolder.filePath(QStringLiteral("two.gpkg"));
        auto file = PlanFile::create(path, small.plan, {}, options());
        const QByteArray before = bytesOf(path);
        const Plan edited = withField(small.plan, Kind::Site, small.siteA, "note", QStringLiteral("二"));
        file->saveAs(other, edited, {}, options());
        QCOMPARE(bytesOf(path), before);
        QCOMPARE(file->path(), other);
        QVERIFY(!PlanLock::holderOf(path));
        QVERIFY(PlanLock::holderOf(other));
        QCOMPARE(contentHash(PlanFile::open(other, {.readOnly = true})->plan()), contentHash(edited));
        QCOMPARE(runProgram(QStringLiteral("sqlite3"),
                            {other, QStringLiteral("SELECT count(DISTINCT plan_id) || ' ' || count(*) FROM lineage")})
                     .value()
                     .trimmed(),
                 QStringLiteral("1 2"));
        QCOMPARE(
            runProgram(
                QStringLiteral("sqlite3"),
                {other,
                 QStringLiteral(
                     "SELECT l.save_id = c.parent_save_id FROM lineage l, lineage c WHERE l.seq = 1 AND c.seq = 2")})
                .value()
                .trimmed(),
            QStringLiteral("1"));
    }

    void lineageAndLogAreBounded() {
        SmallPlan small;
        const QString path = mFolder.filePath(QStringLiteral("bounded.gpkg"));
        auto file = PlanFile::create(path, small.plan, {}, options());
        Plan plan = small.plan;
        for (int i = 0; i < 25; ++i) {
            plan = withField(plan, Kind::Site, small.siteA, "note", QString::number(i));
            QVERIFY(file->save(plan, {}, options()));
        }
        QCOMPARE(runProgram(QStringLiteral("sqlite3"),
                            {path, QStringLiteral("SELECT count(*) || ' ' || max(seq) FROM lineage")})
                     .value()
                     .trimmed(),
                 QStringLiteral("20 26"));
        QCOMPARE(
            runProgram(QStringLiteral("sqlite3"), {path, QStringLiteral("SELECT count(DISTINCT seq) FROM lineage_row")})
                .value()
                .trimmed(),
            QStringLiteral("20"));
        QCOMPARE(runProgram(
                     QStringLiteral("sqlite3"),
                     {path, QStringLiteral("SELECT action || ' ' || fields FROM change_log ORDER BY seq DESC LIMIT 1")})
                     .value()
                     .trimmed(),
                 QStringLiteral("changed note"));
        // 10,000 more objects: the log forgets the oldest.
        ChangeBuilder builder(plan, Plan::baseScenario());
        for (int i = 0; i < 10050; ++i) {
            Setting setting;
            setting.id = stableEntityId(QStringLiteral("s/%1").arg(i));
            setting.code = QString::number(i);
            builder.put(setting);
        }
        QVERIFY(file->save(plan.with(builder.take()), {}, options()));
        QCOMPARE(runProgram(QStringLiteral("sqlite3"), {path, QStringLiteral("SELECT count(*) FROM change_log")})
                     .value()
                     .trimmed(),
                 QStringLiteral("10000"));
    }

    void ringsAreOnePlanInBothSpellings() {
        const Polygon open{{{{116, 39}, {117, 39}, {117, 40}}}}, closed{{{{116, 39}, {117, 39}, {117, 40}, {116, 39}}}};
        QCOMPARE(geometryToBlob(open), geometryToBlob(closed));
        QCOMPARE(std::get<Polygon>(*geometryFromBlob(geometryToBlob(closed), FieldType::Polygon)), open);
    }

private:
    // Field by field, so that a failure names the field.
    static void compareObjects(const Plan& expected, const Plan& actual) {
        for (const Kind kind : allKinds()) {
            QCOMPARE(actual.base().count(kind), expected.base().count(kind));
            expected.base().forEach(kind, [&](const EntityRef& object) {
                const EntityRef found = actual.base().find(kind, object->id);
                QVERIFY(found);
                for (const Field& field : schemaOf(kind).fields)
                    if (field.type != FieldType::Polygon)
                        QVERIFY2(field.get(*object) == field.get(*found), field.name);
            });
        }
        for (const EntityId scenario : {childScenario(), grandchildScenario()})
            QCOMPARE(actual.overlaySize(scenario), expected.overlaySize(scenario));
    }

    QTemporaryDir mFolder;
};

QTEST_GUILESS_MAIN(TestRoundtrip)
#include "test_roundtrip.moc"
