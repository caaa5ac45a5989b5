// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/id.h"

#include <QtTest>

#include <unordered_set>

namespace corridor {

class IdTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void freshIdsAreLegalAndDifferent() {
        std::unordered_set<EntityId> seen;
        for (int i = 0; i < 20000; ++i) {
            const EntityId id = newEntityId();
            QVERIFY(!id.isNull() && id.value <= kMaxEntityId);
            QVERIFY(seen.insert(id).second);
        }
    }

    void doublesKeepThem() {
        QCOMPARE(static_cast<quint64>(static_cast<double>(kMaxEntityId)), kMaxEntityId);
        QCOMPARE(static_cast<quint64>(static_cast<double>(kMaxEntityId - 1)), kMaxEntityId - 1);
    }

    // The ids of the sample plan hang on this value: it must never change.
    void stableIdsAreStable() {
        QCOMPARE(stableEntityId(u"scenario/base"), stableEntityId(u"scenario/base"));
        QVERIFY(stableEntityId(u"a") != stableEntityId(u"b"));
        // First 8 bytes of SHA-256("") = e3b0c44298fc1c14, lowest 53 bits.
        QCOMPARE(stableEntityId(u"").value, quint64(0x0010c44298fc1c14));
    }

    void readsDecimalIdsOnly() {
        QCOMPARE(entityIdFromString(u"1"), std::optional(EntityId{1}));
        QCOMPARE(entityIdFromString(u"9007199254740991"), std::optional(EntityId{kMaxEntityId}));
        for (const char* text :
             {"", "0", "9007199254740992", "18446744073709551616", "-1", "+5", " 5", "5 ", "0x5", "5.0", "GD-5"})
            QVERIFY2(!entityIdFromString(QString::fromLatin1(text)), text);
        const EntityId id = newEntityId();
        QCOMPARE(entityIdFromString(id.toString()), std::optional(id));
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::IdTest)
#include "test_id.moc"
