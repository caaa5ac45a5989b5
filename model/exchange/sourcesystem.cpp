// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/sourcesystem.h"

#include "model/base/error.h"
#include "model/geo/gausskrueger.h"
#include "model/geo/projection.h"

#include <QCoreApplication>

#include <cmath>

namespace corridor {

namespace {

#define SYSTEM(text) QT_TRANSLATE_NOOP("SourceSystem", text)

QString shown(const char* text) {
    return QCoreApplication::translate("SourceSystem", text);
}

[[noreturn]] void refuseText(QStringView text) {
    throw Error(Blame::Usage, message(CORRIDOR_MSG("“%1” is no coordinate system; write wgs84, cgcs2000, gcj02, bd09, "
                                                   "gk3, gk3:117, gk3:39, gk6, gk6:117, gk6:20 or EPSG:4548."),
                                      text.toString()));
}

// Central meridian of "117" or of zone "39" (3°) or "20" (6°): the ranges do not touch.
double meridianFrom(QStringView text, int zoneWidth) {
    bool ok = false;
    const double number = text.toDouble(&ok);
    const bool isMeridian = ok && number >= 75 && number <= 135;
    const bool isZone = ok && number == std::floor(number) &&
                        (zoneWidth == 3 ? number >= 25 && number <= 45 : number >= 13 && number <= 23);
    if (!isMeridian && !isZone)
        return 0;
    return isMeridian ? number : zoneWidth == 3 ? 3 * number : 6 * number - 3;
}

std::optional<SourceSystem> gaussKruegerFrom(QStringView text) {
    SourceSystem system;
    system.type = SourceSystem::Type::GaussKrueger;
    system.zoneWidth = text.startsWith(u"gk6") ? 6 : 3;
    const QStringView rest = text.sliced(3);
    if (rest.isEmpty())
        return system;
    system.meridianDeg = rest.startsWith(u':') ? meridianFrom(rest.sliced(1), system.zoneWidth) : 0;
    return system.meridianDeg > 0 ? std::optional(system) : std::nullopt;
}

[[noreturn]] void refuseOldDatum(const char* name) {
    throw Error(
        Blame::Usage,
        message(CORRIDOR_MSG("No shift from %1 to CGCS2000 is published for the whole country; have the positions "
                             "converted to CGCS2000 by the office that holds its parameters."),
                shown(name)));
}

// "39 512 345.6" is a number with its zone; of a 6° zone too, which recogniseGaussKrueger() does not know.
struct PlaneGuess {
    int zone = 0; ///< 25–45: 3°; 13–23: 6°; 0: none before the easting
    bool swapped = false;
};

bool isSixDegreeEasting(double value) {
    const double easting = std::fmod(value, 1e6);
    return value >= 13e6 && value < 24e6 && std::abs(easting - 500'000) <= 400'000;
}

bool isNorthing(double value) {
    return value >= 1.9e6 && value <= 6.0e6;
}

std::optional<PlaneGuess> recognisePlane(const Point& pair) {
    if (const auto guess = recogniseGaussKrueger(pair.x, pair.y))
        return PlaneGuess{guess->zone, guess->swapped};
    if (isSixDegreeEasting(pair.x) && isNorthing(pair.y))
        return PlaneGuess{static_cast<int>(pair.x / 1e6), false};
    if (isSixDegreeEasting(pair.y) && isNorthing(pair.x))
        return PlaneGuess{static_cast<int>(pair.y / 1e6), true};
    return std::nullopt;
}

bool inChina(double lon, double lat) {
    return lon >= 70 && lon <= 140 && lat >= 0 && lat <= 60;
}

// What the number pairs look like, by majority.
struct Look {
    std::size_t count = 0, degrees = 0, degreesAsIs = 0, degreesSwapped = 0;
    std::size_t plane = 0, planeSwapped = 0, noZone = 0, zone3 = 0, zone6 = 0;
    int zone = 0; ///< the first that was seen
    Point example;

    bool isDegrees() const { return count > 0 && 2 * degrees >= count; }
    bool isPlane() const { return count > 0 && 2 * plane > count; }
    bool hasZones() const { return zone3 + zone6 > noZone; }
    bool swapped() const {
        return isPlane() ? 2 * planeSwapped > plane : degreesSwapped > degreesAsIs && 2 * degreesSwapped > count;
    }
};

void look(Look& at, const Point& pair) {
    if (!std::isfinite(pair.x) || !std::isfinite(pair.y))
        return;
    if (at.count++ == 0)
        at.example = pair;
    at.degrees += std::abs(pair.x) <= 361 && std::abs(pair.y) <= 361;
    at.degreesAsIs += inChina(pair.x, pair.y);
    at.degreesSwapped += inChina(pair.y, pair.x);
    const auto plane = recognisePlane(pair);
    if (!plane)
        return;
    ++at.plane;
    at.planeSwapped += plane->swapped;
    at.noZone += plane->zone == 0;
    at.zone3 += plane->zone >= 25;
    at.zone6 += plane->zone > 0 && plane->zone < 25;
    if (at.zone == 0)
        at.zone = plane->zone;
}

Look lookOf(std::span<const Point> sample) {
    Look at;
    for (const Point& pair : sample)
        look(at, pair);
    return at;
}

QString pairText(const Point& pair) {
    return shortestDecimal(pair.x) + QStringLiteral(", ") + shortestDecimal(pair.y);
}

bool isPlainDegrees(const FoundSystem& found) {
    return found.epsg == 4326 || found.epsg == 4490 || found.definition == u"OGC:CRS84";
}

SourceSystem systemOf(const FoundSystem& found) {
    SourceSystem system;
    if (isPlainDegrees(found))
        return system;
    system.type = SourceSystem::Type::Named;
    system.definition = found.definition;
    return system;
}

Message contradiction(const QString& saidName, const Point& example) {
    return message(
        CORRIDOR_MSG("its positions are said to be in %1, but numbers such as %2 cannot be; name the coordinate "
                     "system that they are in."),
        saidName, pairText(example));
}

// Nothing said: by the size of the numbers.
void guess(SystemChoice& choice, const Look& at) {
    if (at.count == 0 || at.isDegrees())
        return;
    if (!at.isPlane()) {
        choice.problem =
            message(CORRIDOR_MSG("numbers such as %1 are neither degrees nor Gauss–Krüger metres; name the "
                                 "coordinate system."),
                    pairText(at.example));
        return;
    }
    if (!at.hasZones()) {
        choice.problem =
            message(CORRIDOR_MSG("numbers such as %1 are metres of a Gauss–Krüger zone, but nothing says of "
                                 "which; name it, such as gk3:117 for the zone around 117° E."),
                    pairText(at.example));
        return;
    }
    choice.system.type = SourceSystem::Type::GaussKrueger;
    choice.system.zoneWidth = at.zone3 >= at.zone6 ? 3 : 6;
    choice.notes.push_back(
        message(CORRIDOR_MSG("nothing says in which coordinate system it is; by its numbers, such as %1, "
                             "it was taken as %2."),
                pairText(at.example), choice.system.label()));
}

double meridianOf(int zone) {
    return zone >= 25 ? 3.0 * zone : 6.0 * zone - 3;
}

// A plane system that the file or the user names by definition. "CM 117E" with eastings that start with 39 is a slip
// that many files hold; read as they say, they would lie on another continent.
void compareNamed(SystemChoice& choice, const Look& at, const QString& saidName) {
    const auto projection = Projection::fromUserInput(choice.system.definition.toStdString());
    if (!projection)
        return; // said by PositionReader
    const bool contradicts =
        projection->isGeographic() ? !at.isDegrees() : 2 * (at.degreesAsIs + at.degreesSwapped) > at.count;
    if (contradicts) {
        choice.problem = contradiction(saidName, at.example);
        return;
    }
    if (projection->isGeographic() || at.zone == 0)
        return;
    const Point pair = at.swapped() ? Point{at.example.y, at.example.x} : at.example;
    const double off = std::abs(projection->inverse(pair).lon - meridianOf(at.zone));
    if (!(off <= 4.5))
        choice.problem =
            message(CORRIDOR_MSG("its positions are said to be in %1, but the zone number in %2 stands for %3° "
                                 "E; name the coordinate system that they are in."),
                    saidName, pairText(at.example), shortestDecimal(meridianOf(at.zone)));
}

void compareGaussKrueger(SystemChoice& choice, const Look& at, const QString& saidName) {
    const double meridian = at.zone > 0 ? meridianOf(at.zone) : 0;
    if (at.isDegrees())
        choice.problem = contradiction(saidName, at.example);
    else if (choice.system.meridianDeg == 0 && at.noZone > 0)
        choice.problem =
            message(CORRIDOR_MSG("eastings such as those in %1 do not say their zone; name it, such as gk3:117 "
                                 "for the zone around 117° E."),
                    pairText(at.example));
    else if (choice.system.meridianDeg > 0 && meridian > 0 && meridian != choice.system.meridianDeg)
        choice.problem =
            message(CORRIDOR_MSG("the zone number in %1 stands for %2° E, not for %3° E; name the zone that "
                                 "they are in."),
                    pairText(at.example), shortestDecimal(meridian), shortestDecimal(choice.system.meridianDeg));
}

// The user or the file said something: do the numbers agree?
void compare(SystemChoice& choice, const Look& at, const QString& saidName) {
    if (at.count == 0)
        return;
    if (choice.system.type == SourceSystem::Type::Named)
        compareNamed(choice, at, saidName);
    else if (choice.system.type == SourceSystem::Type::GaussKrueger)
        compareGaussKrueger(choice, at, saidName);
    else if (!at.isDegrees())
        choice.problem = contradiction(saidName, at.example);
}

} // namespace

QString SourceSystem::text() const {
    if (type == Type::Named)
        return definition;
    if (type == Type::GaussKrueger)
        return QStringLiteral("gk%1").arg(zoneWidth) +
               (meridianDeg > 0 ? u':' + shortestDecimal(meridianDeg) : QString());
    return datum == Datum::Gcj02  ? QStringLiteral("gcj02")
           : datum == Datum::Bd09 ? QStringLiteral("bd09")
                                  : QStringLiteral("wgs84");
}

QString SourceSystem::label() const {
    if (type == Type::Named)
        return definition.startsWith(u"EPSG:") ? definition : definition.section(u'"', 1, 1);
    if (type == Type::GaussKrueger && meridianDeg > 0)
        return shown(SYSTEM("Gauss–Krüger %1°, %2° E (CGCS2000)")).arg(zoneWidth).arg(shortestDecimal(meridianDeg));
    if (type == Type::GaussKrueger)
        return shown(SYSTEM("Gauss–Krüger %1° with zone number (CGCS2000)")).arg(zoneWidth);
    return datum == Datum::Gcj02  ? shown(SYSTEM("GCJ-02, longitude and latitude"))
           : datum == Datum::Bd09 ? shown(SYSTEM("BD-09, longitude and latitude"))
                                  : shown(SYSTEM("WGS 84 or CGCS2000, longitude and latitude"));
}

SourceSystem sourceSystemFromText(QStringView text) {
    const QString word = text.trimmed().toString().toLower();
    SourceSystem system;
    if (word == u"wgs84" || word == u"cgcs2000")
        return system;
    if (word == u"gcj02" || word == u"bd09") {
        system.datum = word == u"gcj02" ? Datum::Gcj02 : Datum::Bd09;
        return system;
    }
    if (word.startsWith(u"xian80"))
        refuseOldDatum(SYSTEM("Xi'an 80"));
    if (word.startsWith(u"beijing54"))
        refuseOldDatum(SYSTEM("Beijing 54"));
    if (word.startsWith(u"gk3") || word.startsWith(u"gk6")) {
        if (const auto found = gaussKruegerFrom(word))
            return *found;
        refuseText(text);
    }
    bool ok = false;
    const int code = word.startsWith(u"epsg:") ? word.sliced(5).toInt(&ok) : 0;
    if (!ok || code <= 0)
        refuseText(text);
    system.type = SourceSystem::Type::Named;
    system.definition = QStringLiteral("EPSG:%1").arg(code);
    return code == 4326 || code == 4490 ? SourceSystem{} : system;
}

SystemChoice chooseSystem(std::span<const Point> sample, const std::optional<FoundSystem>& declared,
                          const std::optional<SourceSystem>& asked) {
    const Look at = lookOf(sample);
    SystemChoice choice;
    if (asked) {
        choice.system = *asked;
        compare(choice, at, asked->label());
    } else if (declared) {
        choice.system = systemOf(*declared);
        compare(choice, at, declared->name.isEmpty() ? choice.system.label() : declared->name);
    } else {
        guess(choice, at);
    }
    choice.swapped = at.swapped();
    if (choice.swapped && !choice.problem)
        choice.notes.push_back(
            message(CORRIDOR_MSG("by their size, the first number of each position, such as %1, is its "
                                 "latitude or northing and was taken so."),
                    pairText(at.example)));
    return choice;
}

} // namespace corridor
