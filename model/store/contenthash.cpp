// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/store/contenthash.h"

#include "model/store/canonical.h"

#include <QCryptographicHash>

namespace corridor {

namespace {

constexpr qsizetype kFlushBytes = 1 << 16;
constexpr int kDigestBytes = 16;

/// Collects text and hands it to the hash in pieces.
class Hasher {
public:
    explicit Hasher(const CancelToken& cancel)
        : mCancel(cancel) {}

    QByteArray& buffer() { return mBuffer; }
    void object(const EntitySchema& schema, EntityId id, const Entity* entity) {
        mBuffer += "id " + QByteArray::number(id.value) + '\n';
        if (entity)
            appendCanonical(mBuffer, schema, *entity, CanonicalForm::Text);
        else
            mBuffer += "removed\n";
        if (mBuffer.size() > kFlushBytes)
            flush();
    }
    bool isCancelled() const { return mCancel.isCancelled(); }
    QByteArray result() {
        flush();
        return isCancelled() ? QByteArray() : mHash.result().toHex();
    }

private:
    void flush() {
        mHash.addData(mBuffer);
        mBuffer.resize(0);
    }
    const CancelToken& mCancel;
    QByteArray mBuffer;
    QCryptographicHash mHash{QCryptographicHash::Sha256};
};

void hashOverlay(Hasher& hasher, const Plan& plan, EntityId scenario) {
    plan.forEachOverlayRow(scenario, [&](Kind kind, EntityId id, const Slot& slot) {
        if (slot.state == Slot::State::Absent || hasher.isCancelled())
            return;
        hasher.buffer() += QByteArray("in ") + schemaOf(kind).table + '\n';
        hasher.object(schemaOf(kind), id, slot.entity.get());
    });
}

} // namespace

QByteArray contentHash(const Plan& plan) {
    return contentHash(plan, CancelToken());
}

QByteArray contentHash(const Plan& plan, const CancelToken& cancel) {
    Hasher hasher(cancel);
    hasher.buffer() += "corridor-plan 1\n";
    for (const Kind kind : allKinds()) {
        hasher.buffer() += QByteArray("table ") + schemaOf(kind).table + '\n';
        plan.base().forEach(kind, [&](const EntityRef& object) {
            if (!hasher.isCancelled())
                hasher.object(schemaOf(kind), object->id, object.ptr.get());
        });
    }
    std::vector<EntityId> scenarios;
    for (const Scenario* scenario : plan.scenarios())
        if (scenario->id != Plan::baseScenario() && plan.overlaySize(scenario->id) > 0)
            scenarios.push_back(scenario->id);
    std::sort(scenarios.begin(), scenarios.end());
    for (const EntityId id : scenarios) {
        hasher.buffer() += "overlay " + QByteArray::number(id.value) + '\n';
        hashOverlay(hasher, plan, id);
    }
    return hasher.result();
}

QByteArray rowDigest(Kind kind, const Entity& entity) {
    QByteArray text;
    appendCanonical(text, schemaOf(kind), entity, CanonicalForm::Binary);
    return QCryptographicHash::hash(text, QCryptographicHash::Blake2b_256).first(kDigestBytes);
}

} // namespace corridor
