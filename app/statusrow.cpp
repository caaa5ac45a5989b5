// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statusrow.h"

#include "app/verdicttotals.h"
#include "model/geo/coordinatetext.h"
#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/controls/notice.h"
#include "views/widgets/panels/paneltext.h"

#include <QEvent>
#include <QLabel>
#include <QLayout>
#include <QTextDocumentFragment>

#include <cmath>

namespace corridor {

namespace {

constexpr int rowHeight = 24;
constexpr int cellMargin = 10; // as app.qss has it

} // namespace

StatusRow::StatusRow(QWidget* parent)
    : QStatusBar(parent)
    , mHint(new QLabel(this))
    , mNotice(new Notice(this))
    , mRtt(addCell())
    , mPlace(addCell())
    , mSystem(addCell())
    , mScale(addCell())
    , mRevision(addCell())
    , mTotals(new VerdictTotals(this)) {
    setSizeGripEnabled(false);
    setContentsMargins(0, 0, 0, 0);
    mHint->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    mHint->installEventFilter(this);
    mNotice->layout()->setContentsMargins(8, 0, 8, 0);
    mNotice->setFixedHeight(rowHeight);
    mNotice->setSingleLine();
    mNotice->installEventFilter(this);
    insertWidget(0, mHint, 1);
    insertWidget(1, mNotice, 4);
    mNotice->hide();
    mRtt->hide();
    for (QLabel* cell : {mRtt, mRevision}) {
        cell->setCursor(Qt::PointingHandCursor);
        cell->installEventFilter(this);
    }
    addPermanentWidget(mTotals);
    connect(mTotals, &VerdictTotals::clicked, this, &StatusRow::totalsClicked);
    retranslate();
}

// A cell keeps the widest it was, so that what stands left of it (the link of a notice) does not run from the pointer.
void StatusRow::setCell(QLabel& cell, const QString& text) {
    cell.setText(text);
    cell.setMinimumWidth(std::max(cell.minimumWidth(), cell.sizeHint().width()));
}

void StatusRow::forgetWidths() {
    for (QLabel* cell : {mPlace, mSystem, mScale, mRevision})
        cell->setMinimumWidth(0);
}

QLabel* StatusRow::addCell() {
    auto* cell = new QLabel(this);
    cell->setProperty("cell", true);
    addPermanentWidget(cell);
    return cell;
}

void StatusRow::setHint(const QString& hint) {
    mHintText = hint;
    mHint->setToolTip(hint);
    elideHint();
}

QString StatusRow::hint() const {
    return mHintText;
}

void StatusRow::elideHint() {
    mHint->setText(mHint->fontMetrics().elidedText(mHintText, Qt::ElideRight, mHint->width() - 2 * cellMargin));
}

bool StatusRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == mHint && event->type() == QEvent::Resize)
        elideHint();
    // A notice needs the room more than the hint, and is gone after seconds.
    if (watched == mNotice && (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent))
        mHint->setVisible(event->type() == QEvent::HideToParent);
    if (event->type() == QEvent::MouseButtonRelease && watched == mRtt)
        Q_EMIT rttClicked();
    if (event->type() == QEvent::MouseButtonRelease && watched == mRevision)
        Q_EMIT revisionClicked();
    return QStatusBar::eventFilter(watched, event);
}

void StatusRow::showPreview(const DragPreview* preview) {
    const PathChange* main = preview ? preview->main() : nullptr;
    mRtt->setVisible(main != nullptr);
    if (!main)
        return;
    const QString value = main->path.exists ? msText(main->path.rtt.totalMs, main->limitMs) : QStringLiteral("\u2014");
    mRtt->setText(QStringLiteral("%1  <b>%2 ms</b>  %3")
                      .arg(main->serviceName.toHtmlEscaped(), value, marginShort(*main).toHtmlEscaped()));
}

void StatusRow::showRoute(const QString& name, const ServiceRoute* route, const Finding* finding) {
    const bool shown = route && route->primary.exists;
    mRtt->setVisible(shown);
    if (!shown)
        return;
    const QString value = msText(route->primary.rtt.totalMs, finding ? finding->limit : std::nullopt);
    mRtt->setText(QStringLiteral("%1  <b>%2 ms</b>  %3")
                      .arg(name.toHtmlEscaped(), value, finding ? marginText(*finding).toHtmlEscaped() : QString()));
}

void StatusRow::showPointer(const LonLat& position) {
    mPosition = position;
    const std::optional<ZoneReading> reading = position.isValid() ? mZones.read(position) : std::nullopt;
    if (!reading) {
        setCell(*mPlace, QStringLiteral("E \u2014   N \u2014"));
        setCell(*mSystem, QStringLiteral("CGCS2000"));
        mSystem->setToolTip(QString());
        return;
    }
    setCell(*mPlace, QString::fromStdString(formatLonLat(position)));
    const QString plane =
        QStringLiteral("%1, %2").arg(fixedText(reading->zonedEastingM, 0), fixedText(reading->northingM, 0));
    const QString zone = tr("3° zone %1°E").arg(reading->centralMeridianDeg);
    setCell(*mSystem, mNarrow ? zone : QStringLiteral("CGCS2000 / %1  %2").arg(zone, plane));
    mSystem->setToolTip(tr("Gauss–Krüger, easting with zone number and northing in metres: %1").arg(plane));
}

void StatusRow::showScale(double denominator) {
    // Three digits say all that a screen can hold.
    const double unit = std::pow(10.0, std::max(0.0, std::floor(std::log10(std::max(denominator, 1.0))) - 2));
    setCell(*mScale, QStringLiteral("1:%1").arg(fixedText(std::round(denominator / unit) * unit, 0)));
}

void StatusRow::showRevision(quint64 revision, bool stale, double durationMs) {
    const QString state = stale     ? tr("being computed")
                          : mNarrow ? tr("computed")
                                    : tr("computed in %1 ms").arg(fixedText(durationMs, 0));
    setCell(*mRevision, tr("Revision %1 · %2").arg(revision).arg(state));
}

void StatusRow::showTotals(const std::optional<std::array<int, 5>>& counts, bool stale) {
    mTotals->setCounts(counts, stale);
}

QString StatusRow::rttText() const {
    return mRtt->isHidden() ? QString() : QTextDocumentFragment::fromHtml(mRtt->text()).toPlainText();
}

void StatusRow::setNarrow(bool narrow) {
    if (std::exchange(mNarrow, narrow) == narrow)
        return;
    forgetWidths();
    showPointer(mPosition);
}

void StatusRow::retranslate() {
    forgetWidths();
    showPointer(mPosition);
    for (QLabel* cell : {mRtt, mRevision})
        cell->setToolTip(tr("How is this computed?"));
}

} // namespace corridor
