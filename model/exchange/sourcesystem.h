// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"
#include "model/geo/datumshift.h"
#include "model/geo/point.h"
#include "model/plan/value.h"

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace corridor {

/// The coordinate system that a foreign file declares for one of its layers.
struct FoundSystem {
    QString name;       ///< as the file calls it: "CGCS2000 / 3-degree Gauss-Kruger CM 117E"
    int epsg = 0;       ///< 0 = none known
    QString definition; ///< "EPSG:4548", else WKT

    friend bool operator==(const FoundSystem&, const FoundSystem&) = default;
};

/// What a pair of numbers in a foreign file means.
struct SourceSystem {
    enum class Type {
        Degrees,      ///< longitude and latitude on `datum`
        GaussKrueger, ///< metres of CGCS2000, with or without the zone number before the easting
        Named         ///< `definition`, as PROJ knows it
    };
    Type type = Type::Degrees;
    Datum datum = Datum::Wgs84;
    int zoneWidth = 3;      ///< degrees, 3 or 6
    double meridianDeg = 0; ///< central meridian; 0 = each easting says its zone
    QString definition;     ///< "EPSG:32650" or WKT

    /// As sourceSystemFromText() reads it: "wgs84", "gcj02", "gk3", "gk3:117", "EPSG:32650".
    QString text() const;
    /// As people call it, in the language shown: "Gauss–Krüger 3°, 117° E (CGCS2000)".
    QString label() const;

    friend bool operator==(const SourceSystem&, const SourceSystem&) = default;
};

/// Reads what a user says of a system: wgs84, cgcs2000 (taken as the same), gcj02, bd09; gk3 and gk6 (the zone stands
/// before each easting); gk3:117, gk6:117 (central meridian, 75–135), gk3:39, gk6:20 (zone, 25–45 or 13–23); EPSG:n.
/// Any case. Throws Error (Usage) with a sentence that lists these for what is none of them; also for xian80 and
/// beijing54, whose shifts to CGCS2000 are not published for the whole country.
SourceSystem sourceSystemFromText(QStringView text);

/// How the positions of one table are read.
struct SystemChoice {
    SourceSystem system;
    bool swapped = false;           ///< the first number is the latitude or the northing
    std::vector<Message> notes;     ///< what was guessed; to be told
    std::optional<Message> problem; ///< why the positions cannot be read, and what to do
};

/// Decides by what the user asked for, else by what the file declares, else by the size of the numbers: degrees on
/// WGS 84, or Gauss–Krüger metres whose eastings say their zone. Which number comes first is found by size (majority of
/// `sample`; degrees are recognised as swapped inside 0–60° N, 70–140° E only). A declared system that the numbers
/// contradict is a problem, never overridden in silence. `sample`: number pairs as in the file; those not finite are
/// passed over.
SystemChoice chooseSystem(std::span<const Point> sample, const std::optional<FoundSystem>& declared,
                          const std::optional<SourceSystem>& asked);

/// Turns number pairs of a file into positions on CGCS2000. Accuracy: 1e-9 degree against PROJ for plane systems, that
/// of convertDatum() for degrees. One thread at a time.
class PositionReader {
public:
    /// Throws Error (FileContent) when PROJ cannot read the definition, or knows no published transformation to
    /// CGCS2000 for the place of `sample` (never a silent shift of a hundred metres).
    PositionReader(const SystemChoice& choice, std::span<const Point> sample);
    ~PositionReader();
    PositionReader(PositionReader&&) noexcept;
    PositionReader& operator=(PositionReader&&) noexcept;

    /// NaN where there is no such position. Degrees are not checked against their range: LonLat::isValid() says.
    LonLat read(double first, double second) const;
    /// The same for every point of a geometry whose LonLat hold number pairs; other values come back as they are.
    Value read(Value geometry) const;

private:
    struct Impl;
    std::unique_ptr<Impl> mImpl;
};

} // namespace corridor
