// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/plan.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

namespace corridor {

/// A folder with blanks and Chinese characters in its name, gone with the object.
struct TestFolder {
    QTemporaryDir temporary;
    QString path;
    TestFolder()
        : path(temporary.filePath(QStringLiteral("算力 走廊 plans"))) {
        QDir().mkpath(path);
    }
    QString file(const QString& name) const { return QDir(path).filePath(name); }
    QString write(const QString& name, const QByteArray& bytes) const {
        QFile out(file(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
            qFatal("cannot write %s", qPrintable(name));
        return file(name);
    }
};

inline QByteArray contentOf(const QString& path) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

template <class T>
T named(const char* code, const char* name = "") {
    T object;
    object.code = QString::fromUtf8(code);
    object.name = QString::fromUtf8(name);
    object.id = stableEntityId(QStringLiteral("test/") + object.code);
    return object;
}

/// One or more objects of every kind that CSV can carry, with everything that is hard to write: unknowns, quotes, line
/// breaks, formulas, characters beyond the BMP, codes that are no codes, ids of 53 bits.
inline Plan difficultPlan() {
    ChangeBuilder plan(Plan(), Plan::baseScenario());
    Site a = named<Site>("SL-1", "和林格尔, “新区” \"A\"");
    a.note = QStringLiteral("first line\nsecond; line\r\nthird\ttab '=x' 𠮷");
    a.nameEn = QStringLiteral("=HYPERLINK(\"http://x\")");
    a.position = {111.79, 40.530000000000001};
    a.key = true;
    a.inDate = {2025, 9, 0};
    a.itPowerMw = 0.1 + 0.2;
    a.acceleratorCount = 100000000;
    a.precision = Precision::Fp16;
    Site b = named<Site>("-5", "'=already guarded");
    b.id = EntityId{kMaxEntityId};
    b.position = {116.39130000000001, 39.9055};
    Junction noCode = named<Junction>("", " leading and trailing ");
    noCode.id = EntityId{7};
    noCode.position = {115, 40};
    Junction spaced = named<Junction>("two words");
    spaced.position = {114, 40};
    Junction same = named<Junction>("SL-1"); // a code that a site has too
    same.id = stableEntityId(u"test/the junction SL-1");
    same.position = {113, 40};
    Span s = named<Span>("GD-1", "段");
    s.from = a.id;
    s.to = noCode.id;
    s.line = {a.position, {113.123456789012345, 40.1}, noCode.position};
    s.schematic = false;
    s.pairsLit = 12;
    s.fibre = QStringLiteral("G.652.D");
    Span t = named<Span>("GD-2");
    t.from = spaced.id;
    t.to = same.id;
    t.line = {spaced.position, same.position};
    RiskGroup group = named<RiskGroup>("FX-1");
    group.members = {s.id, noCode.id, same.id};
    Service service = named<Service>("YW-1");
    service.from = b.id;
    service.to = spaced.id;
    service.gbps = {{2025, 400}, {2030, 0.5}};
    service.routing = Routing::Pinned;
    service.pinnedPrimary = {t.id, s.id};
    service.clauses = QStringLiteral("Q13");
    Area ring = named<Area>("QY-1");
    ring.centre = LonLat{116.3913, 39.9055};
    ring.radiusKm = 200;
    Area outline = named<Area>("QY-2");
    outline.polygon.rings = {{{1, 1}, {2, 1}, {2, 2}, {1, 1}}, {{1.2, 1.2}, {1.3, 1.3}, {1.3, 1.2}, {1.2, 1.2}}};
    Series series = named<Series>("XL-1");
    series.values = {0, 1.5, -3e-9};
    Setting setting;
    setting.code = QStringLiteral("title");
    setting.id = stableEntityId(u"setting/title");
    setting.value = QStringLiteral("@title, with comma");
    Provenance source;
    source.id = stableEntityId(u"test/source");
    source.subject = s.id;
    source.field = QStringLiteral("lay_factor");
    source.source = QStringLiteral("+说明");
    source.date = {2026, 6, 0};
    source.low = -0.5;
    FibreType fibre = named<FibreType>("G.652.D");
    fibre.groupIndex = 1.4682;
    RulePackRow pack;
    pack.code = QStringLiteral("pack");
    pack.id = stableEntityId(u"test/pack");
    pack.json = QStringLiteral("{\n  \"a\": \"b, c\"\n}\n");
    plan.put(a);
    plan.put(b);
    plan.put(noCode);
    plan.put(spaced);
    plan.put(same);
    plan.put(s);
    plan.put(t);
    plan.put(group);
    plan.put(service);
    plan.put(ring);
    plan.put(outline);
    plan.put(series);
    plan.put(setting);
    plan.put(source);
    plan.put(fibre);
    plan.put(pack);
    const ChangeSet step = plan.take();
    return Plan().with(step);
}

} // namespace corridor
