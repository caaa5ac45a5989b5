// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialogs/recoverydialog.h"

#include "model/plan/problems.h"
#include "model/plan/schema.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace corridor {

namespace {

QString whatHappened(const Change& change) {
    if (!change.before.isPresent())
        return RecoveryDialog::tr("added");
    if (!change.after.isPresent())
        return RecoveryDialog::tr("removed");
    QStringList fields;
    const EntitySchema& schema = schemaOf(change.kind);
    const quint64 mask = changedFields(schema, change.before.entity.get(), change.after.entity.get());
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
        if (mask >> i & 1)
            fields += schema.fields[i].labelText();
    return RecoveryDialog::tr("changed (%1)").arg(fields.join(QStringLiteral(", ")));
}

} // namespace

QStringList describeChanges(const ChangeSet& step) {
    QStringList lines;
    for (const Change& change : step.changes) {
        const Entity* entity = change.after.entity ? change.after.entity.get() : change.before.entity.get();
        const QString name = entity ? labelOf(*entity) : change.id.toString();
        lines += RecoveryDialog::tr("%1 %2: %3").arg(schemaOf(change.kind).labelText(), name, whatHappened(change));
    }
    return lines;
}

RecoveryDialog::RecoveryDialog(const PendingRecovery& log, const QStringList& differences, bool baseMatches,
                               QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Unsaved work was found"));
    resize(560, 400);
    const QString plan = log.planPath.isEmpty() ? tr("an untitled plan") : QDir::toNativeSeparators(log.planPath);
    const QString when = QLocale().toString(log.lastUtc.toLocalTime(), QLocale::ShortFormat);
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
