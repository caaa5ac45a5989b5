// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/id.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

namespace corridor {

EntityId newEntityId() {
    for (;;) {
        const quint64 value = QRandomGenerator::system()->generate64() & kMaxEntityId;
        if (value != 0)
            return EntityId{value};
    }
}

EntityId stableEntityId(QStringView text) {
    const QByteArray digest = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256);
    quint64 value = 0;
    for (int i = 0; i < 8; ++i)
        value = (value << 8) | static_cast<quint8>(digest[i]);
    value &= kMaxEntityId;
    return EntityId{value ? value : 1};
}

std::optional<EntityId> entityIdFromString(QStringView text) {
    bool ok = false;
    const quint64 value = text.toULongLong(&ok);
    if (!ok || value == 0 || value > kMaxEntityId)
        return std::nullopt;
    return EntityId{value};
}

} // namespace corridor
