// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv.h"
#include "model/exchange/importdraft.h"

#include <algorithm>

namespace corridor {

namespace {

constexpr Kind kPlant[] = {Kind::Span, Kind::Junction, Kind::Site};
constexpr Kind kSpans[] = {Kind::Span};

// A table whose rows each say one detail of an object that has a list of them.
class DetailReader {
public:
    DetailReader(ImportState& state, const SourceTable& table)
        : mState(state)
        , mTable(table) {}

    void readMembers();
    void readGbps();
    void readRoutes();

private:
    // Column by name; warns once when there is none.
    int column(const QString& name) {
        for (qsizetype i = 0; i < mTable.columns.size(); ++i)
            if (mTable.columns[i].compare(name, Qt::CaseInsensitive) == 0)
                return static_cast<int>(i);
        mState.refuse(mTable, 1, name, message(CORRIDOR_MSG("the column “%1” is missing; add it."), name));
        return -1;
    }
    QString cell(const SourceRow& row, int index) const {
        const QString text = row.cells.value(index).trimmed();
        return mTable.guardsFormulas ? unguarded(text) : text;
    }
    // The draft of the object that a row belongs to; −1 with a bad row when there is none.
    std::ptrdiff_t owner(const SourceRow& row, int index, Kind kind) {
        Message why;
        const EntityId id = mState.book.resolve(cell(row, index), std::span<const Kind>(&kind, 1), &why);
        const std::ptrdiff_t draft = id.isNull() ? -1 : mState.draftOf(id);
        if (draft < 0 || mState.drafts[static_cast<std::size_t>(draft)].kind != kind) {
            refuse(row, index, why);
            return -1;
        }
        return draft;
    }
    template <class T>
    T& entityOf(std::ptrdiff_t draft) {
        return static_cast<T&>(*mState.drafts[static_cast<std::size_t>(draft)].entity);
    }
    EntityId reference(const SourceRow& row, int index, std::span<const Kind> targets) {
        Message why;
        const EntityId id = mState.book.resolve(cell(row, index), targets, &why);
        if (id.isNull())
            refuse(row, index, why);
        return id;
    }
    void refuse(const SourceRow& row, int index, Message why) {
        mState.refuse(mTable, row.line, mTable.columns.value(index), std::move(why));
    }
    // The first row of an object in this table replaces its list.
    bool isFirst(std::ptrdiff_t draft, const QString& list) { return mStarted.insert({draft, list}).second; }

    ImportState& mState;
    const SourceTable& mTable;
    std::set<std::pair<std::ptrdiff_t, QString>> mStarted;
};

void DetailReader::readMembers() {
    const int group = column(QStringLiteral("group_code")), member = column(QStringLiteral("member_code"));
    for (const SourceRow& row : mTable.rows) {
        const std::ptrdiff_t draft = group < 0 || member < 0 ? -1 : owner(row, group, Kind::RiskGroup);
        const EntityId id = draft < 0 ? EntityId{} : reference(row, member, kPlant);
        if (id.isNull())
            continue;
        RefList& members = entityOf<RiskGroup>(draft).members;
        if (isFirst(draft, {}))
            members.clear();
        members.push_back(id);
    }
}

void DetailReader::readGbps() {
    const int service = column(QStringLiteral("service_code")), year = column(QStringLiteral("year")),
              gbps = column(QStringLiteral("gbps"));
    const Field& field = *schemaOf(Kind::Service).field(u"gbps");
    for (const SourceRow& row : mTable.rows) {
        const std::ptrdiff_t draft = service < 0 || year < 0 || gbps < 0 ? -1 : owner(row, service, Kind::Service);
        if (draft < 0)
            continue;
        bool yearOk = false, gbpsOk = false;
        const std::pair<int, double> entry(cell(row, year).toInt(&yearOk), cell(row, gbps).toDouble(&gbpsOk));
        if (!yearOk || !gbpsOk) {
            refuse(row, yearOk ? gbps : year,
                   message(CORRIDOR_MSG("“%1” is no number."), cell(row, yearOk ? gbps : year)));
            continue;
        }
        YearReals& values = entityOf<Service>(draft).gbps;
        if (isFirst(draft, {}))
            values.clear();
        values.insert(std::upper_bound(values.begin(), values.end(), entry), entry);
        if (auto problem = field.check(values))
            refuse(row, gbps, std::move(*problem));
    }
}

void DetailReader::readRoutes() {
    const int service = column(QStringLiteral("service_code")), role = column(QStringLiteral("role")),
              seq = column(QStringLiteral("seq")), span = column(QStringLiteral("span_code"));
    if (service < 0 || role < 0 || seq < 0 || span < 0)
        return;
    std::vector<const SourceRow*> ordered;
    for (const SourceRow& row : mTable.rows)
        ordered.push_back(&row);
    std::stable_sort(ordered.begin(), ordered.end(), [&](const SourceRow* a, const SourceRow* b) {
        return cell(*a, seq).toDouble() < cell(*b, seq).toDouble();
    });
    for (const SourceRow* row : ordered) {
        const std::ptrdiff_t draft = owner(*row, service, Kind::Service);
        const EntityId id = draft < 0 ? EntityId{} : reference(*row, span, kSpans);
        const QString which = cell(*row, role);
        if (draft >= 0 && which != u"primary" && which != u"backup")
            refuse(*row, role, message(CORRIDOR_MSG("“%1” is no route; write primary or backup."), which));
        else if (!id.isNull()) {
            RefList& list =
                which == u"primary" ? entityOf<Service>(draft).pinnedPrimary : entityOf<Service>(draft).pinnedBackup;
            if (isFirst(draft, which))
                list.clear();
            list.push_back(id);
        }
    }
}

} // namespace

bool isDetailTable(const QString& name) {
    return name == u"risk_members" || name == u"service_gbps" || name == u"service_route";
}

void readDetailTable(ImportState& state, const SourceTable& table) {
    DetailReader reader(state, table);
    if (table.name == u"risk_members")
        reader.readMembers();
    else if (table.name == u"service_gbps")
        reader.readGbps();
    else
        reader.readRoutes();
}

} // namespace corridor
