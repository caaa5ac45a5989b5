// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/classification.h"
#include "model/exchange/csv.h"
#include "model/exchange/importdraft.h"
#include "model/exchange/unitfactor.h"
#include "model/geo/coordinatetext.h"
#include "model/plan/references.h"

#include <QRegularExpression>

#include <algorithm>

namespace corridor {

namespace {

using Part = ColumnTarget::Part;

constexpr std::size_t rowsBetweenPolls = 1024; // that a wish to stop may wait

bool hasWord(const Field& field, const char* word) {
    return std::any_of(field.words.begin(), field.words.end(),
                       [word](const EnumWord& candidate) { return qstrcmp(candidate.word, word) == 0; });
}

// The stored word for what people write: the word itself or its label, in English or in the language shown; the text
// when it is neither.
QString wordFor(const Field& field, const QString& text) {
    for (const EnumWord& word : field.words)
        if (text.compare(QLatin1String(word.word), Qt::CaseInsensitive) == 0)
            return QLatin1String(word.word);
    for (const EnumWord& word : field.words)
        if (text.compare(QLatin1String(word.label), Qt::CaseInsensitive) == 0 ||
            text == wordLabel(field, QString::fromLatin1(word.word)))
            return QLatin1String(word.word);
    return text;
}

// "2027/1/2", "2027.1", "2027年1月": as spreadsheets hold dates that people typed. Nothing for other texts.
std::optional<Date> dateAsWritten(const QString& text) {
    static const QRegularExpression shape(
        QStringLiteral("^(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|年)?$"));
    const QRegularExpressionMatch found = shape.match(text);
    if (!found.hasMatch())
        return std::nullopt;
    QString iso = found.captured(1);
    for (const int part : {2, 3})
        if (!found.captured(part).isEmpty())
            iso += u'-' + found.captured(part).rightJustified(2, u'0');
    return Date::fromString(iso);
}

std::span<const Kind> targetsOf(Kind owner, const Field& field) {
    for (const ReferenceRule& rule : referenceRules(owner))
        if (rule.field == &field)
            return rule.targets;
    return {};
}

bool carriesText(FieldType type) {
    return type == FieldType::Text || type == FieldType::Reference || type == FieldType::References;
}

} // namespace

TableImport::TableImport(ImportState& state, SourceTable table, Kind kind)
    : mState(state)
    , mTable(std::move(table))
    , mSchema(schemaOf(kind))
    , mTargets(mapColumns(mSchema, mTable.columns, columnChoicesFor(mTable, state.options)))
    , mDrafts(mTable.rows.size(), -1) {
    if (const TableChoice* choice = state.options.mapping.choiceFor(mTable))
        mMatchByName = choice->matchByName;
    for (const Message& note : mTable.notes)
        mState.warn(mTable.file, 0, {}, note);
    openPositions();
}

QString TableImport::cell(const SourceRow& row, Part part, int field) const {
    for (std::size_t i = 0; i < mTargets.size(); ++i)
        if (mTargets[i].part == part && mTargets[i].field == field) {
            const QString text = row.cells.value(static_cast<qsizetype>(i));
            return mTable.guardsFormulas ? unguarded(text) : text;
        }
    return {};
}

bool TableImport::isEmpty(const SourceRow& row) const {
    return isUnknown(row.geometry) && row.problem.isEmpty() &&
           std::all_of(row.cells.begin(), row.cells.end(),
                       [](const QString& text) { return text.trimmed().isEmpty(); });
}

bool TableImport::hasTooMany(const SourceRow& row) {
    for (qsizetype i = mTable.columns.size(); i < row.cells.size(); ++i)
        if (!row.cells[i].trimmed().isEmpty()) {
            mState.refuse(
                mTable, row.line, {},
                message(
                    CORRIDOR_MSG("the row has %1 cells, the header %2; put text with a separator in quotation marks."),
                    QString::number(row.cells.size()), QString::number(mTable.columns.size())));
            return true;
        }
    return false;
}

void TableImport::registerRows() {
    const int codeField = mSchema.fieldIndex(u"code");
    std::vector<std::size_t> uncoded;
    for (std::size_t i = 0; i < mTable.rows.size(); ++i) {
        const SourceRow& row = mTable.rows[i];
        if (i % rowsBetweenPolls == 0)
            mState.throwIfCancelled();
        if (isEmpty(row) || hasTooMany(row))
            continue;
        const QString code = cell(row, Part::Value, codeField);
        if (code.isEmpty() && cell(row, Part::Id, -1).isEmpty())
            uncoded.push_back(i);
        else
            registerRow(i, code);
    }
    // After the others, so that a code handed out is not one that a later row brings.
    int handedOut = 0;
    for (const std::size_t i : uncoded) {
        if (const EntityId known = byUniqueName(mTable.rows[i]); !known.isNull()) {
            const EntityRef before = mState.target.find(mSchema.kind, known);
            addDraft(i, before.ptr, {}, before->code, before->code);
            continue;
        }
        registerRow(i, *mSchema.codePrefix ? mState.freeCode(mSchema.kind) : QString());
        ++handedOut;
    }
    if (handedOut > 0 && *mSchema.codePrefix)
        mState.warn(
            mTable.file, 0, {},
            message(CORRIDOR_MSG(
                        "Rows without a code: %1; codes were handed out, so importing them again adds them again."),
                    QString::number(handedOut)));
}

// The object of the plan that a row without a code names, where the user wants that and the name fits one alone.
EntityId TableImport::byUniqueName(const SourceRow& row) const {
    const QString name = mMatchByName ? cell(row, Part::Value, mSchema.fieldIndex(u"name")).trimmed() : QString();
    EntityId found;
    bool again = false;
    if (!name.isEmpty())
        mState.target.forEach(mSchema.kind, [&](const EntityRef& object) {
            if (object->name != name)
                return;
            again = again || !found.isNull();
            found = object->id;
        });
    return again ? EntityId{} : found;
}

std::shared_ptr<const Entity> TableImport::existing(const QString& idCell, const QString& code, EntityId fileId) const {
    if (!idCell.isEmpty())
        if (const EntityRef byId = mState.target.find(mSchema.kind, fileId))
            return byId.ptr;
    const EntityId id = code.isEmpty() ? EntityId{} : mState.book.byCode(mSchema.kind, code);
    return id.isNull() ? nullptr : mState.target.find(mSchema.kind, id).ptr;
}

void TableImport::registerRow(std::size_t index, const QString& code) {
    const SourceRow& row = mTable.rows[index];
    QString idCell = cell(row, Part::Id, -1).trimmed();
    const auto fileId =
        entityIdFromString(idCell.startsWith(u'#') ? QStringView(idCell).sliced(1) : QStringView(idCell));
    if (!idCell.isEmpty() && !fileId) {
        mState.refuse(mTable, row.line, QStringLiteral("id"),
                      message(CORRIDOR_MSG("“%1” is no id; leave it empty for a new object."), idCell));
        return;
    }
    addDraft(index, existing(idCell, code, fileId.value_or(EntityId{})), fileId.value_or(EntityId{}), code, code);
}

void TableImport::addDraft(std::size_t index, std::shared_ptr<const Entity> before, EntityId fileId, const QString& key,
                           const QString& code) {
    const SourceRow& row = mTable.rows[index];
    ImportDraft draft;
    draft.kind = mSchema.kind;
    draft.file = mTable.file;
    draft.line = row.line;
    draft.before = before;
    draft.entity = before ? mSchema.copy(*before) : mSchema.make();
    if (!before) {
        const bool taken = fileId.isNull() || (mState.book.contains(fileId) && !mState.byId.contains(fileId));
        draft.entity->id =
            taken ? mState.freeId(mSchema.kind, key.isEmpty() ? mTable.file + u':' + QString::number(row.line) : key)
                  : fileId;
        draft.entity->code = code;
    }
    const EntityId id = draft.entity->id;
    const bool sameCode = !before && !code.isEmpty() && mState.book.hasCode(mSchema.kind, code);
    if (mState.byId.contains(id) || sameCode) {
        mState.refuse(
            mTable, row.line, QStringLiteral("code"),
            message(CORRIDOR_MSG("“%1” is in the files twice; keep one of the rows."), code.isEmpty() ? key : code));
        return;
    }
    if (!fileId.isNull())
        mState.book.addAlias(fileId, id);
    mDrafts[index] = static_cast<std::ptrdiff_t>(mState.add(std::move(draft)));
}

void TableImport::registerProvenance() {
    std::map<std::pair<EntityId, QString>, std::shared_ptr<const Entity>> known;
    mState.target.table<Provenance>().forEach([&](const auto& row) { known[{row->subject, row->field}] = row; });
    const Field& subjectField = *mSchema.field(u"subject_id");
    for (std::size_t i = 0; i < mTable.rows.size(); ++i) {
        const SourceRow& row = mTable.rows[i];
        if (isEmpty(row) || hasTooMany(row))
            continue;
        Message why;
        const Value subject = valueOf(subjectField, cell(row, Part::Value, mSchema.fieldIndex(u"subject_id")), &why);
        if (!std::holds_alternative<EntityId>(subject)) {
            if (why.isEmpty())
                why = message(CORRIDOR_MSG("it does not say whose source it is; name the object."));
            mState.refuse(mTable, row.line, QStringLiteral("subject_id"), why);
            continue;
        }
        const QString field = cell(row, Part::Value, mSchema.fieldIndex(u"field"));
        const QString key = std::get<EntityId>(subject).toString() + u'/' + field;
        const auto same = known.find({std::get<EntityId>(subject), field});
        const QString idCell = cell(row, Part::Id, -1).trimmed();
        const auto fileId =
            entityIdFromString(idCell.startsWith(u'#') ? QStringView(idCell).sliced(1) : QStringView(idCell));
        std::shared_ptr<const Entity> before = fileId ? mState.target.find(Kind::Provenance, *fileId).ptr : nullptr;
        if (!before && same != known.end())
            before = same->second;
        addDraft(i, before, fileId.value_or(EntityId{}), key, {});
    }
}

void TableImport::readCells() {
    checkAbsent();
    for (std::size_t i = 0; i < mTable.rows.size(); ++i) {
        if (i % rowsBetweenPolls == 0)
            mState.throwIfCancelled();
        if (mDrafts[i] >= 0)
            readRow(static_cast<std::size_t>(mDrafts[i]), mTable.rows[i]);
    }
    reportColumns();
}

// Fields without a column: new objects take the usual word, which is said; what has no usual value is refused row by
// row later.
void TableImport::checkAbsent() {
    for (std::size_t f = 0; f < mSchema.fields.size(); ++f) {
        const Field& field = mSchema.fields[f];
        const int index = static_cast<int>(f);
        const bool chosen =
            field.type == FieldType::Boolean || (field.type == FieldType::Enumeration && !hasWord(field, "unknown"));
        const bool given = std::any_of(mTargets.begin(), mTargets.end(),
                                       [index](const ColumnTarget& target) { return target.field == index; });
        const bool needed = field.required && (field.type == FieldType::Real || chosen);
        if (given || !needed)
            continue;
        for (const std::ptrdiff_t draft : mDrafts) {
            if (draft < 0 || mState.drafts[static_cast<std::size_t>(draft)].before)
                continue;
            if (field.type == FieldType::Real)
                mState.refuse(static_cast<std::size_t>(draft), QString::fromLatin1(field.name), *field.check({}));
            else
                ++mDefaulted[index];
        }
    }
}

void TableImport::readRow(std::size_t draft, const SourceRow& row) {
    std::set<int> points;
    for (std::size_t i = 0; i < mTargets.size(); ++i) {
        const ColumnTarget& target = mTargets[i];
        const QString& column = mTable.columns[static_cast<qsizetype>(i)];
        if (target.part == Part::Value)
            readCell(draft, column, mSchema.fields[static_cast<std::size_t>(target.field)],
                     row.cells.value(static_cast<qsizetype>(i)), target.unit);
        else if ((target.part == Part::Longitude || target.part == Part::Latitude) &&
                 points.insert(target.field).second)
            readPoint(draft, row, target.field, column);
    }
    readGeometry(draft, row);
    const Entity& entity = *mState.drafts[draft].entity;
    mState.book.add(mSchema.kind, entity.id, entity.code, entity.name);
}

void TableImport::readCell(std::size_t draft, const QString& column, const Field& field, const QString& raw,
                           const QString& unit) {
    const QString text = mTable.guardsFormulas && carriesText(field.type) ? unguarded(raw) : raw;
    const bool isLine = field.type == FieldType::Line;
    if (isLine)
        mState.drafts[draft].lineGiven = true;
    if (qstrcmp(field.name, "code") == 0 && text.isEmpty())
        return; // the code handed out
    if (field.required && text.trimmed().isEmpty() && field.type != FieldType::Real && field.type != FieldType::Point) {
        if (field.type == FieldType::Enumeration && hasWord(field, "unknown"))
            field.set(*mState.drafts[draft].entity, QStringLiteral("unknown"));
        else if (!mState.drafts[draft].before)
            ++mDefaulted[static_cast<int>(&field - mSchema.fields.data())];
        return;
    }
    Message why;
    Value value = valueOf(field, text, &why);
    if (auto* number = unit.isEmpty() ? nullptr : std::get_if<double>(&value))
        *number = unitFactor(unit, QString::fromUtf8(field.unit)).value_or(UnitFactor{}).of(*number);
    if (!why.isEmpty())
        mState.refuse(draft, column, why);
    else
        setPlaced(draft, column, field, std::move(value));
}

Value TableImport::valueOf(const Field& field, const QString& text, Message* why) const {
    const QString trimmed = text.trimmed();
    if (field.type == FieldType::Text)
        return text.isEmpty() ? Value() : Value(text);
    if (trimmed.isEmpty())
        return {};
    if (field.type == FieldType::Enumeration)
        return wordFor(field, trimmed);
    if (field.type == FieldType::Date)
        if (const auto date = dateAsWritten(trimmed))
            return *date;
    if (field.type == FieldType::Point)
        if (const auto position = parseLonLat(trimmed.toStdString()))
            return *position;
    const std::span<const Kind> targets = targetsOf(mSchema.kind, field);
    if (field.type == FieldType::Reference) {
        const EntityId id = mState.book.resolve(trimmed, targets, why);
        return id.isNull() ? Value() : Value(id);
    }
    if (field.type == FieldType::References) {
        RefList ids;
        for (const QString& token : trimmed.simplified().split(u' '))
            ids.push_back(mState.book.resolve(token, targets, why));
        return ids;
    }
    try {
        return valueFromText(field, trimmed);
    } catch (const Error& error) {
        *why = error.sentence();
        return {};
    }
}

void TableImport::setValue(std::size_t draft, const QString& column, const Field& field, const Value& value) {
    if (auto problem = field.check(value))
        mState.refuse(draft, column, std::move(*problem));
    else
        field.set(*mState.drafts[draft].entity, value);
}

void TableImport::reportColumns() {
    QStringList unknown, again, defaulted;
    for (std::size_t i = 0; i < mTargets.size(); ++i)
        if (mTargets[i].part == Part::Nothing && !mTargets[i].chosen &&
            !mTable.columns[static_cast<qsizetype>(i)].isEmpty())
            (mTargets[i].again ? again : unknown) += mTable.columns[static_cast<qsizetype>(i)];
    if (!again.isEmpty())
        mState.warn(mTable.file, 1, {},
                    message(CORRIDOR_MSG("these columns say what another column said before them, and were left out: "
                                         "%1"),
                            again.join(QStringLiteral(", "))));
    if (!unknown.isEmpty())
        mState.warn(mTable.file, 1, {},
                    message(CORRIDOR_MSG("these columns mean nothing to objects of kind “%1” and were left out: %2"),
                            mSchema.labelText(), unknown.join(QStringLiteral(", "))));
    for (std::size_t i = 0; i < mTargets.size(); ++i)
        if (!mTargets[i].unit.isEmpty())
            mState.warn(mTable.file, 1, mTable.columns[static_cast<qsizetype>(i)],
                        message(CORRIDOR_MSG("its numbers were converted from %1 to %2."), mTargets[i].unit,
                                QString::fromUtf8(mSchema.fields[static_cast<std::size_t>(mTargets[i].field)].unit)));
    const std::shared_ptr<Entity> usual = mSchema.make();
    for (const auto& [index, count] : mDefaulted) {
        const Field& field = mSchema.fields[static_cast<std::size_t>(index)];
        defaulted +=
            QStringLiteral("%1=%2 (%3)").arg(QLatin1String(field.name), valueToText(field.get(*usual))).arg(count);
    }
    if (!defaulted.isEmpty())
        mState.warn(mTable.file, 0, {},
                    message(CORRIDOR_MSG("the file does not say, so this was taken for new objects: %1"),
                            defaulted.join(QStringLiteral(", "))));
}

} // namespace corridor
