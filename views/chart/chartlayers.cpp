// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/chart/chartlayers.h"

#include "model/base/error.h"
#include "model/exchange/csv.h"
#include "views/paint/fonts.h"

#include <QBuffer>
#include <QDir>
#include <QFileInfo>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

namespace corridor {

namespace {

constexpr int sourceHeight = 22;
constexpr double pixelMm = 25.4 / 96; // a picture's pixel on paper

void paintAll(QPaintDevice& device, double scale, QCustomPlot& chart, const ChartLayers& layers,
              const QString& source) {
    QCPPainter painter(&device);
    painter.scale(scale, scale);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(0, 0, chart.width(), chart.height() + sourceHeight, Qt::white);
    layers.paintBelow(painter);
    chart.toPainter(&painter, chart.width(), chart.height());
    layers.paintAbove(painter);
    painter.setFont(programFont(11));
    painter.setPen(tokenColor(Token::Text2, Theme::Light));
    painter.drawText(QRectF(12, chart.height(), chart.width() - 24, sourceHeight), Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(source, Qt::ElideMiddle, chart.width() - 24));
}

QImage picture(QCustomPlot& chart, const ChartLayers& layers, const QString& source) {
    constexpr double dense = 2;
    QImage image((QSizeF(chart.width(), chart.height() + sourceHeight) * dense).toSize(), QImage::Format_RGB32);
    paintAll(image, dense, chart, layers, source);
    return image;
}

QByteArray png(const QImage& image) {
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

QByteArray svg(QCustomPlot& chart, const ChartLayers& layers, const QString& source) {
    QBuffer buffer;
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(QSize(chart.width(), chart.height() + sourceHeight));
    generator.setViewBox(QRect(QPoint(), generator.size()));
    generator.setResolution(96);
    paintAll(generator, 1, chart, layers, source);
    return buffer.data();
}

QByteArray pdf(QCustomPlot& chart, const ChartLayers& layers, const QString& source) {
    constexpr int dpi = 600;
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    writer.setPageSize(QPageSize(QSizeF(chart.width(), chart.height() + sourceHeight) * pixelMm, QPageSize::Millimeter,
                                 QString(), QPageSize::ExactMatch));
    writer.setPageMargins(QMarginsF());
    writer.setResolution(dpi);
    writer.setCreator(QStringLiteral("Corridor Planner " CORRIDOR_VERSION));
    paintAll(writer, dpi / 25.4 * pixelMm, chart, layers, source);
    return buffer.data();
}

// A chart that scrolls on the screen is whole on paper; nobody sees it grow meanwhile.
class WholeSize {
public:
    WholeSize(QCustomPlot& chart, ChartLayers& layers)
        : mChart(chart)
        , mLayers(layers)
        , mSize(static_cast<QWidget&>(chart).size()) {
        if (layers.wholeHeight() > mSize.height())
            take(QSize(mSize.width(), layers.wholeHeight()));
    }
    ~WholeSize() {
        if (static_cast<QWidget&>(mChart).size() != mSize)
            take(mSize);
    }
    WholeSize(const WholeSize&) = delete;
    WholeSize& operator=(const WholeSize&) = delete;

private:
    void take(const QSize& size) {
        mChart.setUpdatesEnabled(false);
        mChart.resize(size);
        mLayers.arrange(); // a chart that is not shown hears of its size later
        mChart.setUpdatesEnabled(true);
    }

    QCustomPlot& mChart;
    ChartLayers& mLayers;
    QSize mSize;
};

void write(const QString& path, const QByteArray& bytes) {
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        throw Error(Blame::Environment, message(CORRIDOR_MSG("%1 cannot be written: %2"),
                                                QDir::toNativeSeparators(path), file.errorString()));
}

} // namespace

ChartJob exportChart(QCustomPlot& chart, ChartLayers& layers, Theme shown, const QString& source, const QString& path) {
    const QString ending = QFileInfo(path).suffix().toLower();
    if (ending != u"png" && ending != u"svg" && ending != u"pdf")
        throw Error(Blame::Usage, message(CORRIDOR_MSG("%1 is no picture that charts can be written as; use .png, .svg "
                                                       "or .pdf."),
                                          QDir::toNativeSeparators(path)));
    const WholeSize whole(chart, layers);
    layers.setTheme(Theme::Light);
    ChartJob job;
    if (ending == u"png")
        job = [path, image = picture(chart, layers, source)] { write(path, png(image)); };
    else
        job = [path, bytes = ending == u"svg" ? svg(chart, layers, source) : pdf(chart, layers, source)] {
            write(path, bytes);
        };
    layers.setTheme(shown);
    return job;
}

ChartJob exportFigures(const ChartLayers& layers, const QString& path) {
    QByteArray text = "\xEF\xBB\xBF";
    for (QStringList row : layers.figures()) {
        row.front() = guarded(row.front()); // a name must not become a formula
        text += csvRecord(row).toUtf8();
    }
    return [path, text] { write(path, text); };
}

} // namespace corridor
