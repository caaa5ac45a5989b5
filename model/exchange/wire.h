// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/error.h"
#include "model/exchange/vectorfile.h"

#include <QDataStream>

#include <functional>

namespace corridor {

/// What goes through the pipe to corridor-worker: one request, then its end; and back: an answer in frames, so that
/// neither side holds it twice and progress comes on the way. Both sides are of one version, else reading throws Error
/// (Environment). Numbers keep every bit.

struct WorkerRequest {
    enum class Job : quint8 { Read, WriteGeoJson, WriteVector };
    Job job = Job::Read;
    QString path;             ///< to read
    FeatureLayer layer;       ///< to write; values other than truth values and numbers arrive as text
    QString format = {};      ///< to read: name of a Format
    QByteArray encoding = {}; ///< of texts in the file to read; empty = as it says, else found out
    VectorOutput output = {}; ///< to write
};

QByteArray encodeRequest(const WorkerRequest& request);
WorkerRequest decodeRequest(const QByteArray& bytes);

/// How a job of the worker ends when it cannot answer any more.
enum WorkerExit { kWorkerAnswered = 0, kWorkerBroken = 2, kWorkerOutOfMemory = 3 };

/// The worker's side: sends tables as they are read. `send` gets bytes to write to the pipe, some 100 kB at a time.
class AnswerWriter {
public:
    explicit AnswerWriter(std::function<void(const QByteArray&)> send);

    /// A new table, without the rows that `head` may hold; returns its number.
    int beginTable(const SourceTable& head);
    void addRow(int table, const SourceRow& row);
    void setGeometry(int table, FieldType geometry);
    void addNote(int table, const Message& note);
    int tableCount() const { return mTables; }
    /// 0–1 of the whole job; negative = not known.
    void setProgress(double fraction) { mProgress = fraction; }

    void addBytes(const QByteArray& bytes);
    /// The end of a good answer, or of a bad one; nothing may follow.
    void finish();
    void fail(const Error& error);

private:
    void frame(quint8 tag, const std::function<void(QDataStream&)>& write);
    void flushRows();

    std::function<void(const QByteArray&)> mSend;
    QByteArray mRows;
    int mTables = 0, mRowTable = -1;
    quint32 mRowCount = 0;
    double mProgress = -1;
};

/// The asking side: takes the answer in pieces of any size.
class AnswerReader {
public:
    /// Throws Error: the one that was sent, or Bug for bytes that make no sense.
    void feed(const QByteArray& bytes);
    double progress() const { return mProgress; }
    qint64 rowCount() const { return mRowCount; }

    /// What has come, once all has; throws Error (Bug) for an answer that broke off.
    std::vector<SourceTable> takeTables();
    QByteArray takeBytes();

private:
    void takeFrame(const QByteArray& frame);
    void takeRows(QDataStream& in);
    SourceTable& table(quint32 number);
    void requireEnd() const;

    QByteArray mPending;
    std::vector<SourceTable> mTables;
    QByteArray mBytes;
    double mProgress = -1;
    qint64 mRowCount = 0;
    bool mOpened = false, mDone = false;
};

/// Whole answers at once.
QByteArray encodeTables(const std::vector<SourceTable>& tables);
QByteArray encodeBytes(const QByteArray& bytes);
QByteArray encodeError(const Error& error);
/// The same on the other side; throw the error that was sent, and Error (Bug) for an answer that breaks off.
std::vector<SourceTable> decodeTables(const QByteArray& answer);
QByteArray decodeBytes(const QByteArray& answer);

} // namespace corridor
