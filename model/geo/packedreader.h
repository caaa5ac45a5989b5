// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/geo/lonlat.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <bit>
#include <cstring>
#include <vector>

namespace corridor {

/// Reads a file that the build packed from the base map (maps/README.md): little-endian values that begin with a magic
/// word. It refuses to run over the end. All members throw Error: FileContent where the file is damaged.
class PackedReader {
public:
    /// Throws Error also if the file cannot be read (Environment).
    PackedReader(const QString& path, QByteArrayView magic);

    template <class T>
    T value() {
        static_assert(std::endian::native == std::endian::little, "packed files are little-endian");
        T result;
        std::memcpy(&result, take(sizeof(T)), sizeof(T));
        return result;
    }
    QString text();
    /// Places, which stand there as whole numbers of 1 / `unitsPerDegree` degree.
    std::vector<LonLat> points(double unitsPerDegree);
    bool atEnd() const { return mAt == std::size_t(mBytes.size()); }
    [[noreturn]] void damaged() const;

private:
    const char* take(std::size_t size);

    QByteArray mBytes;
    QString mPath;
    std::size_t mAt = 0;
};

} // namespace corridor
