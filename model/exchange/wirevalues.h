// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/exchange/vector.h"

#include <QDataStream>

namespace corridor::wire {

/// Values on a stream of the pipe to corridor-worker: internal to wire.cpp. Reading never trusts a length: what is not
/// there costs no memory and leaves the stream's status bad.

template <class List, class Each>
void writeList(QDataStream& out, const List& list, Each each) {
    out << static_cast<quint32>(list.size());
    for (const auto& item : list)
        each(item);
}

// Grows with what is there, so that a length gone wrong costs no memory (Qt's own reserves it at once).
template <class List, class Each>
void readList(QDataStream& in, List& list, Each each) {
    quint32 count = 0;
    in >> count;
    for (quint32 i = 0; i < count && in.status() == QDataStream::Ok; ++i) {
        list.emplace_back();
        each(list.back());
    }
}

template <class T>
T taken(QDataStream& in) {
    T value{};
    in >> value;
    return value;
}

void writeTexts(QDataStream& out, const QStringList& texts);
QStringList readTexts(QDataStream& in);
void writeValue(QDataStream& out, const Value& value);
Value readValue(QDataStream& in);
void writeMessage(QDataStream& out, const Message& message);
Message readMessage(QDataStream& in);
void writeLayer(QDataStream& out, const FeatureLayer& layer);
FeatureLayer readLayer(QDataStream& in);
/// Without its rows.
void writeHead(QDataStream& out, const SourceTable& table);
SourceTable readHead(QDataStream& in);
void writeRow(QDataStream& out, const SourceRow& row);
SourceRow readRow(QDataStream& in);

} // namespace corridor::wire
