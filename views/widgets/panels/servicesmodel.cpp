// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/servicesmodel.h"

#include "model/plan/schema.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/controls/verdictdelegate.h"
#include "views/widgets/panels/findingsmodel.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

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

void ServicesModel::setAssessment(std::shared_ptr<const Assessment> assessment, bool stale) {
    beginResetModel();
    mAssessment = std::move(assessment);
    mStale = stale;
    mRows.clear();
    mDeciding.clear();
    if (mAssessment)
        for (const Finding& finding : mAssessment->findings)
            if (finding.decides && !finding.subject.isNull())
                mDeciding[finding.subject].push_back(&finding);
    if (mAssessment && mAssessment->input)
        for (const ServiceRoute& route : mAssessment->routes)
            if (mAssessment->input->entities.find<Service>(route.service))
                mRows.push_back(makeRow(route));
    endResetModel();
}

ServicesModel::Row ServicesModel::makeRow(const ServiceRoute& route) const {
    Row row;
    row.route = &route;
    row.service = mAssessment->input->entities.find<Service>(route.service);
    row.primary = limitFinding(*mAssessment, route.service, false);
    row.backup = limitFinding(*mAssessment, route.service, true);
    row.gbps = valueInYear(row.service->gbps, mAssessment->year);
    // The mark speaks of everything that decides about the service, hops and missing routes too.
    const auto found = mDeciding.find(route.service);
    for (const Finding* finding : found == mDeciding.end() ? std::vector<const Finding*>() : found->second)
        if (const Verdict verdict = worse(row.verdict, finding->verdict);
            verdict != row.verdict || (verdict == finding->verdict && finding->severity == Severity::Binding)) {
            row.verdict = verdict;
            row.severity = finding->severity;
        }
    return row;
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
    for (int row = 0; row < rowCount(); ++row)
        if (serviceAt(row) == service)
            return row;
    return -1;
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

QVariant ServicesModel::sortKey(const Row& row, int column) const {
    const double none = 1e300;
    switch (column) {
    case MarkColumn:
        return static_cast<int>(row.verdict);
    case PrimaryColumn:
        return row.route->primary.exists ? row.route->primary.rtt.totalMs : none;
    case BackupColumn:
        return row.route->backup.exists ? row.route->backup.rtt.totalMs : none;
    case LimitColumn:
        return row.primary && row.primary->limit ? *row.primary->limit : none;
    case MarginColumn:
        return row.primary && row.primary->margin ? *row.primary->margin : none;
    case GbpsColumn:
        return row.gbps.value_or(none);
    case HopsColumn:
        return row.route->primary.hops;
    default:
        return text(row, column);
    }
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
    case SortRole:
        return sortKey(row, column);
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
