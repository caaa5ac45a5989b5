// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/csv.h"
#include "model/exchange/ogr/sources.h"
#include "model/exchange/ogr/texts.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

namespace corridor {

namespace {

constexpr qint64 mostTextBytes = qint64(128) << 20;
constexpr qint64 mostKmlBytes = qint64(32) << 20;     // GDAL makes twelve times as much of it in memory
constexpr qint64 mostCheckedBytes = qint64(32) << 20; // larger GeoJSON is read piece by piece, not held
constexpr qsizetype prologBytes = 1024;

// What KML and GPX repeat for every place: how it is drawn, not what it is.
const QStringList kKmlColumns{QStringLiteral("timestamp"),    QStringLiteral("begin"),      QStringLiteral("end"),
                              QStringLiteral("altitudeMode"), QStringLiteral("tessellate"), QStringLiteral("extrude"),
                              QStringLiteral("visibility"),   QStringLiteral("drawOrder"),  QStringLiteral("icon"),
                              QStringLiteral("snippet")};
const QStringList kGpxColumns{
    QStringLiteral("magvar"),     QStringLiteral("geoidheight"),   QStringLiteral("fix"),
    QStringLiteral("sat"),        QStringLiteral("hdop"),          QStringLiteral("vdop"),
    QStringLiteral("pdop"),       QStringLiteral("ageofdgpsdata"), QStringLiteral("dgpsid"),
    QStringLiteral("sym"),        QStringLiteral("link1_href"),    QStringLiteral("link1_text"),
    QStringLiteral("link1_type"), QStringLiteral("link2_href"),    QStringLiteral("link2_text"),
    QStringLiteral("link2_type")};

[[noreturn]] void refuseSize(const ForeignFile& file, qint64 most) {
    throw Error(Blame::FileContent,
                message(CORRIDOR_MSG("%1 is larger than %2 MB, more than can be read of this format; divide it into "
                                     "smaller files."),
                        file.shown, QString::number(most >> 20)));
}

QByteArray bytesOf(const ForeignFile& file, qint64 most) {
    QFile in(file.path);
    if (!in.open(QIODevice::ReadOnly))
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be read: %2"), file.shown, in.errorString()));
    if (in.size() > most)
        refuseSize(file, most);
    return in.readAll();
}

// A document as UTF-8 text, and what was assumed of its encoding.
struct Document {
    QByteArray utf8;
    std::optional<Message> note;
};

Document decoded(const QByteArray& bytes, const QByteArray& declared, const ForeignFile& file) {
    const bool marked = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    EncodingFinder finder;
    finder.look(bytes, false);
    if (marked)
        return {decodeText(bytes, {}, file.shown).text.toUtf8(), std::nullopt};
    // What was asked for is meant for texts that do not say; these do, so it counts only where they say wrong.
    const bool asDeclared = finder.fits(encodingNamed(declared));
    const EncodingChoice choice = chooseEncoding(asDeclared ? QByteArray() : file.encoding, declared, finder);
    const bool asIs = choice.encoding == "UTF-8" || !finder.sawForeign();
    return {asIs ? bytes : decodeText(bytes, choice.encoding, file.shown).text.toUtf8(), choice.note};
}

QByteArray declaredEncoding(const QByteArray& bytes) {
    static const QRegularExpression attribute(QStringLiteral("<\\?xml[^>]*encoding\\s*=\\s*[\"']([^\"']+)[\"']"));
    const QRegularExpressionMatch found = attribute.match(QString::fromLatin1(bytes.left(prologBytes)));
    return found.hasMatch() ? found.captured(1).toLatin1() : QByteArray("UTF-8");
}

// The text is UTF-8 now, whatever it said before.
void declareUtf8(QByteArray& text) {
    static const QRegularExpression prolog(QStringLiteral("^(\\xEF\\xBB\\xBF)?\\s*<\\?xml[^>]*\\?>"));
    const QRegularExpressionMatch found = prolog.match(QString::fromLatin1(text.left(prologBytes)));
    if (found.hasMatch())
        text.replace(0, found.capturedLength(0), "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
}

// No KML or GPX needs a document type; a few lines of one can stand for gigabytes.
void refuseEntities(const QByteArray& text, const ForeignFile& file) {
    if (text.contains("<!ENTITY") || text.contains("<!DOCTYPE"))
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 defines entities of its own, which is not read; export it again from the "
                                         "program it came from."),
                            file.shown));
}

Document xmlOf(const QByteArray& bytes, const ForeignFile& file) {
    Document document = decoded(bytes, declaredEncoding(bytes), file);
    refuseEntities(document.utf8, file);
    declareUtf8(document.utf8);
    return document;
}

FoundSystem wgs84() {
    return {QStringLiteral("WGS 84"), 4326, QStringLiteral("EPSG:4326")};
}

// Layers without a name are called after their file.
QByteArray nameInMemory(const ForeignFile& file, const char* extension) {
    return QFileInfo(file.path).completeBaseName().toUtf8() + extension;
}

bool isArchive(const QByteArray& bytes) {
    return bytes.startsWith("PK\x03\x04");
}

void readXml(const ForeignFile& file, const Document& document, const char* driver, const char* extension,
             LayerRules rules, const QStringList& layersLeftOut) {
    const MemoryFile text(nameInMemory(file, extension), document.utf8);
    const DatasetPtr dataset = openForeign(file, driver, text.path());
    rules.system = wgs84();
    LayerReader reader(file.answer, file.shown, std::move(rules));
    if (document.note)
        reader.note(*document.note);
    readLayers(*dataset, reader, layersLeftOut);
}

} // namespace

void readGeoJsonFile(const ForeignFile& file) {
    if (QFileInfo(file.path).size() > mostCheckedBytes) {
        const DatasetPtr large = openForeign(file, "GeoJSON", file.path.toUtf8());
        LayerReader reader(file.answer, file.shown, {});
        readLayers(*large, reader);
        return;
    }
    const Document document = decoded(bytesOf(file, mostCheckedBytes), "UTF-8", file);
    const MemoryFile text(nameInMemory(file, ".geojson"), document.utf8);
    const DatasetPtr dataset = openForeign(file, "GeoJSON", text.path());
    LayerReader reader(file.answer, file.shown, {});
    if (document.note)
        reader.note(*document.note);
    readLayers(*dataset, reader);
}

void readKmlFile(const ForeignFile& file) {
    QByteArray bytes = bytesOf(file, mostTextBytes);
    if (isArchive(bytes))
        bytes = entryOfArchive(file, QStringLiteral(".kml"));
    if (bytes.size() > mostKmlBytes)
        refuseSize(file, mostKmlBytes);
    LayerRules rules;
    rules.leftOut = kKmlColumns;
    readXml(file, xmlOf(bytes, file), "LIBKML", ".kml", std::move(rules), {});
}

// Routes and tracks come as lines; their points again would be the same twice.
void readGpxFile(const ForeignFile& file) {
    LayerRules rules;
    rules.leftOut = kGpxColumns;
    readXml(file, xmlOf(bytesOf(file, mostTextBytes), file), "GPX", ".gpx", std::move(rules),
            {QStringLiteral("route_points"), QStringLiteral("track_points")});
}

} // namespace corridor
