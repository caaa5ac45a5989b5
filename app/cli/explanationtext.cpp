// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/explanationtext.h"

#include "app/cli/context.h"
#include "app/cli/resulttext.h"
#include "app/cli/texttable.h"
#include "model/plan/schema.h"
#include "model/plan/unittext.h"
#include "model/session/sourcetext.h"

#include <QJsonArray>

#include <algorithm>

namespace corridor {

namespace {

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

QString sourceText(const ExplanationRow& row, bool english) {
    if (!row.subject)
        return {};
    if (!row.source)
        return Cli::tr("no source on record");
    const Field* confidence = schemaOf(Kind::Provenance).field(u"confidence");
    QStringList parts{shownSource(row.source->source, english), row.source->date.toString(),
                      wordLabel(*confidence, std::get<QString>(confidence->get(*row.source)))};
    parts.removeAll(QString());
    return parts.join(QStringLiteral(" · "));
}

// Too long to stand behind figures: below the table, under its row's name.
bool isLong(const QString& note) {
    constexpr int kWidest = 60;
    return displayWidth(note) > kWidest;
}

QStringList cellsOf(const ExplanationRow& row, bool columns, bool english) {
    QStringList cells{row.label}, values;
    QString range;
    for (const ExplainedValue& value : row.values) {
        values += valueText(value, !columns || value.judged);
        if (range.isEmpty())
            range = rangeText(value);
    }
    cells += columns ? values : QStringList{values.join(QStringLiteral(" · "))};
    QStringList behind{range, isLong(row.note) ? QString() : row.note, sourceText(row, english)};
    behind.removeAll(QString());
    return cells + QStringList{behind.join(QStringLiteral("; "))};
}

// Whether a column holds names, which begin at its left.
bool isWords(const ExplanationSection& section, std::size_t column) {
    return std::any_of(section.rows.begin(), section.rows.end(), [column](const ExplanationRow& row) {
        return column < row.values.size() && !row.values[column].text.isEmpty();
    });
}

// Rows in columns, two blanks in; what qualifies a row and where it comes from stand behind its figures.
QString rowsText(const ExplanationSection& section, bool english) {
    using enum TextTable::Align;
    const bool columns = !section.columns.isEmpty();
    std::vector<TextTable::Align> aligns{Left};
    const qsizetype figures = columns ? section.columns.size() - 1 : 1;
    for (qsizetype i = 0; i < figures; ++i)
        aligns.push_back(columns && isWords(section, static_cast<std::size_t>(i)) ? Left : Right);
    aligns.push_back(Left);
    TextTable table(columns ? section.columns : QStringList(), aligns);
    for (const ExplanationRow& row : section.rows) {
        QStringList cells = cellsOf(row, columns, english);
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

} // namespace

QString explanationText(const Explanation& explanation) {
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
            out += rowsText(section, explanation.english);
        for (const QString& remark : section.remarks)
            out += QStringLiteral("  %1\n").arg(remark);
    }
    return out;
}

QJsonArray sectionsJson(const Explanation& explanation, const EntitySet& entities) {
    QJsonArray sections;
    for (const ExplanationSection& section : explanation.sections)
        sections.append(toJson(section, entities));
    return sections;
}

} // namespace corridor
