// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/evidencehtml.h"

#include "model/plan/schema.h"
#include "model/plan/unittext.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace corridor {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

constexpr char16_t kDash = u'\u2014';

QString html(const QString& text) {
    return text.toHtmlEscaped();
}

QString heading(const QString& text) {
    return QStringLiteral("<p style='margin-top:12px;margin-bottom:2px'><b>%1</b></p>").arg(html(text));
}

QString smallStyle() {
    return QStringLiteral("color:%1;font-size:12px").arg(themeColor(Token::Text2).name());
}

// A line in the size and colour of remarks; takes markup.
QString smallLine(const QString& markup) {
    return QStringLiteral("<p style='margin:2px 0;%1'>%2</p>").arg(smallStyle(), markup);
}

QString formulaHtml(const QString& formula) {
    static const QRegularExpression group(QStringLiteral("_\\{([^}]*)\\}")), letter(QStringLiteral("_(\\w)"));
    return html(formula)
        .replace(group, QStringLiteral("<sub>\\1</sub>"))
        .replace(letter, QStringLiteral("<sub>\\1</sub>"))
        .replace(QStringLiteral("; "), QStringLiteral("<br>"));
}

QString numberOf(const ExplainedValue& value, double number) {
    return value.judged ? numberText(number, value.unit, value.against) : fixedText(number, value.decimals);
}

// `unit`: the head of the column does not say it.
QString valueHtml(const ExplainedValue& value, bool unit) {
    if (value.verdict)
        return html(verdictLabel(*value.verdict));
    if (!value.number)
        return value.text.isEmpty() ? QString(kDash) : html(value.text);
    QString text = numberOf(value, *value.number);
    if (unit)
        text = withUnit(text, value.unit);
    if (!value.sign.isEmpty())
        text.prepend(value.sign + u' ');
    text = html(text);
    if (value.low && value.high)
        text += QStringLiteral("<br><small>%1\u2013%2</small>")
                    .arg(numberOf(value, *value.low), numberOf(value, *value.high));
    return text;
}

// Who says so, when, how sure, and between which bounds; what an input lacks is said too.
QString sourceHtml(const ExplanationRow& row, bool english) {
    if (!row.subject)
        return {};
    if (!row.source)
        return html(tr("no source on record"));
    const Field* confidence = schemaOf(Kind::Provenance).field(u"confidence");
    const QString sure = wordLabel(*confidence, std::get<QString>(confidence->get(*row.source)));
    const QString text = sourceText(*row.source, english);
    return html(text.isEmpty() ? sure : text + QStringLiteral(" · ") + sure);
}

// Which columns hold names, and so begin at their left: the first, and those with words in them.
QList<bool> nameColumns(const ExplanationSection& section) {
    QList<bool> names(std::max(qsizetype(2), section.columns.size()), false);
    names[0] = true;
    for (const ExplanationRow& row : section.rows)
        for (qsizetype i = 1; i < section.columns.size() && i <= static_cast<qsizetype>(row.values.size()); ++i)
            names[i] = names[i] || !row.values[static_cast<std::size_t>(i - 1)].text.isEmpty();
    return names;
}

QString cellsHtml(const QStringList& cells, const QList<bool>& names, bool bold, const QString& style) {
    QString out;
    for (qsizetype i = 0; i < cells.size(); ++i)
        out += QStringLiteral("<td align='%1' style='%2'>%3</td>")
                   .arg(names.value(i) ? QStringLiteral("left") : QStringLiteral("right"), style,
                        bold ? QStringLiteral("<b>%1</b>").arg(cells[i]) : cells[i]);
    return QStringLiteral("<tr>%1</tr>").arg(out);
}

QString underRow(const QString& markup, qsizetype columns) {
    return markup.isEmpty()
               ? QString()
               : QStringLiteral("<tr><td colspan='%1' style='%2'>%3</td></tr>").arg(columns).arg(smallStyle(), markup);
}

QString rowHtml(const ExplanationSection& section, const ExplanationRow& row, const QList<bool>& names, bool english) {
    QStringList cells{row.object
                          ? QStringLiteral("<a href='object:%1'>%2</a>").arg(row.object.toString(), html(row.label))
                          : html(row.label)};
    QStringList values;
    for (const ExplainedValue& value : row.values)
        values += valueHtml(value, section.columns.isEmpty() || value.judged);
    if (section.columns.isEmpty() && !values.isEmpty())
        cells += values.join(QStringLiteral(" · "));
    else
        cells += values;
    const QString style = section.key == u"run" ? smallStyle() : QString();
    return cellsHtml(cells, names, row.emphasis, style) + underRow(html(row.note), names.size()) +
           underRow(sourceHtml(row, english), names.size());
}

QString sectionHtml(const ExplanationSection& section, bool english) {
    QString out = section.heading.isEmpty() ? QString() : heading(section.heading);
    if (!section.formula.isEmpty())
        out += smallLine(formulaHtml(section.formula));
    if (!section.quote.isEmpty())
        out += QStringLiteral("<p style='margin:2px 0 2px 8px'>\u201C%1\u201D</p>").arg(html(section.quote));
    const QList<bool> names = nameColumns(section);
    QString rows;
    if (!section.columns.isEmpty()) {
        QStringList heads;
        for (const QString& head : section.columns)
            heads += html(head);
        rows += cellsHtml(heads, names, false, smallStyle());
    }
    for (const ExplanationRow& row : section.rows)
        rows += rowHtml(section, row, names, english);
    if (!rows.isEmpty())
        out += QStringLiteral("<table width='100%' cellspacing='0' cellpadding='3'>%1</table>").arg(rows);
    for (const QString& remark : section.remarks)
        out += smallLine(html(remark));
    return out;
}

} // namespace

QString evidenceHtml(const Explanation& explanation) {
    if (explanation.isEmpty())
        return {};
    QString out = QStringLiteral("<p><b>%1</b></p>").arg(html(explanation.title));
    if (!explanation.objectText.isEmpty())
        out += QStringLiteral("<p>%1</p>")
                   .arg(explanation.object.isNull()
                            ? html(explanation.objectText)
                            : QStringLiteral("<a href='object:%1'>%2</a>")
                                  .arg(explanation.object.toString(), html(explanation.objectText)));
    for (const ExplanationSection& section : explanation.sections)
        out += sectionHtml(section, explanation.english);
    return out;
}

} // namespace corridor
