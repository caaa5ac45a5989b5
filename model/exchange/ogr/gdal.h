// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>

namespace corridor {

/// Owners of what GDAL hands out, and how it is set up here.

struct DatasetClose {
    void operator()(GDALDataset* dataset) const { GDALClose(dataset); }
};
using DatasetPtr = std::unique_ptr<GDALDataset, DatasetClose>;
struct FeatureDestroy {
    void operator()(OGRFeature* feature) const { OGRFeature::DestroyFeature(feature); }
};
using FeaturePtr = std::unique_ptr<OGRFeature, FeatureDestroy>;

/// GDAL's own messages go into the detail of our errors, not to the terminal. When it finds no memory the process ends
/// with the status that says so: GDAL would abort.
class QuietGdal {
public:
    QuietGdal();
    ~QuietGdal();
    QuietGdal(const QuietGdal&) = delete;
    QuietGdal& operator=(const QuietGdal&) = delete;
    /// What it does with a message, for handlers that look at them first.
    static void CPL_STDCALL handle(CPLErr severity, CPLErrorNum number, const char* text);
    static QString lastMessage() { return QString::fromUtf8(CPLGetLastErrorMsg()); }
};

/// Registers the driver of that name (GDAL's spelling) if it is one of those used here; all others, those that reach
/// into networks among them, are never registered. Null when GDAL was built without it.
GDALDriver* driverNamed(const char* name);

/// A file in memory that is gone with its owner.
class MemoryFile {
public:
    /// `name`: what layers without a name of their own are called after.
    explicit MemoryFile(const QByteArray& name);
    MemoryFile(const QByteArray& name, const QByteArray& bytes);
    ~MemoryFile();
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;
    const QByteArray& path() const { return mPath; }
    QByteArray bytes() const;

private:
    QByteArray mPath;
    QByteArray mBytes; ///< what a file to read is made of: not copied
};

} // namespace corridor
