// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/dialogs/plansettingsdialog.h"

#include "model/edit/handmade.h"
#include "model/plan/settings.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/controls/sectionheader.h"
#include "views/widgets/panels/paneltext.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QComboBox>
#include <QDate>
#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>

namespace corridor {

namespace {

constexpr int dialogWidth = 560;
constexpr int sideMargin = 12, buttonMargin = 12;
constexpr int blockGap = 8;
constexpr int scrollBarWidth = 12;           // app.qss
constexpr int dotColumn = 18, columnGap = 8; // as FormRow has them

QString q(const char* text) {
    return QString::fromLatin1(text);
}

// Long lists are chosen from by typing: the box jumps to what begins with it.
QList<QPair<QString, QString>> nodesByName(const EntitySet& entities, bool english) {
    QList<QPair<QString, QString>> nodes;
    for (const Kind kind : {Kind::Junction, Kind::Site})
        entities.forEach(kind, [&](const EntityRef& node) {
            if (!node->code.isEmpty())
                nodes.append({node->code, QStringLiteral("%1 · %2").arg(displayName(*node, english), node->code)});
        });
    std::sort(nodes.begin(), nodes.end(),
              [](const auto& a, const auto& b) { return a.second.localeAwareCompare(b.second) < 0; });
    return nodes;
}

} // namespace

PlanSettingsDialog::PlanSettingsDialog(PanelHost& host, QWidget* parent)
    : QDialog(parent)
    , mHost(host)
    , mForm(new QWidget) {
    setWindowTitle(tr("Plan settings"));
    auto* rows = new QVBoxLayout(mForm);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    addRows();
    rows->addStretch(1);
    align();
    auto* scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(mForm);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(scroll, 1);
    QWidget* buttons = makeButtons();
    column->addWidget(buttons);
    const int whole = rows->heightForWidth(dialogWidth) + buttons->sizeHint().height();
    const int screenHeight = screen()->availableGeometry().height();
    resize(dialogWidth, std::min(whole, std::max(320, screenHeight * 9 / 10)));
}

QVBoxLayout& PlanSettingsDialog::addSection(const QString& title) {
    auto* header = new SectionHeader(title, QString(), mForm);
    auto* content = new QWidget(mForm);
    mSection = new QVBoxLayout(content);
    mSection->setContentsMargins(sideMargin, 4, sideMargin, blockGap);
    mSection->setSpacing(0);
    header->setContent(content);
    mForm->layout()->addWidget(header);
    mForm->layout()->addWidget(content);
    return *mSection;
}

void PlanSettingsDialog::addRows() {
    const PlanSettings defaults;
    addSection(tr("Plan"));
    addText(q("title"));
    addReferencePoint();
    addNumber(q("ring_radius_km"), q("km"), QString::number(defaults.ringRadiusKm));
    addSection(tr("Round trips"));
    addChoice(q("rtt_layer"), {{q("transport"), tr("with transport equipment")},
                               {q("fibre"), tr("light in the fibre alone")},
                               {q("ip"), tr("with transport and routers")}});
    addChoice(q("equipment_mode"),
              {{q("lump"), tr("one lump per hop, round trip")}, {q("itemised"), tr("element by element")}});
    addChoice(q("backup_decides"), {{q("0"), tr("no, backups are shown for information")},
                                    {q("1"), tr("yes, a clause is kept only if the backup keeps it too")}});
    addChoice(q("backup_reserves"), {{q("1"), tr("yes, as in 1+1")}, {q("0"), tr("no, only when a cable is cut")}});
    addSection(tr("Lengths"));
    addNumber(q("lay_factor"), QString(), QString::number(defaults.layFactor));
    addNumber(q("sinuosity_plain"), QString(), QString::number(defaults.sinuosityPlain));
    addNumber(q("sinuosity_mountain"), QString(), QString::number(defaults.sinuosityMountain));
    addNumber(q("sinuosity_urban"), QString(), QString::number(defaults.sinuosityUrban));
    addSection(tr("Energy"));
    addChoice(q("tce_basis"), {{q("primary"), tr("primary: coal burnt for the electricity")},
                               {q("calorific"), tr("calorific: heat of the electricity")}});
    addNumber(q("it_load_factor"), QString(), QString());
}

QWidget* PlanSettingsDialog::makeButtons() {
    auto* buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(buttonMargin, buttonMargin, buttonMargin, buttonMargin);
    if (!mHost.document().isReadOnly()) {
        QPushButton* verb = buttons->addButton(tr("Apply"), QDialogButtonBox::AcceptRole);
        verb->setDefault(true);
    }
    buttons->addButton(mHost.document().isReadOnly() ? tr("Close") : tr("Cancel"), QDialogButtonBox::RejectRole);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (apply())
            accept();
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    return buttons;
}

QString PlanSettingsDialog::textOf(const QString& key) const {
    QString value;
    mHost.document().entities().table<Setting>().forEach([&](const std::shared_ptr<const Setting>& row) {
        if (row->code == key)
            value = row->value;
    });
    return value;
}

QString PlanSettingsDialog::valueOf(const Entry& entry) {
    if (const auto* box = qobject_cast<const QComboBox*>(entry.field))
        return box->currentData().toString();
    return static_cast<const QLineEdit*>(entry.field)->text().trimmed();
}

// Every value is looked at before the first one is written: half a set of settings would be nobody's choice.
bool PlanSettingsDialog::apply() {
    const EntitySet entities = mHost.document().entities();
    std::vector<const Entry*> changed;
    bool good = true;
    for (const Entry& entry : mEntries) {
        const QString value = valueOf(entry);
        entry.row->setError({});
        if (value == entry.shown)
            continue;
        changed.push_back(&entry);
        if (const auto sentence = checkSetting(entities, entry.key, value)) {
            entry.row->setError(sentence->text());
            if (std::exchange(good, false))
                entry.field->setFocus();
        }
    }
    if (!good || changed.empty())
        return good;
    if (changed.size() == 1) {
        const Entry& only = *changed.front();
        return accepted(mHost.editor().setSetting(only.key, valueOf(only), only.row->label()), only);
    }
    return accepted(
        mHost.editor().applyStep(stepOf(changed), tr("Change %n settings", nullptr, static_cast<int>(changed.size()))),
        *changed.front());
}

bool PlanSettingsDialog::accepted(const EditResult& result, const Entry& entry) {
    if (!result.ok())
        entry.row->setError(result.sentence());
    return result.ok();
}

ChangeSet PlanSettingsDialog::stepOf(const std::vector<const Entry*>& changed) const {
    const Document& document = mHost.document();
    const QDate today = QDate::currentDate();
    ChangeBuilder changes(document.plan(), document.scenario());
    for (const Entry* entry : changed) {
        Setting row = settingRow(document.entities(), entry->key, valueOf(*entry));
        row.name = entry->row->label();
        if (changes.current(Kind::Setting, row.id))
            markHandMade(changes, {row.id}, Kind::Setting, u"value", Editor::tr("Entered by hand"),
                         Date{today.year(), today.month(), today.day()});
        changes.put(row);
    }
    return changes.take();
}

void PlanSettingsDialog::addRow(const QString& key, QWidget* field, const QString& unit) {
    const QString label = key == q("reference_point") ? tr("Reference point") : settingLabel(key);
    field->setObjectName(key);
    field->setEnabled(!mHost.document().isReadOnly());
    auto* row = new FormRow(label, field, unit, mForm);
    mSection->addWidget(row);
    Entry entry{key, QString(), field, row};
    entry.shown = valueOf(entry);
    mEntries.push_back(entry);
    addNote(key);
}

// What the text of the rules says about this choice, so that nobody has to guess what it decides.
void PlanSettingsDialog::addNote(const QString& key) {
    const auto assessment = mHost.session().assessment();
    if (!assessment || !assessment->rulePack)
        return;
    for (const Ambiguity& ambiguity : assessment->rulePack->ambiguities) {
        if (ambiguity.setting != key)
            continue;
        auto* note = new QLabel(ambiguity.text.in(mHost.english()), mForm);
        note->setProperty("role", q("small"));
        note->setWordWrap(true);
        auto* row = new QHBoxLayout; // the style sheet has its own idea of a label's margins
        row->addWidget(note);
        mSection->addLayout(row);
        mNotes.push_back(row);
    }
}

void PlanSettingsDialog::addChoice(const QString& key, const QList<QPair<QString, QString>>& choices) {
    auto* box = new QComboBox(mForm);
    for (const auto& [word, text] : choices)
        box->addItem(text, word);
    const QString now = textOf(key);
    box->setCurrentIndex(std::max(0, box->findData(now))); // the first is what holds without a setting
    addRow(key, box);
}

void PlanSettingsDialog::addReferencePoint() {
    static constexpr Kind kinds[] = {Kind::Junction, Kind::Site};
    auto* box = new QComboBox(mForm);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->addItem(tr("not chosen"), QString());
    for (const auto& [code, text] : nodesByName(mHost.document().entities(), mHost.english()))
        box->addItem(text, code);
    // Files say it by code, but a name is understood too.
    const QString now = textOf(q("reference_point"));
    const EntityRef node = now.isEmpty() ? EntityRef{} : findByName(mHost.document().entities(), kinds, now);
    int index = box->findData(node ? node->code : now);
    if (index < 0) {
        box->addItem(tr("%1 (not in the plan)").arg(now), now);
        index = box->count() - 1;
    }
    box->setCurrentIndex(index);
    addRow(q("reference_point"), box);
}

void PlanSettingsDialog::addText(const QString& key) {
    addRow(key, new QLineEdit(textOf(key), mForm));
}

void PlanSettingsDialog::addNumber(const QString& key, const QString& unit, const QString& fallback) {
    auto* line = new QLineEdit(textOf(key), mForm);
    line->setPlaceholderText(fallback);
    line->setAlignment(Qt::AlignRight);
    addRow(key, line, unit);
}

// One column of labels for all sections; notes begin where the fields do.
void PlanSettingsDialog::align() {
    QList<FormRow*> rows;
    for (const Entry& entry : mEntries)
        rows += entry.row;
    alignFormRows(rows);
    int labels = 0;
    for (const FormRow* row : rows)
        labels = std::max(labels, row->labelWidthHint());
    for (QLayout* note : mNotes)
        note->setContentsMargins(labels + columnGap, 0, dotColumn + columnGap, 6);
}

} // namespace corridor
