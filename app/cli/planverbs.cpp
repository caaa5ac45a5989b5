// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resulttext.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/plan/schema.h"
#include "model/plan/settings.h"
#include "model/session/newplan.h"
#include "model/store/contenthash.h"
#include "model/store/planlock.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <CLI/CLI.hpp>

namespace corridor {

namespace {

struct NewArguments {
    PlanArguments plan;
    std::string title, titleEn;
    std::vector<std::string> rulePacks;
};

void makePlan(const NewArguments& arguments, const CliContext& context) {
    const QString path = textOf(arguments.plan.plan);
    if (QFileInfo(path).suffix().compare(QStringLiteral("gpkg"), Qt::CaseInsensitive) != 0)
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1 does not end with .gpkg, by which maps programs know a plan; "
                                         "add it to the name."),
                            QDir::toNativeSeparators(path)));
    if (QFileInfo::exists(path))
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("%1 is there already; choose another name."), QDir::toNativeSeparators(path)));
    NewPlanOptions options;
    options.title = textOf(arguments.title);
    options.titleEn = textOf(arguments.titleEn);
    if (arguments.plan.year)
        options.year = *arguments.plan.year;
    if (!arguments.rulePacks.empty())
        options.rulePacks.clear();
    for (const std::string& pack : arguments.rulePacks)
        options.rulePacks += textOf(pack);
    const Plan plan = newPlan(options);
    SaveOptions save;
    save.clock = buildClock();
    if (qEnvironmentVariableIsSet("SOURCE_DATE_EPOCH"))
        save.planId = contentHash(plan).left(32); // a reproducible build has no random ids
    const auto file = PlanFile::create(path, plan, {}, save);
    if (context.json)
        context.print(QJsonObject{{QStringLiteral("plan"), file->path()},
                                  {QStringLiteral("content_hash"), QString::fromLatin1(contentHash(plan))}});
    else
        context.print(file->path() + u'\n');
}

QJsonObject infoDocument(const OpenedPlan& opened) {
    const PlanFile& file = *opened.file;
    const PlanSettings settings = settingsOf(opened.entities());
    QJsonObject out = documentHead(opened), counts;
    for (const Kind kind : allKinds())
        counts.insert(QString::fromLatin1(schemaOf(kind).table), qint64(opened.entities().count(kind)));
    QJsonArray scenarios, runs, notes;
    for (const Scenario* scenario : opened.plan.scenarios()) {
        QJsonObject entry = toJson(opened.plan.base(), scenario->id).toObject();
        entry.insert(QStringLiteral("parent"), toJson(opened.plan.base(), scenario->parent));
        entry.insert(QStringLiteral("own_rows"), qint64(opened.plan.overlaySize(scenario->id)));
        scenarios.append(entry);
    }
    for (const Run& run : file.runs())
        runs.append(headOf(run));
    for (const OpenNote& note : file.report().notes)
        notes.append(note.text.text());
    out.insert(QStringLiteral("title"), settings.title);
    out.insert(QStringLiteral("title_en"), settings.titleEn);
    out.insert(QStringLiteral("format_version"), file.report().formatVersion);
    out.insert(QStringLiteral("written_by"), file.report().writtenBy);
    out.insert(QStringLiteral("size_bytes"), QFileInfo(file.path()).size());
    out.insert(QStringLiteral("counts"), counts);
    out.insert(QStringLiteral("scenarios"), scenarios);
    out.insert(QStringLiteral("runs"), runs);
    out.insert(QStringLiteral("notes"), notes);
    if (const auto holder = PlanLock::holderOf(file.path()))
        out.insert(QStringLiteral("edited_by"), QStringLiteral("%1@%2").arg(holder->user, holder->host));
    return out;
}

QString infoText(const OpenedPlan& opened, const CliContext& context) {
    const PlanFile& file = *opened.file;
    QString out = textHead(opened, context) + file.path() + u'\n';
    out += Cli::tr("Format %1, written by corridor %2, %3 bytes\n")
               .arg(file.report().formatVersion)
               .arg(file.report().writtenBy)
               .arg(QFileInfo(file.path()).size());
    if (const auto holder = PlanLock::holderOf(file.path()))
        out += Cli::tr("Being edited by %1 on %2\n").arg(holder->user, holder->host);
    using enum TextTable::Align;
    TextTable counts({Cli::tr("Kind"), Cli::tr("objects")}, {Left, Right});
    for (const Kind kind : allKinds())
        if (const std::size_t count = opened.entities().count(kind))
            counts.addRow({schemaOf(kind).labelText(), QString::number(count)});
    out += u'\n' + counts.toString();
    TextTable runs({Cli::tr("Results"), Cli::tr("year"), Cli::tr("computed (UTC)"), Cli::tr("state")});
    for (const Run& run : file.runs())
        runs.addRow({run.engine, QString::number(run.year), run.startedUtc.toUTC().toString(Qt::ISODate),
                     run.stale ? Cli::tr("out of date") : Cli::tr("stored")});
    if (!runs.isEmpty())
        out += u'\n' + runs.toString();
    for (const OpenNote& note : file.report().notes)
        out += note.text.text() + u'\n';
    return out;
}

} // namespace

void addPlanVerbs(CLI::App& app, CliContext& context) {
    auto toMake = std::make_shared<NewArguments>();
    CLI::App* make = app.add_subcommand(
        "new", Cli::tr("make an empty plan with the libraries and rules of the program").toStdString());
    addPlanArguments(*make, toMake->plan, context, kYearOption | kJsonOption);
    make->add_option("--title", toMake->title, Cli::tr("title of the plan").toStdString());
    make->add_option("--title-en", toMake->titleEn, Cli::tr("English title").toStdString());
    make->add_option("--rules", toMake->rulePacks,
                     Cli::tr("rule packs of the program by name; the first is in force").toStdString())
        ->take_all();
    make->callback([toMake, &context] { makePlan(*toMake, context); });

    auto toShow = std::make_shared<PlanArguments>();
    CLI::App* info = app.add_subcommand("info", Cli::tr("what a plan file holds").toStdString());
    addPlanArguments(*info, *toShow, context, kScenarioOption | kJsonOption);
    info->callback([toShow, &context] {
        const OpenedPlan opened = openPlan(*toShow);
        context.json ? context.print(infoDocument(opened)) : context.print(infoText(opened, context));
    });
}

} // namespace corridor
