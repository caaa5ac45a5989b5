// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/polygon.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace corridor {

/// Where a place lies, in the words that plans use: 内蒙古自治区, 乌兰察布市. A municipality is its own city: 北京市,
/// 北京市.
struct AdminUnit {
    QString province, city;

    friend bool operator==(const AdminUnit&, const AdminUnit&) = default;
};

/// What the provenance of a province or city says that was taken from the base map. Stored as it stands here, shown in
/// the language of the window.
inline const QString kBaseMapSource = QStringLiteral("Base map, by position");

/// Answers the unit that a position lies in; nothing where none is known.
using UnitLookup = std::function<std::optional<AdminUnit>(const LonLat&)>;

/// The prefectures and municipalities of the base map (maps/README.md: 108.5–120° E, 37–42.2° N). Their borders are
/// good to 100–300 m: a place nearer to one may lie on its other side. Immutable once made; threads share it.
class AdminUnits {
public:
    /// One polygon of a unit, WGS 84; a unit may have several.
    struct Part {
        AdminUnit unit;
        Polygon polygon;
    };

    AdminUnits() = default;
    explicit AdminUnits(std::vector<Part> parts);

    /// Reads units.bin. Throws Error: Environment if it cannot be read, FileContent if it is damaged.
    static AdminUnits load(const QString& path);

    /// The unit of a position; on a common border the one that stands first in the file. Nothing at sea, outside the
    /// frame, and for a position that is none.
    std::optional<AdminUnit> at(const LonLat& position) const;
    const std::vector<Part>& parts() const { return mParts; }

private:
    std::vector<Part> mParts;
    std::vector<Box> mBoxes; ///< of the parts
};

/// A lookup in the file of that path, which is read when the first place is asked for. One that cannot be read knows no
/// place: the fields stay empty, as they would without a base map.
UnitLookup unitLookupIn(const QString& path);

} // namespace corridor
