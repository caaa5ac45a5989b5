// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/ogr/gdal.h"
#include "model/exchange/wire.h"

#include <functional>
#include <optional>

namespace corridor {

/// How the layers of one format are read into tables.
struct LayerRules {
    std::function<QString(const char*)> text; ///< decodes names and cells; empty = UTF-8
    QString name;                             ///< of the table, where the layer itself has none of its own
    const char* splitBy = nullptr;            ///< column whose value names the table: each layer of a drawing is one
    QStringList leftOut;                      ///< columns of the driver's own that say nothing
    std::optional<FoundSystem> system;        ///< of files whose format fixes it; else the layer's
    std::function<bool(const OGRFeature&)> skips; ///< objects to leave out
    const char* skipNote = "";                    ///< what is said of them; %1 = how many
};

/// A day as OGR writes it, "2027/01/02" with or without midnight, as ISO 8601 has it; other texts as they are.
QString isoDate(const QString& text);

/// The system a layer declares: its EPSG code where GDAL is sure of it, else WKT; nothing when it declares none.
std::optional<FoundSystem> declaredSystem(const OGRSpatialReference* system);

/// Reads layer after layer of one file and sends them on as tables; one for each geometry type that a layer holds.
class LayerReader {
public:
    LayerReader(AnswerWriter& answer, QString file, LayerRules rules);

    void read(OGRLayer& layer);
    /// Tables without rows are left out where there are others; for a file without any row call this at the end.
    void addEmpty(OGRLayer& layer);
    /// Said of every table that is read after this.
    void note(Message text) { mNotes.push_back(std::move(text)); }
    int tableCount() const { return mAnswer.tableCount(); }

private:
    struct Table {
        int number = 0;
        std::optional<FieldType> geometry;
        QString name;
        int count = 0, withoutGeometry = 0, heights = 0, measures = 0, curves = 0;
    };

    QString text(const char* bytes) const;
    QString nameOf(OGRLayer& layer) const;
    void readColumns(OGRFeatureDefn& definition);
    FeaturePtr next(OGRLayer& layer);
    void readFeature(OGRFeature& feature);
    QString cellOf(const OGRFeature& feature, int index) const;
    Table& tableFor(const QString& name, std::optional<FieldType> geometry);
    Table& newTable(const QString& name, std::optional<FieldType> geometry);
    void sendNotes(const Table& table);

    AnswerWriter& mAnswer;
    QString mFile;
    LayerRules mRules;
    std::vector<Message> mNotes;
    // Of the layer being read.
    SourceTable mHead;
    std::vector<int> mFields; ///< index in the layer of each column
    QStringList mBinary;      ///< names of columns that hold no text
    int mSplitField = -1, mFeature = 0, mSkipped = 0;
    bool mFailed = false; ///< something went wrong with the object read last
    std::vector<Table> mOfLayer;
};

/// Reads all layers of an open file but those named. Throws Error (FileContent) when one breaks off.
void readLayers(GDALDataset& dataset, LayerReader& reader, const QStringList& leftOut = {});

} // namespace corridor
