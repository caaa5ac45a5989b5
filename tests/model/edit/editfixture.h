// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/editor.h"
#include "model/plan/integrity.h"
#include "model/plan/schema.h"

#include <QtTest>

namespace corridor {

/// A small corridor: two sites, three junctions, four spans, a service, a risk group and the notes that hang on them.
///
///     horinger ──(west)── zhuozi ──(middle)── zhangbei ──(east)── beijing
///                            └────────(south)──────────────────────┘
struct EditFixture {
    Document document;
    Editor editor{document, [] { return QDateTime(QDate(2026, 9, 30), QTime(8, 0), Qt::UTC); }};
    EntityId horinger, zhuozi, zhangbei, beijing, depot;
    EntityId west, middle, east, south;
    EntityId service, risk, provenance, demand;

    EditFixture() {
        horinger = site("Horinger", {111.79, 40.53});
        beijing = site("Beijing", {116.39, 39.91});
        zhuozi = junction("Zhuozi", {112.57, 40.90});
        zhangbei = junction("Zhangbei", {114.70, 41.15});
        depot = junction("Depot", {113.10, 40.00});
        west = span(horinger, zhuozi, {{112.2, 40.8}});
        middle = span(zhuozi, zhangbei, {});
        east = span(zhangbei, beijing, {{115.5, 40.5}, {116.0, 40.2}});
        south = span(zhuozi, beijing, {{114.0, 39.8}});
        service = made(editor.add(Kind::Service, std::make_shared<Service>(serviceRow())));
        RiskGroup group;
        group.members = {middle, south, zhangbei};
        risk = made(editor.add(Kind::RiskGroup, std::make_shared<RiskGroup>(group)));
        Provenance source;
        source.subject = west;
        source.field = QStringLiteral("measured_fibre_km");
        source.source = QStringLiteral("OTDR");
        provenance = made(editor.setProvenance(source));
        Demand wanted;
        wanted.place = beijing;
        wanted.amount = {{2026, 100}, {2030, 500}};
        demand = made(editor.add(Kind::Demand, std::make_shared<Demand>(wanted)));
        document.reset(document.plan());
    }

    static EntityId made(const EditResult& result) {
        if (!result.ok())
            qFatal("fixture refused: %s", qPrintable(result.sentence()));
        return result.ids.at(0);
    }
    EntityId site(const char* name, LonLat at) {
        Site out;
        out.name = QString::fromLatin1(name);
        out.position = at;
        return made(editor.addSite(out));
    }
    EntityId junction(const char* name, LonLat at) {
        Junction out;
        out.name = QString::fromLatin1(name);
        out.position = at;
        return made(editor.addJunction(out));
    }
    EntityId span(EntityId from, EntityId to, const Line& inner) {
        return made(editor.addSpan({from, {}, {}}, {to, {}, {}}, inner, Span()));
    }
    Service serviceRow() const {
        Service out;
        out.from = horinger;
        out.to = beijing;
        out.gbps = {{2026, 400}};
        out.routing = Routing::Pinned;
        out.pinnedPrimary = {west, middle, east};
        out.pinnedBackup = {west, south};
        return out;
    }

    template <class T>
    const T& get(EntityId id) const {
        const T* found = document.entities().find<T>(id);
        if (!found)
            qFatal("no such object");
        return *found;
    }
    bool has(EntityId id) const { return bool(document.entities().find(id)); }
};

/// Runs a verb that must make one step, and checks that undo and redo lead exactly there and back.
template <class Verb>
EditResult oneStep(EditFixture& f, Verb&& verb) {
    const Plan before = f.document.plan();
    const int steps = f.document.undoStack()->count();
    const EditResult result = verb();
    if (!result.ok())
        qFatal("refused: %s", qPrintable(result.sentence()));
    const Plan after = f.document.plan();
    if (f.document.undoStack()->count() != steps + 1)
        qFatal("%d steps instead of one", f.document.undoStack()->count() - steps);
    if (f.document.undoStack()->undoText().isEmpty())
        qFatal("a step without a text");
    f.document.undoStack()->undo();
    if (!Plan::sameContent(f.document.plan(), before))
        qFatal("undo does not lead back");
    f.document.undoStack()->redo();
    if (!Plan::sameContent(f.document.plan(), after))
        qFatal("redo does not lead there");
    return result;
}

/// Runs a verb that must be refused, and checks that it left no trace. Answers the check's code.
template <class Verb>
QString refusedBy(EditFixture& f, Verb&& verb) {
    const Plan before = f.document.plan();
    const quint64 revision = f.document.revision();
    const EditResult result = verb();
    if (result.ok())
        return QStringLiteral("done");
    if (f.document.revision() != revision || !Plan::sameContent(f.document.plan(), before))
        qFatal("a refused verb left a trace");
    if (result.sentence().size() < 20 || result.refusal->title.isEmpty())
        qFatal("no sentence: %s", qPrintable(result.sentence()));
    return result.refusal->check;
}

} // namespace corridor
