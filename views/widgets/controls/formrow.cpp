// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/controls/formrow.h"

#include "views/widgets/controls/marklabels.h"

#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QStyle>

namespace corridor {

namespace {

constexpr int unitWidth = 76, narrowUnitWidth = 36;
constexpr int narrowRow = 290; // below it units have the room of their words: numbers come first
constexpr int lineMargins = 16, boxMargins = 34;
constexpr int dotWidth = 18, columnGap = 8;
constexpr int minimumLabelWidth = 78;
constexpr int minimumFieldWidth = 36; // the narrowest panel has room for label, field and unit

QLabel* roleLabel(const QString& text, const char* role, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QString::fromLatin1(role));
    return label;
}

/// A field made of several stands below its label where there is no room beside it.
void placeField(QGridLayout& grid, QWidget& field, const QLabel& label, const QLabel& unit) {
    if (!field.layout() || grid.geometry().isEmpty())
        return;
    const int taken = label.width() + (unit.isHidden() ? 0 : unit.width()) + dotWidth + 3 * columnGap;
    const bool below = field.layout()->minimumSize().width() > grid.geometry().width() - taken;
    int row = 0, column = 0, rows = 0, columns = 0;
    grid.getItemPosition(grid.indexOf(&field), &row, &column, &rows, &columns);
    if (below == (row > 0))
        return;
    grid.removeWidget(&field);
    grid.addWidget(&field, below ? 1 : 0, below ? 0 : 1, 1, below ? 3 : 1);
}

} // namespace

FormRow::FormRow(const QString& label, QWidget* field, const QString& unit, QWidget* parent)
    : QWidget(parent)
    , mLabel(roleLabel(label, "label", this))
    , mField(field)
    , mUnit(roleLabel(unit, "unit", this))
    , mDot(new ProvenanceDot(this))
    , mError(roleLabel(QString(), "error", this)) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 2, 0, 2);
    grid->setHorizontalSpacing(columnGap);
    grid->setVerticalSpacing(2);
    mField->setParent(this);
    mField->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    mField->setMinimumWidth(minimumFieldWidth);
    mField->setAccessibleName(label);
    mLabel->setBuddy(mField);
    mLabel->setMinimumWidth(minimumLabelWidth);
    mError->setWordWrap(true);
    mError->hide();
    auto* end = new QWidget(this);
    end->setFixedWidth(dotWidth);
    mDot->setParent(end);
    grid->addWidget(mLabel, 0, 0);
    grid->addWidget(mField, 0, 1);
    grid->addWidget(mUnit, 0, 2);
    grid->addWidget(end, 0, 3);
    grid->addWidget(mError, 2, 1, 1, 3);
    grid->setColumnStretch(1, 1);
    grid->setRowMinimumHeight(0, 26);
    end->setFixedHeight(dotWidth);
    mDot->resize(dotWidth, dotWidth);
    mDot->hide();
    setUnit(unit);
    mField->installEventFilter(this);
    connect(mDot, &ProvenanceDot::clicked, this, &FormRow::provenanceRequested);
}

QString FormRow::label() const {
    return mLabel->text();
}

void FormRow::setLabelWidth(int width) {
    mLabel->setFixedWidth(width);
}

int FormRow::labelWidthHint() const {
    return std::max(minimumLabelWidth, mLabel->sizeHint().width());
}

void FormRow::setUnit(const QString& unit) {
    mUnit->setText(unit);
    mUnit->setFixedWidth(width() < narrowRow ? std::max(narrowUnitWidth, mUnit->sizeHint().width()) : unitWidth);
    mUnit->setVisible(!unit.isEmpty());
}

void FormRow::setProvenance(std::optional<ValueOrigin> origin, const QString& source) {
    mDot->setVisible(origin.has_value());
    if (origin)
        mDot->setOrigin(*origin, source);
}

void FormRow::setError(const QString& sentence) {
    mError->setText(sentence);
    mError->setVisible(!sentence.isEmpty());
    mField->setAccessibleDescription(sentence);
    refreshFieldStyle(!sentence.isEmpty());
}

// What a field has no room for is said when it is hovered.
void FormRow::tellWhole() {
    QString text;
    int room = mField->width();
    if (const auto* box = qobject_cast<const QComboBox*>(mField)) {
        text = box->currentText();
        room -= boxMargins;
    } else if (const auto* line = qobject_cast<const QLineEdit*>(mField); line && line->text().isEmpty()) {
        text = line->placeholderText();
        room -= lineMargins;
    }
    const QString whole = mField->fontMetrics().horizontalAdvance(text) > room ? text : QString();
    // A tool tip of somebody else's stays.
    if (whole != mWhole && mField->toolTip() == mWhole)
        mField->setToolTip(mWhole = whole);
}

bool FormRow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == mField && (event->type() == QEvent::Paint || event->type() == QEvent::Resize))
        tellWhole();
    if (watched == mField && (event->type() == QEvent::LayoutRequest || event->type() == QEvent::Resize))
        placeField(*static_cast<QGridLayout*>(layout()), *mField, *mLabel, *mUnit);
    return QWidget::eventFilter(watched, event);
}

void FormRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    setUnit(mUnit->text());
    placeField(*static_cast<QGridLayout*>(layout()), *mField, *mLabel, *mUnit);
}

bool FormRow::hasError() const {
    return !mError->text().isEmpty();
}

void FormRow::refreshFieldStyle(bool bad) {
    if (mField->property("bad") == bad)
        return; // styling anew is slow, and a form says its state often
    mField->setProperty("bad", bad);
    mField->style()->unpolish(mField);
    mField->style()->polish(mField);
    mField->update();
}

void alignFormRows(const QList<FormRow*>& rows) {
    int width = 0;
    for (const FormRow* row : rows)
        width = std::max(width, row->labelWidthHint());
    for (FormRow* row : rows)
        row->setLabelWidth(width);
}

} // namespace corridor
