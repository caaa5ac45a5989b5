// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"
#include "model/geo/polyline.h"

namespace corridor {

class MapTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void spansFollowAMovedNode() {
        EditFixture f;
        const Line inner = f.get<Span>(f.east).line;
        QVERIFY(oneStep(f, [&] { return f.editor.moveNode(f.zhuozi, {112.6, 40.95}); }).ok());
        QVERIFY((f.get<Span>(f.west).line == Line{{111.79, 40.53}, {112.2, 40.8}, {112.6, 40.95}}));
        QVERIFY((f.get<Span>(f.middle).line.front() == LonLat{112.6, 40.95}));
        QVERIFY((f.get<Span>(f.south).line.front() == LonLat{112.6, 40.95}));
        QVERIFY(f.get<Span>(f.east).line == inner);
        QVERIFY(oneStep(f, [&] { return f.editor.moveNode(f.beijing, {116.4, 39.9}); }).ok());
        QVERIFY((f.get<Span>(f.east).line.back() == LonLat{116.4, 39.9}));
    }

    void aDragBackToTheStartIsNoStep() {
        EditFixture f;
        QVERIFY(f.editor.moveNode(f.zhuozi, f.get<Junction>(f.zhuozi).position).ok());
        QVERIFY(f.editor.setSpanLine(f.west, f.get<Span>(f.west).line).ok());
        QCOMPARE(f.document.undoStack()->count(), 0);
    }

    void moveNodeRefuses() {
        EditFixture f;
        QCOMPARE(refusedBy(f, [&] { return f.editor.moveNode(f.west, {112, 40}); }), QStringLiteral("not-a-node"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.moveNode(f.zhuozi, {}); }), QStringLiteral("value"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.moveNode(f.zhuozi, {0, 91}); }), QStringLiteral("value"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.moveNode(EntityId{42}, {112, 40});
                           }),
                 QStringLiteral("no-such-object"));
    }

    void drawingMakesMissingEnds() {
        EditFixture f;
        Span prototype;
        prototype.sinuosity = 1.1;
        prototype.inDate = {2027, 0, 0};
        const EditResult result = oneStep(f, [&] {
            return f.editor.addSpan({f.zhuozi, {}, {}}, {{}, {112.5, 40.5}, QStringLiteral("Liangcheng")},
                                    {{112.6, 40.7}}, prototype);
        });
        QCOMPARE(result.ids.size(), std::size_t(2));
        const Span& span = f.get<Span>(result.ids[0]);
        const Junction& end = f.get<Junction>(result.ids[1]);
        QCOMPARE(end.name, QStringLiteral("Liangcheng"));
        QCOMPARE(end.code, QStringLiteral("JD-0004"));
        QCOMPARE(span.code, QStringLiteral("GD-0005"));
        QVERIFY((span.line == Line{{112.57, 40.90}, {112.6, 40.7}, {112.5, 40.5}}));
        QVERIFY(span.to == end.id && span.sinuosity == 1.1);
        const EditResult both = oneStep(f, [&] {
            return f.editor.addSpan({{}, {113, 41}, {}}, {{}, {114, 41}, {}}, {}, Span());
        });
        QCOMPARE(both.ids.size(), std::size_t(3));
        QVERIFY(f.get<Junction>(both.ids[1]).code != f.get<Junction>(both.ids[2]).code);
    }

    void addSpanRefuses() {
        EditFixture f;
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.addSpan({f.zhuozi, {}, {}}, {f.zhuozi, {}, {}}, {}, Span());
                           }),
                 QStringLiteral("equal-ends"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.addSpan({f.zhuozi, {}, {}}, {EntityId{42}, {}, {}}, {}, Span());
                           }),
                 QStringLiteral("no-such-object"));
        QVERIFY(refusedBy(f, [&] {
                    return f.editor.addSpan({f.zhuozi, {}, {}}, {f.west, {}, {}}, {}, Span());
                }) != QStringLiteral("done"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.addSpan({f.zhuozi, {}, {}}, {{}, {}, {}}, {}, Span());
                           }),
                 QStringLiteral("value"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.addSpan({f.zhuozi, {}, {}}, {f.beijing, {}, {}}, {{0, 95}}, Span());
                           }),
                 QStringLiteral("value"));
        Span prototype;
        prototype.code = QStringLiteral("GD-0001");
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.addSpan({f.zhuozi, {}, {}}, {f.beijing, {}, {}}, {}, prototype);
                           }),
                 QStringLiteral("code-taken"));
    }

    void linesStayAtTheirEnds() {
        EditFixture f;
        const Line bent{{111.79, 40.53}, {112.0, 40.6}, {112.3, 40.8}, {112.57, 40.90}};
        QVERIFY(oneStep(f, [&] { return f.editor.setSpanLine(f.west, bent); }).ok());
        QVERIFY(f.get<Span>(f.west).line == bent);
        Line nearly = bent;
        nearly.front().lat += 5e-6; // half a metre: what a drag on the screen may leave
        nearly[1].lat += 0.1;
        QVERIFY(oneStep(f, [&] { return f.editor.setSpanLine(f.west, nearly); }).ok());
        QVERIFY(f.get<Span>(f.west).line.front() == bent.front());
        Line off = bent;
        off.back().lon += 0.01;
        QCOMPARE(refusedBy(f, [&] { return f.editor.setSpanLine(f.west, off); }), QStringLiteral("line-off-ends"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setSpanLine(f.west, {bent.front()}); }),
                 QStringLiteral("short-line"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setSpanLine(f.west, {}); }), QStringLiteral("short-line"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.setSpanLine(f.west, {bent.front(), {}, bent.back()});
                           }),
                 QStringLiteral("value"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.setSpanLine(f.beijing, bent); }), QStringLiteral("not-a-span"));
    }

    void reversing() {
        EditFixture f;
        const Span before = f.get<Span>(f.east);
        QVERIFY(oneStep(f, [&] { return f.editor.reverseSpan(f.east); }).ok());
        const Span& after = f.get<Span>(f.east);
        QVERIFY(after.from == before.to && after.to == before.from && after.line == reversed(before.line));
        QVERIFY(f.editor.reverseSpan(f.east).ok());
        QVERIFY(!f.document.isModified());
        QCOMPARE(refusedBy(f, [&] { return f.editor.reverseSpan(f.beijing); }), QStringLiteral("not-a-span"));
        QCOMPARE(refusedBy(f, [&] { return f.editor.reverseSpan(EntityId{42}); }), QStringLiteral("no-such-object"));
    }

    void cuttingKeepsLengthGroupsAndRoutes() {
        EditFixture f;
        QVERIFY(f.editor.setField({f.middle}, u"measured_fibre_km", 200.0).ok());
        QVERIFY(f.editor.reverseSpan(f.middle).ok()); // the pinned route now runs against it
        const Span whole = f.get<Span>(f.middle);
        const EditResult result = oneStep(f, [&] { return f.editor.splitSpan(f.middle, 0, {114.0, 41.2}); });
        QCOMPARE(result.ids.at(0), f.middle);
        const Span &first = f.get<Span>(result.ids[0]), &second = f.get<Span>(result.ids[1]);
        const Junction& cut = f.get<Junction>(result.ids[2]);
        QVERIFY(first.from == whole.from && first.to == cut.id && second.from == cut.id && second.to == whole.to);
        QVERIFY(first.line.back() == cut.position && second.line.front() == cut.position);
        QVERIFY(first.code == whole.code && second.code != whole.code);
        const double a = polylineLength(first.line), b = polylineLength(second.line);
        QVERIFY(std::abs(a + b - polylineLength(whole.line)) < 0.01);
        QCOMPARE(*first.measuredFibreKm + *second.measuredFibreKm, 200.0);
        QVERIFY(std::abs(*first.measuredFibreKm / 200.0 - a / (a + b)) < 1e-12);
        QCOMPARE(f.get<RiskGroup>(f.risk).members.size(), std::size_t(4));
        QCOMPARE(f.get<Service>(f.service).pinnedPrimary, (RefList{f.west, second.id, first.id, f.east}));
        int estimated = 0;
        f.document.entities().table<Provenance>().forEach([&](const auto& row) {
            estimated += (row->subject == first.id || row->subject == second.id) &&
                         row->field == u"measured_fibre_km" && row->confidence == Confidence::Estimated;
        });
        QCOMPARE(estimated, 2);
    }

    void theJunctionOfACutIsAsAskedFor() {
        EditFixture f;
        Junction next;
        next.name = QStringLiteral("Test hut");
        next.role = JunctionRole::Amplifier;
        const EditResult result = oneStep(f, [&] { return f.editor.splitSpan(f.middle, 0, {114.0, 41.2}, next); });
        const Junction& made = f.get<Junction>(result.ids.at(2));
        QCOMPARE(made.name, QStringLiteral("Test hut"));
        QCOMPARE(made.role, JunctionRole::Amplifier);
        QCOMPARE(made.position, f.get<Span>(result.ids[0]).line.back());
        QVERIFY(!made.code.isEmpty());
        next.code = made.code; // taken by now
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.splitSpan(f.east, 1, {115.8, 40.3}, next);
                           }),
                 QStringLiteral("code-taken"));
    }

    void cuttingSharesProvenance() {
        EditFixture f;
        QVERIFY(f.editor.setField({f.west}, u"measured_fibre_km", 100.0).ok());
        Provenance source = f.get<Provenance>(f.provenance); // setting the length by hand took the source away
        source.source = QStringLiteral("OTDR");
        source.low = 90;
        source.high = 110;
        QVERIFY(f.editor.setProvenance(source).ok());
        const EditResult result =
            oneStep(f, [&] { return f.editor.splitSpan(f.west, 0, f.get<Span>(f.west).line[1]); });
        QVERIFY2(f.get<Span>(result.ids[0]).line.size() == 2 && f.get<Span>(result.ids[1]).line.size() == 2,
                 "cut at the vertex");
        double low = 0, high = 0;
        f.document.entities().table<Provenance>().forEach([&](const auto& row) {
            low += *row->low;
            high += *row->high;
            QCOMPARE(row->source, QStringLiteral("OTDR"));
        });
        QVERIFY(std::abs(low - 90) < 1e-9 && std::abs(high - 110) < 1e-9);
    }

    void splitRefuses() {
        EditFixture f;
        QCOMPARE(refusedBy(f, [&] { return f.editor.splitSpan(f.middle, 1, {113, 41}); }), QStringLiteral("no-cut"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.splitSpan(f.middle, 0, {112.57, 40.90});
                           }),
                 QStringLiteral("no-cut"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.splitSpan(f.middle, 0, {120, 41});
                           }),
                 QStringLiteral("no-cut")); // nearest is the end
        QCOMPARE(refusedBy(f, [&] { return f.editor.splitSpan(f.middle, 0, {}); }), QStringLiteral("no-cut"));
        QCOMPARE(refusedBy(f,
                           [&] {
                               return f.editor.splitSpan(f.beijing, 0, {113, 41});
                           }),
                 QStringLiteral("not-a-span"));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::MapTest)
#include "test_map.moc"
