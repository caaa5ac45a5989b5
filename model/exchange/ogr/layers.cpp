// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/layers.h"

#include "model/exchange/ogr/geometry.h"

#include <QRegularExpression>

#include <cpl_conv.h>

#include <algorithm>

namespace corridor {

namespace {

constexpr int sureOfSystem = 90; // per cent of OGR's own confidence

struct StringFree {
    void operator()(char* text) const { CPLFree(text); }
};

QString wktOf(const OGRSpatialReference& system) {
    char* text = nullptr;
    const char* options[] = {"FORMAT=WKT2_2018", nullptr};
    const bool ok = system.exportToWkt(&text, options) == OGRERR_NONE;
    const std::unique_ptr<char, StringFree> owner(text);
    return ok ? QString::fromUtf8(text) : QString();
}

// Of systems with equal content; a .prj names no codes, so they are looked for.
int epsgOf(const OGRSpatialReference& system) {
    const char* authority = system.GetAuthorityName(nullptr);
    const char* code = system.GetAuthorityCode(nullptr);
    if (authority && code && EQUAL(authority, "EPSG"))
        return QByteArray(code).toInt();
    int count = 0;
    int* confidences = nullptr;
    OGRSpatialReferenceH* matches = system.FindMatches(nullptr, &count, &confidences);
    int epsg = 0;
    if (count > 0 && confidences[0] >= sureOfSystem) {
        const auto* match = OGRSpatialReference::FromHandle(matches[0]);
        const char* name = match->GetAuthorityName(nullptr);
        epsg = name && EQUAL(name, "EPSG") ? QByteArray(match->GetAuthorityCode(nullptr)).toInt() : 0;
    }
    OSRFreeSRSArray(matches);
    CPLFree(confidences);
    return epsg;
}

} // namespace

QString isoDate(const QString& text) {
    static const QRegularExpression slashed(QStringLiteral("^(\\d{4})/(\\d{2})/(\\d{2})( 00:00:00.*)?$"));
    const QRegularExpressionMatch found = slashed.match(text);
    return found.hasMatch() ? QStringLiteral("%1-%2-%3").arg(found.captured(1), found.captured(2), found.captured(3))
                            : text;
}

std::optional<FoundSystem> declaredSystem(const OGRSpatialReference* system) {
    if (!system || system->IsEmpty() || system->IsLocal())
        return std::nullopt;
    FoundSystem found;
    found.name = QString::fromUtf8(system->GetName());
    const char* code = system->GetAuthorityCode(nullptr);
    const bool isCrs84 = code && EQUAL(code, "CRS84");
    found.epsg = isCrs84 ? 4326 : epsgOf(*system);
    found.definition = found.epsg > 0 ? QStringLiteral("EPSG:%1").arg(found.epsg) : wktOf(*system);
    return found.definition.isEmpty() ? std::nullopt : std::optional(found);
}

LayerReader::LayerReader(AnswerWriter& answer, QString file, LayerRules rules)
    : mAnswer(answer)
    , mFile(std::move(file))
    , mRules(std::move(rules)) {}

QString LayerReader::text(const char* bytes) const {
    return mRules.text ? mRules.text(bytes) : QString::fromUtf8(bytes);
}

QString LayerReader::nameOf(OGRLayer& layer) const {
    return mRules.name.isEmpty() ? text(layer.GetName()).simplified() : mRules.name;
}

void LayerReader::readColumns(OGRFeatureDefn& definition) {
    mHead.columns.clear();
    mFields.clear();
    mBinary.clear();
    mSplitField = mRules.splitBy ? definition.GetFieldIndex(mRules.splitBy) : -1;
    for (int i = 0; i < definition.GetFieldCount(); ++i) {
        const QString name = text(definition.GetFieldDefn(i)->GetNameRef());
        if (definition.GetFieldDefn(i)->GetType() == OFTBinary)
            mBinary += name;
        if (definition.GetFieldDefn(i)->GetType() == OFTBinary || mRules.leftOut.contains(name, Qt::CaseInsensitive))
            continue;
        mHead.columns += name;
        mFields.push_back(i);
    }
}

QString LayerReader::cellOf(const OGRFeature& feature, int index) const {
    if (!feature.IsFieldSetAndNotNull(index))
        return {};
    switch (feature.GetFieldDefnRef(index)->GetType()) {
    case OFTReal:
        return shortestDecimal(feature.GetFieldAsDouble(index));
    case OFTDate:
    case OFTDateTime:
        return isoDate(QString::fromUtf8(feature.GetFieldAsString(index)));
    default:
        return text(feature.GetFieldAsString(index));
    }
}

LayerReader::Table& LayerReader::newTable(const QString& name, std::optional<FieldType> geometry) {
    mHead.name = name;
    mHead.geometry = geometry;
    mHead.notes = mNotes;
    mOfLayer.push_back({mAnswer.beginTable(mHead), geometry, name});
    return mOfLayer.back();
}

// Rows without a geometry stay with the others of their layer, whatever these turn out to be.
LayerReader::Table& LayerReader::tableFor(const QString& name, std::optional<FieldType> geometry) {
    Table* open = nullptr;
    for (Table& table : mOfLayer)
        if (table.name == name) {
            if (!geometry || table.geometry == geometry)
                return table;
            if (!table.geometry)
                open = &table;
        }
    if (!open)
        return newTable(name, geometry);
    open->geometry = geometry;
    mAnswer.setGeometry(open->number, *geometry);
    return *open;
}

void LayerReader::readFeature(OGRFeature& feature) {
    SourceRow row;
    row.line = ++mFeature;
    if (mRules.skips && mRules.skips(feature)) {
        ++mSkipped;
        return;
    }
    for (const int field : mFields)
        row.cells += cellOf(feature, field);
    const QString name = mSplitField >= 0 ? cellOf(feature, mSplitField).simplified() : mHead.name;
    const OGRGeometry* geometry = feature.GetGeometryRef();
    TakenGeometry taken = geometry ? takeGeometry(*geometry) : TakenGeometry();
    row.problem = std::move(taken.problem);
    if (!geometry && mFailed)
        row.problem = message(CORRIDOR_MSG("its geometry cannot be read; the file is damaged there."));
    if (taken.parts.empty())
        taken.parts.emplace_back();
    for (Value& part : taken.parts) {
        Table& table = tableFor(name, typeOfGeometry(part));
        ++table.count;
        table.withoutGeometry += isUnknown(part) && row.problem.isEmpty();
        table.heights += taken.hadHeights;
        table.measures += taken.hadMeasures;
        table.curves += taken.hadCurves;
        row.geometry = std::move(part);
        mAnswer.addRow(table.number, row);
    }
}

void LayerReader::sendNotes(const Table& table) {
    const auto send = [&](int count, const char* sentence) {
        if (count > 0)
            mAnswer.addNote(table.number, message(sentence, QString::number(count)));
    };
    if (table.geometry)
        send(table.withoutGeometry, CORRIDOR_MSG("objects without a geometry: %1."));
    send(table.heights, CORRIDOR_MSG("heights were left out, of objects: %1."));
    send(table.measures, CORRIDOR_MSG("measures along lines (M) were left out, of objects: %1."));
    send(table.curves, CORRIDOR_MSG("curves were made lines of short pieces, of objects: %1."));
}

// Drivers end a layer that breaks off like one that is whole, but for the error that they leave; some read ahead and
// leave it with an object that is sound.
FeaturePtr LayerReader::next(OGRLayer& layer) {
    CPLErrorReset();
    FeaturePtr feature(layer.GetNextFeature());
    mFailed = CPLGetLastErrorType() == CE_Failure;
    if (mFailed && (!feature || feature->GetGeometryRef()))
        throw Error(
            Blame::FileContent,
            message(CORRIDOR_MSG("%1 breaks off or is damaged after object %2; open it in the program it came from "
                                 "and export it again."),
                    mFile, QString::number(mFeature)),
            QuietGdal::lastMessage());
    return feature;
}

void LayerReader::read(OGRLayer& layer) {
    mHead = SourceTable();
    mHead.file = mFile;
    mHead.system = mRules.system ? mRules.system : declaredSystem(layer.GetSpatialRef());
    readColumns(*layer.GetLayerDefn());
    const QString layerName = nameOf(layer);
    mHead.name = layerName;
    mFeature = 0;
    mSkipped = 0;
    mOfLayer.clear();
    const GIntBig total = layer.TestCapability(OLCFastFeatureCount) ? layer.GetFeatureCount(FALSE) : -1;
    layer.ResetReading();
    while (const FeaturePtr feature = next(layer)) {
        if (total > 0)
            mAnswer.setProgress(std::min(1.0, static_cast<double>(mFeature) / static_cast<double>(total)));
        mHead.name = layerName;
        readFeature(*feature);
    }
    for (const Table& table : mOfLayer)
        sendNotes(table);
    if (!mBinary.isEmpty() && !mOfLayer.empty())
        mAnswer.addNote(mOfLayer.front().number, message(CORRIDOR_MSG("columns of binary data were left out: %1."),
                                                         mBinary.join(QStringLiteral(", "))));
    if (mSkipped > 0 && !mOfLayer.empty())
        mAnswer.addNote(mOfLayer.front().number, message(mRules.skipNote, QString::number(mSkipped)));
}

void LayerReader::addEmpty(OGRLayer& layer) {
    mHead = SourceTable();
    mHead.file = mFile;
    mHead.system = mRules.system ? mRules.system : declaredSystem(layer.GetSpatialRef());
    readColumns(*layer.GetLayerDefn());
    newTable(nameOf(layer), std::nullopt);
}

void readLayers(GDALDataset& dataset, LayerReader& reader, const QStringList& leftOut) {
    for (OGRLayer* layer : dataset.GetLayers())
        if (!leftOut.contains(QString::fromUtf8(layer->GetName())))
            reader.read(*layer);
    if (reader.tableCount() == 0)
        for (OGRLayer* layer : dataset.GetLayers())
            if (!leftOut.contains(QString::fromUtf8(layer->GetName())))
                reader.addEmpty(*layer);
}

} // namespace corridor
