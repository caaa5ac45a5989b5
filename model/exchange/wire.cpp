// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/wire.h"

#include "model/exchange/csv.h"
#include "model/exchange/wirevalues.h"

#include <QIODevice>
#include <QtEndian>

namespace corridor {

using namespace wire;

namespace {

constexpr quint32 version = 2; // of what follows; raised with every change
constexpr quint32 mostBytesOfFrame = 64 << 20;
constexpr int bytesOfRows = 128 << 10; // gathered before they are sent
constexpr int bytesOfPiece = 4 << 20;  // of a file that was written
enum FrameTag : quint8 { kTable, kRows, kGeometry, kNote, kBytes, kDone, kFailed };

QByteArray versionBytes() {
    QByteArray bytes(4, '\0');
    qToBigEndian(version, bytes.data());
    return bytes;
}

[[noreturn]] void refuse(const QString& detail) {
    throw Error(Blame::Bug,
                message(CORRIDOR_MSG("The helper program for foreign files gave an answer that makes no sense; nothing "
                                     "was changed, please report this.")),
                detail);
}

void requireVersion(quint32 theirs) {
    if (theirs != version)
        throw Error(Blame::Environment, message(CORRIDOR_MSG("The helper program for foreign files is of another "
                                                             "version than this program; install both again.")));
}

void requireRead(const QDataStream& in) {
    if (in.status() != QDataStream::Ok || !in.atEnd())
        refuse(in.atEnd() ? QStringLiteral("broke off") : QStringLiteral("goes on"));
}

void writeOutput(QDataStream& out, const VectorOutput& output) {
    out << output.format << output.encoding << output.date << output.textHeight;
    writeList(out, output.layers, [&out](const FeatureLayer& layer) { writeLayer(out, layer); });
}

VectorOutput readOutput(QDataStream& in) {
    VectorOutput output;
    in >> output.format >> output.encoding >> output.date >> output.textHeight;
    readList(in, output.layers, [&in](FeatureLayer& layer) { layer = readLayer(in); });
    return output;
}

} // namespace

QByteArray encodeRequest(const WorkerRequest& request) {
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out.setVersion(QDataStream::Qt_6_4);
    out << version << static_cast<quint8>(request.job) << request.path << request.format << request.encoding;
    writeLayer(out, request.layer);
    writeOutput(out, request.output);
    return bytes;
}

WorkerRequest decodeRequest(const QByteArray& bytes) {
    QDataStream in(bytes);
    in.setVersion(QDataStream::Qt_6_4);
    const auto theirs = taken<quint32>(in);
    if (in.status() != QDataStream::Ok)
        refuse(QStringLiteral("no version"));
    requireVersion(theirs);
    WorkerRequest request;
    request.job = static_cast<WorkerRequest::Job>(taken<quint8>(in));
    in >> request.path >> request.format >> request.encoding;
    request.layer = readLayer(in);
    request.output = readOutput(in);
    requireRead(in);
    return request;
}

AnswerWriter::AnswerWriter(std::function<void(const QByteArray&)> send)
    : mSend(std::move(send)) {
    mSend(versionBytes());
}

void AnswerWriter::frame(quint8 tag, const std::function<void(QDataStream&)>& write) {
    QByteArray bytes(4, '\0');
    QDataStream out(&bytes, QIODevice::WriteOnly | QIODevice::Append);
    out.setVersion(QDataStream::Qt_6_4);
    out << tag;
    write(out);
    qToBigEndian(static_cast<quint32>(bytes.size() - 4), bytes.data());
    mSend(bytes);
}

int AnswerWriter::beginTable(const SourceTable& head) {
    flushRows();
    frame(kTable, [&](QDataStream& out) { writeHead(out, head); });
    return mTables++;
}

void AnswerWriter::addRow(int table, const SourceRow& row) {
    if (table != mRowTable)
        flushRows();
    mRowTable = table;
    ++mRowCount;
    QDataStream out(&mRows, QIODevice::WriteOnly | QIODevice::Append);
    out.setVersion(QDataStream::Qt_6_4);
    writeRow(out, row);
    if (mRows.size() >= bytesOfRows)
        flushRows();
}

void AnswerWriter::flushRows() {
    if (mRowCount == 0)
        return;
    frame(kRows, [this](QDataStream& out) {
        out << mProgress << static_cast<quint32>(mRowTable) << mRowCount;
        out.writeRawData(mRows.constData(), static_cast<int>(mRows.size()));
    });
    mRows.clear();
    mRowCount = 0;
}

void AnswerWriter::setGeometry(int table, FieldType geometry) {
    flushRows();
    frame(kGeometry, [&](QDataStream& out) { out << static_cast<quint32>(table) << static_cast<quint8>(geometry); });
}

void AnswerWriter::addNote(int table, const Message& note) {
    flushRows();
    frame(kNote, [&](QDataStream& out) {
        out << static_cast<quint32>(table);
        writeMessage(out, note);
    });
}

void AnswerWriter::addBytes(const QByteArray& bytes) {
    for (qsizetype at = 0; at < bytes.size(); at += bytesOfPiece)
        frame(kBytes, [&](QDataStream& out) { out << bytes.mid(at, bytesOfPiece); });
}

void AnswerWriter::finish() {
    flushRows();
    frame(kDone, [](QDataStream&) {});
}

void AnswerWriter::fail(const Error& error) {
    frame(kFailed, [&](QDataStream& out) {
        out << static_cast<quint8>(error.blame());
        writeMessage(out, error.sentence());
        out << error.detail();
    });
}

void AnswerReader::feed(const QByteArray& bytes) {
    mPending += bytes;
    qsizetype at = 0;
    const auto number = [&] { return qFromBigEndian<quint32>(mPending.constData() + at); };
    if (!mOpened && mPending.size() >= 4) {
        requireVersion(number());
        mOpened = true;
        at = 4;
    }
    while (mOpened && mPending.size() - at >= 4) {
        const quint32 length = number();
        if (length == 0 || length > mostBytesOfFrame || mDone)
            refuse(QStringLiteral("frame of %1 bytes").arg(length));
        if (mPending.size() - at - 4 < static_cast<qsizetype>(length))
            break;
        takeFrame(QByteArray::fromRawData(mPending.constData() + at + 4, static_cast<qsizetype>(length)));
        at += 4 + static_cast<qsizetype>(length);
    }
    mPending.remove(0, at);
}

void AnswerReader::takeFrame(const QByteArray& frame) {
    QDataStream in(frame);
    in.setVersion(QDataStream::Qt_6_4);
    switch (taken<quint8>(in)) {
    case kTable:
        mTables.push_back(readHead(in));
        break;
    case kRows:
        takeRows(in);
        break;
    case kGeometry: {
        SourceTable& of = table(taken<quint32>(in));
        of.geometry = static_cast<FieldType>(taken<quint8>(in));
        break;
    }
    case kNote: {
        SourceTable& of = table(taken<quint32>(in));
        of.notes.push_back(readMessage(in));
        break;
    }
    case kBytes:
        mBytes += taken<QByteArray>(in);
        break;
    case kDone:
        mDone = true;
        break;
    case kFailed: {
        const auto blame = static_cast<Blame>(taken<quint8>(in));
        Message sentence = readMessage(in);
        const QString detail = taken<QString>(in);
        requireRead(in);
        throw Error(blame, std::move(sentence), detail);
    }
    default:
        refuse(QStringLiteral("unknown frame"));
    }
    requireRead(in);
}

void AnswerReader::takeRows(QDataStream& in) {
    in >> mProgress;
    SourceTable& of = table(taken<quint32>(in));
    const auto count = taken<quint32>(in);
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        SourceRow row = readRow(in);
        if (!of.rows.empty())
            shareCells(row.cells, of.rows.back().cells);
        of.rows.push_back(std::move(row));
        ++mRowCount;
    }
}

SourceTable& AnswerReader::table(quint32 number) {
    if (number >= mTables.size())
        refuse(QStringLiteral("no table %1").arg(number));
    return mTables[number];
}

void AnswerReader::requireEnd() const {
    if (!mDone || !mPending.isEmpty())
        refuse(mDone ? QStringLiteral("goes on") : QStringLiteral("broke off"));
}

std::vector<SourceTable> AnswerReader::takeTables() {
    requireEnd();
    return std::move(mTables);
}

QByteArray AnswerReader::takeBytes() {
    requireEnd();
    return std::move(mBytes);
}

QByteArray encodeTables(const std::vector<SourceTable>& tables) {
    QByteArray answer;
    AnswerWriter writer([&answer](const QByteArray& bytes) { answer += bytes; });
    for (const SourceTable& table : tables) {
        const int number = writer.beginTable(table);
        for (const SourceRow& row : table.rows)
            writer.addRow(number, row);
    }
    writer.finish();
    return answer;
}

QByteArray encodeBytes(const QByteArray& bytes) {
    QByteArray answer;
    AnswerWriter writer([&answer](const QByteArray& piece) { answer += piece; });
    writer.addBytes(bytes);
    writer.finish();
    return answer;
}

QByteArray encodeError(const Error& error) {
    QByteArray answer;
    AnswerWriter([&answer](const QByteArray& bytes) { answer += bytes; }).fail(error);
    return answer;
}

std::vector<SourceTable> decodeTables(const QByteArray& answer) {
    AnswerReader reader;
    reader.feed(answer);
    return reader.takeTables();
}

QByteArray decodeBytes(const QByteArray& answer) {
    AnswerReader reader;
    reader.feed(answer);
    return reader.takeBytes();
}

} // namespace corridor
