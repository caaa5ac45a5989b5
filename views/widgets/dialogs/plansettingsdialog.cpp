// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialogs/plansettingsdialog.h"

#include "model/plan/settings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>
#include <QVBoxLayout>

namespace corridor {

PlanSettingsDialog::PlanSettingsDialog(PanelHost& host, QWidget* parent)
    : QDialog(parent)
    , mHost(host)
    , mForm(new QFormLayout)
    , mError(new QLabel(this)) {
    setWindowTitle(tr("Plan settings"));
    setMinimumWidth(520);
    mError->setProperty("role", QStringLiteral("error"));
    mError->setWordWrap(true);
    mForm->setHorizontalSpacing(12);
    mForm->setVerticalSpacing(8);
    mForm->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addText(QStringLiteral("title"), QString(), QString());
    addText(QStringLiteral("reference_point"), QString(), QString());
    addChoice(QStringLiteral("rtt_layer"), {{QStringLiteral("fibre"), tr("light in the fibre alone")},
                                            {QStringLiteral("transport"), tr("with transport equipment")},
                                            {QStringLiteral("ip"), tr("with transport and routers")}});
    addChoice(QStringLiteral("equipment_mode"), {{QStringLiteral("lump"), tr("one lump per hop, round trip")},
                                                 {QStringLiteral("itemised"), tr("element by element")}});
    addSwitch(QStringLiteral("backup_decides"), tr("A clause is kept only if the backup keeps it too"));
    const PlanSettings defaults;
    addText(QStringLiteral("ring_radius_km"), QStringLiteral("km"), QString::number(defaults.ringRadiusKm));
    addText(QStringLiteral("lay_factor"), QString(), QString::number(defaults.layFactor));
    addText(QStringLiteral("sinuosity_plain"), QString(), QString::number(defaults.sinuosityPlain));
    addText(QStringLiteral("sinuosity_mountain"), QString(), QString::number(defaults.sinuosityMountain));
    addText(QStringLiteral("sinuosity_urban"), QString(), QString::number(defaults.sinuosityUrban));
    addChoice(QStringLiteral("tce_basis"), {{QStringLiteral("primary"), tr("primary: coal burnt for the electricity")},
                                            {QStringLiteral("calorific"), tr("calorific: heat of the electricity")}});
    addText(QStringLiteral("it_load_factor"), QString(), QString());
    addChoice(QStringLiteral("backup_reserves"),
              {{QStringLiteral("1"), tr("yes, as in 1+1")}, {QStringLiteral("0"), tr("no, only when a cable is cut")}});
    auto* buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 16, 16, 12);
    column->addLayout(mForm);
    column->addWidget(mError);
    column->addStretch(1);
    column->addWidget(buttons);
}

QString PlanSettingsDialog::textOf(const QString& key) const {
    QString value;
    mHost.document().entities().table<Setting>().forEach([&](const std::shared_ptr<const Setting>& row) {
        if (row->code == key)
            value = row->value;
    });
    return value;
}

bool PlanSettingsDialog::write(const QString& key, const QString& value, const QString& label) {
    if (value == textOf(key))
        return true;
    const EditResult result = mHost.editor().setSetting(key, value, label);
    mError->setText(result.sentence());
    return result.ok();
}

// What the text of the rules says about this choice, so that nobody has to guess what it decides.
void PlanSettingsDialog::addNote(const QString& key) {
    const auto assessment = mHost.session().assessment();
    if (!assessment || !assessment->rulePack)
        return;
    for (const Ambiguity& ambiguity : assessment->rulePack->ambiguities) {
        if (ambiguity.setting != key)
            continue;
        auto* note = new QLabel(ambiguity.text.in(mHost.english()), this);
        note->setProperty("role", QStringLiteral("small"));
        note->setWordWrap(true);
        mForm->addRow(QString(), note);
    }
}

void PlanSettingsDialog::addChoice(const QString& key, const QList<QPair<QString, QString>>& choices) {
    const QString label = settingLabel(key);
    auto* box = new QComboBox(this);
    box->setObjectName(key);
    for (const auto& [word, text] : choices)
        box->addItem(text, word);
    const QString now = textOf(key);
    const QString fallback = key == QStringLiteral("rtt_layer") ? QStringLiteral("transport") : choices.front().first;
    box->setCurrentIndex(box->findData(now.isEmpty() ? fallback : now));
    box->setEnabled(!mHost.document().isReadOnly());
    mForm->addRow(label, box);
    addNote(key);
    connect(box, &QComboBox::activated, this, [this, box, key, label](int index) {
        if (!write(key, box->itemData(index).toString(), label))
            box->setCurrentIndex(box->findData(textOf(key)));
    });
}

void PlanSettingsDialog::addText(const QString& key, const QString& unit, const QString& fallback) {
    const QString label = settingLabel(key);
    auto* line = new QLineEdit(textOf(key), this);
    line->setObjectName(key);
    line->setPlaceholderText(fallback);
    line->setReadOnly(mHost.document().isReadOnly());
    if (unit.isEmpty()) {
        mForm->addRow(label, line);
    } else {
        auto* row = new QHBoxLayout;
        row->addWidget(line);
        row->addWidget(new QLabel(unit, this));
        mForm->addRow(label, row);
    }
    addNote(key);
    connect(line, &QLineEdit::editingFinished, this, [this, line, key, label] {
        const bool ok = write(key, line->text().trimmed(), label);
        line->setProperty("bad", !ok);
        line->style()->unpolish(line);
        line->style()->polish(line);
    });
}

void PlanSettingsDialog::addSwitch(const QString& key, const QString& explanation) {
    const QString label = settingLabel(key);
    auto* box = new QCheckBox(explanation, this);
    box->setObjectName(key);
    box->setChecked(settingsOf(mHost.document().entities()).backupDecides);
    box->setEnabled(!mHost.document().isReadOnly());
    mForm->addRow(label, box);
    addNote(key);
    connect(box, &QCheckBox::clicked, this, [this, box, key, label](bool on) {
        if (!write(key, on ? QStringLiteral("1") : QStringLiteral("0"), label))
            box->setChecked(!on);
    });
}

} // namespace corridor
