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

QString pathText(const RoutedPath& path, const Finding* finding) {
    return path.exists ? msText(path.rtt.totalMs, finding ? finding->limit : std::nullopt) : QString(dash);
}

// As limitFinding(), which looks through all findings, among those of a service.
const Finding* limiting(const std::vector<const Finding*>& findings, bool backup) {
    const QString part = backup ? QStringLiteral("/backup") : QStringLiteral("/primary");
    const Finding* strictest = nullptr;
    for (const Finding* finding : findings)
        if (finding->limit && finding->unit == QStringLiteral("ms") && finding->key.endsWith(part))
            if (!strictest || *finding->limit < *strictest->limit)
                strictest = finding;
    return strictest;
}

} // namespace

ServicesModel::ServicesModel(QObject* parent)
    : HeadedTableModel(parent) {}

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
    mProspect.reset(); // it was about the assessment before
    mAssessment = std::move(assessment);
    mFindings = std::move(findings);
    mStale = stale;
    mRows.clear();
    mIndex.clear();
    for (const ServiceRoute* route : routes) {
        mIndex[route->service] = static_cast<int>(mRows.size());
        mRows.push_back(makeRow(*route, nullptr));
    }
    if (!same)
        endResetModel();
    else
        announceAll();
    Q_EMIT headerDataChanged(Qt::Horizontal, GbpsColumn, GbpsColumn); // names the year
}

// In a plan whose paths are held nothing moves but the services named; among many they alone are made again.
void ServicesModel::setPreview(std::shared_ptr<const Prospect> prospect) {
    if (prospect && prospect->before != mAssessment)
        prospect.reset(); // of results that are not shown here
    if (prospect == mProspect)
        return;
    const std::shared_ptr<const Prospect> last = std::exchange(mProspect, std::move(prospect));
    if ((last && last->after) || (mProspect && mProspect->after)) {
        for (Row& row : mRows)
            row = makeRow(*mAssessment->route(row.id), mProspect.get());
        announceAll();
        return;
    }
    for (const Prospect* each : {last.get(), mProspect.get()})
        if (each)
            refill(each->routes);
}

void ServicesModel::refill(const std::vector<ServiceRoute>& routes) {
    for (const ServiceRoute& route : routes) {
        const int row = rowOf(route.service);
        if (row < 0)
            continue;
        mRows[static_cast<std::size_t>(row)] = makeRow(*mAssessment->route(route.service), mProspect.get());
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

std::vector<const Finding*> ServicesModel::findingsOf(EntityId service, const Prospect* prospect) const {
    const auto found = mFindings.find(service);
    std::vector<const Finding*> out = found == mFindings.end() ? std::vector<const Finding*>() : found->second;
    if (!prospect)
        return out;
    for (const Finding*& finding : out)
        finding = prospect->now(*finding);
    std::erase(out, nullptr);
    for (const Finding& finding : prospect->added)
        if (finding.subject == service)
            out.push_back(&finding);
    return out;
}

// `route`: without the step of the prospect.
ServicesModel::Row ServicesModel::makeRow(const ServiceRoute& route, const Prospect* prospect) const {
    Row row;
    row.id = route.service;
    const ServiceRoute* now = prospect ? prospect->route(route.service) : nullptr;
    row.route = now ? now : &route;
    row.service = mAssessment->input->entities.find<Service>(route.service);
    const std::vector<const Finding*> findings = findingsOf(route.service, prospect);
    row.primary = limiting(findings, false);
    row.backup = limiting(findings, true);
    row.gbps = valueInYear(row.service->gbps, mAssessment->year);
    // The mark speaks of everything that decides about the service, hops and missing routes too.
    for (const Finding* finding : findings)
        if (const Verdict verdict = worse(row.verdict, finding->verdict);
            finding->decides &&
            (verdict != row.verdict || (verdict == finding->verdict && finding->severity == Severity::Binding))) {
            row.verdict = verdict;
            row.severity = finding->severity;
        }
    return row;
}

// A row as it is without the step under the mouse: sorting goes by that, so that no row moves.
ServicesModel::Row ServicesModel::unmoved(const Row& row) const {
    return mProspect ? makeRow(*mAssessment->route(row.id), nullptr) : row;
}

QString ServicesModel::oldText(const Row& row, int column) const {
    if (!mProspect || (column != PrimaryColumn && column != BackupColumn))
        return {};
    const QString old = text(unmoved(row), column);
    return old == text(row, column) ? QString() : old;
}

QVariant ServicesModel::marginShare(const Row& row) const {
    if (!row.primary || !row.primary->margin || !row.primary->limit || *row.primary->limit == 0)
        return {};
    return std::clamp(*row.primary->margin / (std::abs(*row.primary->limit) * 0.2), -1.0, 1.0);
}

void ServicesModel::setStale(bool stale) {
    if (stale == mStale)
        return;
    mStale = stale;
    announceAll();
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
    if (!holdsNumbers(column) && column != MarginColumn)
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
        return alignmentOf(column);
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
        return mStale && !mProspect;
    case FindingsModel::MarginRole:
        return column == MarginColumn ? marginShare(row) : QVariant();
    case FindingsModel::OldValueRole:
        return oldText(row, column);
    case FindingsModel::PreviewRole:
        return !oldText(row, column).isEmpty();
    case TableSortRole:
        return sortKey(unmoved(row), column);
    case TablePlainRole:
        return plain(row, column);
    case TableSearchRole:
        return searchText(row);
    case TableNumberRole:
        return holdsNumbers(column);
    case IdRole:
        return QVariant::fromValue(row.route->service.value);
    default:
        return {};
    }
}

bool ServicesModel::holdsNumbers(int column) const {
    switch (column) {
    case PrimaryColumn:
    case BackupColumn:
    case LimitColumn:
    case GbpsColumn:
    case HopsColumn:
        return true;
    default:
        return false;
    }
}

QString ServicesModel::heading(int column) const {
    switch (column) {
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

QString ServicesModel::headingTip(int column) const {
    switch (column) {
    case MarkColumn:
        return tr("The worst verdict on the service");
    case PrimaryColumn:
        return tr("Round trip of the primary path, ms");
    case BackupColumn:
        return tr("Round trip of the backup path, ms");
    case HopsColumn:
        return tr("Electrical hops of the primary path");
    default:
        return heading(column);
    }
}

} // namespace corridor
