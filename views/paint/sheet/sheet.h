// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/cancel.h"
#include "model/geo/lonlat.h"
#include "views/paint/mapscene.h"

#include <QDate>
#include <QMap>
#include <QPainter>
#include <QSizeF>

#include <optional>
#include <vector>

namespace corridor {

/// Sizes of ISO 216.
enum class PaperSize { A0, A1, A2, A3, A4 };
/// Millimetres; the longer side across when @p landscape.
QSizeF paperMm(PaperSize size, bool landscape);
/// "A3" in any case; nothing for other words.
std::optional<PaperSize> paperNamed(QStringView name);

/// Who signs a sheet: the cells of the title block of YD/T 5015, in their order down the two columns.
enum class SheetSigner {
    UnitHead,
    DepartmentHead,
    ChiefEngineer,
    ItemHead,
    Designer,
    Approved,
    Examined,
    Checked,
    Drawn
};
inline constexpr SheetSigner allSigners[] = {
    SheetSigner::UnitHead, SheetSigner::DepartmentHead, SheetSigner::ChiefEngineer,
    SheetSigner::ItemHead, SheetSigner::Designer,       SheetSigner::Approved,
    SheetSigner::Examined, SheetSigner::Checked,        SheetSigner::Drawn};
QString signerLabel(SheetSigner signer);

/// What people write on a sheet.
struct SheetText {
    QString title;          ///< empty = the plan's
    QString organisation;   ///< 编制单位
    QString number;         ///< 图号
    QString classification; ///< above the map, right: "Internal"
    QString approvalNumber; ///< 审图号; while it is empty the sheet says that it is not to be published
    QDate date;             ///< invalid = the cell is left empty
    QMap<SheetSigner, QString> signers;
};

/// One map sheet: everything that decides what it looks like.
struct Sheet {
    MapScene scene; ///< printed in light colours, whatever its theme
    PaperSize paper = PaperSize::A3;
    bool landscape = true;
    Box extent;               ///< degrees, to be seen whole; empty = all of the plan
    double scale = 0;         ///< n of 1:n at the middle of the map; 0 = the largest round one that shows the extent
    std::optional<Box> inset; ///< shown larger in a corner; nothing = none. See denseArea()
    bool table = true;        ///< of round trips against their limits
    QString scenario;         ///< its name, for the line above the map
    SheetText text;
    double dpi = 300; ///< of PNG
};

/// Where sites stand close together: the box worth an inset. Nothing where there is none: fewer than four sites within
/// some 50 km of one of them, or a plan that is hardly larger itself.
std::optional<Box> denseArea(const EntitySet& entities);

/// What came of the wishes.
struct SheetFacts {
    double scale = 0; ///< n of 1:n that the sheet has
    double insetScale = 0;
    QRectF mapMm; ///< the map's place on the paper
    QRectF scaleBarMm;
    double scaleBarM = 0; ///< the length on the ground that the bar stands for
    QRectF insetMm;
    int tableRows = 0, tableLeftOut = 0;
    QStringList legend; ///< of what was painted: signs that found no room are missing
};

/// Writes a sheet as .pdf (vector), .svg or .png. Throws Error: Usage for another suffix, for a plan without a place
/// and for a scale at which the extent does not fit (the sentence names one that does); Environment; Cancelled. The
/// same sheet gives the same bytes, but for the date in PDF files.
SheetFacts writeSheet(const Sheet& sheet, const QString& file, const CancelToken& cancel = {});

/// Paints a sheet on a device whose painter has one unit a pixel of the look (paperPixelMm); for printers and their
/// preview.
SheetFacts paintSheet(QPainter& painter, const Sheet& sheet, const CancelToken& cancel = {});

} // namespace corridor
