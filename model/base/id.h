// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

#include <compare>
#include <functional>
#include <optional>

namespace corridor {

/// A strong integer id. Never a list index, never arithmetic.
template <class Tag>
struct Id {
    quint64 value = 0;

    bool isNull() const { return value == 0; }
    explicit operator bool() const { return value != 0; }
    friend auto operator<=>(const Id&, const Id&) = default;
    QString toString() const { return QString::number(value); }
};

/// Identifies one object of a plan, unique over all kinds and scenarios. Random below 2^53, so that JSON and
/// spreadsheets keep it exact and two mailed copies of a plan do not hand out the same id; 0 is null.
using EntityId = Id<struct EntityTag>;
using ScenarioId = Id<struct ScenarioTag>;
using RunId = Id<struct RunTag>;

inline constexpr quint64 kMaxEntityId = (quint64(1) << 53) - 1;

/// A fresh random id (system randomness; collisions are checked by whoever adds the object).
EntityId newEntityId();

/// A stable id made from text: the same text always gives the same id. Used for compiled-in data such as the sample
/// plan.
EntityId stableEntityId(QStringView text);

/// Parses a decimal id in 1 … 2^53 − 1; nothing otherwise.
std::optional<EntityId> entityIdFromString(QStringView text);

} // namespace corridor

template <class Tag>
struct std::hash<corridor::Id<Tag>> {
    std::size_t operator()(const corridor::Id<Tag>& id) const noexcept {
        return static_cast<std::size_t>(id.value * 0x9E3779B97F4A7C15ull);
    }
};
