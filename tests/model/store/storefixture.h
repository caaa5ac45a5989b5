// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"
#include "model/store/contenthash.h"
#include "model/store/planfile.h"

#include <QFile>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QtTest>

// What the tests of the store room share: plans made from a seed, fixed time, other programs.

namespace corridor {

inline Clock fixedClock(const char* utc = "2026-03-01T08:30:00.123Z") {
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(utc), Qt::ISODateWithMs).toUTC();
    return [time] { return time; };
}

inline QByteArray bytesOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

inline void writeFile(const QString& path, const QByteArray& bytes) {
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

/// How the tests save: at a fixed time.
inline SaveOptions options() {
    SaveOptions out;
    out.clock = fixedClock();
    return out;
}

/// Random values for a field by its type; unknown now and then, Chinese and quotes in texts.
class RandomValues {
public:
    explicit RandomValues(quint32 seed)
        : mRandom(seed) {}

    void remember(EntityId id) { mIds.push_back(id); }
    int below(int limit) { return static_cast<int>(mRandom.bounded(limit)); }
    EntityId freshId() { return EntityId{(mRandom.generate64() & kMaxEntityId) | 1}; }
    double between(double low, double high) { return low + (high - low) * mRandom.generateDouble(); }
    LonLat point() { return {between(105, 120), between(36, 44)}; }
    EntityId anyId() {
        return mIds.empty() ? EntityId{} : mIds[static_cast<std::size_t>(below(static_cast<int>(mIds.size())))];
    }

    Value valueFor(const Field& field) {
        if (!field.required && below(4) == 0)
            return {};
        const double low = std::isfinite(field.low) ? field.low : -1e6,
                     high = std::isfinite(field.high) ? field.high : 1e6;
        switch (field.type) {
        case FieldType::Text:
            return text();
        case FieldType::Real:
            return between(low, high);
        case FieldType::Integer:
            return qint64(between(low, high));
        case FieldType::Boolean:
            return below(2) == 1;
        case FieldType::Date:
            return date();
        case FieldType::Enumeration:
            return QString::fromLatin1(
                field.words[static_cast<std::size_t>(below(static_cast<int>(field.words.size())))].word);
        case FieldType::Reference:
            return anyId().isNull() ? Value() : Value(anyId());
        case FieldType::Point:
            return point();
        case FieldType::Line:
            return points(2 + below(6));
        case FieldType::Polygon:
            return polygon();
        case FieldType::References:
            return references();
        case FieldType::YearReals:
            return years(low, high);
        case FieldType::Reals:
            return reals();
        }
        return {};
    }

    std::shared_ptr<Entity> object(Kind kind, EntityId id) {
        auto entity = schemaOf(kind).make();
        entity->id = id;
        for (const Field& field : schemaOf(kind).fields)
            if (const Value value = valueFor(field); !isUnknown(value))
                field.set(*entity, value);
        return entity;
    }

private:
    QString text() {
        static const QStringList words{QStringLiteral("和林格尔"),     QStringLiteral("it's \"quoted\""),
                                       QStringLiteral("张家口—廊坊"),  QStringLiteral("a;b\nc\td"),
                                       QStringLiteral("𠮷野 🛰"), QStringLiteral("%1 %2"),
                                       QStringLiteral("NULL")};
        return words[below(static_cast<int>(words.size()))] + QString::number(below(1000));
    }
    Date date() {
        const int month = below(13), year = 1990 + below(60);
        return {year, month, month ? below(29) : 0};
    }
    std::vector<LonLat> points(int count) {
        std::vector<LonLat> out;
        for (int i = 0; i < count; ++i)
            out.push_back(point());
        return out;
    }
    Polygon polygon() {
        Polygon out;
        for (int i = 0; i < 1 + below(2); ++i) {
            out.rings.push_back(points(3 + below(5)));
            if (below(2)) // both spellings of a ring
                out.rings.back().push_back(out.rings.back().front());
        }
        return out;
    }
    RefList references() {
        RefList out;
        for (int i = 0; i < below(5) && !mIds.empty(); ++i)
            out.push_back(anyId());
        return out;
    }
    YearReals years(double low, double high) {
        YearReals out;
        for (int year = 2024; year < 2032; year += 1 + below(4))
            out.emplace_back(year, between(low, high));
        return out;
    }
    RealList reals() {
        RealList out;
        for (int i = 0; i < below(40); ++i)
            out.push_back(between(-1, 1));
        return out;
    }

    QRandomGenerator mRandom;
    std::vector<EntityId> mIds;
};

inline EntityId childScenario() {
    return stableEntityId(u"test/child");
}
inline EntityId grandchildScenario() {
    return stableEntityId(u"test/grandchild");
}

inline void putScenario(Plan& plan, EntityId id, EntityId parent, const char* code) {
    Scenario scenario;
    scenario.id = id;
    scenario.parent = parent;
    scenario.code = QString::fromLatin1(code);
    scenario.name = QStringLiteral("方案") + scenario.code;
    ChangeBuilder builder(plan, Plan::baseScenario());
    builder.put(scenario);
    plan = plan.with(builder.take());
}

/// A plan with `each` objects of every kind, two nested scenarios, and overlay rows of all states.
inline Plan randomPlan(quint32 seed, int each = 4) {
    RandomValues random(seed);
    Plan plan;
    putScenario(plan, childScenario(), Plan::baseScenario(), "FA-0001");
    putScenario(plan, grandchildScenario(), childScenario(), "FA-0002");
    ChangeBuilder base(plan, Plan::baseScenario());
    std::vector<std::pair<Kind, EntityId>> made;
    for (int i = 0; i < each; ++i)
        for (const Kind kind : allKinds()) {
            if (kind == Kind::Scenario)
                continue;
            const EntityId id = random.freshId();
            base.put(kind, random.object(kind, id));
            random.remember(id);
            made.emplace_back(kind, id);
        }
    plan = plan.with(base.take());
    for (const EntityId scenario : {childScenario(), grandchildScenario()}) {
        ChangeBuilder overlay(plan, scenario);
        for (const auto& [kind, id] : made) {
            if (!schemaOf(kind).overlaid)
                continue;
            if (const int choice = random.below(5); choice == 0)
                overlay.remove(kind, id);
            else if (choice == 1)
                overlay.put(kind, random.object(kind, id));
            else if (choice == 2)
                overlay.put(kind, random.object(kind, random.freshId()));
        }
        plan = plan.with(overlay.take());
    }
    return plan;
}

/// A small plan with known objects: two sites, a junction, two spans between them.
struct SmallPlan {
    Plan plan;
    EntityId siteA = stableEntityId(u"t/site-a"), siteB = stableEntityId(u"t/site-b"), hut = stableEntityId(u"t/hut");
    EntityId span1 = stableEntityId(u"t/span-1"), span2 = stableEntityId(u"t/span-2"),
             service = stableEntityId(u"t/service");

    SmallPlan() {
        ChangeBuilder builder(plan, Plan::baseScenario());
        builder.put(site(siteA, "SL-0001", {111.8, 40.4}));
        builder.put(site(siteB, "SL-0002", {116.4, 39.9}));
        Junction junction;
        junction.id = hut;
        junction.code = QStringLiteral("JD-0001");
        junction.position = {114.9, 40.8};
        builder.put(junction);
        builder.put(span(span1, "GD-0001", siteA, hut, {{111.8, 40.4}, {113.1, 41.0}, {114.9, 40.8}}));
        builder.put(span(span2, "GD-0002", hut, siteB, {{114.9, 40.8}, {116.4, 39.9}}));
        Service connection;
        connection.id = service;
        connection.code = QStringLiteral("YW-0001");
        connection.from = siteA;
        connection.to = siteB;
        connection.gbps = {{2027, 400}, {2030, 800}};
        connection.pinnedPrimary = {span1, span2};
        builder.put(connection);
        plan = plan.with(builder.take());
    }
    static Site site(EntityId id, const char* code, LonLat position) {
        Site site;
        site.id = id;
        site.code = QString::fromLatin1(code);
        site.name = QStringLiteral("和林格尔");
        site.position = position;
        site.itPowerMw = 120.5;
        return site;
    }
    static Span span(EntityId id, const char* code, EntityId from, EntityId to, Line line) {
        Span span;
        span.id = id;
        span.code = QString::fromLatin1(code);
        span.from = from;
        span.to = to;
        span.line = std::move(line);
        return span;
    }
};

/// The plan with one field of one object set.
inline Plan withField(const Plan& plan, Kind kind, EntityId id, const char* field, const Value& value,
                      EntityId scenario = Plan::baseScenario()) {
    ChangeBuilder builder(plan, scenario);
    auto copy = schemaOf(kind).copy(*plan.entities(scenario).find(kind, id).ptr);
    schemaOf(kind).field(QString::fromLatin1(field))->set(*copy, value);
    builder.put(kind, copy);
    return plan.with(builder.take());
}

/// Runs another program; its output, or nothing when it failed or is missing.
inline std::optional<QString> runProgram(const QString& program, const QStringList& arguments) {
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    if (!process.waitForStarted() || !process.waitForFinished(60000))
        return std::nullopt;
    const QString output = QString::fromUtf8(process.readAll());
    if (process.exitCode() != 0)
        qWarning() << program << output;
    return process.exitCode() == 0 ? std::optional<QString>(output) : std::nullopt;
}

/// Runs SQL in a process of its own, with its own locks.
inline bool runSql(const QString& path, const QString& sql) {
    return runProgram(QStringLiteral("sqlite3"), {path, sql}).has_value();
}

inline Run someRun(const char* engine, double rtt = 4.5) {
    Run run;
    run.id = RunId{77};
    run.engine = QString::fromLatin1(engine);
    run.engineVersion = QStringLiteral("1");
    run.inputHash = "abc123";
    run.revision = 3;
    run.scenario = Plan::baseScenario();
    run.year = 2027;
    run.startedUtc = fixedClock()();
    run.durationMs = 12.5;
    run.parameters = QStringLiteral("{\"lay_factor\":1.025}");
    ResultTable table;
    table.name = QStringLiteral("service_latency");
    table.columns = {{QStringLiteral("service_id"), ResultColumn::Type::Reference, {}},
                     {QStringLiteral("rtt_ms"), ResultColumn::Type::Real, QStringLiteral("ms")},
                     {QStringLiteral("hops"), ResultColumn::Type::Integer, {}},
                     {QStringLiteral("met"), ResultColumn::Type::Boolean, {}},
                     {QStringLiteral("route"), ResultColumn::Type::Text, {}}};
    table.rows = {{EntityId{5}, rtt, qint64(3), true, QStringLiteral("北京—和林格尔")},
                  {EntityId{6}, Value(), Value(), false, Value()}};
    run.tables = {table};
    return run;
}

} // namespace corridor
