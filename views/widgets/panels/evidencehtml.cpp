// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/evidencehtml.h"

#include "model/rules/judge.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/theme.h"

#include <QCoreApplication>

namespace corridor::evidence {

namespace {

QString tr(const char* text) {
    return QCoreApplication::translate("Evidence", text);
}

} // namespace

QString html(const QString& text) {
    return text.toHtmlEscaped();
}

QString heading(const QString& text) {
    return QStringLiteral("<p style='margin-top:12px;margin-bottom:2px'><b>%1</b></p>").arg(html(text));
}

QString small(const QString& text) {
    return QStringLiteral("<p style='margin:2px 0;color:%1;font-size:12px'>%2</p>")
        .arg(themeColor(Token::Text2).name(), text);
}

QString link(const Assessment& assessment, EntityId id) {
    return QStringLiteral("<a href='object:%1'>%2</a>")
        .arg(id.toString(), html(nameOf(assessment.input->entities, id, assessment.english)));
}

QString row(const QStringList& cells, bool head, bool bold) {
    QString out = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString align = i == 0 ? QStringLiteral("left") : QStringLiteral("right");
        const QString text = bold ? QStringLiteral("<b>%1</b>").arg(cells[i]) : cells[i];
        out += head ? QStringLiteral("<td align='%1' style='color:%2;font-size:12px'>%3</td>")
                          .arg(align, themeColor(Token::Text2).name(), text)
                    : QStringLiteral("<td align='%1'>%2</td>").arg(align, text);
    }
    return out + QStringLiteral("</tr>");
}

QString table(const QString& rows) {
    return QStringLiteral("<table width='100%' cellspacing='0' cellpadding='3'>%1</table>").arg(rows);
}

QString runText(const Assessment& assessment) {
    QStringList runs;
    for (const Run& run : assessment.runs)
        runs += QStringLiteral("%1 %2 · %3")
                    .arg(run.engine, run.engineVersion, QString::fromLatin1(run.inputHash.toHex().left(12)));
    return heading(tr("Run")) +
           small(html(tr("Revision %1, year %2, %3 ms")
                          .arg(assessment.revision)
                          .arg(assessment.year)
                          .arg(fixedText(assessment.durationMs, 0)))) +
           small(html(runs.join(QStringLiteral("; "))));
}

} // namespace corridor::evidence
