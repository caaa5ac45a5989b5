// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/id.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

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
    if (!std::all_of(text.begin(), text.end(),
                     [](QChar c) { return c >= u'0' && c <= u'9'; })) // toULongLong() takes "+5" and " 5"
        return std::nullopt;
    bool ok = false;
    const quint64 value = text.toULongLong(&ok);
    if (!ok || value == 0 || value > kMaxEntityId)
        return std::nullopt;
    return EntityId{value};
}

} // namespace corridor
