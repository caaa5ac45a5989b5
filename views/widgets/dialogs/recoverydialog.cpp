// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialogs/recoverydialog.h"

#include "model/plan/problems.h"
#include "model/plan/schema.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <set>

namespace corridor {

namespace {

// The object as a scenario resolves it; null where it has none, or the scenario is not there.
EntityRef seenIn(const Plan& plan, const Change& change) {
    return plan.hasScenario(change.scenario) ? plan.entities(change.scenario).find(change.kind, change.id)
                                             : EntityRef{};
}

QString whatHappened(Kind kind, const EntityRef& before, const EntityRef& after) {
    if (!before)
        return RecoveryDialog::tr("added");
    if (!after)
        return RecoveryDialog::tr("removed");
    QStringList fields;
    const EntitySchema& schema = schemaOf(kind);
    const quint64 mask = changedFields(schema, before.ptr.get(), after.ptr.get());
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (mask >> i & 1)
            fields += schema.fields[i].labelText();
    return fields.isEmpty() ? RecoveryDialog::tr("held apart from its parent scenario")
                            : RecoveryDialog::tr("changed (%1)").arg(fields.join(QStringLiteral(", ")));
}

} // namespace

QStringList describeDifferences(const Plan& from, const Plan& to) {
    QStringList lines;
    const ChangeSet step = Plan::diff(from, to);
    std::set<EntityId> told;
    for (const Change& change : step.changes)
        if (change.kind != Kind::Provenance)
            told.insert(change.id);
    for (const Change& change : step.changes) {
        const EntityRef before = seenIn(from, change), after = seenIn(to, change);
        if (!before && !after)
            continue;
        // Where a value comes from goes with the value.
        if (const Provenance* source = (after ? after : before).as<Provenance>())
            if (told.contains(source->subject))
                continue;
        const QString name = labelOf(after ? *after : *before);
        QString line = RecoveryDialog::tr("%1 %2: %3")
                           .arg(schemaOf(change.kind).labelText(), name, whatHappened(change.kind, before, after));
        if (change.scenario != Plan::baseScenario()) {
            const Plan& holder = to.hasScenario(change.scenario) ? to : from;
            if (const Scenario* scenario = holder.base().find<Scenario>(change.scenario))
                line = RecoveryDialog::tr("%1 · %2").arg(scenario->name.isEmpty() ? labelOf(*scenario) : scenario->name,
                                                         line);
        }
        lines += line;
    }
    return lines;
}

RecoveryDialog::RecoveryDialog(const PendingRecovery& log, const QStringList& differences, bool baseMatches,
                               QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Unsaved work was found"));
    resize(560, 400);
    const QString plan = log.planPath.isEmpty() ? tr("an untitled plan") : QDir::toNativeSeparators(log.planPath);
    const QString when = log.lastUtc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"));
    auto* intro = new QLabel(
        tr("The program ended unexpectedly. %n edits of %1 were kept, the last of %2.", nullptr, int(log.steps))
            .arg(plan, when),
        this);
    intro->setWordWrap(true);
    auto* list = new QListWidget(this);
    list->addItems(differences);
    auto* column = new QVBoxLayout(this);
    column->addWidget(intro);
    if (!baseMatches) {
        auto* warning =
            new QLabel(tr("The plan on disk is not the one these edits were made in; compare with care."), this);
        warning->setProperty("role", QStringLiteral("error"));
        warning->setWordWrap(true);
        column->addWidget(warning);
    }
    column->addWidget(new QLabel(tr("What differs from the plan on disk:"), this));
    column->addWidget(list, 1);
    auto* buttons = new QDialogButtonBox(this);
    QPushButton* recover = buttons->addButton(tr("Recover the edits"), QDialogButtonBox::AcceptRole);
    QPushButton* discard = buttons->addButton(tr("Discard them"), QDialogButtonBox::DestructiveRole);
    buttons->addButton(tr("Decide later"), QDialogButtonBox::RejectRole);
    recover->setDefault(true);
    connect(recover, &QPushButton::clicked, this, [this] { choose(Recover); });
    connect(discard, &QPushButton::clicked, this, [this] { choose(Discard); });
    connect(buttons, &QDialogButtonBox::rejected, this, [this] { choose(Later); });
    column->addWidget(buttons);
}

void RecoveryDialog::choose(Choice choice) {
    mChoice = choice;
    done(choice == Later ? QDialog::Rejected : QDialog::Accepted);
}

} // namespace corridor
