// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/integrity.h"
#include "model/plan/settings.h"
#include "planfixture.h"

namespace corridor {

namespace {

const EntityId kBase = Plan::baseScenario();

// Two key sites, a junction between, two spans, a service: nothing to complain about.
struct Sound {
    Site west = makeSite(1, 10, {111.79, 40.53}), east = makeSite(2, 20, {116.39, 39.91});
    Junction middle;
    Span a, b;
    Service service;
    FibreType fibre;

    Sound() {
        west.key = east.key = true;
        middle.id = EntityId{3};
        middle.code = QStringLiteral("JD-0001");
        middle.position = {114, 40.5};
        a = span(11, west.id, middle.id, {west.position, middle.position});
        b = span(12, middle.id, east.id, {middle.position, {115, 40.2}, east.position});
        service.id = EntityId{21};
        service.code = QStringLiteral("YW-0001");
        service.from = west.id;
        service.to = east.id;
        service.routing = Routing::Pinned;
        service.pinnedPrimary = {a.id, b.id};
        fibre.id = EntityId{31};
        fibre.code = QStringLiteral("G.652.D");
        fibre.groupIndex = 1.4682;
    }
    static Span span(quint64 id, EntityId from, EntityId to, Line line) {
        Span out;
        out.id = EntityId{id};
        out.code = QStringLiteral("GD-%1").arg(id, 4, 10, QLatin1Char('0'));
        out.from = from;
        out.to = to;
        out.line = std::move(line);
        out.status = SpanStatus::Existing;
        out.fibre = QStringLiteral("G.652.D");
        return out;
    }
    Plan plan() const {
        ChangeBuilder builder(Plan(), kBase);
        builder.put(west);
        builder.put(east);
        builder.put(middle);
        builder.put(a);
        builder.put(b);
        builder.put(service);
        builder.put(fibre);
        return Plan().with(builder.take());
    }
    QStringList keys() const {
        QStringList out;
        for (const Finding& finding : checkIntegrity(plan().base()))
            out += finding.key;
        return out;
    }
};

} // namespace

class IntegrityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aSoundPlanHasNoFindings() {
        QCOMPARE(Sound().keys(), QStringList());
        QVERIFY(checkIntegrity(Plan().base()).empty());
        QVERIFY(checkIntegrity(Sound().plan(), kBase).empty());
    }

    void aSettingThatIsNoneIsSaid() {
        ChangeBuilder builder(Sound().plan(), kBase);
        builder.put(settingRow(builder.plan().base(), QStringLiteral("lay_factor"), QStringLiteral("-1")));
        builder.put(settingRow(builder.plan().base(), QStringLiteral("rtt_layer"), QStringLiteral("transport")));
        const std::vector<Finding> found = checkIntegrity(builder.plan().with(builder.take()).base());
        QCOMPARE(found.size(), std::size_t(1));
        QCOMPARE(found[0].check, QStringLiteral("setting"));
        QVERIFY2(found[0].title.text().contains(QStringLiteral("Lay factor")), qPrintable(found[0].title.text()));
    }

    void findsEachDefectAlone() {
        const auto keysWith = [](auto&& spoil) {
            Sound plan;
            spoil(plan);
            return plan.keys();
        };
        const QStringList none;
        QCOMPARE(keysWith([](Sound& p) { p.west.itPowerMw = -1; }), QStringList{"value/1/it_power_mw"});
        QCOMPARE(keysWith([](Sound& p) { p.a.code = p.b.code; }), QStringList{"code-taken/12/code"});
        QCOMPARE(keysWith([](Sound& p) { p.a.line = {p.west.position}; }), QStringList{"short-line/11/geom"});
        QCOMPARE(keysWith([](Sound& p) { p.a.status = SpanStatus::Planned; }), QStringList{"no-date/11/in_date"});
        QCOMPARE(keysWith([](Sound& p) { p.a.status = SpanStatus::Planned, p.a.inDate = {2027, 0, 0}; }), none);
        QCOMPARE(keysWith([](Sound& p) { p.a.status = SpanStatus::Removed; }),
                 QStringList{"removed-without-date/11/out_date"});
        QCOMPARE(keysWith([](Sound& p) {
                     p.a.inDate = {2030, 0, 0}, p.a.outDate = {2029, 0, 0};
                 }),
                 QStringList{"date-order/11/out_date"});
        QCOMPARE(keysWith([](Sound& p) { p.a.fibre = QStringLiteral("G.999"); }),
                 QStringList{"unknown-fibre/11/fibre"});
        QCOMPARE(keysWith([](Sound& p) { p.a.fibre.clear(); }), none);
        QCOMPARE(keysWith([](Sound& p) { p.service.pinnedPrimary = {p.b.id}; }),
                 QStringList{"pinned-gap/21/pinned_primary"});
        QCOMPARE(keysWith([](Sound& p) { p.service.pinnedPrimary = {p.a.id}; }),
                 QStringList{"pinned-gap/21/pinned_primary"});
        QCOMPARE(keysWith([](Sound& p) { p.service.pinnedPrimary = {p.a.id}, p.service.routing = Routing::Computed; }),
                 none);
        QCOMPARE(keysWith([](Sound& p) { p.service.secondTo = p.middle.id, p.service.pinnedBackup = {p.a.id}; }), none);
        QCOMPARE(keysWith([](Sound& p) { p.service.secondFrom = p.middle.id, p.service.pinnedBackup = {p.b.id}; }),
                 none);
        QCOMPARE(keysWith([](Sound& p) { p.service.secondFrom = p.middle.id, p.service.pinnedBackup = {p.a.id}; }),
                 QStringList{"pinned-gap/21/pinned_backup"});
        QCOMPARE(keysWith([](Sound& p) { p.service.to = p.service.from; }),
                 (QStringList{"equal-ends/21/to_id", "pinned-gap/21/pinned_primary"}));
        QCOMPARE(keysWith([](Sound& p) { p.service.secondTo = p.service.to; }),
                 QStringList{"equal-ends/21/second_to_id"});
        QCOMPARE(keysWith([](Sound& p) { p.service.to = {}; }),
                 (QStringList{"missing-reference/21/to_id", "pinned-gap/21/pinned_primary"}));
        QCOMPARE(keysWith([](Sound& p) {
                     p.service.pinnedBackup = {p.a.id, p.west.id};
                 }),
                 QStringList{"wrong-kind/21/pinned_backup"});
        QCOMPARE(keysWith([](Sound& p) {
                     p.service.pinnedPrimary = {p.a.id, p.b.id, EntityId{99}};
                 }),
                 QStringList{"dangling-reference/21/pinned_primary"});
        QCOMPARE(keysWith([](Sound& p) {
                     p.service.pinnedPrimary = {p.a.id, p.b.id, p.b.id, p.b.id};
                 }),
                 QStringList{"listed-twice/21/pinned_primary"});
        QCOMPARE(keysWith([](Sound& p) { p.a.from = EntityId{99}; }),
                 (QStringList{"dangling-reference/11/from_id", "isolated-site/1", "pinned-gap/21/pinned_primary"}));
        QCOMPARE(keysWith([](Sound& p) { p.fibre.code.clear(), p.a.fibre.clear(), p.b.fibre.clear(); }),
                 QStringList{"no-code/31/code"});
        QCOMPARE(keysWith([](Sound& p) {
                     p.a.to = p.a.from, p.a.line = {p.west.position, {112, 40}, p.west.position};
                 }),
                 (QStringList{"equal-ends/11/to_id", "pinned-gap/21/pinned_primary"}));
    }

    void endsMayBeAMetreOff() {
        Sound plan;
        plan.a.line.front().lat += 0.8 / 111000;
        QCOMPARE(plan.keys(), QStringList());
        plan.a.line.front().lat += 0.4 / 111000;
        QCOMPARE(plan.keys(), QStringList{"line-off-ends/11/from_id"});
        plan.b.line.back() = plan.b.line.front();
        QCOMPARE(plan.keys(), (QStringList{"line-off-ends/11/from_id", "line-off-ends/12/to_id"}));
    }

    void shortSpansAreDoubtful() {
        Sound plan;
        plan.middle.position = {plan.west.position.lon + 5e-6, plan.west.position.lat};
        plan.a.line.back() = plan.b.line.front() = plan.middle.position;
        QCOMPARE(plan.keys(), QStringList{"zero-length/11/geom"});
        plan.a.line = {plan.west.position,
                       {plan.west.position.lon + 1e-5, plan.west.position.lat + 1e-5},
                       plan.middle.position}; // 2 m round the corner
        QCOMPARE(plan.keys(), QStringList());
    }

    void findingsSayWhatAndWhere() {
        Sound plan;
        plan.a.status = SpanStatus::Planned;
        plan.b.sinuosity = 7;
        const std::vector<Finding> found = checkIntegrity(plan.plan().base());
        QCOMPARE(found.size(), std::size_t(2));
        QVERIFY(found[0].severity == Severity::Binding && found[1].severity == Severity::Guiding);
        QCOMPARE(found[0].title.english(), QStringLiteral("“Sinuosity” must be 1 – 3; 7 is outside."));
        QCOMPARE(found[0].object.english(), QStringLiteral("GD-0012"));
        QCOMPARE(
            found[1].title.english(),
            QStringLiteral("Span GD-0011 is planned but has no date in service, so no route uses it; enter a date."));
        QCOMPARE(found[1].subject, plan.a.id);
        QCOMPARE(found[1].place, (Box{111.79, 40.5, 114, 40.53}));
        QVERIFY(found[1].verdict == Verdict::Broken && found[1].evidence == RefList{plan.a.id});
    }

    void codesOfDifferentKindsMayAgree() {
        Sound plan;
        plan.west.code = plan.a.code;
        QCOMPARE(plan.keys(), QStringList());
        plan.west.code.clear();
        plan.east.code.clear();
        QCOMPARE(plan.keys(), QStringList());
    }

    void provenanceNamesRealFields() {
        Plan plan = Sound().plan();
        Provenance row;
        row.id = EntityId{41};
        row.subject = EntityId{11};
        row.field = QStringLiteral("sinuosity");
        row.low = 1.2;
        row.high = 1.1;
        const auto keysOf = [&](const Provenance& provenance) {
            QStringList keys;
            for (const Finding& finding : checkIntegrity(put(plan, kBase, provenance).base()))
                keys += finding.key;
            return keys;
        };
        QCOMPARE(keysOf(row), QStringList{"bounds/41/low"});
        row.high = 1.2;
        QCOMPARE(keysOf(row), QStringList());
        row.field = QStringLiteral("it_power_mw");
        QCOMPARE(keysOf(row), QStringList{"no-such-field/41/field"});
        row.field = QStringLiteral("*");
        QCOMPARE(keysOf(row), QStringList());
        row.subject = EntityId{99};
        QCOMPARE(keysOf(row), QStringList{"dangling-reference/41/subject_id"});
    }

    void brokenScenarioTreesAreReported() {
        Plan plan = put(Sound().plan(), kBase, makeScenario(2001, EntityId{2002}, "X"));
        plan = put(plan, kBase, makeScenario(2002, EntityId{2001}, "Y"));
        plan = put(plan, kBase, makeScenario(2003, kBase, "Z"));
        QStringList keys;
        for (const Finding& finding : checkIntegrity(plan, EntityId{2003}))
            keys += finding.key;
        QCOMPARE(keys, (QStringList{"parent/2001/parent_id", "parent/2002/parent_id"}));
    }

    void aScenarioIsCheckedAsItShows() {
        Sound sound;
        Plan plan = put(sound.plan(), kBase, makeScenario(2003, kBase, "Z"));
        sound.a.status = SpanStatus::Planned;
        plan = put(plan, EntityId{2003}, sound.a);
        QVERIFY(checkIntegrity(plan, kBase).empty());
        QCOMPARE(checkIntegrity(plan, EntityId{2003}).size(), std::size_t(1));
    }

    // 10,000 sites, 30,000 spans, 90,000 sources: a check a user waits for.
    void nationalPlansAreCheckedWithinASecondOrSo() {
        ChangeBuilder builder(Plan(), kBase);
        std::vector<std::shared_ptr<const Site>> sites;
        for (quint64 i = 0; i < 10000; ++i) {
            sites.push_back(std::make_shared<const Site>(makeSite(
                i + 1, 1, {80 + static_cast<double>(i % 100) * 0.5, 20 + static_cast<double>(i / 100) * 0.3})));
            builder.put(Kind::Site, sites.back());
        }
        for (quint64 i = 0; i < 30000; ++i) {
            const Site &from = *sites[i % 10000], &to = *sites[(i * 7 + 1) % 10000];
            Span span = Sound::span(20000 + i, from.id, to.id, {from.position, {100, 30}, to.position});
            span.fibre.clear();
            builder.put(span);
            for (quint64 k = 0; k < 3; ++k) {
                Provenance row;
                row.id = EntityId{100000 + i * 3 + k};
                row.subject = span.id;
                row.field = QStringLiteral("*");
                builder.put(row);
            }
        }
        const Plan plan = Plan().with(builder.take());
        QElapsedTimer timer;
        timer.start();
        const auto found = checkIntegrity(plan.base());
        qInfo("checked %zu objects in %lld ms", plan.objectCount(), static_cast<long long>(timer.elapsed()));
        const auto allEqualEnds = std::all_of(found.begin(), found.end(),
                                              [](const Finding& finding) { return finding.check == u"equal-ends"; });
        QVERIFY(allEqualEnds);
        QVERIFY2(timer.elapsed() < 8000, "quadratic somewhere"); // generous: debug builds and busy machines
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::IntegrityTest)
#include "test_integrity.moc"
