// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"
#include "app/planfiles.h"
#include "model/exchange/exporter.h"
#include "model/exchange/format.h"
#include "model/exchange/importer.h"
#include "model/plan/schema.h"
#include "views/widgets/panels/chartpage.h"

#include <QDir>

namespace corridor {

namespace {

QString patterns(bool reading) {
    QStringList all;
    for (const Format& format : exchangeFormats())
        if (reading ? format.reads : format.writes)
            for (const QString& extension : format.extensionList())
                all += QStringLiteral("*.") + extension;
    return all.join(u' ');
}

QStringList sentencesOf(const std::vector<ImportNote>& notes) {
    QStringList lines;
    for (const ImportNote& note : notes)
        lines += note.sentence().text();
    return lines;
}

} // namespace

// Reads first, shows what is wrong, and makes one undoable step of what can stand.
bool PlanFiles::importByDialog(Editor& editor) {
    const QStringList sources = mPresenter.openFileNames(tr("Import"), mSettings.lastFolder(),
                                                         tr("Tables and layers (%1)").arg(patterns(true)));
    if (sources.isEmpty())
        return false;
    return guarded([&] {
        const EntitySet target = mDocument.entities();
        ImportResult result;
        runInBackground([&] { result = importSources(sources, target); });
        if (!result.badRows.empty()) {
            mPresenter.showList(tr("Nothing was imported"), tr("These rows are wrong; correct them and import again."),
                                sentencesOf(result.badRows));
            return;
        }
        const EditResult edit =
            editor.applyStep(importStep(mDocument.plan(), mDocument.scenario(), result), tr("Import"));
        if (!edit.ok()) {
            mPresenter.showList(tr("Nothing was imported"), edit.sentence(), {});
            return;
        }
        int added = 0, changed = 0;
        for (const ImportCount& count : result.counts) {
            added += count.added;
            changed += count.changed;
        }
        Q_EMIT noticed(tr("Imported: %1 added, %2 changed").arg(added).arg(changed), false);
        if (!result.warnings.empty())
            mPresenter.showList(tr("Imported with remarks"), tr("What could not be taken as it was:"),
                                sentencesOf(result.warnings));
    });
}

bool PlanFiles::exportChart(ChartExport& chart) {
    const QString proposal = QDir(mSettings.lastFolder()).filePath(chart.fileName() + QStringLiteral(".png"));
    const QString target =
        mPresenter.saveFileName(tr("Export the chart"), proposal,
                                tr("Pictures (*.png *.svg *.pdf)") + QStringLiteral(";;") + tr("Figures (*.csv)"));
    if (target.isEmpty())
        return false;
    return guarded([&] {
        runInBackground(chart.startExport(target));
        Q_EMIT noticed(tr("The chart was written to %1").arg(QDir::toNativeSeparators(target)), false);
    });
}

// One file for each kind of object, in a folder; the name the user gives is that of the folder.
bool PlanFiles::exportByDialog() {
    const QString proposal = QDir(mSettings.lastFolder()).filePath(name().section(u'.', 0, 0));
    const QString csv = tr("Folder of CSV tables (*)"), json = tr("Folder of GeoJSON layers (*)");
    const int choice = mPresenter.ask(tr("Export"), tr("Every kind of object becomes a file of its own."),
                                      {tr("CSV tables"), tr("GeoJSON layers")});
    if (choice < 0)
        return false;
    const QString target = mPresenter.saveFileName(tr("Export"), proposal, choice == 0 ? csv : json);
    if (target.isEmpty())
        return false;
    return guarded([&] {
        ExportOptions options;
        options.format = choice == 0 ? QStringLiteral("csv") : QStringLiteral("geojson");
        const EntitySet entities = mDocument.entities();
        QStringList written;
        runInBackground([&] { written = exportTo(target, entities, options); });
        Q_EMIT noticed(tr("%n files written to %1", nullptr, int(written.size())).arg(QDir::toNativeSeparators(target)),
                       false);
    });
}

} // namespace corridor
