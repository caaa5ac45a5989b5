// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/fieldeditor.h"

#include "model/plan/references.h"
#include "model/plan/settings.h"
#include "views/widgets/panels/yearfieldeditor.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>

namespace corridor {

namespace {

bool isNumber(FieldType type) {
    return type == FieldType::Real || type == FieldType::Integer || type == FieldType::Date;
}

class LineFieldEditor : public FieldEditor {
public:
    LineFieldEditor(const Field& field, Kind kind, PanelHost& host, QWidget* parent)
        : FieldEditor(field, kind, host, new QLineEdit(parent), parent)
        , mLine(static_cast<QLineEdit*>(mWidget.data()))
        , mTyped(isTyped(field, kind)) {
        mLine->setAlignment((isNumber(field.type) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        mLine->setReadOnly(!mTyped);
        mLine->setMinimumWidth(40);
        mLine->installEventFilter(this);
        connect(mLine, &QLineEdit::returnPressed, this, [this] { commit(); });
        connect(mLine, &QLineEdit::textEdited, this, [this] { mEdited = true; });
    }

    void show(const std::optional<Value>& value) override {
        mEdited = false;
        mShown = value;
        mLine->setText(value ? fieldText(mField, *value, mHost.document().entities(), mHost.english()) : QString());
        mLine->setCursorPosition(0);
        mLine->setPlaceholderText(value ? QString() : severalText());
        mLine->setToolTip(!value ? severalText() : mTyped ? QString() : mLine->text());
    }
    void setDefault(const QString& text) override {
        if (mShown)
            mLine->setPlaceholderText(text);
    }
    bool isPending() const override { return mEdited; }
    void setReadOnly(bool readOnly) override { mLine->setReadOnly(readOnly || !mTyped); }

protected:
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() == QEvent::FocusOut && mEdited)
            commit();
        if (event->type() == QEvent::FocusIn && mField.type == FieldType::Reference && !mLine->completer())
            offerNames();
        if (event->type() == QEvent::ShortcutOverride)
            return overrideShortcut(*static_cast<QKeyEvent*>(event), [this] { commit(); });
        if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape && mEdited) {
            show(mShown);
            Q_EMIT reverted();
            return true;
        }
        return false;
    }

private:
    void commit() {
        if (!mEdited)
            return;
        QString why;
        const std::optional<Value> value = fieldValue(mField, mKind, mLine->text(), mHost.document().entities(), &why);
        if (!value) {
            Q_EMIT refused(why);
            return;
        }
        if (const std::optional<Message> problem = mField.check(*value)) {
            Q_EMIT refused(problem->text());
            return;
        }
        mEdited = false;
        Q_EMIT committed(*value);
    }

    void offerNames() {
        QStringList names;
        const EntitySet& entities = mHost.document().entities();
        for (const ReferenceRule& rule : referenceRules(mKind))
            if (QLatin1String(rule.field->name) == QLatin1String(mField.name))
                for (const Kind target : rule.targets)
                    entities.forEach(target,
                                     [&](const EntityRef& object) { names += displayName(*object, mHost.english()); });
        auto* completer = new QCompleter(names, mLine);
        completer->setCaseSensitivity(Qt::CaseInsensitive);
        completer->setFilterMode(Qt::MatchContains);
        mLine->setCompleter(completer);
        connect(completer, qOverload<const QString&>(&QCompleter::activated), this, [this] {
            mEdited = true;
            commit();
        });
    }

    QLineEdit* mLine;
    bool mTyped;
    bool mEdited = false;
    std::optional<Value> mShown;
};

// Named by code, chosen from what the plan holds.
bool isPueModel(const Field& field, Kind kind) {
    return kind == Kind::Site && QLatin1String(field.name) == QLatin1String("pue_model");
}

class ListFieldEditor : public FieldEditor {
public:
    ListFieldEditor(const Field& field, Kind kind, PanelHost& host, QWidget* parent)
        : FieldEditor(field, kind, host, new QComboBox(parent), parent)
        , mList(static_cast<QComboBox*>(mWidget.data())) {
        mList->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        mList->setMinimumContentsLength(4);
        mList->setFocusPolicy(Qt::StrongFocus);
        mList->installEventFilter(this);
        fill();
        connect(mList, &QComboBox::activated, this, [this](int index) {
            const QString word = mList->itemData(index).toString();
            const Value value = word.isEmpty() && mField.type == FieldType::Text ? Value(QString()) : Value(word);
            if (!mShown || *mShown != value)
                Q_EMIT committed(value);
        });
    }

    void show(const std::optional<Value>& value) override {
        mShown = value;
        if (mField.type == FieldType::Text)
            fill(); // the list of codes may have changed
        const auto* word = value ? std::get_if<QString>(&*value) : nullptr;
        int index = word ? mList->findData(*word) : -1;
        if (word && index < 0) { // a code that no type has
            mList->addItem(*word, *word);
            index = mList->count() - 1;
        }
        mList->setCurrentIndex(index);
        mList->setPlaceholderText(value ? QString() : severalText());
    }
    void setReadOnly(bool readOnly) override { mList->setEnabled(!readOnly); }

protected:
    // Turning the wheel while scrolling the form must not change the plan.
    bool eventFilter(QObject*, QEvent* event) override {
        if (event->type() != QEvent::Wheel || mList->hasFocus())
            return false;
        event->ignore();
        return true;
    }

private:
    void fill() {
        mList->clear();
        for (const EnumWord& word : mField.words)
            mList->addItem(wordLabel(mField, QString::fromLatin1(word.word)), QString::fromLatin1(word.word));
        if (mField.type != FieldType::Text)
            return;
        mList->addItem(QStringLiteral("\u2014"), QString());
        const EntitySet& entities = mHost.document().entities();
        if (isPueModel(mField, mKind)) {
            for (const auto& [code, figure] : energySettingsOf(entities).pueModels)
                if (const Setting* row = entities.find<Setting>(figure.row))
                    mList->addItem(QStringLiteral("%1 · %2").arg(row->value, displayName(*row, mHost.english())), code);
            return;
        }
        entities.table<FibreType>().forEach([this](const std::shared_ptr<const FibreType>& type) {
            mList->addItem(displayName(*type, mHost.english()), type->code);
        });
    }

    QComboBox* mList;
    std::optional<Value> mShown;
};

class BoxFieldEditor : public FieldEditor {
public:
    BoxFieldEditor(const Field& field, Kind kind, PanelHost& host, QWidget* parent)
        : FieldEditor(field, kind, host, new QCheckBox(parent), parent)
        , mBox(static_cast<QCheckBox*>(mWidget.data())) {
        connect(mBox, &QCheckBox::clicked, this, [this](bool checked) {
            mBox->setTristate(false);
            Q_EMIT committed(Value(checked));
        });
    }
    void show(const std::optional<Value>& value) override {
        const QSignalBlocker quiet(mBox);
        mBox->setTristate(!value);
        const auto* on = value ? std::get_if<bool>(&*value) : nullptr;
        mBox->setCheckState(!value ? Qt::PartiallyChecked : on && *on ? Qt::Checked : Qt::Unchecked);
    }
    void setReadOnly(bool readOnly) override { mBox->setEnabled(!readOnly); }

private:
    QCheckBox* mBox;
};

} // namespace

bool FieldEditor::overrideShortcut(QKeyEvent& event, const std::function<void()>& commit) {
    if (event.key() == Qt::Key_Escape && isPending()) {
        event.accept();
        return true;
    }
    // Undo goes to the plan unless there is typing to take back.
    if (!isPending() && (event.matches(QKeySequence::Undo) || event.matches(QKeySequence::Redo))) {
        event.ignore();
        return true;
    }
    // What was typed belongs to what is saved, and is asked about by Quit.
    if (event.matches(QKeySequence::Save) || event.matches(QKeySequence::SaveAs) || event.matches(QKeySequence::Quit) ||
        event.matches(QKeySequence::Close))
        commit();
    return false;
}

bool isTyped(const Field& field, Kind kind) {
    switch (field.type) {
    case FieldType::Line:
    case FieldType::Polygon:
    case FieldType::References:
    case FieldType::Reals:
        return false;
    case FieldType::Reference:
        return kind != Kind::Span && kind != Kind::Scenario;
    default:
        return true;
    }
}

FieldEditor* FieldEditor::create(const Field& field, Kind kind, PanelHost& host, QWidget* parent) {
    const bool isFibre = kind == Kind::Span && QLatin1String(field.name) == QLatin1String("fibre");
    if (field.type == FieldType::Enumeration || isFibre || isPueModel(field, kind))
        return new ListFieldEditor(field, kind, host, parent);
    if (field.type == FieldType::Boolean)
        return new BoxFieldEditor(field, kind, host, parent);
    if (field.type == FieldType::YearReals)
        return new YearFieldEditor(field, kind, host, parent);
    return new LineFieldEditor(field, kind, host, parent);
}

} // namespace corridor
