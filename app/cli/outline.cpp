// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/outline.h"

#include "app/cli/context.h"

#include <QStringList>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

constexpr int kMany = CLI::detail::expected_max_vector_size;

QString line(const QStringList& fields) {
    QString out = fields.join(u'\t');
    out.replace(u'\n', u' ');
    return out + u'\n';
}

// "-h,--help", "--lang".
QString namesOf(const CLI::Option& option) {
    QStringList names;
    for (const std::string& name : option.get_snames())
        names += u'-' + textOf(name);
    for (const std::string& name : option.get_lnames())
        names += QStringLiteral("--") + textOf(name);
    return names.join(u',');
}

struct Value {
    QString name, words; ///< words: "zh,en"
    QString range;       ///< what the type says beside words: "1900 – 2200"
};

// CLI11 keeps both in one text: "TEXT:{zh,en}", "YEAR:1900 – 2200".
Value valueOf(const CLI::App& app, const CLI::Option& option) {
    const QString type = textOf(option.get_type_name());
    if (type.isEmpty() || option.get_items_expected_max() == 0)
        return {};
    Value value;
    value.name = textOf(app.get_formatter()->get_label(type.section(u':', 0, 0).toStdString()));
    const QString rest = type.section(u':', 1);
    if (rest.startsWith(u'{') && rest.endsWith(u'}'))
        value.words = rest.sliced(1, rest.size() - 2);
    else
        value.range = rest;
    if (option.get_items_expected_max() >= kMany)
        value.name += QStringLiteral("...");
    return value;
}

QString optionLine(const CLI::App& app, const QString& verb, const CLI::Option& option) {
    const QString description = textOf(option.get_description());
    if (option.get_positional())
        return line({QStringLiteral("argument"), verb, textOf(option.get_name(true)),
                     option.get_items_expected_max() >= kMany ? QStringLiteral("many") : QStringLiteral("one"),
                     description});
    const Value value = valueOf(app, option);
    const QString what = value.range.isEmpty() ? description : Cli::tr("%1 (%2)").arg(description, value.range);
    return line({QStringLiteral("option"), verb, namesOf(option), value.name, value.words, what});
}

void outline(const CLI::App& app, const QString& verb, const std::string& footerAbove, QString& out) {
    out += line({QStringLiteral("verb"), verb, textOf(app.get_description())});
    for (const CLI::Option* option :
         app.get_options([](const CLI::Option* each) { return !each->get_group().empty(); }))
        out += optionLine(app, verb, *option);
    if (app.get_footer() != footerAbove)
        for (const QString& note : textOf(app.get_footer()).split(u'\n', Qt::SkipEmptyParts))
            out += line({QStringLiteral("note"), verb, note});
    for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; }))
        outline(*below, (verb + u' ' + textOf(below->get_name())).trimmed(), app.get_footer(), out);
}

} // namespace

QString outlineOf(const CLI::App& app) {
    QString out;
    outline(app, QString(), std::string(), out);
    return out;
}

} // namespace corridor
