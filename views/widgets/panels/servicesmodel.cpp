// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/servicesmodel.h"

#include "model/plan/schema.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/entitytableroles.h"
#include "views/widgets/panels/findingsmodel.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <algorithm>
#include <cmath>

namespace corridor {

namespace {

constexpr char16_t dash = u'\u2014';

bool isNumber(int column) {
    switch (column) {
    case ServicesModel::PrimaryColumn:
    case ServicesModel::BackupColumn:
    case ServicesModel::LimitColumn:
    case ServicesModel::GbpsColumn:
    case ServicesModel::HopsColumn:
        return true;
    default:
        return false;
    }
}

QString pathText(const RoutedPath& path, const Finding* finding) {
    return path.exists ? msText(path.rtt.totalMs, finding ? finding->limit : std::nullopt) : QString(dash);
}

} // namespace

ServicesModel::ServicesModel(QObject* parent)
    : QAbstractTableModel(parent) {}

// Results come with every edit, mostly for the same services: then rows stay where they are, selected and scrolled to.
void ServicesModel::setAssessment(std::shared_ptr<const Assessment> assessment, bool stale) {
    std::unordered_map<EntityId, std::vector<const Finding*>> findings;
    std::vector<const ServiceRoute*> routes;
    if (assessment)
        for (const Finding& finding : assessment->findings)
            if (!finding.subject.isNull())
                findings[finding.subject].push_back(&finding);
    if (assessment && assessment->input)
        for (const ServiceRoute& route : assessment->routes)
            if (assessment->input->entities.find<Service>(route.service))
                routes.push_back(&route);
    const bool same = std::equal(routes.begin(), routes.end(), mRows.begin(), mRows.end(),
                                 [](const ServiceRoute* route, const Row& row) { return route->service == row.id; });
    if (!same)
        beginResetModel();
    mAssessment = std::move(assessment);
    mFindings = std::move(findings);
    mStale = stale;
    mRows.clear();
    mIndex.clear();
    for (const ServiceRoute* route : routes) {
        mIndex[route->service] = static_cast<int>(mRows.size());
        mRows.push_back(makeRow(*route));
    }
    if (!same)
        endResetModel();
    else if (!mRows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    Q_EMIT headerDataChanged(Qt::Horizontal, GbpsColumn, GbpsColumn); // names the year
}

ServicesModel::Row ServicesModel::makeRow(const ServiceRoute& route) const {
    Row row;
    row.id = route.service;
    row.route = &route;
    row.service = mAssessment->input->entities.find<Service>(route.service);
    row.primary = limiting(route.service, false);
    row.backup = limiting(route.service, true);
    row.gbps = valueInYear(row.service->gbps, mAssessment->year);
    // The mark speaks of everything that decides about the service, hops and missing routes too.
    const auto found = mFindings.find(route.service);
    for (const Finding* finding : found == mFindings.end() ? std::vector<const Finding*>() : found->second)
        if (const Verdict verdict = worse(row.verdict, finding->verdict);
            finding->decides &&
            (verdict != row.verdict || (verdict == finding->verdict && finding->severity == Severity::Binding))) {
            row.verdict = verdict;
            row.severity = finding->severity;
        }
    return row;
}

// As limitFinding(), which looks through all findings, for a service alone.
const Finding* ServicesModel::limiting(EntityId service, bool backup) const {
    const QString part = backup ? QStringLiteral("/backup") : QStringLiteral("/primary");
    const Finding* strictest = nullptr;
    const auto found = mFindings.find(service);
    for (const Finding* finding : found == mFindings.end() ? std::vector<const Finding*>() : found->second)
        if (finding->limit && finding->unit == QStringLiteral("ms") && finding->key.endsWith(part))
            if (!strictest || *finding->limit < *strictest->limit)
                strictest = finding;
    return strictest;
}

void ServicesModel::setStale(bool stale) {
    if (stale == mStale)
        return;
    mStale = stale;
    if (!mRows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

EntityId ServicesModel::serviceAt(int row) const {
    return row >= 0 && row < rowCount() ? mRows[static_cast<std::size_t>(row)].route->service : EntityId{};
}

int ServicesModel::rowOf(EntityId service) const {
    const auto it = mIndex.find(service);
    return it == mIndex.end() ? -1 : it->second;
}

int ServicesModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int ServicesModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString ServicesModel::text(const Row& row, int column) const {
    switch (column) {
    case NameColumn:
        return displayName(*row.service, mAssessment->english);
    case PrimaryColumn:
        return pathText(row.route->primary, row.primary);
    case BackupColumn:
        return pathText(row.route->backup, row.backup);
    case LimitColumn:
        return row.primary ? limitText(*row.primary, mAssessment->rulePack.get()) : QString(dash);
    case MarginColumn:
        return row.primary ? marginText(*row.primary) : QString(dash);
    case ProtectionColumn: {
        const Field& field = *schemaOf(Kind::Service).field(u"protection");
        return wordLabel(field, std::get<QString>(field.get(*row.service)));
    }
    case GbpsColumn:
        return row.gbps ? fixedText(*row.gbps, 0) : QString(dash);
    case HopsColumn:
        return row.route->primary.exists ? QString::number(row.route->primary.hops) : QString(dash);
    case ClausesColumn:
        return row.service->clauses;
    default:
        return {};
    }
}

// No value where nothing is known: such rows stand last.
QVariant ServicesModel::sortKey(const Row& row, int column) const {
    const auto known = [](const std::optional<double>& value) { return value ? QVariant(*value) : QVariant(); };
    const auto roundTrip = [](const RoutedPath& path) { return path.exists ? QVariant(path.rtt.totalMs) : QVariant(); };
    switch (column) {
    case MarkColumn:
        return static_cast<int>(row.verdict);
    case PrimaryColumn:
        return roundTrip(row.route->primary);
    case BackupColumn:
        return roundTrip(row.route->backup);
    case LimitColumn:
        return row.primary ? known(row.primary->limit) : QVariant();
    case MarginColumn:
        return row.primary ? known(row.primary->margin) : QVariant();
    case GbpsColumn:
        return known(row.gbps);
    case HopsColumn:
        return row.route->primary.exists ? QVariant(row.route->primary.hops) : QVariant();
    default:
        return text(row, column);
    }
}

// For a spreadsheet: numbers as they are, with a point.
QString ServicesModel::plain(const Row& row, int column) const {
    if (!isNumber(column) && column != MarginColumn)
        return text(row, column);
    const QVariant key = sortKey(row, column);
    return !key.isValid() ? QString() : column == HopsColumn ? key.toString() : shortestDecimal(key.toDouble());
}

QString ServicesModel::searchText(const Row& row) const {
    QStringList parts{row.service->name, row.service->nameEn, row.service->code, verdictLabel(row.verdict)};
    for (int column = NameColumn; column < ColumnCount; ++column)
        parts += text(row, column);
    return parts.join(u'\n').toCaseFolded();
}

QVariant ServicesModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = mRows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == MarkColumn ? verdictLabel(row.verdict) : text(row, column);
    case Qt::ToolTipRole:
        return column == MarkColumn ? QVariant() : QVariant(text(row, column));
    case Qt::TextAlignmentRole:
        return static_cast<int>((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case Qt::FontRole: {
        const bool over = column == BackupColumn && row.backup && row.backup->verdict == Verdict::Broken;
        QFont font = themeFont(TextRole::Body);
        font.setBold(column == PrimaryColumn || over);
        return font;
    }
    case VerdictRole:
        return column == MarkColumn && row.verdict != Verdict::NotApplicable ? QVariant(static_cast<int>(row.verdict))
                                                                             : QVariant();
    case BindingRole:
        return row.severity == Severity::Binding;
    case FadedRole:
        return mStale;
    case FindingsModel::MarginRole:
        if (column != MarginColumn || !row.primary || !row.primary->margin || !row.primary->limit ||
            *row.primary->limit == 0)
            return {};
        return std::clamp(*row.primary->margin / (std::abs(*row.primary->limit) * 0.2), -1.0, 1.0);
    case TableSortRole:
        return sortKey(row, column);
    case TablePlainRole:
        return plain(row, column);
    case TableSearchRole:
        return searchText(row);
    case TableNumberRole:
        return isNumber(column);
    case IdRole:
        return QVariant::fromValue(row.route->service.value);
    default:
        return {};
    }
}

QVariant ServicesModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>((isNumber(section) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case NameColumn:
        return tr("Service");
    case PrimaryColumn:
        return tr("Primary ms");
    case BackupColumn:
        return tr("Backup ms");
    case LimitColumn:
        return tr("Limit");
    case MarginColumn:
        return tr("Primary margin");
    case ProtectionColumn:
        return tr("Protection");
    case GbpsColumn:
        return mAssessment ? tr("%1 Gbit/s").arg(mAssessment->year) : tr("Gbit/s");
    case HopsColumn:
        return tr("Hops");
    case ClausesColumn:
        return tr("Clauses");
    default:
        return QString();
    }
}

void ServicesModel::retranslate() {
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
    if (!mRows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

} // namespace corridor
