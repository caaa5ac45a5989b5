// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"
#include "model/exchange/ogr/sources.h"
#include "model/exchange/ogr/texts.h"

#include <QFile>
#include <QRegularExpression>

#include <cpl_conv.h>

namespace corridor {

namespace {

// How a drawing looks, and numbers of the driver's own.
const QStringList kDrawingColumns{QStringLiteral("PaperSpace"),     QStringLiteral("SubClasses"),
                                  QStringLiteral("ExtendedEntity"), QStringLiteral("Linetype"),
                                  QStringLiteral("BlockScale"),     QStringLiteral("BlockAngle"),
                                  QStringLiteral("BlockOCSNormal")};

// What a DXF says of its texts in its header, and what they look like.
struct DrawingTexts {
    QByteArray declared;
    EncodingFinder seen;
};

// "AC1021" is 2007, the first that is UTF-8 whatever its code page says.
bool isUtf8Version(const QByteArray& version) {
    return version.startsWith("AC") && version.mid(2).toInt() >= 1021;
}

DrawingTexts lookAtTexts(const QString& path) {
    DrawingTexts texts;
    QFile in(path);
    if (!in.open(QIODevice::ReadOnly))
        return texts;
    QByteArray variable, codePage, version;
    int behind = 0; // lines since the name of a variable: its group code, then its value
    while (!in.atEnd()) {
        const QByteArray line = in.readLine().trimmed();
        texts.seen.look(line, false);
        if (line == "$DWGCODEPAGE" || line == "$ACADVER") {
            variable = line;
            behind = 0;
        } else if (!variable.isEmpty() && ++behind == 2) {
            (variable == "$ACADVER" ? version : codePage) = line;
            variable.clear();
        }
    }
    texts.declared = isUtf8Version(version) ? QByteArray("UTF-8") : codePage;
    // The Western page stands in drawings of all countries and fits any bytes.
    if (encodingNamed(texts.declared) == "CP1252" && texts.seen.sawForeign() &&
        (texts.seen.fits("UTF-8") || texts.seen.fits("GB18030")))
        texts.declared = "";
    return texts;
}

// "\U+6797": how a drawing writes what its code page does not have.
QString unescaped(QString text) {
    static const QRegularExpression escape(QStringLiteral("\\\\U\\+([0-9A-Fa-f]{4})"));
    for (QRegularExpressionMatch found = escape.match(text); found.hasMatch(); found = escape.match(text))
        text.replace(found.capturedStart(), found.capturedLength(), QChar(found.captured(1).toUShort(nullptr, 16)));
    return text;
}

// GDAL was told that every byte is a character; what is none in the first page it read from an escape itself.
QString decodedRuns(const char* utf8, TextDecoder& decoder) {
    QString out;
    QByteArray run;
    for (const QChar c : QString::fromUtf8(utf8))
        if (c.unicode() <= 0xFF) {
            run += static_cast<char>(c.unicode());
        } else {
            out += decoder.decode(run) + c;
            run.clear();
        }
    return unescaped(out + decoder.decode(run));
}

LayerRules drawingRules() {
    LayerRules rules;
    rules.splitBy = "Layer";
    rules.leftOut = kDrawingColumns;
    rules.skips = [](const OGRFeature& feature) {
        const int paper = feature.GetFieldIndex("PaperSpace");
        return paper >= 0 && feature.GetFieldAsInteger(paper) != 0;
    };
    rules.skipNote = CORRIDOR_MSG("objects of the sheet layout (paper space) were left out: %1.");
    return rules;
}

QByteArray startOf(const QString& path, qint64 bytes) {
    QFile in(path);
    return in.open(QIODevice::ReadOnly) ? in.read(bytes) : QByteArray();
}

} // namespace

void readDxfFile(const ForeignFile& file) {
    constexpr qint64 signatureBytes = 22;
    if (startOf(file.path, signatureBytes).startsWith("AutoCAD Binary DXF"))
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 is a binary DXF; save it as DXF 2000 in text form."), file.shown));
    const DrawingTexts texts = lookAtTexts(file.path);
    const EncodingChoice choice = chooseEncoding(file.encoding, texts.declared, texts.seen);
    CPLSetConfigOption("DXF_ENCODING", "ISO-8859-1");
    // A symbol is one point with the name of its block, not the strokes it is drawn of.
    CPLSetConfigOption("DXF_INLINE_BLOCKS", "NO");
    const DatasetPtr dataset = openForeign(file, "DXF", file.path.toUtf8());
    TextDecoder decoder(choice.encoding);
    LayerRules rules = drawingRules();
    rules.text = [&decoder](const char* text) { return decodedRuns(text, decoder); };
    LayerReader reader(file.answer, file.shown, std::move(rules));
    if (choice.note)
        reader.note(*choice.note);
    readLayers(*dataset, reader, {QStringLiteral("blocks")});
}

void readDwgFile(const ForeignFile& file) {
    const QByteArray version = startOf(file.path, 6);
    if (version.startsWith("AC") && version != "AC1015")
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 is a DWG of a version that cannot be read (%2); save it as DXF 2000."),
                            file.shown, QString::fromLatin1(version)));
    const DatasetPtr dataset = openForeign(file, "CAD", file.path.toUtf8());
    LayerReader reader(file.answer, file.shown, {});
    readLayers(*dataset, reader);
}

} // namespace corridor
