// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QPointF>
#include <QString>
#include <QtEndian>

#include <array>
#include <cstring>

/// Foreign files as other programs write them, byte by byte, so that tests can spoil them in any place.
namespace corridor::foreign {

using Points = QList<QPointF>;

namespace detail {

template <class T>
QByteArray little(T value) {
    QByteArray bytes(sizeof(T), '\0');
    qToLittleEndian(value, bytes.data());
    return bytes;
}
inline QByteArray big(qint32 value) {
    QByteArray bytes(4, '\0');
    qToBigEndian(value, bytes.data());
    return bytes;
}
inline QByteArray real(double value) {
    quint64 bits = 0;
    std::memcpy(&bits, &value, sizeof bits);
    return little(bits);
}
inline quint32 crc32(const QByteArray& bytes) {
    quint32 crc = ~0u;
    for (const char c : bytes) {
        crc ^= static_cast<unsigned char>(c);
        for (int i = 0; i < 8; ++i)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

} // namespace detail

/// ESRI's numbers.
enum ShapeType { kNullShape = 0, kPointShape = 1, kLineShape = 3, kPolygonShape = 5 };

/// One record of a .shp: a point, or one part. No points = a null shape.
inline QByteArray shape(ShapeType type, const Points& points) {
    using namespace detail;
    if (points.isEmpty())
        return little<qint32>(kNullShape);
    if (type == kPointShape)
        return little<qint32>(type) + real(points[0].x()) + real(points[0].y());
    double box[4] = {1e300, 1e300, -1e300, -1e300};
    QByteArray list;
    for (const QPointF& point : points) {
        box[0] = std::min(box[0], point.x());
        box[1] = std::min(box[1], point.y());
        box[2] = std::max(box[2], point.x());
        box[3] = std::max(box[3], point.y());
        list += real(point.x()) + real(point.y());
    }
    QByteArray out = little<qint32>(type);
    for (const double edge : box)
        out += real(edge);
    return out + little<qint32>(1) + little<qint32>(static_cast<qint32>(points.size())) + little<qint32>(0) + list;
}

struct ShapePair {
    QByteArray shp, shx;
};

inline ShapePair shapefile(ShapeType type, const QList<Points>& records) {
    using namespace detail;
    QByteArray body, index;
    qint32 number = 0;
    for (const Points& points : records) {
        const QByteArray record = shape(type, points);
        index += big(static_cast<qint32>((100 + body.size()) / 2)) + big(static_cast<qint32>(record.size() / 2));
        body += big(++number) + big(static_cast<qint32>(record.size() / 2)) + record;
    }
    const auto header = [type](qsizetype bytes) {
        QByteArray out = big(9994) + QByteArray(20, '\0') + big(static_cast<qint32>((100 + bytes) / 2)) +
                         little<qint32>(1000) + little<qint32>(type);
        for (const double edge : {-180., -90., 180., 90., 0., 0., 0., 0.})
            out += real(edge);
        return out;
    };
    return {header(body.size()) + body, header(index.size()) + index};
}

/// A .dbf of texts, `width` bytes each, as they are given.
inline QByteArray dbf(const QList<QByteArray>& names, const QList<QList<QByteArray>>& rows, int width = 40,
                      char codePage = 0) {
    using namespace detail;
    QByteArray out = QByteArray("\x03\x7e\x01\x01", 4) + little<quint32>(static_cast<quint32>(rows.size())) +
                     little<quint16>(static_cast<quint16>(32 + 32 * names.size() + 1)) +
                     little<quint16>(static_cast<quint16>(1 + width * names.size())) + QByteArray(20, '\0');
    out[29] = codePage;
    for (const QByteArray& name : names)
        out += name.leftJustified(11, '\0', true) + 'C' + QByteArray(4, '\0') + static_cast<char>(width) +
               QByteArray(15, '\0');
    out += '\r';
    for (const QList<QByteArray>& row : rows) {
        out += ' ';
        for (qsizetype i = 0; i < names.size(); ++i)
            out += row.value(i).leftJustified(width, ' ', true);
    }
    return out + '\x1a';
}

/// A ZIP archive; without sums for one that nobody reads to its end.
inline QByteArray zip(const QList<std::pair<QByteArray, QByteArray>>& entries, bool sums = true) {
    using namespace detail;
    QByteArray out, directory;
    for (const auto& [name, bytes] : entries) {
        const QByteArray deflated = qCompress(bytes, 9);
        const QByteArray data = deflated.mid(6, deflated.size() - 10); // without Qt's length, zlib's head and its sum
        const QByteArray common = little<quint16>(20) + little<quint16>(0) + little<quint16>(8) + little<quint32>(0) +
                                  little(sums ? crc32(bytes) : 0u) + little(static_cast<quint32>(data.size())) +
                                  little(static_cast<quint32>(bytes.size())) +
                                  little(static_cast<quint16>(name.size())) + little<quint16>(0);
        directory += QByteArray("PK\x01\x02", 4) + little<quint16>(20) + common + little<quint16>(0) +
                     little<quint16>(0) + little<quint16>(0) + little<quint32>(0) +
                     little(static_cast<quint32>(out.size())) + name;
        out += QByteArray("PK\x03\x04", 4) + common + name + data;
    }
    const auto count = static_cast<quint16>(entries.size());
    return out + directory + QByteArray("PK\x05\x06", 4) + little<quint32>(0) + little(count) + little(count) +
           little(static_cast<quint32>(directory.size())) + little(static_cast<quint32>(out.size())) +
           little<quint16>(0);
}

/// Sheets of texts and numbers (what reads as a number is one) as Excel would save them.
struct Sheet {
    QString name;
    QList<QStringList> rows;
};

inline QString columnName(int index) {
    QString name;
    for (int n = index + 1; n > 0; n = (n - 1) / 26)
        name.prepend(QChar(u'A' + (n - 1) % 26));
    return name;
}

inline QByteArray sheetXml(const Sheet& sheet) {
    QString xml = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?><worksheet "
                                 "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
    for (qsizetype r = 0; r < sheet.rows.size(); ++r) {
        xml += QStringLiteral("<row r=\"%1\">").arg(r + 1);
        for (qsizetype c = 0; c < sheet.rows[r].size(); ++c) {
            const QString text = sheet.rows[r][c], at = columnName(static_cast<int>(c)) + QString::number(r + 1);
            bool number = false;
            text.toDouble(&number);
            if (text.isEmpty())
                continue;
            xml += number ? QStringLiteral("<c r=\"%1\"><v>%2</v></c>").arg(at, text)
                          : QStringLiteral("<c r=\"%1\" t=\"inlineStr\"><is><t>%2</t></is></c>")
                                .arg(at, text.toHtmlEscaped());
        }
        xml += QStringLiteral("</row>");
    }
    return (xml + QStringLiteral("</sheetData></worksheet>")).toUtf8();
}

inline QByteArray xlsx(const QList<Sheet>& sheets) {
    QString workbook, relations, types;
    QList<std::pair<QByteArray, QByteArray>> entries;
    for (qsizetype i = 0; i < sheets.size(); ++i) {
        const QString file = QStringLiteral("worksheets/sheet%1.xml").arg(i + 1);
        workbook += QStringLiteral("<sheet name=\"%1\" sheetId=\"%2\" r:id=\"rId%2\"/>").arg(sheets[i].name).arg(i + 1);
        relations +=
            QStringLiteral("<Relationship Id=\"rId%1\" Type=\"http://schemas.openxmlformats.org/officeDocument/"
                           "2006/relationships/worksheet\" Target=\"%2\"/>")
                .arg(i + 1)
                .arg(file);
        types +=
            QStringLiteral("<Override PartName=\"/xl/%1\" ContentType=\"application/vnd.openxmlformats-officedocument."
                           "spreadsheetml.worksheet+xml\"/>")
                .arg(file);
        entries.append({"xl/" + file.toUtf8(), sheetXml(sheets[i])});
    }
    const QString head = QStringLiteral("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    const QString package = QStringLiteral("http://schemas.openxmlformats.org/package/2006/");
    entries.prepend({"xl/_rels/workbook.xml.rels",
                     (head + QStringLiteral("<Relationships xmlns=\"%1relationships\">").arg(package) + relations +
                      QStringLiteral("</Relationships>"))
                         .toUtf8()});
    entries.prepend({"xl/workbook.xml",
                     (head +
                      QStringLiteral("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                                     "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                     "<sheets>") +
                      workbook + QStringLiteral("</sheets></workbook>"))
                         .toUtf8()});
    entries.prepend(
        {"_rels/.rels",
         (head + QStringLiteral("<Relationships xmlns=\"%1relationships\"><Relationship Id=\"rId1\" Type=\"http://"
                                "schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" "
                                "Target=\"xl/workbook.xml\"/></Relationships>")
                     .arg(package))
             .toUtf8()});
    entries.prepend(
        {"[Content_Types].xml",
         (head +
          QStringLiteral("<Types xmlns=\"%1content-types\"><Default Extension=\"rels\" ContentType=\""
                         "application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/"
                         "workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
                         "spreadsheetml.sheet.main+xml\"/>")
              .arg(package) +
          types + QStringLiteral("</Types>"))
             .toUtf8()});
    return zip(entries);
}

/// A drawing with the header variables and entities given, each as group codes and values line by line.
inline QByteArray dxf(const QByteArray& entities, const QByteArray& codePage = {},
                      const QByteArray& version = "AC1015") {
    QByteArray header = "  9\n$ACADVER\n  1\n" + version + '\n';
    if (!codePage.isEmpty())
        header += "  9\n$DWGCODEPAGE\n  3\n" + codePage + '\n';
    return "  0\nSECTION\n  2\nHEADER\n" + header + "  0\nENDSEC\n  0\nSECTION\n  2\nENTITIES\n" + entities +
           "  0\nENDSEC\n  0\nEOF\n";
}

inline QByteArray dxfLine(const QByteArray& layer, const Points& points) {
    QByteArray out = "  0\nLWPOLYLINE\n  5\nA1\n100\nAcDbEntity\n  8\n" + layer + "\n100\nAcDbPolyline\n 90\n" +
                     QByteArray::number(points.size()) + "\n 70\n0\n";
    for (const QPointF& point : points)
        out += " 10\n" + QByteArray::number(point.x(), 'g', 15) + "\n 20\n" + QByteArray::number(point.y(), 'g', 15) +
               '\n';
    return out;
}

inline QByteArray dxfText(const QByteArray& layer, const QByteArray& text, QPointF at) {
    return "  0\nTEXT\n  5\nA2\n100\nAcDbEntity\n  8\n" + layer + "\n100\nAcDbText\n 10\n" +
           QByteArray::number(at.x(), 'g', 15) + "\n 20\n" + QByteArray::number(at.y(), 'g', 15) + "\n 40\n2.5\n  1\n" +
           text + "\n100\nAcDbText\n";
}

inline QByteArray kml(const QByteArray& inside, const QByteArray& encoding = "UTF-8") {
    return "<?xml version=\"1.0\" encoding=\"" + encoding +
           "\"?>\n<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document><name>doc</name>" + inside +
           "</Document></kml>";
}

inline QByteArray placemark(const QByteArray& name, const QByteArray& coordinates) {
    return "<Placemark><name>" + name + "</name><Point><coordinates>" + coordinates +
           "</coordinates></Point></Placemark>";
}

} // namespace corridor::foreign
