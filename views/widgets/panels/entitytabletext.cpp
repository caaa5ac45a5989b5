// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/provinces.h"
#include "model/plan/settings.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/panels/entitytablemodel.h"
#include "views/widgets/panels/fieldeditor.h"
#include "views/widgets/panels/objecticons.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <QIcon>

// What the cells of an object table say.

namespace corridor {

namespace {

constexpr char16_t dash = u'\u2014';

/// Years of service, PUE, factors: as they were given, not rounded.
QString asGiven(double value) {
    QString text = shortestDecimal(value);
    return text.startsWith(u'-') ? QChar(0x2212) + text.mid(1) : text;
}

std::optional<double> numberOf(const Value& value) {
    if (const auto* real = std::get_if<double>(&value))
        return *real;
    if (const auto* integer = std::get_if<qint64>(&value))
        return static_cast<double>(*integer);
    return std::nullopt;
}

QString numberCell(const Field& field, double value) {
    if (field.type == FieldType::Integer)
        return fixedText(value, 0);
    return *field.unit ? numberText(value, QString::fromUtf8(field.unit)) : asGiven(value);
}

/// The code of an enumeration by its place in the list, so that "planned, building, existing" sort in this order.
double wordOrder(const Field& field, const QString& word) {
    for (std::size_t i = 0; i < field.words.size(); ++i)
        if (word == QLatin1String(field.words[i].word))
            return static_cast<double>(i);
    return static_cast<double>(field.words.size());
}

} // namespace

const QString& EntityTableModel::titleOf(const Row& row) const {
    if (row.title.isEmpty())
        row.title = objectTitle(mDocument.entities(), EntityRef{mKind, row.entity}, mEnglish);
    return row.title;
}

// The session has measured most spans already; the rest (just edited, not in service this year) is measured here.
const SpanFigures& EntityTableModel::figuresOf(const Row& row) const {
    if (row.figures)
        return *row.figures;
    const auto& span = static_cast<const Span&>(*row.entity);
    const auto assessment = mSession.assessment();
    const bool measured = assessment && assessment->input && assessment->scenario == mDocument.scenario() &&
                          !mFiguresOld && assessment->input->entities.find<Span>(span.id) == &span;
    const int at = measured ? assessment->input->spanIndex(span.id) : -1;
    if (at >= 0) {
        const SpanLatency& found = assessment->input->spans[static_cast<std::size_t>(at)];
        row.figures = SpanFigures{found.routeKm, found.fibreKm, 2 * found.fibreKm * found.usPerKm / 1000};
    } else {
        row.figures = spanFigures(mDocument.entities(), span);
    }
    return *row.figures;
}

std::optional<double> EntityTableModel::figure(const Row& row, TableFigure figure) const {
    if (mKind != Kind::Span)
        return std::nullopt;
    switch (figure) {
    case TableFigure::RouteKm:
        return figuresOf(row).routeKm;
    case TableFigure::FibreKm:
        return figuresOf(row).fibreKm;
    case TableFigure::RttMs:
        return figuresOf(row).rttMs;
    default:
        return std::nullopt;
    }
}

QString EntityTableModel::fibreName(const QString& code) const {
    if (mFibreNames.isEmpty())
        mDocument.entities().table<FibreType>().forEach([this](const std::shared_ptr<const FibreType>& type) {
            mFibreNames.insert(type->code, displayName(*type, mEnglish));
        });
    return mFibreNames.value(code, code);
}

QString EntityTableModel::fieldCell(const Field& field, const Value& value) const {
    if (isUnknown(value))
        return QString(dash);
    if (const std::optional<double> number = numberOf(value))
        return numberCell(field, *number);
    if (const auto* yes = std::get_if<bool>(&value))
        return *yes ? tr("yes") : QString(dash);
    const auto* word = std::get_if<QString>(&value);
    const QLatin1String name(field.name);
    if (word && field.type == FieldType::Enumeration && *word == QLatin1String("unknown"))
        return QString(dash);
    if (word && mEnglish && name == QLatin1String("province"))
        return englishProvince(*word);
    const QString text = fieldText(field, value, mDocument.entities(), mEnglish);
    return text.isEmpty() ? QString(dash) : text.simplified();
}

QString EntityTableModel::text(const Row& row, const TableColumn& column) const {
    switch (column.figure) {
    case TableFigure::Icon:
        return {};
    case TableFigure::Title:
        return titleOf(row);
    case TableFigure::RttMs: { // as the inspector has it: single spans differ in the third decimal
        const std::optional<double> value = figure(row, column.figure);
        return value ? fixedText(*value, 3) : QString(dash);
    }
    case TableFigure::RouteKm:
    case TableFigure::FibreKm: {
        const std::optional<double> value = figure(row, column.figure);
        return value ? numberText(*value, column.unit()) : QString(dash);
    }
    default:
        break;
    }
    const Field& field = *fieldOfColumn(mKind, column, mEnglish);
    return fieldCell(field, field.get(*row.entity));
}

QString EntityTableModel::plain(const Row& row, const TableColumn& column) const {
    if (column.figure == TableFigure::RttMs || column.figure == TableFigure::RouteKm ||
        column.figure == TableFigure::FibreKm) {
        const std::optional<double> value = figure(row, column.figure);
        return value ? QString::number(*value, 'f', column.figure == TableFigure::RttMs ? 6 : 3) : QString();
    }
    if (const Field* field = fieldOfColumn(mKind, column, mEnglish); field && column.figure == TableFigure::None)
        if (const std::optional<double> number = numberOf(field->get(*row.entity)))
            return shortestDecimal(*number);
    const QString shown = text(row, column);
    return shown == QString(dash) ? QString() : shown;
}

QVariant EntityTableModel::sortKey(const Row& row, const TableColumn& column) const {
    switch (column.figure) {
    case TableFigure::Icon: {
        const Field* status = schemaOf(mKind).field(u"status");
        return status ? QVariant(wordOrder(*status, valueToText(status->get(*row.entity)))) : QVariant();
    }
    case TableFigure::Title:
        return titleOf(row);
    case TableFigure::RouteKm:
    case TableFigure::FibreKm:
    case TableFigure::RttMs: {
        const std::optional<double> value = figure(row, column.figure);
        return value ? QVariant(*value) : QVariant();
    }
    default:
        break;
    }
    const Field& field = *fieldOfColumn(mKind, column, mEnglish);
    const Value value = field.get(*row.entity);
    if (const std::optional<double> number = numberOf(value))
        return *number;
    if (const auto* date = std::get_if<Date>(&value))
        return date->year * 10000.0 + date->month * 100.0 + date->day;
    const auto* word = std::get_if<QString>(&value);
    if (word && field.type == FieldType::Enumeration)
        return *word == QLatin1String("unknown") ? QVariant() : QVariant(wordOrder(field, *word));
    const QString text = fieldCell(field, value);
    return text == QString(dash) ? QVariant() : QVariant(text);
}

// Names in both languages, the code, and what the shown columns say: numbers as shown and as typed.
const QString& EntityTableModel::searchText(const Row& row) const {
    if (!row.search.isEmpty())
        return row.search;
    QStringList parts{row.entity->name, row.entity->nameEn, row.entity->code};
    for (const int at : mShown) {
        const TableColumn& column = columns()[static_cast<std::size_t>(at)];
        const QString shown = text(row, column), typed = plain(row, column);
        parts += shown;
        if (typed != shown)
            parts += typed;
        if (column.key == QLatin1String("fibre"))
            parts += fibreName(shown);
    }
    row.search = parts.join(u'\n').toCaseFolded();
    return row.search;
}

QVariant EntityTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& at = row(index.row());
    const TableColumn& column = columns()[static_cast<std::size_t>(index.column())];
    switch (role) {
    case Qt::DisplayRole:
        return text(at, column);
    case Qt::EditRole: { // what is switched, not typed
        const Field* field = editableField(index.column());
        if (field && field->type == FieldType::Boolean)
            return std::get<bool>(field->get(*at.entity));
        return text(at, column);
    }
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole: {
        if (column.key == QLatin1String("fibre")) // the cell has the code, which is short
            return fibreName(static_cast<const Span&>(*at.entity).fibre);
        if (column.figure != TableFigure::Icon)
            return text(at, column);
        const Field* status = schemaOf(mKind).field(u"status");
        return status ? QVariant(wordLabel(*status, valueToText(status->get(*at.entity)))) : QVariant();
    }
    case Qt::DecorationRole:
        return column.figure == TableFigure::Icon ? QVariant(objectIcon(EntityRef{mKind, at.entity})) : QVariant();
    case Qt::TextAlignmentRole:
        return static_cast<int>((column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case TableSortRole:
        return sortKey(at, column);
    case TablePlainRole:
        return plain(at, column);
    case TableSearchRole:
        return searchText(at);
    case TableNumberRole:
        return column.isNumber();
    default:
        return {};
    }
}

QVariant EntityTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const TableColumn& column = columns()[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((column.isNumber() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole)
        return columnLabel(mKind, column, mEnglish);
    return {};
}

} // namespace corridor
