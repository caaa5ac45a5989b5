// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"

namespace corridor {

class ObjectsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The source of the old value does not vouch for one that somebody typed.
    void whatIsSetByHandSaysSo() {
        EditFixture f;
        QVERIFY(f.editor.setField({f.west}, u"measured_fibre_km", 100.0).ok());
        const auto sources = [&f] {
            std::map<QString, Provenance> rows;
            f.document.entities().table<Provenance>().forEach([&](const auto& row) { rows[row->field] = *row; });
            return rows;
        };
        QCOMPARE(sources().size(), std::size_t(1));
        Provenance row = sources()[QStringLiteral("measured_fibre_km")];
        QCOMPARE(row.source, QStringLiteral("Entered by hand"));
        QVERIFY(row.confidence == Confidence::Assumed && row.date == Date({2026, 9, 30}) && !row.low && !row.high);
        // A row for all fields stays for the others.
        Provenance all;
        all.subject = f.west;
        all.field = QStringLiteral("*");
        all.source = QStringLiteral("atlas");
        all.confidence = Confidence::Official;
        QVERIFY(f.editor.setProvenance(all).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.setField({f.west}, u"sinuosity", 1.2); }).ok());
        QCOMPARE(sources().size(), std::size_t(3));
        QCOMPARE(sources()[QStringLiteral("*")].source, QStringLiteral("atlas"));
        QVERIFY(sources()[QStringLiteral("sinuosity")].confidence == Confidence::Assumed);
        // Nothing is claimed of what has no source, of names, and where nothing changes.
        QVERIFY(f.editor.setField({f.west}, u"name", QStringLiteral("West")).ok());
        QVERIFY(f.editor.setField({f.west}, u"pairs_dark", f.get<Span>(f.west).pairsDark ? Value(1.0) : Value()).ok());
        QVERIFY(f.editor.setField({f.east}, u"sinuosity", 1.2).ok());
        QCOMPARE(sources().size(), std::size_t(3));
        f.document.undoStack()->undo(); // of the last
        f.document.undoStack()->undo(); // the name
        f.document.undoStack()->undo(); // the sinuosity, with its source
        QCOMPARE(sources().size(), std::size_t(2));
    }

    void addFillsInIdAndCode() {
        EditFixture f;
        QCOMPARE(f.editor.nextCode(Kind::Site), QStringLiteral("SL-0003"));
        Site site;
        site.position = {115, 40};
        const EntityId id = oneStep(f, [&] { return f.editor.addSite(site); }).ids.at(0);
        QCOMPARE(f.get<Site>(id).code, QStringLiteral("SL-0003"));
        site.code = QStringLiteral("SL-0100");
        QVERIFY(oneStep(f, [&] { return f.editor.addSite(site); }).ok());
        QCOMPARE(f.editor.nextCode(Kind::Site), QStringLiteral("SL-0101"));
        site.code = QStringLiteral("SL-x");
        QVERIFY(f.editor.addSite(site).ok());
        QCOMPARE(f.editor.nextCode(Kind::Site), QStringLiteral("SL-0101"));
        QCOMPARE(f.editor.nextCode(Kind::Setting), QString());
    }

    void addRefuses() {
        EditFixture f;
        Site site;
        QCOMPARE(refusedBy(f, [&] { return f.editor.addSite(site); }), QStringLiteral("value")); // nowhere
        site.position = {115, 40};
        site.itPowerMw = -1;
        QCOMPARE(refusedBy(f, [&] { return f.editor.addSite(site); }), QStringLiteral("value"));
        site.itPowerMw = 1;
        site.code = f.get<Site>(f.beijing).code;
        QCOMPARE(refusedBy(f, [&] { return f.editor.addSite(site); }), QStringLiteral("code-taken"));
        site.code.clear();
        site.id = f.depot;
        QCOMPARE(refusedBy(f, [&] { return f.editor.addSite(site); }), QStringLiteral("id-taken"));
        Service service;
        service.from = f.beijing;
        const auto addService = [&] { return f.editor.add(Kind::Service, std::make_shared<Service>(service)); };
        QCOMPARE(refusedBy(f, addService), QStringLiteral("missing-reference"));
        service.to = f.west;
        QCOMPARE(refusedBy(f, addService), QStringLiteral("wrong-kind"));
        service.to = EntityId{42};
        QCOMPARE(refusedBy(f, addService), QStringLiteral("dangling-reference"));
        service.to = f.beijing;
        QCOMPARE(refusedBy(f, addService), QStringLiteral("equal-ends"));
        service.to = f.horinger;
        service.pinnedPrimary = {f.west, f.zhuozi};
        QCOMPARE(refusedBy(f, addService), QStringLiteral("wrong-kind"));
        RiskGroup group;
        group.members = {f.west, f.west};
        QCOMPARE(refusedBy(f, [&] { return f.editor.add(Kind::RiskGroup, std::make_shared<RiskGroup>(group)); }),
                 QStringLiteral("listed-twice"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.add(Kind::FibreType, std::make_shared<FibreType>()); }),
                 QStringLiteral("no-code"));
    }

    void aSpanAddedWithoutALineIsStraight() {
        EditFixture f;
        auto span = std::make_shared<Span>();
        span->from = f.depot;
        span->to = f.beijing;
        const EntityId id =
            oneStep(f, [&] { return f.editor.add(Kind::Span, std::make_shared<Span>(*span)); }).ids.at(0);
        QVERIFY(f.get<Span>(id).line == (Line{{113.10, 40.00}, {116.39, 39.91}}));
        span->line = {{113.10, 40.00}, {116, 39}};
        QCOMPARE(refusedBy(f, [&] { return f.editor.add(Kind::Span, std::make_shared<Span>(*span)); }),
                 QStringLiteral("line-off-ends"));
    }

    void setFieldOfOneAndMany() {
        EditFixture f;
        QVERIFY(oneStep(f, [&] { return f.editor.setField({f.west}, u"sinuosity", 1.2); }).ok());
        QCOMPARE(f.get<Span>(f.west).sinuosity, std::optional(1.2));
        QVERIFY(oneStep(f, [&] {
                    return f.editor.setField({f.west, f.east, f.south}, u"terrain", QStringLiteral("mountain"));
                }).ok());
        QVERIFY(f.get<Span>(f.south).terrain == Terrain::Mountain && f.get<Span>(f.middle).terrain == Terrain::Plain);
        QVERIFY(oneStep(f, [&] { return f.editor.setField({f.west}, u"sinuosity", Value()); }).ok());
        QVERIFY(!f.get<Span>(f.west).sinuosity);
    }

    void setFieldThatChangesNothingIsNoStep() {
        EditFixture f;
        QVERIFY(f.editor.setField({f.west, f.east}, u"terrain", QStringLiteral("plain")).ok());
        QVERIFY(f.editor.setField({}, u"terrain", QStringLiteral("plain")).ok());
        QCOMPARE(f.document.undoStack()->count(), 0);
        QVERIFY(!f.document.isModified());
    }

    void setFieldRefuses() {
        EditFixture f;
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.setField({f.west, f.beijing}, u"note", QStringLiteral("x"));
                           }),
                 QStringLiteral("mixed-kinds"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"it_power_mw", 1.0); }),
                 QStringLiteral("no-such-field"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"sinuosity", 0.5); }), QStringLiteral("value"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"sinuosity", QStringLiteral("a")); }),
                 QStringLiteral("value"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"terrain", Value()); }),
                 QStringLiteral("value"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({EntityId{42}}, u"note", QStringLiteral("x")); }),
                 QStringLiteral("no-such-object"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.setField({f.west, f.east}, u"code", QStringLiteral("GD-9"));
                           }),
                 QStringLiteral("code-taken"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"to_id", f.horinger); }),
                 QStringLiteral("equal-ends"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"to_id", Value()); }),
                 QStringLiteral("missing-reference"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.setField({f.west}, u"geom", Line{{112, 40}, {113, 41}});
                           }),
                 QStringLiteral("line-off-ends"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.setField({f.beijing}, u"geom", LonLat{200, 0});
                           }),
                 QStringLiteral("value"));
        const EditResult refused = f.editor.setField({f.west}, u"sinuosity", 0.5);
        QCOMPARE(refused.sentence(), QStringLiteral("GD-0001: “Sinuosity” must be 1 – 3; 0.5 is outside."));
        QCOMPARE(refused.refusal->subject, f.west);
        QVERIFY(!refused.refusal->place.isEmpty());
    }

    void aSpanFollowsItsNewEnd() {
        EditFixture f;
        QVERIFY(oneStep(f, [&] { return f.editor.setField({f.west}, u"to_id", f.depot); }).ok());
        QVERIFY(f.get<Span>(f.west).line.back() == f.get<Junction>(f.depot).position);
        QVERIFY((f.get<Span>(f.west).line.at(1) == LonLat{112.2, 40.8}));
    }

    void replaceIsSetFieldOfAll() {
        EditFixture f;
        Junction moved = f.get<Junction>(f.zhuozi);
        moved.position = {112.60, 40.85};
        moved.role = JunctionRole::Roadm;
        QVERIFY(
            oneStep(f, [&] { return f.editor.replace(Kind::Junction, std::make_shared<const Junction>(moved)); }).ok());
        QVERIFY(f.get<Span>(f.west).line.back() == moved.position);
        QVERIFY(f.get<Span>(f.south).line.front() == moved.position);
        moved.id = EntityId{42};
        QCOMPARE(
            refusedBy(f, [&] { return f.editor.replace(Kind::Junction, std::make_shared<const Junction>(moved)); }),
            QStringLiteral("no-such-object"));
        Span bent = f.get<Span>(f.west);
        bent.line.back() = {100, 40};
        QCOMPARE(refusedBy(f, [&] { return f.editor.replace(Kind::Span, std::make_shared<const Span>(bent)); }),
                 QStringLiteral("line-off-ends"));
    }

    // Files that others edited may hold objects with problems; one must be able to change their other fields.
    void oldProblemsMayStayNewOnesNot() {
        EditFixture f;
        Span off = f.get<Span>(f.west);
        off.line.front().lat += 0.01;
        ChangeBuilder builder(f.document.plan(), Plan::baseScenario());
        builder.put(off);
        f.document.reset(f.document.plan().with(builder.take()));
        QVERIFY(oneStep(f, [&] { return f.editor.setField({f.west}, u"terrain", QStringLiteral("urban")); }).ok());
        QCOMPARE(refusedBy(f, [&] { return f.editor.setField({f.west}, u"to_id", f.horinger); }),
                 QStringLiteral("equal-ends"));
        QVERIFY(oneStep(f, [&] {
                    return f.editor.moveNode(f.horinger, {111.8, 40.5});
                }).ok()); // the span's end comes back
        QVERIFY((f.get<Span>(f.west).line.front() == LonLat{111.8, 40.5}));
    }

    void removalTakesWhatCannotStand() {
        EditFixture f;
        const EditResult result = oneStep(f, [&] { return f.editor.remove({f.zhuozi}); });
        QCOMPARE(result.ids.front(), f.zhuozi);
        for (const EntityId id : {f.zhuozi, f.west, f.middle, f.south, f.provenance}) {
            QVERIFY(!f.has(id));
            QVERIFY(std::count(result.ids.begin(), result.ids.end(), id) == 1);
        }
        QCOMPARE(result.ids.size(), std::size_t(5));
        QVERIFY(f.has(f.service));
        QCOMPARE(f.get<Service>(f.service).pinnedPrimary, RefList{f.east});
        QCOMPARE(f.get<Service>(f.service).pinnedBackup, RefList{});
        QCOMPARE(f.get<RiskGroup>(f.risk).members, RefList{f.zhangbei});
    }

    void removalOfASiteTakesItsServicesAndDemands() {
        EditFixture f;
        PowerContract contract;
        contract.site = f.beijing;
        const EntityId power =
            EditFixture::made(f.editor.add(Kind::PowerContract, std::make_shared<PowerContract>(contract)));
        Annotation note;
        note.position = {116, 40};
        note.subject = f.beijing;
        const EntityId annotation =
            EditFixture::made(f.editor.add(Kind::Annotation, std::make_shared<Annotation>(note)));
        Lightpath path;
        path.service = f.service;
        path.spans = {f.west, f.middle};
        const EntityId lightpath = EditFixture::made(f.editor.add(Kind::Lightpath, std::make_shared<Lightpath>(path)));
        Declaration declared;
        declared.clause = QStringLiteral("Q1");
        declared.subject = f.beijing;
        const EntityId declaration =
            EditFixture::made(f.editor.add(Kind::Declaration, std::make_shared<Declaration>(declared)));
        QVERIFY(oneStep(f, [&] { return f.editor.remove({f.beijing}); }).ok());
        for (const EntityId id : {f.beijing, f.east, f.south, f.service, f.demand, power, lightpath, declaration})
            QVERIFY(!f.has(id));
        QVERIFY(f.has(annotation) && f.get<Annotation>(annotation).subject.isNull());
        QVERIFY(f.has(f.west) && f.has(f.provenance));
    }

    void removeRefuses() {
        EditFixture f;
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.remove({f.west, EntityId{42}});
                           }),
                 QStringLiteral("no-such-object"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.remove({Plan::baseScenario()}); }), QStringLiteral("scenario"));
        QVERIFY(f.editor.remove({}).ok());
        QVERIFY(oneStep(f, [&] { return f.editor.remove({f.west, f.horinger, f.west}); }).ok());
    }

    void provenanceHasOneRowAField() {
        EditFixture f;
        Provenance source;
        source.subject = f.west;
        source.field = QStringLiteral("measured_fibre_km");
        source.source = QStringLiteral("second measurement");
        source.confidence = Confidence::Measured;
        QCOMPARE(oneStep(f, [&] { return f.editor.setProvenance(source); }).ids.at(0), f.provenance);
        QCOMPARE(f.document.entities().count(Kind::Provenance), std::size_t(1));
        source.field = QStringLiteral("nonsense");
        QCOMPARE(refusedBy(f, [&] { return f.editor.setProvenance(source); }), QStringLiteral("no-such-field"));
        source.field = QStringLiteral("sinuosity");
        source.low = 2;
        source.high = 1;
        QCOMPARE(refusedBy(f, [&] { return f.editor.setProvenance(source); }), QStringLiteral("bounds"));
        source.low = {};
        source.subject = {};
        QCOMPARE(refusedBy(f, [&] { return f.editor.setProvenance(source); }), QStringLiteral("missing-reference"));
    }

    void acknowledgementsAreDatedAndReplaced() {
        EditFixture f;
        Finding finding;
        finding.check = QStringLiteral("Q13");
        QCOMPARE(refusedBy(f, [&] { return f.editor.acknowledge(finding, QStringLiteral("Li"), {}); }),
                 QStringLiteral("no-key"));
        finding.key = QStringLiteral("Q13/7");
        finding.value = 5.1;
        const EntityId id =
            oneStep(f, [&] {
                return f.editor.acknowledge(finding, QStringLiteral("Li"), QStringLiteral("until the cable is there"));
            }).ids.at(0);
        QVERIFY((f.get<Acknowledgement>(id).date == Date{2026, 9, 30}));
        finding.value = 5.3;
        QCOMPARE(oneStep(f, [&] { return f.editor.acknowledge(finding, QStringLiteral("Wang"), {}); }).ids.at(0), id);
        QCOMPARE(f.get<Acknowledgement>(id).value, std::optional(5.3));
        QCOMPARE(f.get<Acknowledgement>(id).by, QStringLiteral("Wang"));
    }

    void settings() {
        EditFixture f;
        QVERIFY(oneStep(f, [&] {
                    return f.editor.setSetting(QStringLiteral("lay_factor"), QStringLiteral("1.04"),
                                               QStringLiteral("Lay factor"));
                }).ok());
        QVERIFY(f.editor.setSetting(QStringLiteral("lay_factor"), QStringLiteral("1.04")).ok());
        QCOMPARE(f.document.undoStack()->count(), 1);
        QCOMPARE(refusedBy(f, [&] { return f.editor.setSetting(QStringLiteral("lay_factor"), QStringLiteral("9")); }),
                 QStringLiteral("setting"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setSetting({}, QStringLiteral("9")); }), QStringLiteral("no-code"));
    }

    void problemOfTellsWithoutEditing() {
        EditFixture f;
        const ChangeBuilder plan(f.document.plan(), Plan::baseScenario());
        QVERIFY(!Editor::problemOf(plan, Kind::Span, f.get<Span>(f.west)));
        Span copy = f.get<Span>(f.west);
        copy.id = EntityId{77};
        QCOMPARE(Editor::problemOf(plan, Kind::Span, copy)->check, QStringLiteral("code-taken"));
        copy.code.clear();
        QVERIFY(!Editor::problemOf(plan, Kind::Span, copy));
        copy.line.clear();
        QCOMPARE(Editor::problemOf(plan, Kind::Span, copy)->check, QStringLiteral("short-line"));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::ObjectsTest)
#include "test_objects.moc"
