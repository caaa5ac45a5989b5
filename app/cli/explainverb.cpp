// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resulttext.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/plan/provinces.h"
#include "model/plan/schema.h"
#include "model/plan/settings.h"
#include "model/plan/unittext.h"
#include "model/session/explanation.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct ExplainArguments {
    PlanArguments plan;
    std::string what;
};

constexpr char16_t kWholePlan[] = u"plan";

// What is computed of comes first: a place and the site in it often share a name.
EntityRef objectNamed(const EntitySet& entities, const QString& what) {
    static constexpr Kind kComputed[] = {Kind::Service, Kind::Span, Kind::Site};
    if (const EntityRef found = findByName(entities, kComputed, what))
        return found;
    static constexpr auto kAll = allKinds();
    return findByName(entities, kAll, what);
}

const Clause* clauseNamed(const Assessment& assessment, const QString& what) {
    if (assessment.rulePack)
        for (const Clause& clause : assessment.rulePack->clauses)
            if (clause.id.compare(what, Qt::CaseInsensitive) == 0)
                return &clause;
    return nullptr;
}

const EnergySum* provinceNamed(const Assessment& assessment, const QString& what) {
    for (const EnergySum& sum : assessment.energy->provinces)
        if (!sum.province.isEmpty() && (sum.province == what || englishProvince(sum.province) == what))
            return &sum;
    return nullptr;
}

Error nothingOf(const Assessment& assessment, const QString& what) {
    // Without its rules a plan has no clauses, and the reason says more than their absence.
    for (const Finding& finding : assessment.findings)
        if (finding.check == QLatin1String(kRulePackCheck))
            return Error(Blame::FileContent, finding.title);
    if (!assessment.rulePack || assessment.rulePack->clauses.empty())
        return Error(
            Blame::Usage,
            message(CORRIDOR_MSG("There is nothing to explain of “%1”: name a finding by the key that “corridor "
                                 "check --json” prints, an object by its code or name, a province, or “plan”; "
                                 "the plan has no clauses."),
                    what));
    return Error(Blame::Usage,
                 message(CORRIDOR_MSG("There is nothing to explain of “%1”: name a clause (%2 – %3), a finding by the "
                                      "key that “corridor check --json” prints, an object by its code or name, a "
                                      "province, or “plan”."),
                         what, assessment.rulePack->clauses.front().id, assessment.rulePack->clauses.back().id));
}

Explanation explanationOf(const OpenedPlan& opened, const Assessment& assessment, const QString& what) {
    if (const Clause* clause = clauseNamed(assessment, what))
        return explainClause(assessment, clause->id);
    for (const Finding& finding : assessment.findings)
        if (finding.key == what)
            return explainFinding(assessment, finding);
    if (const EntityRef object = objectNamed(opened.entities(), what))
        return explainObject(assessment, object->id);
    if (const EnergySum* sum = provinceNamed(assessment, what))
        return explainProvince(assessment, sum->province);
    if (what == kWholePlan)
        return explainPlan(assessment);
    throw nothingOf(assessment, what);
}

// Units of rules are words ("gbps"), those of figures are symbols ("Gbit/s"): key names have one of each.
QString keyOf(const QString& name, const QString& unit) {
    if (unit == u"Gbit/s")
        return keyWithUnit(name, QStringLiteral("gbps"));
    return keyWithUnit(name, unit);
}

void insert(QJsonObject& out, const ExplainedValue& value) {
    const QString key = keyOf(value.name, value.unit);
    if (value.verdict)
        out.insert(key, verdictWord(*value.verdict));
    else if (value.number)
        out.insert(key, *value.number);
    else
        out.insert(key, value.text.isEmpty() ? QJsonValue() : QJsonValue(value.text));
    if (value.low)
        out.insert(keyOf(value.name + QStringLiteral("_low"), value.unit), *value.low);
    if (value.high)
        out.insert(keyOf(value.name + QStringLiteral("_high"), value.unit), *value.high);
    if (!value.sign.isEmpty())
        out.insert(QStringLiteral("comparator"), value.sign);
}

// The bounds of a provenance row are in the unit of the value that they belong to.
QJsonValue toJson(const Provenance& source, const QString& unit) {
    const Field* confidence = schemaOf(Kind::Provenance).field(u"confidence");
    QJsonObject out{{QStringLiteral("source"), source.source},
                    {QStringLiteral("date"), source.date.toString()},
                    {QStringLiteral("confidence"), std::get<QString>(confidence->get(source))}};
    if (source.low)
        out.insert(keyOf(QStringLiteral("low"), unit), *source.low);
    if (source.high)
        out.insert(keyOf(QStringLiteral("high"), unit), *source.high);
    return out;
}

QJsonObject toJson(const ExplanationRow& row, const EntitySet& entities) {
    QJsonObject out{{QStringLiteral("key"), row.key}, {QStringLiteral("label"), row.label}};
    for (const ExplainedValue& value : row.values)
        insert(out, value);
    if (row.object)
        out.insert(QStringLiteral("object"), toJson(entities, row.object));
    if (!row.note.isEmpty())
        out.insert(QStringLiteral("note"), row.note);
    if (row.subject) {
        const EntityRef subject = entities.find(row.subject);
        const Field* field = subject ? schemaOf(subject.kind).field(row.field) : nullptr;
        out.insert(QStringLiteral("of"), toJson(entities, row.subject));
        out.insert(QStringLiteral("field"), row.field);
        out.insert(QStringLiteral("source"),
                   row.source ? toJson(*row.source, field ? QString::fromUtf8(field->unit) : QString()) : QJsonValue());
    }
    return out;
}

QJsonObject toJson(const ExplanationSection& section, const EntitySet& entities) {
    QJsonObject out{{QStringLiteral("key"), section.key}, {QStringLiteral("heading"), section.heading}};
    if (!section.quote.isEmpty())
        out.insert(QStringLiteral("quote"), section.quote);
    if (!section.formula.isEmpty())
        out.insert(QStringLiteral("formula"), formulaText(section.formula));
    QJsonArray rows;
    for (const ExplanationRow& row : section.rows)
        rows.append(toJson(row, entities));
    out.insert(QStringLiteral("rows"), rows);
    if (!section.remarks.isEmpty())
        out.insert(QStringLiteral("remarks"), QJsonArray::fromStringList(section.remarks));
    return out;
}

QJsonObject document(const OpenedPlan& opened, const Explanation& explanation) {
    QJsonObject out = documentHead(opened);
    out.insert(QStringLiteral("title"), explanation.title);
    out.insert(QStringLiteral("object"), toJson(opened.entities(), explanation.object));
    out.insert(QStringLiteral("part"), explanation.objectText);
    QJsonArray sections;
    for (const ExplanationSection& section : explanation.sections)
        sections.append(toJson(section, opened.entities()));
    out.insert(QStringLiteral("sections"), sections);
    return out;
}

QString numberText(const ExplainedValue& value, double number, bool unit) {
    if (value.judged)
        return quantity(number, unit ? value.unit : QString());
    const QString text = decimal(number, value.decimals);
    return unit ? withUnit(text, value.unit) : text;
}

// `unit`: the head of the column does not say it.
QString valueText(const ExplainedValue& value, bool unit) {
    if (value.verdict)
        return verdictLabel(*value.verdict);
    if (!value.number)
        return value.text.isEmpty() ? QStringLiteral("–") : value.text;
    QString text = numberText(value, *value.number, unit);
    if (!value.sign.isEmpty())
        text.prepend(value.sign + u' ');
    return text;
}

QString rangeText(const ExplainedValue& value) {
    return value.low && value.high ? QStringLiteral("%1 – %2").arg(numberText(value, *value.low, false),
                                                                   numberText(value, *value.high, false))
                                   : QString();
}

QString sourceText(const ExplanationRow& row) {
    if (!row.subject)
        return {};
    if (!row.source)
        return Cli::tr("no source on record");
    const Field* confidence = schemaOf(Kind::Provenance).field(u"confidence");
    QStringList parts{row.source->source, row.source->date.toString(),
                      wordLabel(*confidence, std::get<QString>(confidence->get(*row.source)))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// Too long to stand behind figures: below the table, under its row's name.
bool isLong(const QString& note) {
    constexpr int kWidest = 60;
    return displayWidth(note) > kWidest;
}

QStringList cellsOf(const ExplanationRow& row, bool columns) {
    QStringList cells{row.label}, values;
    QString range;
    for (const ExplainedValue& value : row.values) {
        values += valueText(value, !columns || value.judged);
        if (range.isEmpty())
            range = rangeText(value);
    }
    cells += columns ? values : QStringList{values.join(QStringLiteral(" · "))};
    QStringList behind{range, isLong(row.note) ? QString() : row.note, sourceText(row)};
    behind.removeAll(QString());
    return cells + QStringList{behind.join(QStringLiteral("; "))};
}

// Rows in columns, two blanks in; what qualifies a row and where it comes from stand behind its figures.
QString rowsText(const ExplanationSection& section) {
    using enum TextTable::Align;
    const bool columns = !section.columns.isEmpty();
    std::vector<TextTable::Align> aligns{Left};
    const qsizetype figures = columns ? section.columns.size() - 1 : 1;
    aligns.insert(aligns.end(), static_cast<std::size_t>(figures), Right);
    aligns.push_back(Left);
    TextTable table(columns ? section.columns : QStringList(), aligns);
    for (const ExplanationRow& row : section.rows) {
        QStringList cells = cellsOf(row, columns);
        while (columns && cells.size() < figures + 2) // no figures: what is behind them stays behind
            cells.insert(cells.size() - 1, QString());
        table.addRow(cells);
    }
    QString out;
    for (const QString& line : table.toString().split(u'\n', Qt::SkipEmptyParts))
        out += QStringLiteral("  ") + line + u'\n';
    for (const ExplanationRow& row : section.rows)
        if (isLong(row.note))
            out += QStringLiteral("  ") + Cli::tr("%1: %2").arg(row.label, row.note) + u'\n';
    return out;
}

QString text(const Explanation& explanation) {
    QString out = explanation.title + u'\n';
    if (!explanation.objectText.isEmpty())
        out += explanation.objectText + u'\n';
    for (const ExplanationSection& section : explanation.sections) {
        out += u'\n';
        if (!section.heading.isEmpty())
            out += section.heading + u'\n';
        if (!section.quote.isEmpty())
            out += QStringLiteral("  “%1”\n").arg(section.quote);
        if (!section.formula.isEmpty())
            out += QStringLiteral("  %1\n").arg(formulaText(section.formula));
        if (!section.rows.empty())
            out += rowsText(section);
        for (const QString& remark : section.remarks)
            out += QStringLiteral("  %1\n").arg(remark);
    }
    return out;
}

} // namespace

void addExplainVerb(CLI::App& app, CliContext& context) {
    auto arguments = std::make_shared<ExplainArguments>();
    CLI::App* verb = app.add_subcommand(
        "explain", Cli::tr("how a figure or a verdict came about: formula, inputs, sources, clause").toStdString());
    addPlanArguments(*verb, arguments->plan, context, kScenarioOption | kYearOption | kRulesOption | kJsonOption);
    verb->add_option("WHAT", arguments->what,
                     Cli::tr("a clause, the key of a finding, an object by code, name or id, a province, or “plan”")
                         .toStdString())
        ->required();
    verb->callback([arguments, &context] {
        const OpenedPlan opened = openPlan(arguments->plan);
        const auto assessment = assess(opened, context);
        const Explanation explanation = explanationOf(opened, *assessment, textOf(arguments->what));
        if (context.json)
            context.print(document(opened, explanation));
        else
            context.print(textHead(opened, context) + u'\n' + text(explanation));
    });
}

} // namespace corridor
