// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rules/rulepack.h"

#include "model/base/error.h"
#include "model/rules/clauseengine.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>
#include <set>

namespace corridor {

namespace {

// Reads the keys of one JSON object and says in one sentence which of them is wrong.
class Reader {
public:
    Reader(QJsonObject object, QString where, QString origin)
        : mObject(std::move(object))
        , mWhere(std::move(where))
        , mOrigin(std::move(origin)) {}

    [[noreturn]] void refuse(const QString& key) const {
        throw Error(Blame::FileContent, message(CORRIDOR_MSG("%1: key “%2” of %3 is missing or has no legal value; use "
                                                             "a rule pack of a matching program version."),
                                                mOrigin, key, mWhere));
    }
    QString text(const QString& key) const {
        const QString value = optionalText(key);
        if (value.isEmpty())
            refuse(key);
        return value;
    }
    QString optionalText(const QString& key) const {
        const QJsonValue value = mObject.value(key);
        if (!value.isUndefined() && !value.isNull() && !value.isString())
            refuse(key);
        return value.toString();
    }
    BilingualText both(const QString& key, bool required = true) const {
        const QJsonValue value = mObject.value(key);
        const QJsonObject object = value.toObject();
        const BilingualText text{object.value(QLatin1String("zh")).toString(),
                                 object.value(QLatin1String("en")).toString()};
        if (required ? text.zh.isEmpty() || text.en.isEmpty() : !value.isUndefined() && !value.isObject())
            refuse(key);
        return text;
    }
    std::optional<double> number(const QString& key) const {
        const QJsonValue value = mObject.value(key);
        if (value.isUndefined() || value.isNull())
            return std::nullopt;
        if (!value.isDouble() || !std::isfinite(value.toDouble()))
            refuse(key);
        return value.toDouble();
    }
    Date date(const QString& key) const {
        const QString text = optionalText(key);
        if (text.isEmpty())
            return {};
        const std::optional<Date> date = Date::fromString(text);
        if (!date)
            refuse(key);
        return *date;
    }
    QStringList texts(const QString& key) const { return listOf(mObject.value(key), key); }
    QMap<QString, QStringList> lists(const QString& key) const {
        QMap<QString, QStringList> out;
        const QJsonObject object = mObject.value(key).toObject();
        for (auto it = object.begin(); it != object.end(); ++it)
            out.insert(it.key(), listOf(it.value(), key));
        return out;
    }
    // One of the words of a table.
    template <class T, std::size_t N>
    T word(const QString& key, const std::pair<const char*, T> (&words)[N]) const {
        const QString value = text(key);
        for (const auto& [name, meaning] : words)
            if (value == QLatin1String(name))
                return meaning;
        refuse(key);
    }
    QJsonArray objects(const QString& key) const {
        const QJsonValue value = mObject.value(key);
        if (!value.isArray())
            refuse(key);
        return value.toArray();
    }

private:
    QStringList listOf(const QJsonValue& value, const QString& key) const {
        QStringList out;
        if (!value.isUndefined() && !value.isArray())
            refuse(key);
        for (const QJsonValue& item : value.toArray()) {
            if (!item.isString() || item.toString().isEmpty())
                refuse(key);
            out += item.toString();
        }
        return out;
    }

    QJsonObject mObject;
    QString mWhere, mOrigin;
};

QString key(const char* name) {
    return QString::fromLatin1(name);
}

Clause parseClause(const Reader& in) {
    static constexpr std::pair<const char*, Clause::Group> kGroups[] = {{"quantitative", Clause::Group::Quantitative},
                                                                        {"qualitative", Clause::Group::Qualitative},
                                                                        {"national", Clause::Group::National}};
    static constexpr std::pair<const char*, Comparator> kComparators[] = {
        {"<=", Comparator::AtMost}, {">=", Comparator::AtLeast}, {"<", Comparator::Below},
        {">", Comparator::Above},   {"=", Comparator::Equal},    {"none", Comparator::None}};
    static constexpr std::pair<const char*, Severity> kSeverities[] = {{"binding", Severity::Binding},
                                                                       {"guiding", Severity::Guiding}};
    static constexpr std::pair<const char*, Clause::Check> kChecks[] = {{"computed", Clause::Check::Computed},
                                                                        {"declared", Clause::Check::Declared}};
    Clause clause;
    clause.id = in.text(key("id"));
    clause.group = in.word(key("group"), kGroups);
    clause.section = in.optionalText(key("section"));
    clause.title = in.both(key("title"));
    clause.scope = in.both(key("scope"), false);
    clause.metric = in.both(key("metric"), false);
    clause.notes = in.both(key("notes"), false);
    clause.text = in.text(key("text"));
    clause.quotes = in.texts(key("quotes"));
    clause.english = in.text(key("english"));
    clause.comparator = in.word(key("comparator"), kComparators);
    clause.threshold = in.number(key("threshold"));
    if (clause.threshold.has_value() != (clause.comparator != Comparator::None))
        in.refuse(key("threshold"));
    clause.unit = in.text(key("unit"));
    clause.severity = in.word(key("severity"), kSeverities);
    clause.nearBandPercent = in.number(key("near_band_percent"));
    if (clause.nearBandPercent && !(*clause.nearBandPercent >= 0 && *clause.nearBandPercent < 100))
        in.refuse(key("near_band_percent"));
    clause.deadline = in.date(key("deadline"));
    clause.deadlineNote = in.both(key("deadline_note"), false);
    clause.check = in.word(key("check"), kChecks);
    clause.engine = in.optionalText(key("engine"));
    if (!engineAnswers(clause))
        in.refuse(key("engine"));
    clause.ambiguities = in.texts(key("ambiguities"));
    clause.parameters = in.lists(key("parameters"));
    return clause;
}

QJsonObject rootOf(const QByteArray& json, const QString& origin) {
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (!document.isObject())
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 is not a rule pack: it is not readable as JSON at byte %2."), origin,
                            QString::number(problem.offset)),
                    problem.errorString());
    return document.object();
}

void parseClauses(const Reader& in, const QString& origin, RulePack& pack) {
    std::set<QString> known, seen;
    for (const QJsonValue& item : in.objects(key("ambiguities"))) {
        const Reader row(item.toObject(),
                         QStringLiteral("ambiguity %1").arg(item.toObject().value(key("id")).toString()), origin);
        pack.ambiguities.push_back(
            {row.text(key("id")), row.text(key("setting")), row.both(key("title")), row.both(key("text"))});
        known.insert(pack.ambiguities.back().id);
    }
    for (const QJsonValue& item : in.objects(key("clauses"))) {
        const Reader row(item.toObject(), QStringLiteral("clause %1").arg(item.toObject().value(key("id")).toString()),
                         origin);
        Clause clause = parseClause(row);
        if (!seen.insert(clause.id).second)
            row.refuse(key("id"));
        for (const QString& ambiguity : clause.ambiguities)
            if (!known.contains(ambiguity))
                row.refuse(key("ambiguities"));
        pack.clauses.push_back(std::move(clause));
    }
}

} // namespace

QString comparatorSign(Comparator comparator) {
    switch (comparator) {
    case Comparator::AtMost:
        return QStringLiteral("\u2264");
    case Comparator::AtLeast:
        return QStringLiteral("\u2265");
    case Comparator::Below:
        return QStringLiteral("<");
    case Comparator::Above:
        return QStringLiteral(">");
    case Comparator::Equal:
        return QStringLiteral("=");
    case Comparator::None:
        break;
    }
    return {};
}

const Clause* RulePack::clause(QStringView clauseId) const {
    for (const Clause& clause : clauses)
        if (clause.id == clauseId)
            return &clause;
    return nullptr;
}

RulePack parseRulePack(const QByteArray& json, const QString& origin) {
    const Reader in(rootOf(json, origin), message(CORRIDOR_MSG("the pack")).text(), origin);
    if (in.text(key("format")) != QLatin1String("corridor-rulepack"))
        in.refuse(key("format"));
    if (in.number(key("format_version")) != 1.0)
        in.refuse(key("format_version"));
    RulePack pack;
    pack.id = in.text(key("id"));
    pack.version = in.text(key("version"));
    pack.title = in.both(key("title"));
    pack.authority = in.both(key("authority"), false);
    pack.severityRule = in.both(key("severity_rule"), false);
    pack.source = in.text(key("source"));
    pack.issued = in.date(key("issued"));
    pack.validFrom = in.date(key("valid_from"));
    pack.validTo = in.date(key("valid_to"));
    parseClauses(in, origin, pack);
    return pack;
}

RulePackRow rulePackRow(const QByteArray& json, const QString& origin) {
    const RulePack pack = parseRulePack(json, origin);
    RulePackRow row;
    row.id = stableEntityId(QStringLiteral("rule_pack/") + pack.id);
    row.code = pack.id;
    row.name = pack.title.zh;
    row.nameEn = pack.title.en;
    row.version = pack.version;
    row.json = QString::fromUtf8(json);
    return row;
}

const RulePackRow* rulePackInForce(const EntitySet& base, const PlanSettings& settings) {
    const RulePackRow *first = nullptr, *named = nullptr;
    base.table<RulePackRow>().forEach([&](const std::shared_ptr<const RulePackRow>& row) {
        if (!first || row->code < first->code)
            first = row.get();
        if (row->code == settings.rulePack)
            named = row.get();
    });
    return settings.rulePack.isEmpty() ? first : named;
}

} // namespace corridor
