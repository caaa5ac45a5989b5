// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/objectform.h"

#include "model/plan/unittext.h"
#include "views/widgets/controls/formrow.h"
#include "views/widgets/controls/sectionheader.h"
#include "views/widgets/panels/fielddefaults.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QLabel>

namespace corridor {

namespace {

constexpr int sideMargin = 12;

struct Place {
    const char* field;
    FormSection section;
};

constexpr Place places[] = {
    {"schematic", FormSection::Length},
    {"sinuosity", FormSection::Length},
    {"lay_factor", FormSection::Length},
    {"measured_fibre_km", FormSection::Length},
    {"rtt_limit_ms", FormSection::Length},
    {"routing", FormSection::Length},
    {"pinned_primary", FormSection::Length},
    {"pinned_backup", FormSection::Length},
    {"pairs_lit", FormSection::Capacity},
    {"pairs_dark", FormSection::Capacity},
    {"capacity_gbps", FormSection::Capacity},
    {"capacity_sharing", FormSection::Capacity},
    {"gbps", FormSection::Capacity},
    {"protection", FormSection::Capacity},
    {"members", FormSection::Capacity},
    {"it_power_mw", FormSection::Compute},
    {"compute_pflops", FormSection::Compute},
    {"precision", FormSection::Compute},
    {"sparsity", FormSection::Compute},
    {"accelerator", FormSection::Compute},
    {"accelerator_count", FormSection::Compute},
    {"accelerator_origin", FormSection::Compute},
    {"software_stack", FormSection::Compute},
    {"storage_pb", FormSection::Compute},
    {"rack_count", FormSection::Compute},
    {"pue_model", FormSection::Energy},
    {"pue_annual", FormSection::Energy},
    {"green_share_pct", FormSection::Energy},
    {"in_date", FormSection::Time},
    {"out_date", FormSection::Time},
    {"capex_mcny", FormSection::Time},
    {"cost_mcny_per_km", FormSection::Time},
};

QString sectionTitle(FormSection section) {
    switch (section) {
    case FormSection::Length:
        return ObjectForm::tr("Length and latency");
    case FormSection::Capacity:
        return ObjectForm::tr("Capacity and risk");
    case FormSection::Compute:
        return ObjectForm::tr("Compute");
    case FormSection::Energy:
        return ObjectForm::tr("Energy and carbon");
    case FormSection::Time:
        return ObjectForm::tr("Time and cost");
    default:
        return ObjectForm::tr("Basics");
    }
}

// Beside a field of several lines the label stands at the first.
void standAtTop(FormRow& row) {
    QLayout& layout = *row.layout();
    for (int i = 0; i < layout.count(); ++i)
        if (QWidget* part = layout.itemAt(i)->widget(); part && part != row.field())
            layout.setAlignment(part, Qt::AlignTop);
}

} // namespace

FormSection sectionOf(Kind kind, QStringView field) {
    if (kind == Kind::Provenance)
        return FormSection::Basics;
    for (const Place& place : places)
        if (field == QLatin1String(place.field))
            return place.section;
    return FormSection::Basics;
}

ObjectForm::ObjectForm(Kind kind, PanelHost& host, Commit commit, const QStringList& fields, QWidget* parent)
    : QWidget(parent)
    , mKind(kind)
    , mHost(host)
    , mCommit(std::move(commit))
    , mColumn(new QVBoxLayout(this)) {
    mColumn->setContentsMargins(0, 0, 0, 0);
    mColumn->setSpacing(0);
    const EntitySchema& schema = schemaOf(kind);
    // Sections stand in one order whatever that of the fields.
    for (int i = 0; i < static_cast<int>(FormSection::Count); ++i)
        for (const Field& field : schema.fields) {
            const QString name = QString::fromLatin1(field.name);
            const bool wanted = fields.isEmpty() || fields.contains(name);
            if (wanted && sectionOf(kind, name) == static_cast<FormSection>(i))
                addField(field);
        }
    align();
}

ObjectForm::Part& ObjectForm::part(FormSection section) {
    Part& part = mParts[section];
    if (part.header)
        return part;
    const QString key = QString::fromLatin1(schemaOf(mKind).table) + u'-' + QString::number(static_cast<int>(section));
    part.header = new SectionHeader(sectionTitle(section), key, this);
    part.content = new QWidget(this);
    part.rows = new QVBoxLayout(part.content);
    part.rows->setContentsMargins(sideMargin, 2, sideMargin, 4);
    part.rows->setSpacing(0);
    part.header->setContent(part.content);
    mColumn->addWidget(part.header);
    mColumn->addWidget(part.content);
    connect(part.header, &SectionHeader::linkActivated, this,
            [this, section] { Q_EMIT sectionLinkActivated(section); });
    return part;
}

void ObjectForm::addField(const Field& field) {
    Part& target = part(sectionOf(mKind, QString::fromLatin1(field.name)));
    FieldEditor* editor = FieldEditor::create(field, mKind, mHost, target.content);
    const QString name = QString::fromLatin1(field.name);
    // Values by year say their unit above their own column.
    const bool byYear = field.type == FieldType::YearReals;
    const QString unit = byYear ? QString() : unitText(QString::fromUtf8(field.unit));
    auto* row = new FormRow(field.labelText(), editor->widget(), unit, target.content);
    if (byYear)
        standAtTop(*row);
    target.rows->addWidget(row);
    mRows[name] = row;
    mEditors[name] = editor;
    connect(editor, &FieldEditor::refused, row, &FormRow::setError);
    connect(editor, &FieldEditor::reverted, row, [row] { row->setError(QString()); });
    connect(editor, &FieldEditor::committed, this,
            [this, row, &field](const Value& value) { row->setError(mCommit(field, value)); });
    connect(row, &FormRow::provenanceRequested, this, [this, name] { Q_EMIT provenanceRequested(name); });
}

void ObjectForm::addComputed(const QString& key, FormSection section, const QString& label, const QString& unit) {
    Part& target = part(section);
    auto* value = new QLabel(target.content);
    value->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    value->setContentsMargins(0, 0, 8, 0);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* row = new FormRow(label, value, unit, target.content);
    row->setProvenance(ValueOrigin::Computed);
    target.rows->addWidget(row);
    mComputed[key] = {row, value};
    align();
    connect(row, &FormRow::provenanceRequested, this, [this, section] { Q_EMIT sectionLinkActivated(section); });
}

void ObjectForm::setComputed(const QString& key, const QString& text, bool preview) {
    const auto it = mComputed.find(key);
    if (it == mComputed.end())
        return;
    QLabel* label = it->second.value;
    label->setText(text);
    QFont font = themeFont(TextRole::Body);
    font.setBold(true);
    label->setFont(font);
    label->setForegroundRole(preview ? QPalette::Link : QPalette::WindowText);
}

void ObjectForm::setSectionLink(FormSection section, const QString& text) {
    part(section).header->setLink(text);
}

FormRow* ObjectForm::row(const QString& field) const {
    const auto it = mRows.find(field);
    return it == mRows.end() ? nullptr : it->second;
}

FieldEditor* ObjectForm::editor(const QString& field) const {
    const auto it = mEditors.find(field);
    return it == mEditors.end() ? nullptr : it->second;
}

QLabel* ObjectForm::computedLabel(const QString& key) const {
    const auto it = mComputed.find(key);
    return it == mComputed.end() ? nullptr : it->second.value;
}

void ObjectForm::setObjects(const std::vector<std::shared_ptr<const Entity>>& objects) {
    std::vector<EntityId> ids;
    for (const auto& object : objects)
        ids.push_back(object->id);
    const bool same = ids == std::exchange(mShownIds, ids);
    const FieldDefaults defaults(mHost.document().entities());
    for (const auto& [name, editor] : mEditors) {
        if (same && editor->isPending())
            continue;
        std::optional<Value> common;
        for (const auto& object : objects) {
            const Value value = editor->field().get(*object);
            if (!common)
                common = value;
            else if (*common != value) {
                common.reset();
                break;
            }
        }
        editor->show(common);
        editor->setDefault(defaults.textFor(mKind, editor->field(), objects));
        mRows[name]->setError(QString());
    }
    showProvenance(objects);
}

// A dot says where a value comes from; an empty field, and several objects, have none.
void ObjectForm::showProvenance(const std::vector<std::shared_ptr<const Entity>>& objects) {
    const bool one = objects.size() == 1 && mKind != Kind::Provenance;
    const ProvenanceRows rows = one ? provenanceOf(mHost.document().entities(), objects.front()->id) : ProvenanceRows();
    for (const auto& [name, row] : mRows) {
        const FieldEditor& editor = *mEditors[name];
        const Provenance* source =
            one && !isUnknown(editor.field().get(*objects.front())) ? sourceOf(rows, name) : nullptr;
        const bool own = source && source->field == QStringLiteral("*") && schemaOf(mKind).fieldIndex(name) < 4;
        if (source && !own)
            row->setProvenance(valueOrigin(source->confidence), sourceText(*source, mHost.english()));
        else
            row->setProvenance(std::nullopt);
    }
}

void ObjectForm::setReadOnly(bool readOnly) {
    for (const auto& [name, editor] : mEditors)
        editor->setReadOnly(readOnly);
}

void ObjectForm::align() {
    QList<FormRow*> rows;
    for (const auto& [name, row] : mRows)
        rows += row;
    for (const auto& [key, computed] : mComputed)
        rows += computed.row;
    alignFormRows(rows);
}

} // namespace corridor
