// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/mapping.h"
#include "model/exchange/ogr/sources.h"

#include <QFileInfo>

namespace corridor {

namespace {

// Another program has it open, or ended without closing it: what it wrote last is not in the file yet, and reading it
// would write beside the user's file.
void refuseOpenElsewhere(const ForeignFile& file) {
    for (const char* suffix : {"-wal", "-journal"})
        if (QFileInfo(file.path + QLatin1String(suffix)).size() > 0)
            throw Error(
                Blame::Environment,
                message(CORRIDOR_MSG("%1 is open in another program or was not closed by it; close it there and "
                                     "import again."),
                        file.shown));
}

// Of a plan of ours the objects, with their ids; not its history, results and scenarios.
QStringList bookkeepingOf(GDALDataset& dataset) {
    QStringList leftOut;
    if (!dataset.GetLayerByName("plan_row") || !dataset.GetLayerByName("site"))
        return leftOut;
    for (OGRLayer* layer : dataset.GetLayers())
        if (const QString name = QString::fromUtf8(layer->GetName());
            kindOfTableName(name).value_or(Kind::Scenario) == Kind::Scenario && !isPlanListName(name))
            leftOut += name;
    return leftOut;
}

} // namespace

void readGeoPackage(const ForeignFile& file) {
    refuseOpenElsewhere(file);
    const char* options[] = {"IMMUTABLE=YES", "LIST_ALL_TABLES=NO", nullptr};
    const DatasetPtr dataset = openForeign(file, "GPKG", file.path.toUtf8(), options);
    LayerReader reader(file.answer, file.shown, {});
    readLayers(*dataset, reader, bookkeepingOf(*dataset));
}

} // namespace corridor
