// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/ogr/sources.h"

#include <cpl_conv.h>

#include <algorithm>

namespace corridor {

namespace {

constexpr std::size_t mostRowsAboveTable = 20; // titles, units, dates

struct SheetRow {
    int line = 0; ///< as the spreadsheet counts, from 1
    QStringList cells;

    int filled() const {
        return static_cast<int>(
            std::count_if(cells.begin(), cells.end(), [](const QString& cell) { return !cell.trimmed().isEmpty(); }));
    }
    bool isBlank() const { return filled() == 0; }
};

// One sheet as a table: the row with the names of the columns is looked for below titles.
class SheetReader {
public:
    SheetReader(const ForeignFile& file, OGRLayer& layer)
        : mFile(file)
        , mLayer(layer) {}

    void read();

private:
    std::optional<SheetRow> next();
    std::vector<SheetRow> firstRows();
    void begin(const std::vector<SheetRow>& rows, std::size_t header);
    void send(const SheetRow& row);

    const ForeignFile& mFile;
    OGRLayer& mLayer;
    int mTable = -1;
    qsizetype mColumns = 0;
};

// Rows of blank cells, of which formatted sheets have thousands, are none.
std::optional<SheetRow> SheetReader::next() {
    while (const FeaturePtr feature{mLayer.GetNextFeature()}) {
        SheetRow row;
        row.line = static_cast<int>(feature->GetFID());
        for (int i = 0; i < feature->GetFieldCount(); ++i)
            row.cells +=
                feature->IsFieldSetAndNotNull(i) ? isoDate(QString::fromUtf8(feature->GetFieldAsString(i))) : QString();
        if (!row.isBlank())
            return row;
    }
    return std::nullopt;
}

std::vector<SheetRow> SheetReader::firstRows() {
    std::vector<SheetRow> rows;
    while (rows.size() < mostRowsAboveTable) {
        auto row = next();
        if (!row)
            break;
        rows.push_back(std::move(*row));
    }
    return rows;
}

// The first row that is at least half as wide as the widest: a title stands in one cell.
std::size_t headerOf(const std::vector<SheetRow>& rows) {
    int widest = 0;
    for (const SheetRow& row : rows)
        widest = std::max(widest, row.filled());
    const auto found = std::find_if(rows.begin(), rows.end(), [widest](const SheetRow& row) {
        return 2 * row.filled() >= widest && (row.filled() > 1 || widest == 1);
    });
    return static_cast<std::size_t>(found - rows.begin());
}

void SheetReader::begin(const std::vector<SheetRow>& rows, std::size_t header) {
    SourceTable head;
    head.file = mFile.shown;
    head.name = QString::fromUtf8(mLayer.GetName()).simplified();
    for (const QString& cell : rows[header].cells)
        head.columns += cell.simplified();
    while (!head.columns.isEmpty() && head.columns.back().isEmpty())
        head.columns.removeLast();
    mColumns = head.columns.size();
    head.guardsFormulas = true;
    if (header > 0)
        head.notes.push_back(
            message(CORRIDOR_MSG("the names of the columns were taken from row %1; what stands above was "
                                 "left out."),
                    QString::number(rows[header].line)));
    mTable = mFile.answer.beginTable(head);
}

// Cells without a column name keep their place only if they say something: then the row is refused for having too many.
void SheetReader::send(const SheetRow& row) {
    SourceRow out;
    out.line = row.line;
    out.cells = row.cells;
    while (out.cells.size() > mColumns && out.cells.back().trimmed().isEmpty())
        out.cells.removeLast();
    mFile.answer.addRow(mTable, out);
}

void SheetReader::read() {
    const GIntBig total = mLayer.GetFeatureCount(FALSE);
    mLayer.ResetReading();
    const std::vector<SheetRow> rows = firstRows();
    if (rows.empty())
        return;
    const std::size_t header = headerOf(rows);
    begin(rows, header);
    for (std::size_t i = header + 1; i < rows.size(); ++i)
        send(rows[i]);
    while (const auto row = next()) {
        if (total > 0)
            mFile.answer.setProgress(std::min(1.0, row->line / static_cast<double>(total)));
        send(*row);
    }
}

/// Where GDAL gives a sheet up half-way it ends it like one that is whole, but for the error that it leaves. One error
/// means nothing: LibreOffice fills a sheet to its last possible row, the 1,048,576th, with one empty row repeated,
/// which is more than GDAL takes.
class SheetErrors {
public:
    SheetErrors() { CPLPushErrorHandlerEx(collect, this); }
    ~SheetErrors() { CPLPopErrorHandler(); }
    SheetErrors(const SheetErrors&) = delete;
    SheetErrors& operator=(const SheetErrors&) = delete;

    bool any() const { return mAny; }

private:
    static constexpr qlonglong leastFiller = 1'000'000; // nobody has rows below a million empty ones

    static void CPL_STDCALL collect(CPLErr kind, CPLErrorNum number, const char* text) {
        constexpr QByteArrayView repeated("Invalid value for number-rows-repeated = ");
        const QByteArrayView said(text);
        const bool filler = said.startsWith(repeated) && said.sliced(repeated.size()).toLongLong() >= leastFiller;
        if (kind == CE_Failure && !filler)
            static_cast<SheetErrors*>(CPLGetErrorHandlerUserData())->mAny = true;
        QuietGdal::handle(kind, number, text);
    }

    bool mAny = false;
};

} // namespace

void readWorkbook(const ForeignFile& file) {
    struct Kind {
        const char* suffix;
        const char* driver;
    };
    static constexpr Kind kKinds[] = {{".xls", "XLS"}, {".ods", "ODS"}, {".xlsx", "XLSX"}, {".xlsm", "XLSX"}};
    const char* driver = "XLSX";
    for (const Kind& kind : kKinds)
        if (file.path.endsWith(QLatin1String(kind.suffix), Qt::CaseInsensitive))
            driver = kind.driver;
    if (qstrcmp(driver, "XLS") != 0)
        checkArchive(file);
    for (const char* prefix : {"OGR_XLSX_", "OGR_ODS_", "OGR_XLS_"}) {
        CPLSetConfigOption((QByteArray(prefix) + "HEADERS").constData(), "DISABLE");
        CPLSetConfigOption((QByteArray(prefix) + "FIELD_TYPES").constData(), "STRING");
    }
    SheetErrors errors;
    const DatasetPtr dataset = openForeign(file, driver, file.path.toUtf8());
    for (OGRLayer* layer : dataset->GetLayers())
        SheetReader(file, *layer).read();
    if (errors.any())
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("%1 is damaged or holds more than can be read of this format; save it as CSV or "
                                 "divide it into smaller files."),
                    file.shown),
            QuietGdal::lastMessage());
}

} // namespace corridor
