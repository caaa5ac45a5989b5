// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/resulttext.h"
#include "app/cli/texttable.h"
#include "app/cli/verbs.h"
#include "model/plan/settings.h"
#include "model/session/resulttables.h"
#include "model/store/contenthash.h"

#include <QJsonArray>

#include <CLI/CLI.hpp>
#include <map>

namespace corridor {

namespace {

/// The largest difference between a stored figure and the same one computed again that still counts as equal.
constexpr double kTolerance = 1e-9;

enum class Trust { Confirmed, Stale, OtherVersion, InputsChanged, Differs };

const char* trustWord(Trust trust) {
    switch (trust) {
    case Trust::Confirmed:
        return "confirmed";
    case Trust::Stale:
        return "stale";
    case Trust::OtherVersion:
        return "other_version";
    case Trust::InputsChanged:
        return "inputs_changed";
    case Trust::Differs:
        return "differs";
    }
    return "differs";
}

QString trustLabel(Trust trust) {
    switch (trust) {
    case Trust::Confirmed:
        return Cli::tr("confirmed");
    case Trust::Stale:
        return Cli::tr("out of date, without rows");
    case Trust::OtherVersion:
        return Cli::tr("made by another version of the program; calculate again");
    case Trust::InputsChanged:
        return Cli::tr("the plan has changed since; calculate again");
    case Trust::Differs:
        return Cli::tr("the stored rows are not what the plan gives");
    }
    return {};
}

bool isWrong(Trust trust) {
    return trust == Trust::InputsChanged || trust == Trust::Differs;
}

struct CheckedRun {
    Run run;
    Trust trust = Trust::Confirmed;
    double difference = 0;
};

// One assessment answers for all runs of a scenario and year.
class Recomputer {
public:
    explicit Recomputer(const Plan& plan)
        : mPlan(plan) {}

    CheckedRun check(const Run& stored) {
        CheckedRun out{stored, Trust::Confirmed, 0};
        if (stored.stale) {
            out.trust = Trust::Stale;
            return out;
        }
        const Run* fresh = recomputed(stored);
        if (!fresh || fresh->engineVersion != stored.engineVersion) {
            out.trust = Trust::OtherVersion;
            return out;
        }
        out.difference = largestDifference(stored, *fresh);
        if (fresh->inputHash != stored.inputHash)
            out.trust = Trust::InputsChanged;
        else if (!(out.difference <= kTolerance))
            out.trust = Trust::Differs;
        return out;
    }

private:
    const Run* recomputed(const Run& stored) {
        if (!mPlan.hasScenario(stored.scenario))
            return nullptr;
        auto& assessment = mAssessments[{stored.scenario, stored.year}];
        if (!assessment)
            assessment = assess(mPlan, stored.scenario, stored.year, 0);
        for (const Run& run : assessment->runs)
            if (run.engine == stored.engine)
                return &run;
        return nullptr;
    }

    const Plan& mPlan;
    std::map<std::pair<EntityId, int>, std::shared_ptr<const Assessment>> mAssessments;
};

const char* noteWord(OpenNote::What what) {
    switch (what) {
    case OpenNote::What::RowAdded:
        return "row_added";
    case OpenNote::What::RowChanged:
        return "row_changed";
    case OpenNote::What::RowRemoved:
        return "row_removed";
    case OpenNote::What::DuplicateId:
        return "duplicate_id";
    case OpenNote::What::BadValue:
        return "bad_value";
    case OpenNote::What::Dangling:
        return "dangling";
    case OpenNote::What::Orphan:
        return "orphan";
    case OpenNote::What::Recovered:
        return "recovered";
    }
    return "bad_value";
}

// What another program may do to a plan is no fault; what makes rows unreadable is.
bool isFault(OpenNote::What what) {
    return what == OpenNote::What::DuplicateId || what == OpenNote::What::BadValue ||
           what == OpenNote::What::Dangling || what == OpenNote::What::Orphan;
}

QJsonObject document(const PlanFile& file, const std::vector<CheckedRun>& runs, bool sound) {
    QJsonArray notes, list;
    for (const OpenNote& note : file.report().notes)
        notes.append(QJsonObject{{QStringLiteral("what"), QLatin1String(noteWord(note.what))},
                                 {QStringLiteral("text"), note.text.text()}});
    for (const CheckedRun& checked : runs) {
        QJsonObject entry = headOf(checked.run);
        entry.insert(QStringLiteral("state"), QLatin1String(trustWord(checked.trust)));
        if (std::isfinite(checked.difference))
            entry.insert(QStringLiteral("largest_difference"), checked.difference);
        list.append(entry);
    }
    return {{QStringLiteral("plan"), file.path()},
            {QStringLiteral("sound"), sound},
            {QStringLiteral("format_version"), file.report().formatVersion},
            {QStringLiteral("content_hash"), QString::fromLatin1(contentHash(file.plan()))},
            {QStringLiteral("notes"), notes},
            {QStringLiteral("runs"), list}};
}

QString text(const PlanFile& file, const std::vector<CheckedRun>& runs, bool sound, const CliContext& context) {
    QString out;
    for (const OpenNote& note : file.report().notes)
        out += note.text.text() + u'\n';
    TextTable table({Cli::tr("Results"), Cli::tr("scenario"), Cli::tr("year"), Cli::tr("state")});
    for (const CheckedRun& checked : runs) {
        const EntityRef scenario = file.plan().base().find(Kind::Scenario, checked.run.scenario);
        table.addRow({checked.run.engine, scenario ? displayName(*scenario, context.english()) : QStringLiteral("–"),
                      QString::number(checked.run.year), trustLabel(checked.trust)});
    }
    out += table.isEmpty() ? Cli::tr("No results are stored.\n") : table.toString();
    return out + (sound ? Cli::tr("The file is sound.\n") : Cli::tr("The file is not sound; see above.\n"));
}

void verify(const PlanArguments& arguments, CliContext& context) {
    const OpenedPlan opened = openPlan(arguments);
    Recomputer recomputer(opened.file->plan());
    std::vector<CheckedRun> runs;
    bool sound = true;
    for (const Run& run : opened.file->runs()) {
        runs.push_back(recomputer.check(run));
        sound &= !isWrong(runs.back().trust);
    }
    for (const OpenNote& note : opened.file->report().notes)
        sound &= !isFault(note.what);
    if (context.json)
        context.print(document(*opened.file, runs, sound));
    else
        context.print(text(*opened.file, runs, sound, context));
    context.exitCode = sound ? kNothingBroken : kFallsShort;
}

void printHash(const PlanArguments& arguments, const CliContext& context) {
    const OpenedPlan opened = openPlan(arguments);
    const QString hash = QString::fromLatin1(contentHash(opened.file->plan()));
    if (context.json)
        context.print(
            QJsonObject{{QStringLiteral("plan"), opened.file->path()}, {QStringLiteral("content_hash"), hash}});
    else
        context.print(hash + u'\n');
}

} // namespace

void addTrustVerbs(CLI::App& app, CliContext& context) {
    auto toVerify = std::make_shared<PlanArguments>();
    CLI::App* verb = app.add_subcommand(
        "verify", Cli::tr("check a file, and its stored results by computing them again").toStdString());
    addPlanArguments(*verb, *toVerify, context, kJsonOption);
    verb->callback([toVerify, &context] { verify(*toVerify, context); });

    auto toHash = std::make_shared<PlanArguments>();
    CLI::App* hash = app.add_subcommand("hash", Cli::tr("print the content hash: same plan, same hash").toStdString());
    addPlanArguments(*hash, *toHash, context, kJsonOption);
    hash->callback([toHash, &context] { printHash(*toHash, context); });
}

} // namespace corridor
