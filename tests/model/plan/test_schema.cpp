// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/references.h"

#include <QtTest>

#include <limits>
#include <set>

namespace corridor {

namespace {

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// A legal value that differs from that of a new object.
Value sampleFor(const Field& field, const Entity& fresh) {
    const double low = std::isfinite(field.low) ? field.low : -1e6, high = std::isfinite(field.high) ? field.high : 1e6;
    const double real = low + (high - low) / 3;
    switch (field.type) {
    case FieldType::Text:
        return QStringLiteral("北京 “A”; b,c\nd");
    case FieldType::Real:
        return real;
    case FieldType::Integer:
        return static_cast<qint64>(real);
    case FieldType::Boolean:
        return !std::get<bool>(field.get(fresh));
    case FieldType::Date:
        return Date{2027, 9, 0};
    case FieldType::Enumeration: {
        const QString last = QString::fromLatin1(field.words.back().word);
        return field.get(fresh) == Value(last) ? QString::fromLatin1(field.words.front().word) : last;
    }
    case FieldType::Reference:
        return EntityId{kMaxEntityId};
    case FieldType::Point:
        return LonLat{116.391312345678, 39.9};
    case FieldType::Line:
        return Line{{116.39, 39.91}, {-0.1, 1e-9}, {111.79, 40.53}};
    case FieldType::Polygon:
        return Polygon{{{{0, 0}, {1, 0}, {1, 1}, {0, 0}}, {{0.2, 0.1}, {0.3, 0.1}, {0.3, 0.2}}}};
    case FieldType::References:
        return RefList{EntityId{3}, EntityId{1}, EntityId{kMaxEntityId}};
    case FieldType::YearReals:
        return YearReals{{2025, low}, {2027, real}, {2030, high}};
    case FieldType::Reals:
        return RealList{1, 0.1, 1e-300, real};
    }
    return {};
}

void addFieldRows() {
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("index");
    for (const Kind kind : allKinds())
        for (std::size_t i = 0; i < schemaOf(kind).fields.size(); ++i)
            QTest::addRow("%s.%s", schemaOf(kind).table, schemaOf(kind).fields[i].name)
                << static_cast<int>(kind) << static_cast<int>(i);
}

} // namespace

class SchemaTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyKindHasASchema() {
        std::set<QString> tables;
        for (const Kind kind : allKinds()) {
            const EntitySchema& schema = schemaOf(kind);
            QVERIFY(schema.kind == kind);
            QVERIFY(tables.insert(QString::fromLatin1(schema.table)).second);
            QCOMPARE(schemaOfTable(QString::fromLatin1(schema.table)), &schema);
            QVERIFY(schema.fields.size() >= 4 && schema.fields.size() <= 64);
            const char* common[] = {"code", "name", "name_en", "note"};
            for (std::size_t i = 0; i < 4; ++i)
                QCOMPARE(QByteArray(schema.fields[i].name), QByteArray(common[i]));
            std::set<QString> names;
            for (std::size_t i = 0; i < schema.fields.size(); ++i) {
                const QString name = QString::fromLatin1(schema.fields[i].name);
                QVERIFY2(names.insert(name).second, qPrintable(name));
                QCOMPARE(schema.fieldIndex(name), static_cast<int>(i));
                QCOMPARE(schema.field(name), &schema.fields[i]);
            }
            const bool hasGeometry = schema.field(u"geom") != nullptr;
            QCOMPARE(hasGeometry, schema.geometry != FieldType::Text);
            QVERIFY(!hasGeometry || schema.field(u"geom")->type == schema.geometry);
        }
        QVERIFY(!schemaOfTable(u"nothing") && !schemaOf(Kind::Site).field(u"nothing"));
        QCOMPARE(schemaOf(Kind::Site).fieldIndex(u""), -1);
    }

    void fieldsKeepWhatIsSet_data() { addFieldRows(); }
    void fieldsKeepWhatIsSet() {
        QFETCH(int, kind);
        QFETCH(int, index);
        const EntitySchema& schema = schemaOf(static_cast<Kind>(kind));
        const Field& field = schema.fields[static_cast<std::size_t>(index)];
        const Value sample = sampleFor(field, *schema.make());
        QVERIFY2(!field.check(sample), qPrintable(field.check(sample).value_or(Message()).english()));
        const std::shared_ptr<Entity> object = schema.make();
        const std::shared_ptr<Entity> untouched = schema.copy(*object);
        field.set(*object, sample);
        QVERIFY(field.get(*object) == sample);
        QCOMPARE(changedFields(schema, object.get(), untouched.get()) & ~(quint64(1) << index) & ~nanFields(schema),
                 quint64(0));
        QVERIFY(changedFields(schema, object.get(), untouched.get()) & (quint64(1) << index));
        const std::shared_ptr<Entity> copy = schema.copy(*object);
        QVERIFY(field.get(*copy) == sample);
        if (!field.required) {
            QVERIFY(!field.check(Value()));
            field.set(*object, Value());
            QVERIFY(field.get(*object) == field.get(*untouched) || field.type == FieldType::Enumeration);
        } else {
            QVERIFY(field.check(Value()));
        }
    }

    void textRoundTrips_data() { addFieldRows(); }
    void textRoundTrips() {
        QFETCH(int, kind);
        QFETCH(int, index);
        const Field& field = schemaOf(static_cast<Kind>(kind)).fields[static_cast<std::size_t>(index)];
        const Value sample = sampleFor(field, *schemaOf(static_cast<Kind>(kind)).make());
        const QString text = valueToText(sample);
        QVERIFY(!text.isEmpty());
        QVERIFY(valueFromText(field, text) == sample);
        QCOMPARE(valueToText(Value()), QString());
        QVERIFY(isUnknown(valueFromText(field, QString())));
    }

    void objectsOfEveryKindCompareByContent() {
        for (const Kind kind : allKinds()) {
            const EntitySchema& schema = schemaOf(kind);
            const std::shared_ptr<Entity> a = schema.make();
            if (const Field* geometry = schema.field(u"geom"))
                geometry->set(*a, sampleFor(*geometry, *a)); // a NaN position equals nothing
            const std::shared_ptr<Entity> b = schema.copy(*a);
            QVERIFY2(schema.equal(*a, *b), schema.table);
            QCOMPARE(changedFields(schema, a.get(), b.get()), quint64(0));
            QCOMPARE(changedFields(schema, a.get(), nullptr), ~quint64(0));
            for (const Field& field : schema.fields) {
                const std::shared_ptr<Entity> c = schema.copy(*a);
                Value other = sampleFor(field, *a);
                if (field.type == FieldType::Point)
                    other = LonLat{1, 2};
                else if (field.type == FieldType::Line)
                    other = Line{{1, 2}, {3, 4}};
                else if (field.type == FieldType::Polygon)
                    other = Polygon{};
                field.set(*c, other);
                QVERIFY2(!schema.equal(*a, *c), field.name);
            }
        }
    }

    void valuesOutOfRangeAreRefused_data() { addFieldRows(); }
    void valuesOutOfRangeAreRefused() {
        QFETCH(int, kind);
        QFETCH(int, index);
        const Field& field = schemaOf(static_cast<Kind>(kind)).fields[static_cast<std::size_t>(index)];
        const Value wrongType = field.type == FieldType::Boolean ? Value(QStringLiteral("x")) : Value(true);
        QVERIFY(field.check(wrongType));
        QVERIFY(field.check(wrongType)->english().contains(field.labelText()));
        switch (field.type) {
        case FieldType::Real:
            QVERIFY(field.check(kNan) && field.check(kInfinity) && field.check(-kInfinity));
            if (std::isfinite(field.low)) {
                QVERIFY(!field.check(field.low) && field.check(std::nextafter(field.low, -kInfinity)));
                QVERIFY(!field.check(field.high) && field.check(std::nextafter(field.high, kInfinity)));
            }
            break;
        case FieldType::Integer:
            QVERIFY(field.check(qint64(-1)) && field.check(qint64(1) << 62) && field.check(1.5));
            break;
        case FieldType::Enumeration:
            QVERIFY(field.check(QStringLiteral("nonsense")) && field.check(QString()));
            for (const EnumWord& word : field.words) {
                QVERIFY(!field.check(QString::fromLatin1(word.word)));
                QVERIFY(!wordLabel(field, QString::fromLatin1(word.word)).isEmpty());
            }
            QCOMPARE(wordLabel(field, u"nonsense"), QStringLiteral("nonsense"));
            break;
        case FieldType::Point:
            QVERIFY(field.check(LonLat{}) && field.check(LonLat{180.1, 0}) && field.check(LonLat{0, -90.1}));
            break;
        case FieldType::Line:
            QVERIFY(field.check(Line{{0, 0}, {kNan, 0}}) && field.check(Line{{0, 0}, {0, 91}}));
            break;
        case FieldType::Polygon:
            QVERIFY(field.check(Polygon{{{{0, 0}, {1, 0}, {400, 1}}}}));
            break;
        case FieldType::References:
            QVERIFY(field.check(RefList{EntityId{1}, EntityId{}}));
            break;
        case FieldType::YearReals:
            QVERIFY(field.check(YearReals{{1899, 1.0}}) && field.check(YearReals{{2027, 1.0}, {2027, 2.0}}) &&
                    field.check(YearReals{{2030, 1.0}, {2027, 2.0}}));
            QVERIFY(field.check(YearReals{{2027, -1.0}}) && field.check(YearReals{{2027, kNan}}));
            break;
        case FieldType::Reals:
            QVERIFY(field.check(RealList{1, kNan}));
            break;
        case FieldType::Text:
        case FieldType::Boolean:
        case FieldType::Date:
        case FieldType::Reference:
            break;
        }
    }

    void everyWordSetsItsEnumerator() {
        Site site;
        const Field& status = *schemaOf(Kind::Site).field(u"status");
        for (const auto& [word, value] : {std::pair("planned", SiteStatus::Planned),
                                          {"building", SiteStatus::Building},
                                          {"existing", SiteStatus::Existing},
                                          {"retired", SiteStatus::Retired}}) {
            status.set(site, QString::fromLatin1(word));
            QVERIFY(site.status == value);
            QCOMPARE(std::get<QString>(status.get(site)), QString::fromLatin1(word));
        }
        Span span;
        schemaOf(Kind::Span).field(u"laying")->set(span, QStringLiteral("metro_duct"));
        QVERIFY(span.laying == Laying::MetroDuct);
    }

    void sentencesNameFieldRangeAndUnit() {
        QCOMPARE(schemaOf(Kind::Site).field(u"it_power_mw")->check(20000.5)->english(),
                 QStringLiteral("“IT power” must be 0 – 10000 MW; 20000.5 is outside."));
        QCOMPARE(schemaOf(Kind::Span).field(u"sinuosity")->check(0.5)->english(),
                 QStringLiteral("“Sinuosity” must be 1 – 3; 0.5 is outside."));
        QCOMPARE(schemaOf(Kind::Register).field(u"amount")->check(kInfinity)->english(),
                 QStringLiteral("“Amount” must be a finite number."));
        QCOMPARE(schemaOf(Kind::Span).field(u"terrain")->check(QStringLiteral("sea"))->english(),
                 QStringLiteral("“Terrain” must be one of plain, mountain, urban; “sea” is not."));
    }

    void integersMayStandForReals() {
        Site site;
        const Field& power = *schemaOf(Kind::Site).field(u"it_power_mw");
        QVERIFY(!power.check(qint64(20)) && power.check(qint64(20000)));
        power.set(site, qint64(20));
        QCOMPARE(site.itPowerMw, std::optional(20.0));
    }

    void everyReferenceHasARule() {
        for (const Kind kind : allKinds()) {
            std::size_t expected = 0;
            for (const Field& field : schemaOf(kind).fields) {
                if (field.type != FieldType::Reference && field.type != FieldType::References)
                    continue;
                const auto rules = referenceRules(kind);
                QVERIFY2(expected < rules.size() && rules[expected].field == &field,
                         field.name); // in order of the schema
                QVERIFY2(!(rules[expected].required && rules[expected].onLoss == OnLoss::Clear), field.name);
                ++expected;
            }
            QCOMPARE(referenceRules(kind).size(), expected);
        }
    }

private:
    // Fields whose value is NaN in a new object and so differs from itself.
    static quint64 nanFields(const EntitySchema& schema) {
        const std::shared_ptr<Entity> object = schema.make();
        return changedFields(schema, object.get(), object.get());
    }
};

} // namespace corridor

QTEST_GUILESS_MAIN(corridor::SchemaTest)
#include "test_schema.moc"
