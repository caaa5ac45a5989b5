// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/entitytabledelegate.h"

#include <QComboBox>
#include <QFocusEvent>
#include <QLineEdit>
#include <QStyle>
#include <QTimer>

namespace corridor {

namespace {

constexpr int narrowestLine = 96;
constexpr const char* closing = "closing";

FieldEditor* fieldEditorOf(QWidget* widget) {
    return widget->findChild<FieldEditor*>(QString(), Qt::FindDirectChildrenOnly);
}

void markBad(QWidget* widget, bool bad) {
    if (widget->property("bad").toBool() == bad)
        return;
    widget->setProperty("bad", bad);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace

EntityTableDelegate::EntityTableDelegate(Kind kind, PanelHost& host, Access access, QObject* parent)
    : TableCellDelegate(parent)
    , mKind(kind)
    , mHost(host)
    , mAccess(std::move(access)) {}

QWidget* EntityTableDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem&,
                                           const QModelIndex& index) const {
    const Field* field = mAccess.field(index);
    if (!field)
        return nullptr;
    FieldEditor* editor = FieldEditor::create(*field, mKind, mHost, parent);
    QWidget* widget = editor->widget();
    editor->setParent(widget); // goes with the control, which the view closes
    widget->setAutoFillBackground(true);
    editor->show(mAccess.value(index));
    if (auto* line = qobject_cast<QLineEdit*>(widget))
        line->selectAll();
    const_cast<EntityTableDelegate*>(this)->connectEditor(editor, index);
    if (auto* list = qobject_cast<QComboBox*>(widget))
        QTimer::singleShot(0, list, [list] { list->showPopup(); });
    return widget;
}

void EntityTableDelegate::connectEditor(FieldEditor* editor, const QPersistentModelIndex& index) {
    QWidget* widget = editor->widget();
    connect(editor, &FieldEditor::committed, this, [this, widget, index](const Value& value) {
        if (mAccess.commit(index, value))
            close(widget);
        else
            markBad(widget, true);
    });
    connect(editor, &FieldEditor::refused, this, [this, widget](const QString& sentence) {
        markBad(widget, true);
        mHost.notify(sentence);
    });
    if (auto* line = qobject_cast<QLineEdit*>(widget)) {
        connect(line, &QLineEdit::textEdited, this, [widget] { markBad(widget, false); });
        // After the field's own answer to Enter: nothing typed, nothing to do.
        connect(line, &QLineEdit::returnPressed, this, [this, widget, editor] {
            if (!editor->isPending() && !widget->property("bad").toBool())
                close(widget);
        });
    }
    if (auto* list = qobject_cast<QComboBox*>(widget)) // the word that stood there was chosen again
        connect(list, &QComboBox::activated, this, [this, widget] { close(widget); });
}

// Keeps what is being typed; the view asks again with each change of the row.
void EntityTableDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const {
    FieldEditor* field = fieldEditorOf(editor);
    auto* line = qobject_cast<QLineEdit*>(editor);
    if (!field || field->isPending() || editor->property("bad").toBool() || !line)
        return;
    field->show(mAccess.value(index));
    line->selectAll();
}

// The field commits by itself, for all selected rows at once.
void EntityTableDelegate::setModelData(QWidget*, QAbstractItemModel*, const QModelIndex&) const {}

void EntityTableDelegate::updateEditorGeometry(QWidget* editor, const QStyleOptionViewItem& option,
                                               const QModelIndex&) const {
    QRect rect = option.rect;
    const int least = qobject_cast<QLineEdit*>(editor) ? narrowestLine : editor->sizeHint().width();
    const int width = std::max(rect.width(), least), right = rect.right();
    rect.setWidth(width);
    if (option.displayAlignment & Qt::AlignRight)
        rect.moveRight(right);
    const QRect room = editor->parentWidget()->rect();
    rect.moveLeft(std::max(0, std::min(rect.left(), room.right() - width)));
    editor->setGeometry(rect);
}

void EntityTableDelegate::close(QWidget* editor) {
    if (editor->property(closing).toBool())
        return;
    editor->setProperty(closing, true);
    Q_EMIT closeEditor(editor, QAbstractItemDelegate::NoHint);
}

// The old value first: a field that loses the focus with something typed in it commits.
void EntityTableDelegate::abandon(QWidget* editor) {
    if (FieldEditor* field = fieldEditorOf(editor); field && field->isPending())
        field->show(std::nullopt);
    close(editor);
}

bool EntityTableDelegate::eventFilter(QObject* object, QEvent* event) {
    auto* editor = qobject_cast<QWidget*>(object);
    if (!editor)
        return false;
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        auto* line = qobject_cast<QLineEdit*>(editor);
        const bool ends = key == Qt::Key_Escape || enter;
        if (ends && event->type() == QEvent::KeyPress) {
            // A line would let Enter through to the table, which opens the cell again.
            if (enter && line)
                Q_EMIT line->returnPressed();
            else
                abandon(editor);
        }
        if (ends)
            event->accept();
        return ends;
    }
    if (event->type() == QEvent::FocusOut) {
        const Qt::FocusReason reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason && reason != Qt::MenuBarFocusReason)
            QMetaObject::invokeMethod( // after the field has committed
                editor,
                [this, editor] {
                    if (!editor->hasFocus())
                        abandon(editor);
                },
                Qt::QueuedConnection);
    }
    return false;
}

} // namespace corridor
