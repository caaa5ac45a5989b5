// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/ogr/sources.h"
#include "model/exchange/ogr/texts.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cpl_conv.h>

namespace corridor {

namespace {

constexpr int mostRowsLookedAt = 20000; // to find the encoding out

// What belongs together under one name: places.shp, Places.DBF, places.prj.
class ShapeParts {
public:
    explicit ShapeParts(const QString& shp)
        : mFolder(QFileInfo(shp).absoluteDir())
        , mBase(QFileInfo(shp).completeBaseName()) {
        for (const QFileInfo& info : mFolder.entryInfoList(QDir::Files))
            if (info.completeBaseName().compare(mBase, Qt::CaseInsensitive) == 0)
                mParts.insert(info.suffix().toLower(), info.absoluteFilePath());
        mParts.insert(QStringLiteral("shp"), shp);
    }
    QString part(const QString& suffix) const { return mParts.value(suffix); }
    bool has(const QString& suffix) const { return mParts.contains(suffix); }
    const QMap<QString, QString>& all() const { return mParts; }

private:
    QDir mFolder;
    QString mBase;
    QMap<QString, QString> mParts;
};

// Under plain names in a folder of our own, where GDAL may make the index that is missing.
class ShapeFolder {
public:
    explicit ShapeFolder(const ShapeParts& parts, const QString& shown) {
        bool ok = mFolder.isValid();
        for (const char* suffix : {"shp", "shx", "dbf", "prj"})
            if (const QString part = parts.part(QLatin1String(suffix)); !part.isEmpty())
                ok = ok && QFile::link(part, mFolder.filePath(QStringLiteral("layer.") + QLatin1String(suffix)));
        if (!ok)
            throw Error(Blame::Environment,
                        message(CORRIDOR_MSG("%1 cannot be read: there is no room for temporary files."), shown));
    }
    QByteArray path() const { return mFolder.filePath(QStringLiteral("layer.shp")).toUtf8(); }

private:
    QTemporaryDir mFolder;
};

QByteArray contentOf(const QString& path, qint64 most) {
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.read(most) : QByteArray();
}

// The byte of a .dbf that names its code page, as far as programs set it on purpose: Western ones stand there by
// default.
QByteArray codePageOfDbf(const QByteArray& header) {
    constexpr qsizetype at = 29;
    const unsigned char code = header.size() > at ? static_cast<unsigned char>(header[at]) : 0;
    switch (code) {
    case 0x4D:
    case 0x7A:
        return "936";
    case 0x4F:
    case 0x78:
        return "950";
    default:
        return {};
    }
}

QByteArray declaredEncoding(const ShapeParts& parts) {
    constexpr qint64 cpgBytes = 100, headerBytes = 32;
    const QByteArray cpg = contentOf(parts.part(QStringLiteral("cpg")), cpgBytes).trimmed();
    return cpg.isEmpty() ? codePageOfDbf(contentOf(parts.part(QStringLiteral("dbf")), headerBytes)) : cpg;
}

void lookAtTexts(OGRLayer& layer, EncodingFinder& finder) {
    OGRFeatureDefn& definition = *layer.GetLayerDefn();
    std::vector<int> texts;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        finder.look(definition.GetFieldDefn(i)->GetNameRef(), true);
        if (definition.GetFieldDefn(i)->GetType() == OFTString)
            texts.push_back(i);
    }
    const char* ignored[] = {"OGR_GEOMETRY", nullptr};
    layer.SetIgnoredFields(const_cast<const char**>(ignored));
    layer.ResetReading();
    for (int row = 0; row < mostRowsLookedAt && !texts.empty(); ++row) {
        const FeaturePtr feature(layer.GetNextFeature());
        if (!feature)
            break;
        for (const int field : texts)
            finder.look(feature->GetFieldAsString(field), true);
    }
    layer.SetIgnoredFields(nullptr);
}

void noteParts(const ShapeParts& parts, LayerReader& reader) {
    if (!parts.has(QStringLiteral("dbf")))
        reader.note(message(CORRIDOR_MSG("the .dbf file beside it is missing, so nothing but its shapes was read.")));
    if (!parts.has(QStringLiteral("shx")))
        reader.note(
            message(CORRIDOR_MSG("the .shx file beside it is missing; the index was made anew from the shapes.")));
    if (!parts.has(QStringLiteral("prj")))
        reader.note(
            message(CORRIDOR_MSG("the .prj file beside it is missing, so it does not say its coordinate system.")));
}

} // namespace

void readShapefile(const ForeignFile& file) {
    const ShapeParts parts(file.path);
    const ShapeFolder folder(parts, file.shown);
    CPLSetConfigOption("SHAPE_RESTORE_SHX", parts.has(QStringLiteral("shx")) ? "NO" : "YES");
    const char* raw[] = {"ENCODING=", nullptr}; // texts come as they stand in the file
    const DatasetPtr dataset = openForeign(file, "ESRI Shapefile", folder.path(), raw);
    EncodingFinder finder;
    if (OGRLayer* layer = dataset->GetLayer(0))
        lookAtTexts(*layer, finder);
    const EncodingChoice choice = chooseEncoding(file.encoding, declaredEncoding(parts), finder);
    TextDecoder decoder(choice.encoding);
    LayerRules rules;
    rules.name = QFileInfo(file.path).completeBaseName();
    rules.text = [&decoder](const char* bytes) { return decoder.decode(bytes); };
    LayerReader reader(file.answer, file.shown, std::move(rules));
    noteParts(parts, reader);
    if (choice.note)
        reader.note(*choice.note);
    readLayers(*dataset, reader);
    if (decoder.badTexts() > 0)
        file.answer.addNote(0, message(CORRIDOR_MSG("texts with bytes that are no %1, shown as �: %2."),
                                       QString::fromLatin1(choice.encoding), QString::number(decoder.badTexts())));
}

} // namespace corridor
