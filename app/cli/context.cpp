// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "model/base/error.h"
#include "model/plan/settings.h"
#include "model/rules/rulepack.h"
#include "model/session/resources.h"
#include "model/store/planlock.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>

#include <cstdio>

namespace corridor {

namespace {

void write(std::FILE* to, const QString& text) {
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), to);
}

EntityId scenarioNamed(const Plan& plan, const QString& name) {
    if (name.isEmpty())
        return Plan::baseScenario();
    static constexpr Kind kKinds[] = {Kind::Scenario};
    const EntityRef found = findByName(plan.base(), kKinds, name);
    if (found && plan.hasScenario(found->id))
        return found->id;
    if (found)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("The parents of scenario %1 do not lead to the base, so it cannot be shown; "
                                         "give it another parent."),
                            name));
    QStringList known;
    for (const Scenario* scenario : plan.scenarios())
        known += scenario->code.isEmpty() ? scenario->name : scenario->code;
    throw Error(Blame::Usage, message(CORRIDOR_MSG("The plan has no scenario “%1”; it has: %2."), name,
                                      known.join(QStringLiteral(", "))));
}

QByteArray readAll(const QString& path) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment,
                    message(CORRIDOR_MSG("%1 cannot be read: %2"), QDir::toNativeSeparators(path), file.errorString()));
    return file.readAll();
}

// A program that was to write does not go on reading: what is in the way, and the way round it.
Error notWritable(const QString& path) {
    if (const auto holder = PlanLock::holderOf(path))
        return Error(
            Blame::Environment,
            message(CORRIDOR_MSG("“%1” is being edited by %2 on %3, so nothing was stored; try again when it is "
                                 "closed there."),
                    QDir::toNativeSeparators(path), holder->user, holder->host));
    return Error(Blame::Environment,
                 message(CORRIDOR_MSG("“%1” cannot be written where it is, so nothing was stored; copy it to a folder "
                                      "that you may write to."),
                         QDir::toNativeSeparators(path)));
}

// The plan as it would be with another rule pack in force; the file stays as it is.
Plan withRules(const Plan& plan, EntityId scenario, const QString& rules) {
    ChangeBuilder builder(plan, scenario);
    QString code = rules;
    static constexpr Kind kKinds[] = {Kind::RulePack};
    if (const EntityRef known = findByName(plan.base(), kKinds, rules)) {
        code = known->code;
    } else {
        const QString ours = QDir(resourceFolder()).filePath(QStringLiteral("rulepacks/%1.json").arg(rules));
        const QString path = QFileInfo::exists(rules) ? rules : ours;
        if (!QFileInfo::exists(path))
            throw Error(Blame::Usage,
                        message(CORRIDOR_MSG(
                                    "There is no rule pack “%1”: neither a file, nor in the plan, nor in the program."),
                                rules));
        RulePackRow row = rulePackRow(readAll(path), QDir::toNativeSeparators(path));
        code = row.code;
        builder.put(std::move(row));
    }
    builder.put(settingRow(plan.entities(scenario), QStringLiteral("rule_pack"), code));
    return plan.with(builder.take());
}

} // namespace

void CliContext::print(const QString& text) const {
    write(stdout, text);
}

void CliContext::print(const QJsonObject& document) const {
    write(stdout, QString::fromUtf8(QJsonDocument(document).toJson(QJsonDocument::Indented)));
}

void CliContext::note(const QString& line) const {
    write(stderr, line + u'\n');
}

QString textOf(const std::string& argument) {
    return QString::fromUtf8(argument.data(), static_cast<qsizetype>(argument.size()));
}

OpenedPlan openPlan(const PlanArguments& arguments, bool toWrite) {
    OpenedPlan opened;
    OpenOptions options;
    options.readOnly = !toWrite;
    options.clock = buildClock();
    opened.file = PlanFile::open(textOf(arguments.plan), options);
    if (toWrite && opened.file->isReadOnly())
        throw notWritable(opened.file->path());
    opened.plan = opened.file->plan();
    opened.scenario = scenarioNamed(opened.plan, textOf(arguments.scenario));
    if (!arguments.rules.empty())
        opened.plan = withRules(opened.plan, opened.scenario, textOf(arguments.rules));
    opened.year = arguments.year ? *arguments.year : settingsOf(opened.entities()).year;
    return opened;
}

std::shared_ptr<const Assessment> assess(const OpenedPlan& opened, const CliContext& context) {
    AssessOptions options;
    options.english = context.english();
    return assess(opened.plan, opened.scenario, opened.year, 0, options);
}

QJsonValue toJson(const EntitySet& entities, EntityId id) {
    const EntityRef found = entities.find(id);
    if (!found)
        return id.isNull() ? QJsonValue() : QJsonValue(QJsonObject{{QStringLiteral("id"), qint64(id.value)}});
    QJsonObject out{{QStringLiteral("id"), qint64(id.value)},
                    {QStringLiteral("code"), found->code},
                    {QStringLiteral("name"), found->name}};
    if (!found->nameEn.isEmpty())
        out.insert(QStringLiteral("name_en"), found->nameEn);
    return out;
}

QJsonObject documentHead(const OpenedPlan& opened) {
    return {{QStringLiteral("plan"), opened.file->path()},
            {QStringLiteral("scenario"), toJson(opened.plan.base(), opened.scenario)},
            {QStringLiteral("year"), opened.year}};
}

QString textHead(const OpenedPlan& opened, const CliContext& context) {
    const PlanSettings settings = settingsOf(opened.entities());
    QString title = context.english() && !settings.titleEn.isEmpty() ? settings.titleEn : settings.title;
    if (title.isEmpty())
        title = QFileInfo(opened.file->path()).fileName();
    const EntityRef scenario = opened.plan.base().find(Kind::Scenario, opened.scenario);
    const QString name = scenario ? displayName(*scenario, context.english()) : QString();
    return QStringLiteral("%1 · %2 · %3\n").arg(title, name).arg(opened.year);
}

QString shortName(const EntitySet& entities, EntityId id) {
    const EntityRef found = entities.find(id);
    if (!found)
        return id.isNull() ? QStringLiteral("–") : u'#' + id.toString();
    return found->code.isEmpty() ? displayName(*found, false) : found->code;
}

QString chain(const EntitySet& entities, const std::vector<EntityId>& ids) {
    QStringList names;
    for (const EntityId id : ids)
        names += shortName(entities, id);
    return names.join(QStringLiteral(" → "));
}

QString decimal(std::optional<double> value, int decimals) {
    if (!value)
        return QStringLiteral("–");
    const QString text = QString::number(*value, 'f', decimals);
    if (!text.startsWith(u'-'))
        return text;
    const QString digits = text.sliced(1);
    return digits.toDouble() == 0 ? digits : QChar(0x2212) + digits; // nothing has no sign
}

Clock buildClock() {
    bool ok = false;
    const qint64 seconds = qgetenv("SOURCE_DATE_EPOCH").toLongLong(&ok);
    if (!ok)
        return systemClock();
    return [seconds] { return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC); };
}

} // namespace corridor
