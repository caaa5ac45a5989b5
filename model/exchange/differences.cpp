// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/differences.h"

#include "model/exchange/codebook.h"
#include "model/geo/coordinatetext.h"
#include "model/geo/polyline.h"
#include "model/plan/references.h"

#include <QCoreApplication>

namespace corridor {

namespace {

constexpr qsizetype longestText = 60; // of a value in one line

#define SHOWN(text) QT_TRANSLATE_NOOP("ImportDifference", text)

QString shown(const char* text) {
    return QCoreApplication::translate("ImportDifference", text);
}

QString lineText(const Line& line) {
    const double km = polylineLength(line) / 1000;
    return shown(SHOWN("line of %1 points, %2 km")).arg(line.size()).arg(QString::number(km, 'f', 3));
}

QString polygonText(const Polygon& polygon) {
    std::size_t points = 0;
    for (const auto& ring : polygon.rings)
        points += ring.size();
    return shown(SHOWN("outline of %1 points")).arg(points);
}

// Names objects of both sides: of the plan, and those that come with the import.
class ValueText {
public:
    ValueText(const EntitySet& target, const ImportResult& result)
        : mBook(target) {
        for (const ImportedObject& object : result.objects)
            mBook.add(object.kind, object.entity->id, object.entity->code, object.entity->name);
    }

    QString of(const Field& field, const Value& value) const {
        if (isUnknown(value))
            return QStringLiteral("—");
        if (const auto* id = std::get_if<EntityId>(&value))
            return mBook.tokenOf(*id, {});
        if (const auto* ids = std::get_if<RefList>(&value))
            return listText(*ids);
        if (const auto* point = std::get_if<LonLat>(&value))
            return QString::fromStdString(formatLonLat(*point, AngleStyle::Decimal, 6));
        if (const auto* line = std::get_if<Line>(&value))
            return lineText(*line);
        if (const auto* polygon = std::get_if<Polygon>(&value))
            return polygonText(*polygon);
        if (field.type == FieldType::Enumeration)
            return wordLabel(field, valueToText(value));
        const QString text = valueToText(value).simplified();
        return text.size() > longestText ? text.left(longestText - 1) + u'…' : text;
    }

private:
    QString listText(const RefList& ids) const {
        QStringList tokens;
        for (const EntityId id : ids)
            tokens += mBook.tokenOf(id, {});
        return tokens.isEmpty() ? QStringLiteral("—") : tokens.join(u' ');
    }

    CodeBook mBook;
};

} // namespace

std::vector<ObjectDifference> differencesOf(const EntitySet& target, const ImportResult& result) {
    const ValueText text(target, result);
    std::vector<ObjectDifference> out;
    for (const ImportedObject& object : result.objects) {
        const EntitySchema& schema = schemaOf(object.kind);
        const EntityRef before = target.find(object.kind, object.entity->id);
        ObjectDifference difference{object.kind,  object.entity->id, object.entity->code, object.entity->name,
                                    object.isNew, object.file,       object.line,         {}};
        const quint64 mask = before ? changedFields(schema, before.ptr.get(), object.entity.get()) : 0;
        for (std::size_t i = 0; i < schema.fields.size(); ++i)
            if (mask >> i & 1) {
                const Field& field = schema.fields[i];
                difference.fields.push_back(
                    {&field, text.of(field, field.get(*before)), text.of(field, field.get(*object.entity))});
            }
        out.push_back(std::move(difference));
    }
    return out;
}

} // namespace corridor
