// SPDX-License-Identifier: GPL-3.0-or-later
#include "editfixture.h"
#include "model/plan/integrity.h"

#include <random>

namespace corridor {

namespace {

/// Random verbs, legal and not, on all scenarios of a small plan.
class Storm {
public:
    Storm(EditFixture& fixture, quint64 seed)
        : f(fixture)
        , mRandom(seed) {}

    EditResult verb() {
        if (mRandom() % 6 == 0)
            f.document.setScenario(scenario());
        switch (mRandom() % 16) {
        case 0:
            return f.editor.addSite(siteRow());
        case 1:
            return f.editor.addJunction(junctionRow());
        case 2:
            return f.editor.remove({any(Kind::Span)});
        case 3:
            return f.editor.remove({node()});
        case 4:
            return f.editor.moveNode(node(), place());
        case 5:
            return f.editor.setField({any(Kind::Span), any(Kind::Span)}, u"sinuosity",
                                     0.9 + 0.1 * static_cast<double>(mRandom() % 10));
        case 6:
            return f.editor.setField({any(Kind::Span)}, mRandom() % 2 ? u"from_id" : u"to_id", node());
        case 7:
            return f.editor.reverseSpan(any(Kind::Span));
        case 8:
            return f.editor.splitSpan(any(Kind::Span), mRandom() % 3, place());
        case 9:
            return f.editor.setSpanLine(any(Kind::Span), {place(), place(), place()});
        case 10:
            return addService();
        case 11:
            return addGroup();
        case 12:
            return mRandom() % 3 ? f.editor.revertToParent({any(Kind::Span), node()})
                                 : f.editor.setSetting(QStringLiteral("lay_factor"), QString::number(mRandom() % 3));
        case 13:
            return mRandom() % 2 ? f.editor.addScenario(scenario(), QStringLiteral("S"))
                                 : f.editor.removeScenario(scenario());
        case 14:
            return f.editor.remove({any(Kind::Service), any(Kind::RiskGroup)});
        default:
            return f.editor.addSpan({mRandom() % 3 ? node() : EntityId{}, place(), {}},
                                    {mRandom() % 3 ? node() : EntityId{}, place(), {}}, {place()}, Span());
        }
    }
    quint64 number(quint64 below) { return mRandom() % below; }

private:
    LonLat place() {
        return {110 + static_cast<double>(mRandom() % 700) / 100, 39 + static_cast<double>(mRandom() % 250) / 100};
    }
    EntityId scenario() {
        const auto all = f.document.plan().scenarios();
        return all[mRandom() % all.size()]->id;
    }
    EntityId any(Kind kind) {
        std::vector<EntityId> ids;
        f.document.entities().forEach(kind, [&](const EntityRef& object) { ids.push_back(object->id); });
        return ids.empty() || mRandom() % 40 == 0 ? EntityId{4242} : ids[mRandom() % ids.size()];
    }
    EntityId node() { return any(mRandom() % 2 ? Kind::Site : Kind::Junction); }
    Site siteRow() {
        Site out;
        out.position = place();
        out.key = true;
        return out;
    }
    Junction junctionRow() {
        Junction out;
        out.position = place();
        return out;
    }
    EditResult addService() {
        auto out = std::make_shared<Service>();
        out->from = node();
        out->to = node();
        out->pinnedPrimary = {any(Kind::Span), any(Kind::Span)};
        return f.editor.add(Kind::Service, out);
    }
    EditResult addGroup() {
        auto out = std::make_shared<RiskGroup>();
        out->members = {any(Kind::Span), any(Kind::Span), node()};
        return f.editor.add(Kind::RiskGroup, out);
    }

    EditFixture& f;
    std::mt19937_64 mRandom;
};

QString firstBinding(const Plan& plan) {
    for (const Scenario* scenario : plan.scenarios())
        for (const Finding& finding : checkIntegrity(plan, scenario->id))
            if (finding.severity == Severity::Binding)
                return finding.key + QStringLiteral(" in ") + scenario->code + QStringLiteral(": ") +
                       finding.title.english();
    return {};
}

} // namespace

class StormTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyVerbKeepsThePlanSoundAndUndoable_data() {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 6; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }
    void everyVerbKeepsThePlanSoundAndUndoable() {
        QFETCH(int, seed);
        EditFixture f;
        Storm storm(f, static_cast<quint64>(seed));
        std::vector<Plan> history{f.document.plan()};
        Plan mirror = f.document.plan(); // what someone sees who only listens
        connect(&f.document, &Document::changed, this, [&](const ChangeSet& step) { mirror = mirror.with(step); });
        int refused = 0;
        for (int i = 0; i < 200; ++i) {
            const quint64 revision = f.document.revision();
            const int steps = f.document.undoStack()->index();
            const EditResult result = storm.verb();
            refused += !result.ok();
            QVERIFY(result.ok() || f.document.revision() == revision);
            QVERIFY(f.document.undoStack()->index() - steps <= 1);
            QCOMPARE(f.document.revision() != revision, f.document.undoStack()->index() != steps);
            if (f.document.revision() == revision)
                continue;
            QVERIFY2(!Plan::sameContent(f.document.plan(), history.back()), "a step that changes nothing");
            history.push_back(f.document.plan());
            const QString broken = firstBinding(f.document.plan());
            QVERIFY2(broken.isEmpty(),
                     qPrintable(f.document.undoStack()->undoText() + QStringLiteral(" -> ") + broken));
        }
        QVERIFY(refused > 10 && history.size() > 50);
        QUndoStack* stack = f.document.undoStack();
        for (std::size_t i = history.size() - 1; i > 0; --i) {
            QVERIFY(Plan::sameContent(f.document.plan(), history[i]));
            stack->undo();
            QVERIFY(Plan::sameContent(mirror, f.document.plan()));
        }
        QVERIFY(Plan::sameContent(f.document.plan(), history.front()));
        QVERIFY(!f.document.isModified() && !stack->canUndo());
        for (std::size_t i = 1; i < history.size(); ++i) {
            stack->redo();
            QVERIFY(Plan::sameContent(f.document.plan(), history[i]));
        }
        QVERIFY(!stack->canRedo());
        for (int i = 0; i < 50; ++i) { // anywhere in history, in any order
            const int at = static_cast<int>(storm.number(history.size()));
            stack->setIndex(at);
            QVERIFY(Plan::sameContent(f.document.plan(), history[static_cast<std::size_t>(at)]));
            QVERIFY(Plan::sameContent(mirror, f.document.plan()));
            QVERIFY(f.document.plan().hasScenario(f.document.scenario()));
        }
    }

    void readOnlyRefusesEveryVerb() {
        EditFixture f;
        f.document.setReadOnly(true);
        Storm storm(f, 1);
        const Plan before = f.document.plan();
        for (int i = 0; i < 200; ++i) {
            const EditResult result = storm.verb();
            QVERIFY(!result.ok());
            QCOMPARE(result.refusal->check, QStringLiteral("read-only"));
        }
        Finding finding;
        finding.key = QStringLiteral("k");
        QVERIFY(!f.editor.acknowledge(finding, {}, {}).ok() && !f.editor.applyStep({}, {}).ok() &&
                !f.editor.setProvenance({}).ok());
        QVERIFY(!f.editor.replace(Kind::Span, std::make_shared<const Span>()).ok() &&
                !f.editor.renameScenario(Plan::baseScenario(), QStringLiteral("x")).ok());
        QVERIFY(Plan::sameContent(before, f.document.plan()));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::StormTest)
#include "test_storm.moc"
