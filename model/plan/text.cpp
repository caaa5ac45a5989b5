// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/plan/schema.h"

#include <charconv>

// Values as text: what CSV columns, the content hash and messages share.

namespace corridor {

namespace {

QString pointText(const LonLat& point) {
    return shortestDecimal(point.lon) + u' ' + shortestDecimal(point.lat);
}

QString ringText(const std::vector<LonLat>& points) {
    QStringList parts;
    parts.reserve(static_cast<qsizetype>(points.size()));
    for (const LonLat& point : points)
        parts += pointText(point);
    return u'(' + parts.join(QStringLiteral(", ")) + u')';
}

QString polygonText(const Polygon& polygon) {
    if (polygon.rings.empty())
        return {};
    QStringList rings;
    for (const auto& ring : polygon.rings)
        rings += ringText(ring);
    return QStringLiteral("POLYGON (") + rings.join(QStringLiteral(", ")) + u')';
}

struct TextOf {
    QString operator()(std::monostate) const { return {}; }
    QString operator()(bool value) const { return value ? QStringLiteral("1") : QStringLiteral("0"); }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(double value) const { return shortestDecimal(value); }
    QString operator()(const QString& value) const { return value; }
    QString operator()(const Date& value) const { return value.toString(); }
    QString operator()(const EntityId& value) const { return value.isNull() ? QString() : value.toString(); }
    QString operator()(const LonLat& value) const { return QStringLiteral("POINT (%1)").arg(pointText(value)); }
    QString operator()(const Line& value) const {
        return value.empty() ? QString() : QStringLiteral("LINESTRING ") + ringText(value);
    }
    QString operator()(const Polygon& value) const { return polygonText(value); }
    QString operator()(const RefList& value) const {
        QStringList ids;
        for (const EntityId id : value)
            ids += id.toString();
        return ids.join(u' ');
    }
    QString operator()(const YearReals& value) const {
        QStringList parts;
        for (const auto& [year, amount] : value)
            parts += QString::number(year) + u'=' + shortestDecimal(amount);
        return parts.join(u';');
    }
    QString operator()(const RealList& value) const {
        QStringList parts;
        for (const double amount : value)
            parts += shortestDecimal(amount);
        return parts.join(u' ');
    }
};

[[noreturn]] void refuse(const Field& field, const QString& text) {
    throw Error(Blame::FileContent, message(CORRIDOR_MSG("“%1” cannot hold “%2”."), field.labelText(), text));
}

std::optional<double> realFrom(const QString& text) {
    bool ok = false;
    const double value = text.toDouble(&ok); // C locale by Qt's contract
    return ok && qIsFinite(value) ? std::optional<double>(value) : std::nullopt;
}

// "116.4 39.9, 116.5 40.0" → points
std::optional<std::vector<LonLat>> pointsFrom(const QString& inner) {
    std::vector<LonLat> points;
    for (const QString& part : inner.split(u',')) {
        const QStringList pair = part.simplified().split(u' ');
        const auto lon = pair.size() == 2 ? realFrom(pair[0]) : std::nullopt;
        const auto lat = pair.size() == 2 ? realFrom(pair[1]) : std::nullopt;
        if (!lon || !lat)
            return std::nullopt;
        points.push_back(LonLat{*lon, *lat});
    }
    return points;
}

// The text between the outermost brackets of `WORD (…)`, if it is that.
std::optional<QString> insideOf(const QString& text, QLatin1String word) {
    const QString trimmed = text.trimmed();
    const qsizetype open = trimmed.indexOf(u'(');
    if (!trimmed.startsWith(word, Qt::CaseInsensitive) || open < 0 || !trimmed.endsWith(u')'))
        return std::nullopt;
    if (!trimmed.mid(word.size(), open - word.size()).trimmed().isEmpty())
        return std::nullopt;
    return trimmed.mid(open + 1, trimmed.size() - open - 2);
}

Value polygonFrom(const Field& field, const QString& text) {
    const auto inside = insideOf(text, QLatin1String("POLYGON"));
    if (!inside)
        refuse(field, text);
    // "(ring), (ring)": rings in brackets, commas between, nothing else.
    Polygon polygon;
    qsizetype at = 0;
    for (;;) {
        while (at < inside->size() && inside->at(at).isSpace())
            ++at;
        const qsizetype end = at < inside->size() && inside->at(at) == u'(' ? inside->indexOf(u')', at) : -1;
        const auto ring = end < 0 ? std::nullopt : pointsFrom(inside->mid(at + 1, end - at - 1));
        if (!ring)
            refuse(field, text);
        polygon.rings.push_back(*ring);
        const QString rest = inside->mid(end + 1).trimmed();
        if (rest.isEmpty())
            return polygon;
        if (!rest.startsWith(u','))
            refuse(field, text);
        at = inside->indexOf(u',', end) + 1;
    }
}

Value geometryFrom(const Field& field, const QString& text) {
    if (field.type == FieldType::Polygon)
        return polygonFrom(field, text);
    const bool isPoint = field.type == FieldType::Point;
    const auto inside = insideOf(text, QLatin1String(isPoint ? "POINT" : "LINESTRING"));
    const auto points = inside ? pointsFrom(*inside) : std::nullopt;
    if (!points || (isPoint && points->size() != 1))
        refuse(field, text);
    return isPoint ? Value(points->front()) : Value(*points);
}

Value yearsFrom(const Field& field, const QString& text) {
    YearReals values;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts)) {
        bool ok = false;
        const int year = part.section(u'=', 0, 0).trimmed().toInt(&ok);
        const auto amount = realFrom(part.section(u'=', 1).trimmed());
        if (!ok || !amount)
            refuse(field, text);
        values.emplace_back(year, *amount);
    }
    return values;
}

template <class List, class Read>
Value listFrom(const Field& field, const QString& text, Read read) {
    List values;
    for (const QString& part : text.split(u' ', Qt::SkipEmptyParts)) {
        const auto item = read(part);
        if (!item)
            refuse(field, text);
        values.push_back(*item);
    }
    return values;
}

Value booleanFrom(const Field& field, const QString& text) {
    const QString word = text.trimmed().toLower();
    if (word == u"1" || word == u"true" || word == u"yes" || word == u"是")
        return true;
    if (word == u"0" || word == u"false" || word == u"no" || word == u"否")
        return false;
    refuse(field, text);
}

template <class T>
Value orRefuse(const Field& field, const QString& text, const std::optional<T>& value) {
    if (!value)
        refuse(field, text);
    return *value;
}

} // namespace

QString shortestDecimal(double value) {
    if (value == 0)
        return QStringLiteral("0"); // also −0: one spelling of one number
    char buffer[64];
    const auto result = std::to_chars(buffer, buffer + sizeof buffer, value);
    return QString::fromLatin1(buffer, result.ptr - buffer);
}

std::optional<double> valueInYear(const YearReals& values, int year) {
    std::optional<double> found;
    for (const auto& [from, amount] : values)
        if (from <= year)
            found = amount;
    return found;
}

QString valueToText(const Value& value) {
    return std::visit(TextOf{}, value);
}

Value valueFromText(const Field& field, const QString& text) {
    if (text.isEmpty())
        return {};
    switch (field.type) {
    case FieldType::Text:
    case FieldType::Enumeration:
        return text;
    case FieldType::Real:
        return orRefuse(field, text, realFrom(text));
    case FieldType::Integer: {
        bool ok = false;
        const qint64 value = text.toLongLong(&ok);
        return orRefuse(field, text, ok ? std::optional<qint64>(value) : std::nullopt);
    }
    case FieldType::Boolean:
        return booleanFrom(field, text);
    case FieldType::Date:
        return orRefuse(field, text, Date::fromString(text.trimmed()));
    case FieldType::Reference:
        return orRefuse(field, text, entityIdFromString(text));
    case FieldType::Point:
    case FieldType::Line:
    case FieldType::Polygon:
        return geometryFrom(field, text);
    case FieldType::References:
        return listFrom<RefList>(field, text, [](const QString& part) { return entityIdFromString(part); });
    case FieldType::YearReals:
        return yearsFrom(field, text);
    case FieldType::Reals:
        return listFrom<RealList>(field, text, realFrom);
    }
    return {};
}

} // namespace corridor
