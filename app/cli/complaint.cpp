// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaint.h"

#include "app/cli/context.h"

#include <QRegularExpression>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

// The innermost verb that was recognised.
const CLI::App& verbOf(const CLI::App& app) {
    const CLI::App* at = &app;
    while (!at->get_subcommands().empty())
        at = at->get_subcommands().front();
    return *at;
}

// "corridor calc latency --help".
QString helpOf(const CLI::App& verb) {
    QString command = QStringLiteral("--help");
    for (const CLI::App* at = &verb; at; at = at->get_parent())
        command.prepend(textOf(at->get_name()) + u' ');
    return command;
}

// "latency, capacity, energy, all"; empty for a verb that has none below it.
QString verbsBelow(const CLI::App& verb) {
    QStringList names;
    for (const CLI::App* below : verb.get_subcommands([](const CLI::App*) { return true; }))
        names += textOf(below->get_name());
    return names.join(QStringLiteral(", "));
}

// "Value 99 not in range [1900 - 2200]", "x not in {zh,en}"; what else CLI11 says of a value is left out.
QString wrongValue(const QString& option, const QString& detail, const QString& help) {
    static const QRegularExpression range(QStringLiteral("\\[(\\S+) - (\\S+)\\]")),
        between(QStringLiteral("range (\\S+) to (\\S+)")), list(QStringLiteral("\\{(.+)\\}"));
    for (const QRegularExpression& shape : {range, between})
        if (const auto found = shape.match(detail); found.hasMatch())
            return Cli::tr("%1 must be %2 – %3; see %4.").arg(option, found.captured(1), found.captured(2), help);
    if (const auto found = list.match(detail); found.hasMatch())
        return Cli::tr("%1 must be one of %2; see %3.")
            .arg(option, found.captured(1).replace(u',', QStringLiteral(", ")), help);
    return Cli::tr("%1 cannot have this value; see %2.").arg(option, help);
}

// A word that belongs nowhere: where a verb was due, the verbs that there are.
QString notUnderstood(const QString& word, const CLI::App& verb) {
    const QString verbs = verbsBelow(verb);
    return verbs.isEmpty() || word.startsWith(u'-')
               ? Cli::tr("“%1” is not understood; see %2.").arg(word, helpOf(verb))
               : Cli::tr("“%1” is none of %2; see %3.").arg(word, verbs, helpOf(verb));
}

} // namespace

QString complaint(const CLI::ParseError& error, const CLI::App& app) {
    const QString detail = QString::fromUtf8(error.what());
    const QString what = detail.section(QStringLiteral(": "), 0, 0);
    const QString rest =
        detail.contains(QStringLiteral(": ")) ? detail.section(QStringLiteral(": "), 1).section(u'\n', 0, 0) : detail;
    const CLI::App& verb = verbOf(app);
    const QString help = helpOf(verb);
    const std::vector<std::string> left =
        app.remaining(true); // a verb that there is not counts as "verb missing", with this left over
    if (!left.empty() || dynamic_cast<const CLI::ExtrasError*>(&error))
        return notUnderstood(left.empty() ? rest : textOf(left.front()), verb);
    if (dynamic_cast<const CLI::RequiredError*>(&error))
        return detail.contains(QStringLiteral("subcommand"))
                   ? Cli::tr("Say what to do: %1; see %2.").arg(verbsBelow(verb), help)
                   : Cli::tr("%1 is missing; see %2.").arg(detail.section(u' ', 0, 0), help);
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return Cli::tr("%1 needs a value; see %2.").arg(what.section(u' ', 0, 0), help);
    if (dynamic_cast<const CLI::ExcludesError*>(&error))
        return Cli::tr("%1 and %2 cannot stand together; see %3.")
            .arg(detail.section(u' ', 0, 0), detail.section(u' ', -1), help);
    if (dynamic_cast<const CLI::RequiresError*>(&error))
        return Cli::tr("%1 needs %2 beside it; see %3.")
            .arg(detail.section(u' ', 0, 0), detail.section(u' ', -1), help);
    if (dynamic_cast<const CLI::ConversionError*>(&error) || dynamic_cast<const CLI::ValidationError*>(&error))
        return wrongValue(what, rest, help);
    return Cli::tr("The command line cannot be understood; see %1.").arg(help);
}

} // namespace corridor
