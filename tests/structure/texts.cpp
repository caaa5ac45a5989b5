// SPDX-License-Identifier: GPL-3.0-or-later
#include "texts.h"

#include <QFile>
#include <QRegularExpression>
#include <QXmlStreamReader>

#include <set>
#include <stdexcept>

namespace corridor {

namespace {

QStringList readForms(QXmlStreamReader& xml) {
    QStringList forms;
    while (xml.readNextStartElement())
        forms += xml.readElementText();
    return forms;
}

// Leaves `gone` true for a text that is in the sources no more.
TextEntry readMessage(QXmlStreamReader& xml, const QString& context, bool* gone) {
    TextEntry entry;
    entry.context = context;
    entry.counts = xml.attributes().value(QLatin1String("numerus")) == u"yes";
    while (xml.readNextStartElement()) {
        const QStringView name = xml.name();
        if (name == u"source") {
            entry.source = xml.readElementText();
        } else if (name == u"comment") {
            entry.comment = xml.readElementText();
        } else if (name == u"translation") {
            const QString type = xml.attributes().value(QLatin1String("type")).toString();
            *gone = type == u"vanished" || type == u"obsolete";
            entry.settled = type.isEmpty();
            entry.forms = entry.counts ? readForms(xml) : QStringList(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return entry;
}

void readContext(QXmlStreamReader& xml, std::vector<TextEntry>& out) {
    QString context;
    while (xml.readNextStartElement()) {
        if (xml.name() == u"name") {
            context = xml.readElementText();
        } else if (xml.name() == u"message") {
            bool gone = false;
            TextEntry entry = readMessage(xml, context, &gone);
            if (!gone)
                out.push_back(std::move(entry));
        } else {
            xml.skipCurrentElement();
        }
    }
}

// %1, %L2, %n: each once, however often the sentence says it.
std::set<QString> placeholders(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("%(L?[1-9n])"));
    std::set<QString> out;
    for (auto found = shape.globalMatch(text); found.hasNext();)
        out.insert(found.next().captured(1));
    return out;
}

qsizetype mnemonics(const QString& text) {
    static const QRegularExpression shape(QStringLiteral("&[A-Za-z0-9]"));
    return text.count(shape);
}

bool same(const QString& source, const QString& form, QChar sign) {
    return source.count(sign) == form.count(sign);
}

} // namespace

std::vector<TextEntry> readTexts(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::runtime_error(qPrintable(path + QStringLiteral(": ") + file.errorString()));
    QXmlStreamReader xml(&file);
    std::vector<TextEntry> out;
    if (xml.readNextStartElement() && xml.name() == u"TS")
        while (xml.readNextStartElement())
            xml.name() == u"context" ? readContext(xml, out) : xml.skipCurrentElement();
    if (xml.hasError())
        throw std::runtime_error(qPrintable(path + QStringLiteral(": ") + xml.errorString()));
    return out;
}

QStringList faultsOf(const TextEntry& entry) {
    if (!entry.settled || entry.forms.isEmpty() || entry.forms.contains(QString()))
        return {entry.label() + QStringLiteral(": not translated")};
    QStringList faults;
    for (const QString& form : entry.forms) {
        const QString head = entry.label() + QStringLiteral(" → ") + form + QStringLiteral(": ");
        if (placeholders(form) != placeholders(entry.source))
            faults += head + QStringLiteral("other placeholders than the text has");
        if (!same(entry.source, form, u'\n') || !same(entry.source, form, u'\t'))
            faults += head + QStringLiteral("other line breaks or tabs than the text has");
        if (mnemonics(form) != mnemonics(entry.source))
            faults += head + QStringLiteral("other mnemonics (&) than the text has");
        if (!same(entry.source, form, u'…'))
            faults += head + QStringLiteral("… is missing or too many");
    }
    return faults;
}

QStringList faultsOfChinese(const TextEntry& entry) {
    static const std::pair<QRegularExpression, const char*> rules[] = {
        {QRegularExpression(QStringLiteral("请|您|成功|！|!")), "words of courtesy or cheer"},
        {QRegularExpression(QStringLiteral("[㐀-鿿][,.;:?]")), "half-width punctuation"},
        {QRegularExpression(QStringLiteral("[㐀-鿿][A-Za-z0-9]|(?<![%A-Za-z0-9])[A-Za-z0-9]+[㐀-鿿]")),
         "no space between Chinese and Latin"},
        {QRegularExpression(QStringLiteral("[，。；：？（）、“”] | [，。；：？（）、]")),
         "a space beside punctuation"}};
    QStringList faults;
    for (const QString& form : entry.forms)
        for (const auto& [rule, name] : rules)
            if (rule.match(form).hasMatch())
                faults += entry.label() + QStringLiteral(" → ") + form + QStringLiteral(": ") + QLatin1String(name);
    return faults;
}

} // namespace corridor
