// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/newplan.h"

#include "model/base/error.h"
#include "model/plan/energysettings.h"
#include "model/plan/schema.h"
#include "model/plan/settings.h"
#include "model/rules/rulepack.h"
#include "model/session/resources.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>

namespace corridor {

namespace {

// Turns one library file into rows with provenance.
class LibraryReader {
public:
    LibraryReader(ChangeBuilder& builder, QString file, const QByteArray& json)
        : mBuilder(builder)
        , mFile(std::move(file)) {
        mRoot = QJsonDocument::fromJson(json).object();
        if (mRoot.isEmpty())
            refuse(message(CORRIDOR_MSG("the file")).text());
        const std::optional<Date> valid = Date::fromString(mRoot.value(QLatin1String("valid_from")).toString());
        if (!valid)
            refuse(QStringLiteral("valid_from"));
        mValidFrom = *valid;
    }

    void readFibres() {
        for (const QJsonObject& object : objects("fibres")) {
            FibreType type;
            nameFrom(object, QStringLiteral("fibre_type/"), type);
            type.validFrom = mValidFrom;
            readFigures(object, Kind::FibreType, type);
            if (!object.contains(QLatin1String("group_index")))
                refuse(type.code + QStringLiteral(" (group_index)"));
            mBuilder.put(type);
        }
    }
    void readEquipment() {
        for (const QJsonObject& object : objects("elements")) {
            EquipmentType type;
            nameFrom(object, QStringLiteral("equipment_type/"), type);
            type.validFrom = mValidFrom;
            readFigures(object, Kind::EquipmentType, type);
            mBuilder.put(type);
        }
    }
    // Factors that settings know become settings; the others are for other uses of the library.
    void readConstants(const std::function<bool(const QString&)>& wanted) {
        for (const QJsonObject& object : objects("constants")) {
            const QString key = object.value(QLatin1String("code")).toString();
            if (!wanted(key))
                continue;
            const QJsonObject figure = object.value(QLatin1String("number")).toObject();
            Setting row = settingRow(mBuilder.plan().base(), key, shortestDecimal(valueOf(figure, key)));
            const EntityId id = row.id;
            const QString code = row.code;
            nameFrom(object, {}, row);
            row.id = id;
            row.code = code;
            mBuilder.put(row);
            putProvenance(id, QStringLiteral("value"), figure, key);
        }
    }

private:
    [[noreturn]] void refuse(const QString& what) const {
        throw Error(
            Blame::FileContent,
            message(
                CORRIDOR_MSG(
                    "%1 of the program's library cannot be used: %2 has no legal value; install the program again."),
                mFile, what));
    }
    std::vector<QJsonObject> objects(const char* list) const {
        std::vector<QJsonObject> out;
        for (const QJsonValue& value : mRoot.value(QLatin1String(list)).toArray())
            out.push_back(value.toObject());
        if (out.empty())
            refuse(QLatin1String(list));
        return out;
    }
    void nameFrom(const QJsonObject& object, const QString& idPrefix, Entity& entity) const {
        entity.code = object.value(QLatin1String("code")).toString();
        if (entity.code.isEmpty())
            refuse(QStringLiteral("code"));
        const QJsonObject name = object.value(QLatin1String("name")).toObject();
        entity.id = stableEntityId(idPrefix + entity.code);
        entity.name = name.value(QLatin1String("zh")).toString();
        entity.nameEn = name.value(QLatin1String("en")).toString();
        entity.note = object.value(QLatin1String("note")).toString();
    }
    double valueOf(const QJsonObject& figure, const QString& what) const {
        const QJsonValue value = figure.value(QLatin1String("value"));
        if (!value.isDouble())
            refuse(what);
        return value.toDouble();
    }
    // Every key of the object that is a real field of the kind.
    void readFigures(const QJsonObject& object, Kind kind, Entity& entity) {
        for (const Field& field : schemaOf(kind).fields) {
            const QJsonValue figure = object.value(QLatin1String(field.name));
            if (field.type != FieldType::Real || !figure.isObject())
                continue;
            const QString what = entity.code + QStringLiteral(" (%1)").arg(QLatin1String(field.name));
            const Value value = valueOf(figure.toObject(), what);
            if (field.check(value))
                refuse(what);
            field.set(entity, value);
            putProvenance(entity.id, QLatin1String(field.name), figure.toObject(), what);
        }
    }
    void putProvenance(EntityId subject, const QString& fieldName, const QJsonObject& figure, const QString& what) {
        Provenance row;
        row.id = stableEntityId(QStringLiteral("provenance/%1/%2").arg(subject.toString(), fieldName));
        row.subject = subject;
        row.field = fieldName;
        row.source = figure.value(QLatin1String("source")).toString();
        row.note = figure.value(QLatin1String("note")).toString();
        row.low = figure.value(QLatin1String("low")).toDouble(valueOf(figure, what));
        row.high = figure.value(QLatin1String("high")).toDouble(valueOf(figure, what));
        const std::optional<Date> date = Date::fromString(figure.value(QLatin1String("date")).toString());
        const Field& confidence = *schemaOf(Kind::Provenance).field(u"confidence");
        const Value word = figure.value(QLatin1String("confidence")).toString();
        if (!date || confidence.check(word) || *row.low > *row.high)
            refuse(what);
        row.date = *date;
        confidence.set(row, word);
        mBuilder.put(row);
    }

    ChangeBuilder& mBuilder;
    QString mFile;
    QJsonObject mRoot;
    Date mValidFrom;
};

void putSettings(ChangeBuilder& builder, const NewPlanOptions& options, const QString& rulePack) {
    const PlanSettings defaults;
    const std::pair<const char*, QString> rows[] = {{"title", options.title},
                                                    {"title_en", options.titleEn},
                                                    {"year", QString::number(options.year)},
                                                    {"ring_radius_km", shortestDecimal(defaults.ringRadiusKm)},
                                                    {"equipment_mode", QStringLiteral("lump")},
                                                    {"rtt_layer", QStringLiteral("transport")},
                                                    {"backup_decides", QStringLiteral("0")},
                                                    {"tce_basis", QStringLiteral("primary")},
                                                    {"backup_reserves", QStringLiteral("1")},
                                                    {"rule_pack", rulePack}};
    for (const auto& [key, value] : rows)
        if (!value.isEmpty())
            builder.put(settingRow(builder.plan().base(), QLatin1String(key), value));
}

QStringList rulePackNames() {
    QStringList names;
    for (const QFileInfo& file : QDir(resourceFolder() + QStringLiteral("/rulepacks"))
                                     .entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name))
        names += file.completeBaseName();
    return names;
}

} // namespace

Plan newPlan(const NewPlanOptions& options) {
    LibraryTexts library;
    library.fibre = readResource(QStringLiteral("equipment/fibre.json"));
    library.equipment = readResource(QStringLiteral("equipment/equipment.json"));
    library.energy = readResource(QStringLiteral("equipment/energy.json"));
    for (const QString& name : options.rulePacks) {
        const QString file = QDir(resourceFolder()).filePath(QStringLiteral("rulepacks/%1.json").arg(name));
        if (!QFileInfo::exists(file))
            throw Error(Blame::Usage, message(CORRIDOR_MSG("The program has no rule pack “%1”; it has: %2."), name,
                                              rulePackNames().join(QStringLiteral(", "))));
        library.rulePacks.emplace_back(name + QStringLiteral(".json"),
                                       readResource(QStringLiteral("rulepacks/%1.json").arg(name)));
    }
    return newPlan(options, library);
}

Plan newPlan(const NewPlanOptions& options, const LibraryTexts& library) {
    const Plan empty;
    ChangeBuilder builder(empty, Plan::baseScenario());
    QString inForce;
    for (const auto& [name, json] : library.rulePacks) {
        const RulePackRow row = rulePackRow(json, name);
        if (inForce.isEmpty())
            inForce = row.code;
        builder.put(row);
    }
    LibraryReader(builder, QStringLiteral("fibre.json"), library.fibre).readFibres();
    LibraryReader equipment(builder, QStringLiteral("equipment.json"), library.equipment);
    equipment.readEquipment();
    static const QStringList kRouteFactors{QStringLiteral("lay_factor"), QStringLiteral("sinuosity_plain"),
                                           QStringLiteral("sinuosity_mountain"), QStringLiteral("sinuosity_urban"),
                                           QStringLiteral("amplifier_spacing_km")};
    equipment.readConstants([](const QString& key) { return kRouteFactors.contains(key); });
    LibraryReader(builder, QStringLiteral("energy.json"), library.energy).readConstants(&isEnergySetting);
    putSettings(builder, options, inForce);
    return empty.with(builder.take());
}

} // namespace corridor
