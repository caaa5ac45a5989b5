// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/runstablemodel.h"

#include "model/rules/judge.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/entitytableroles.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <algorithm>

namespace corridor {

namespace {

struct EngineName {
    const char* engine;
    const char* text;
};
constexpr EngineName engineNames[] = {{"latency", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Round trips")},
                                      {"clauses", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Clause checks")},
                                      {"capacity", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Capacity")},
                                      {"resilience", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Resilience")},
                                      {"compute", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Compute supply")},
                                      {"energy", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Energy and carbon")},
                                      {"cost", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Cost")},
                                      {"optics", QT_TRANSLATE_NOOP("corridor::RunsTableModel", "Optics")}};

QString engineText(const QString& engine) {
    for (const EngineName& name : engineNames)
        if (engine == QLatin1String(name.engine))
            return RunsTableModel::tr(name.text);
    return engine;
}

QString stateText(RunsTableModel::State state) {
    switch (state) {
    case RunsTableModel::State::Current:
        return RunsTableModel::tr("current");
    case RunsTableModel::State::Computing:
        return RunsTableModel::tr("being computed");
    case RunsTableModel::State::OutOfDate:
        return RunsTableModel::tr("out of date");
    case RunsTableModel::State::AsSaved:
        return RunsTableModel::tr("as saved");
    }
    return {};
}

QIcon stateIcon(RunsTableModel::State state) {
    switch (state) {
    case RunsTableModel::State::Current:
        return themedIcon(QStringLiteral("computed"));
    case RunsTableModel::State::Computing:
        return themedIcon(QStringLiteral("play"));
    case RunsTableModel::State::OutOfDate:
        return themedIcon(QStringLiteral("history"));
    case RunsTableModel::State::AsSaved:
        return themedIcon(QStringLiteral("save"));
    }
    return {};
}

/// All of a run but its tables, which may be long.
Run headOf(const Run& run) {
    return {run.id,   run.engine,     run.engineVersion, run.inputHash,  run.revision, run.scenario,
            run.year, run.startedUtc, run.durationMs,    run.parameters, run.stale,    {}};
}

} // namespace

RunsTableModel::RunsTableModel(Session& session, QObject* parent)
    : HeadedTableModel(parent)
    , mSession(session) {
    connect(&session, &Session::assessmentChanged, this, &RunsTableModel::refresh);
    connect(&session, &Session::staleChanged, this, &RunsTableModel::announceAll);
    connect(&session.document(), &Document::modifiedChanged, this, &RunsTableModel::announceAll);
    connect(&session.document(), &Document::changed, this, [this](const ChangeSet& step) {
        if (step.touches(Kind::Scenario)) // the names shown
            announceAll();
    });
    refresh();
}

RunsTableModel::Row RunsTableModel::rowOf(const Run& run, bool stored) {
    Row row;
    row.run = headOf(run);
    for (const ResultTable& table : run.tables)
        row.rows += static_cast<qint64>(table.rows.size());
    row.stored = stored;
    return row;
}

void RunsTableModel::setStoredRuns(const std::vector<Run>& runs) {
    mStored.clear();
    for (const Run& run : runs)
        mStored.push_back(rowOf(run, true));
    refresh();
}

bool RunsTableModel::isSameRun(const Row& fresh, const Row& stored) {
    return !stored.run.stale && fresh.run.engine == stored.run.engine && fresh.run.scenario == stored.run.scenario &&
           fresh.run.year == stored.run.year && fresh.run.inputHash == stored.run.inputHash;
}

// Equal input means equal rows: what was saved and what stands in the window are one calculation.
std::vector<RunsTableModel::Row> RunsTableModel::joined() const {
    std::vector<Row> rows = mFresh;
    for (const Row& stored : mStored) {
        const auto twin = std::find_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(mFresh.size()),
                                       [&](const Row& fresh) { return isSameRun(fresh, stored); });
        if (twin == rows.begin() + static_cast<std::ptrdiff_t>(mFresh.size()))
            rows.push_back(stored);
        else
            twin->inFile = true;
    }
    return rows;
}

// While only a part is new (long tables of services), the runs of the whole before it stand.
void RunsTableModel::refresh() {
    const auto assessment = mSession.assessment();
    if (!assessment || !assessment->partial) {
        mFresh.clear();
        if (assessment)
            for (const Run& run : assessment->runs)
                mFresh.push_back(rowOf(run, false));
    }
    std::vector<Row> rows = joined();
    const bool same = rows.size() == mRows.size();
    if (!same)
        beginResetModel();
    mRows = std::move(rows);
    if (!same)
        endResetModel();
    else
        announceAll();
}

RunsTableModel::State RunsTableModel::stateAt(int row) const {
    const Row& at = mRows[static_cast<std::size_t>(row)];
    if (!at.stored)
        return mSession.isStale() ? State::Computing : State::Current;
    if (at.run.stale)
        return State::OutOfDate;
    const auto fresh = std::find_if(mFresh.begin(), mFresh.end(), [&](const Row& other) {
        return other.run.engine == at.run.engine && other.run.scenario == at.run.scenario &&
               other.run.year == at.run.year;
    });
    if (fresh != mFresh.end() && !mSession.isStale())
        return fresh->run.inputHash == at.run.inputHash ? State::Current : State::OutOfDate;
    return mSession.document().isModified() ? State::AsSaved : State::Current;
}

int RunsTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(mRows.size());
}

int RunsTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QString RunsTableModel::text(const Row& row, int rowNumber, int column) const {
    const QString dash = QStringLiteral("\u2014");
    switch (column) {
    case EngineColumn:
        return engineText(row.run.engine);
    case StateColumn:
        return stateText(stateAt(rowNumber));
    case PlaceColumn:
        return row.stored ? tr("file") : row.inFile ? tr("this window and file") : tr("this window");
    case YearColumn:
        return QString::number(row.run.year);
    case ScenarioColumn:
        return nameOf(mSession.document().plan().base(), row.run.scenario, mSession.english());
    case RevisionColumn:
        return fixedText(static_cast<double>(row.run.revision), 0);
    case StartedColumn:
        return row.run.startedUtc.isValid()
                   ? row.run.startedUtc.toLocalTime().toString(QStringLiteral("yyyy-MM-dd HH:mm"))
                   : dash;
    case DurationColumn:
        return row.run.durationMs > 0 ? numberText(row.run.durationMs, QString()) : dash;
    case RowsColumn:
        return row.run.stale ? dash : fixedText(static_cast<double>(row.rows), 0);
    case VersionColumn:
        return row.run.engineVersion;
    default:
        return {};
    }
}

QVariant RunsTableModel::sortKey(const Row& row, int rowNumber, int column) const {
    switch (column) {
    case SignColumn:
    case StateColumn:
        return static_cast<int>(stateAt(rowNumber));
    case YearColumn:
        return row.run.year;
    case RevisionColumn:
        return static_cast<double>(row.run.revision);
    case StartedColumn:
        return row.run.startedUtc.isValid() ? QVariant(static_cast<double>(row.run.startedUtc.toMSecsSinceEpoch()))
                                            : QVariant();
    case DurationColumn:
        return row.run.durationMs > 0 ? QVariant(row.run.durationMs) : QVariant();
    case RowsColumn:
        return row.run.stale ? QVariant() : QVariant(static_cast<double>(row.rows));
    default:
        return text(row, rowNumber, column);
    }
}

QString RunsTableModel::plain(const Row& row, int rowNumber, int column) const {
    switch (column) {
    case RevisionColumn:
        return QString::number(row.run.revision);
    case DurationColumn:
        return row.run.durationMs > 0 ? shortestDecimal(row.run.durationMs) : QString();
    case RowsColumn:
        return row.run.stale ? QString() : QString::number(row.rows);
    default:
        return text(row, rowNumber, column);
    }
}

QVariant RunsTableModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row& row = mRows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.row(), column);
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return text(row, index.row(), column == SignColumn ? StateColumn : column);
    case Qt::DecorationRole:
        return column == SignColumn ? QVariant(stateIcon(stateAt(index.row()))) : QVariant();
    case Qt::ForegroundRole:
        return stateAt(index.row()) == State::OutOfDate ? QVariant(themeColor(Token::Text2)) : QVariant();
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    case TableSortRole:
        return sortKey(row, index.row(), column);
    case TablePlainRole:
        return plain(row, index.row(), column);
    case TableNumberRole:
        return holdsNumbers(column);
    case TableSearchRole: {
        QStringList parts{row.run.engine};
        for (int at = EngineColumn; at < ColumnCount; ++at)
            parts += text(row, index.row(), at);
        return parts.join(u'\n').toCaseFolded();
    }
    default:
        return {};
    }
}

bool RunsTableModel::holdsNumbers(int column) const {
    switch (column) {
    case YearColumn:
    case RevisionColumn:
    case StartedColumn:
    case DurationColumn:
    case RowsColumn:
        return true;
    default:
        return false;
    }
}

QString RunsTableModel::heading(int column) const {
    switch (column) {
    case EngineColumn:
        return tr("Calculation");
    case StateColumn:
        return tr("State");
    case PlaceColumn:
        return tr("Held in");
    case YearColumn:
        return tr("Year");
    case ScenarioColumn:
        return tr("Scenario");
    case RevisionColumn:
        return tr("Revision");
    case StartedColumn:
        return tr("Started");
    case DurationColumn:
        return tr("Duration ms");
    case RowsColumn:
        return tr("Rows of results");
    case VersionColumn:
        return tr("Method version");
    default:
        return QString();
    }
}

} // namespace corridor
