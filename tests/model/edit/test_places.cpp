// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"

namespace corridor {

/// Province and city of new and moved nodes: from the position, unless somebody said otherwise.
class PlacesTest : public QObject {
    Q_OBJECT

    static constexpr double border = 115; // degrees east: left Ulanqab, right Zhangjiakou; nothing north of 42

    struct Places : EditFixture {
        Places() {
            editor.setUnitLookup([](const LonLat& at) -> std::optional<AdminUnit> {
                if (at.lat > 42)
                    return std::nullopt;
                return at.lon < border ? AdminUnit{QStringLiteral("内蒙古自治区"), QStringLiteral("乌兰察布市")}
                                       : AdminUnit{QStringLiteral("河北省"), QStringLiteral("张家口市")};
            });
        }
        EntityId placed(LonLat at) { return site("New", at); }
        std::vector<Provenance> sourcesOf(EntityId id) const {
            std::vector<Provenance> rows;
            document.entities().table<Provenance>().forEach([&](const auto& row) {
                if (row->subject == id && (row->field == u"province" || row->field == u"city"))
                    rows.push_back(*row);
            });
            return rows;
        }
    };

private Q_SLOTS:
    void aNewSiteKnowsWhereItStands() {
        Places f;
        const EditResult result = oneStep(f, [&] {
            Site site;
            site.position = {114, 40};
            return f.editor.addSite(site);
        });
        const Site& site = f.get<Site>(result.ids[0]);
        QCOMPARE(site.province, QStringLiteral("内蒙古自治区"));
        QCOMPARE(site.city, QStringLiteral("乌兰察布市"));
        const auto rows = f.sourcesOf(site.id);
        QCOMPARE(rows.size(), std::size_t(2));
        for (const Provenance& row : rows) {
            QCOMPARE(row.source, kBaseMapSource);
            QVERIFY(row.confidence == Confidence::Estimated);
            QVERIFY((row.date == Date{2026, 9, 30}));
        }
    }

    void junctionsOfDrawnAndCutSpansToo() {
        Places f;
        const EditResult drawn = oneStep(f, [&] {
            return f.editor.addSpan({f.zhuozi, {}, {}}, {{}, {116, 40}, {}}, {}, Span());
        });
        QCOMPARE(f.get<Junction>(drawn.ids[1]).city, QStringLiteral("张家口市"));
        QCOMPARE(f.sourcesOf(drawn.ids[1]).size(), std::size_t(2));
        QVERIFY(f.get<Junction>(f.zhuozi).city.isEmpty()); // was there before: nobody moved it
        const EditResult cut = oneStep(f, [&] { return f.editor.splitSpan(f.middle, 0, {113.5, 41.0}); });
        QCOMPARE(f.get<Junction>(cut.ids[2]).city, QStringLiteral("乌兰察布市"));
    }

    void whatIsGivenStays() {
        Places f;
        Site site;
        site.position = {114, 40};
        site.province = QStringLiteral("山西省"); // near the border the map may be wrong
        const EntityId id = f.made(f.editor.addSite(site));
        QCOMPARE(f.get<Site>(id).province, QStringLiteral("山西省"));
        QVERIFY(f.get<Site>(id).city.isEmpty()); // the map's city lies in another province
        QVERIFY(f.sourcesOf(id).empty());
        site.province = QStringLiteral("内蒙古自治区");
        const EntityId agreed = f.made(f.editor.addSite(site));
        QCOMPARE(f.get<Site>(agreed).city, QStringLiteral("乌兰察布市"));
        QCOMPARE(f.sourcesOf(agreed).size(), std::size_t(1));
    }

    void aMoveOverTheBorderBringsTheOtherProvince() {
        Places f;
        const EntityId id = f.placed({114, 40});
        QVERIFY(oneStep(f, [&] { return f.editor.moveNode(id, {116, 40}); }).ok());
        QCOMPARE(f.get<Site>(id).province, QStringLiteral("河北省"));
        QCOMPARE(f.get<Site>(id).city, QStringLiteral("张家口市"));
        QCOMPARE(f.sourcesOf(id).size(), std::size_t(2));
        QVERIFY(oneStep(f, [&] { return f.editor.setField({id}, u"geom", LonLat{114, 40}); }).ok()); // typed
        QCOMPARE(f.get<Site>(id).province, QStringLiteral("内蒙古自治区"));
    }

    void aMoveBeyondTheMapTakesTheWordsAway() {
        Places f;
        const EntityId id = f.placed({114, 40});
        QVERIFY(oneStep(f, [&] { return f.editor.moveNode(id, {114, 43}); }).ok());
        QVERIFY(f.get<Site>(id).province.isEmpty() && f.get<Site>(id).city.isEmpty());
        QVERIFY(f.sourcesOf(id).empty());
    }

    void whatWasTypedSurvivesAMove() {
        Places f;
        const EntityId id = f.placed({114, 40});
        QVERIFY(f.editor.setField({id}, u"province", QStringLiteral("山西省")).ok());
        QCOMPARE(f.sourcesOf(id).size(), std::size_t(2));
        QVERIFY(f.editor.moveNode(id, {116, 40}).ok());
        QCOMPARE(f.get<Site>(id).province, QStringLiteral("山西省"));
        QVERIFY(f.get<Site>(id).city.isEmpty()); // the map's word, which would contradict
        QCOMPARE(f.sourcesOf(id).size(), std::size_t(1));
        QVERIFY(f.sourcesOf(id).front().source != kBaseMapSource);
    }

    void whatWasClearedByHandStaysEmpty() {
        Places f;
        const EntityId id = f.placed({114, 40});
        QVERIFY(f.editor.setField({id}, u"province", Value()).ok());
        QVERIFY(f.editor.moveNode(id, {116, 40}).ok());
        QVERIFY(f.get<Site>(id).province.isEmpty());
    }

    void whatHasASourceSurvivesAMove() {
        Places f;
        const EntityId id = f.placed({114, 40});
        Provenance row;
        row.subject = id;
        row.field = QStringLiteral("province");
        row.source = QStringLiteral("Land register");
        QVERIFY(f.editor.setProvenance(row).ok());
        QVERIFY(f.editor.moveNode(id, {116, 40}).ok());
        QCOMPARE(f.get<Site>(id).province, QStringLiteral("内蒙古自治区"));
    }

    void aNodeWithoutProvinceGetsOneWhenItIsMoved() {
        Places f;
        QVERIFY(f.get<Junction>(f.zhuozi).province.isEmpty());
        QVERIFY(f.editor.moveNode(f.zhuozi, {112.6, 40.9}).ok());
        QCOMPARE(f.get<Junction>(f.zhuozi).province, QStringLiteral("内蒙古自治区"));
    }

    void severalNodesMoveInOneStep() {
        Places f;
        const EntityId id = f.placed({114, 40});
        const EditResult result = oneStep(f, [&] {
            return f.editor.moveNodes({{id, {116, 40}}, {f.zhuozi, {112.6, 40.95}}});
        });
        QCOMPARE(result.ids.size(), std::size_t(2));
        QCOMPARE(f.get<Site>(id).province, QStringLiteral("河北省"));
        QVERIFY((f.get<Span>(f.west).line.back() == LonLat{112.6, 40.95}));
        QVERIFY((f.get<Span>(f.middle).line.front() == LonLat{112.6, 40.95}));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.moveNodes({{id, {116.1, 40}}, {f.west, {112, 40}}});
                           }),
                 QStringLiteral("not-a-node"));
        QVERIFY(f.editor.moveNodes({}).ok());
    }

    void withoutABaseMapNothingIsSaid() {
        EditFixture f;
        const EntityId id = f.site("New", {114, 40});
        QVERIFY(f.get<Site>(id).province.isEmpty());
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::PlacesTest)
#include "test_places.moc"
