// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/yearfieldeditor.h"

#include "model/plan/unittext.h"
#include "views/widgets/iconengine.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

#include <algorithm>

namespace corridor {

namespace {

constexpr int yearWidth = 52, buttonWidth = 22, gap = 4;

QLabel* headLabel(const QString& text, QWidget* parent) {
    auto* label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("unit"));
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return label;
}

QHBoxLayout* rowLayout(QWidget* box) {
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gap);
    return row;
}

} // namespace

bool YearFieldEditor::YearLine::isBlank() const {
    return value->text().trimmed().isEmpty();
}

bool YearFieldEditor::YearLine::isFinished() const {
    return !isBlank() && !year->text().trimmed().isEmpty();
}

YearFieldEditor::YearFieldEditor(const Field& field, Kind kind, PanelHost& host, QWidget* parent)
    : FieldEditor(field, kind, host, new QWidget(parent), parent)
    , mColumn(new QVBoxLayout(mWidget))
    , mHead(new QWidget(mWidget))
    , mNote(headLabel(QString(), mWidget))
    , mAdd(new QToolButton(mWidget)) {
    mColumn->setContentsMargins(0, 0, 0, 0);
    mColumn->setSpacing(gap);
    makeHead();
    mNote->setAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    mAdd->setText(tr("Add year"));
    mAdd->setToolTip(tr("Add a year with its value"));
    mAdd->setIcon(themedIcon(QStringLiteral("plus")));
    mAdd->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    mColumn->addWidget(mHead);
    mColumn->addWidget(mNote);
    mColumn->addWidget(mAdd, 0, Qt::AlignLeft);
    mWidget->setFocusProxy(mAdd);
    connect(mAdd, &QToolButton::clicked, this, &YearFieldEditor::offerYear);
    arrange();
}

void YearFieldEditor::makeHead() {
    QHBoxLayout* row = rowLayout(mHead);
    QLabel* year = headLabel(tr("Year"), mHead);
    year->setFixedWidth(yearWidth);
    row->addWidget(year);
    row->addWidget(headLabel(unitText(QString::fromUtf8(mField.unit)), mHead), 1);
    row->addSpacing(buttonWidth + gap);
}

QLineEdit* YearFieldEditor::makeLine(QWidget* box, const QString& name) {
    auto* line = new QLineEdit(box);
    line->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    line->setAccessibleName(name);
    line->setMinimumWidth(40);
    line->installEventFilter(this);
    connect(line, &QLineEdit::textEdited, this, [this] { mEdited = true; });
    connect(line, &QLineEdit::returnPressed, this, [this, line] { finishedLine(line); });
    return line;
}

void YearFieldEditor::addLine() {
    YearLine line{new QWidget(mWidget), nullptr, nullptr, nullptr};
    line.year = makeLine(line.box, tr("Year"));
    line.year->setFixedWidth(yearWidth);
    line.value = makeLine(line.box, mField.labelText());
    line.remove = new QToolButton(line.box);
    line.remove->setIcon(themedIcon(QStringLiteral("close")));
    line.remove->setToolTip(tr("Remove this year"));
    line.remove->setAccessibleName(line.remove->toolTip());
    line.remove->setProperty("compact", true);
    line.remove->setFixedWidth(buttonWidth);
    connect(line.remove, &QToolButton::clicked, this, [this, box = line.box] { removeYear(box); });
    QHBoxLayout* row = rowLayout(line.box);
    row->addWidget(line.year);
    row->addWidget(line.value, 1);
    row->addWidget(line.remove);
    mColumn->insertWidget(mColumn->indexOf(mAdd), line.box);
    mLines.push_back(line);
}

void YearFieldEditor::dropLine(std::size_t line) {
    QWidget* box = mLines[line].box;
    mLines.erase(mLines.begin() + static_cast<std::ptrdiff_t>(line));
    box->hide();
    box->deleteLater(); // its own button may be the one that asks
}

// -- What is shown ----------------------------------------------------------------------------------------------------

void YearFieldEditor::show(const std::optional<Value>& value) {
    mEdited = false;
    mShown = value;
    const auto* values = value ? std::get_if<YearReals>(&*value) : nullptr;
    fill(values ? *values : YearReals());
    arrange();
}

// Lines that stay keep their focus.
void YearFieldEditor::fill(const YearReals& values) {
    while (mLines.size() > values.size())
        dropLine(mLines.size() - 1);
    while (mLines.size() < values.size())
        addLine();
    for (std::size_t i = 0; i < values.size(); ++i) {
        mLines[i].year->setText(QString::number(values[i].first));
        mLines[i].value->setText(shortestDecimal(values[i].second));
        mLines[i].value->setCursorPosition(0);
    }
}

void YearFieldEditor::arrange() {
    const bool several = !mShown.has_value();
    mHead->setVisible(!mLines.empty());
    mNote->setText(several ? severalText() : QStringLiteral("\u2014"));
    mNote->setVisible(mLines.empty() && (several || mReadOnly));
    mAdd->setVisible(!mReadOnly && !several);
    for (const YearLine& line : mLines) {
        line.year->setReadOnly(mReadOnly);
        line.value->setReadOnly(mReadOnly);
        line.remove->setVisible(!mReadOnly);
    }
}

void YearFieldEditor::setReadOnly(bool readOnly) {
    mReadOnly = readOnly;
    arrange();
}

// -- What is entered --------------------------------------------------------------------------------------------------

int YearFieldEditor::nextYear() const {
    int last = 0;
    for (const YearLine& line : mLines)
        last = std::max(last, line.year->text().toInt());
    return last > 0 ? last + 1 : mHost.session().year();
}

// A line without a value is no entry yet; the plan hears of it when the value is there.
void YearFieldEditor::offerYear() {
    if (mLines.empty() || mLines.back().isFinished()) {
        const int year = nextYear();
        addLine();
        mLines.back().year->setText(QString::number(year));
        arrange();
    }
    mLines.back().value->setFocus(Qt::OtherFocusReason);
}

void YearFieldEditor::removeYear(QWidget* box) {
    const auto line =
        std::find_if(mLines.begin(), mLines.end(), [box](const YearLine& each) { return each.box == box; });
    if (line == mLines.end())
        return;
    dropLine(static_cast<std::size_t>(line - mLines.begin()));
    arrange();
    mEdited = true;
    commit();
}

void YearFieldEditor::finishedLine(QLineEdit* line) {
    for (const YearLine& each : mLines)
        if (each.year == line && each.isBlank()) {
            each.value->setFocus(Qt::OtherFocusReason);
            return;
        }
    commit();
}

std::optional<std::pair<int, double>> YearFieldEditor::entryOf(const YearLine& line, QString* why) const {
    bool ok = false;
    const QString text = line.year->text().trimmed();
    const int year = text.toInt(&ok);
    if (!ok) {
        *why = tr("“%1” is no year; write for example 2027.").arg(text);
        return std::nullopt;
    }
    const std::optional<double> number = numberFromText(line.value->text());
    if (!number) {
        *why = line.isBlank() ? tr("%1 has no value; write one or remove the year.").arg(text)
                              : tr("“%1” is not a number.").arg(line.value->text().trimmed());
        return std::nullopt;
    }
    return std::pair(year, *number);
}

std::optional<YearReals> YearFieldEditor::entered(QString* why) {
    YearReals values;
    for (const YearLine& line : mLines) {
        const auto entry = entryOf(line, why);
        if (!entry)
            return std::nullopt;
        values.push_back(*entry);
    }
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    const auto twice = std::adjacent_find(values.begin(), values.end(),
                                          [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice == values.end())
        return values;
    *why = tr("%1 stands there twice; give each year once.").arg(twice->first);
    return std::nullopt;
}

void YearFieldEditor::commit() {
    if (!mEdited)
        return;
    QString why;
    const std::optional<YearReals> values = entered(&why);
    if (!values) {
        refuse(why);
        return;
    }
    const Value value = values->empty() ? Value() : Value(*values);
    if (const std::optional<Message> problem = mField.check(value)) {
        refuse(problem->text());
        return;
    }
    mEdited = false;
    if (mShown && *mShown == value) {
        revert();
        return;
    }
    Q_EMIT committed(value);
}

void YearFieldEditor::refuse(const QString& sentence) {
    Q_EMIT refused(sentence);
}

void YearFieldEditor::revert() {
    show(mShown);
    Q_EMIT reverted();
}

bool YearFieldEditor::eventFilter(QObject*, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride)
        return overrideShortcut(*static_cast<QKeyEvent*>(event), [this] { commit(); });
    if (event->type() == QEvent::FocusOut && mEdited) {
        const bool finished =
            std::all_of(mLines.begin(), mLines.end(), [](const YearLine& line) { return line.isFinished(); });
        if (finished) // else the other half of a line is still to come
            commit();
    }
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        const bool fresh = !mLines.empty() && !mLines.back().isFinished();
        if (!mEdited && !fresh)
            return false;
        revert();
        return true;
    }
    return false;
}

} // namespace corridor
