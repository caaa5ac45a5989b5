// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"
#include "views/widgets/panels/panelhost.h"

#include <QObject>
#include <QPointer>
#include <QWidget>

#include <functional>
#include <optional>

class QKeyEvent;

namespace corridor {

/// The control for one field of one kind of object: a line for texts, numbers, dates and references, a list for codes,
/// a box for yes and no. Enter (or leaving it changed) commits; Escape brings the old value back.
class FieldEditor : public QObject {
    Q_OBJECT
public:
    /// The control that suits the field's type. @p parent owns both editor and control.
    static FieldEditor* create(const Field& field, Kind kind, PanelHost& host, QWidget* parent);

    const Field& field() const { return mField; }
    QWidget* widget() const { return mWidget; }
    /// Shows a value that stands in the plan; nothing = several objects with different values.
    virtual void show(const std::optional<Value>& value) = 0;
    /// Whether the shown entry is not yet in the plan.
    virtual bool isPending() const { return false; }
    virtual void setReadOnly(bool readOnly) = 0;
    /// What calculations take while the field is empty ("Default 1.025"), shown in its place; empty = nothing to say.
    /// Belongs to the value shown last.
    virtual void setDefault(const QString&) {}

Q_SIGNALS:
    /// A legal value, different from the one shown.
    void committed(const corridor::Value& value);
    /// An entry that is no value of this field, and why; the plan keeps the old one.
    void refused(const QString& sentence);
    /// The entry is the old value again.
    void reverted();

protected:
    FieldEditor(const Field& field, Kind kind, PanelHost& host, QWidget* widget, QObject* parent)
        : QObject(parent)
        , mField(field)
        , mKind(kind)
        , mHost(host)
        , mWidget(widget) {}

    /// The answer of a line to ShortcutOverride; true when the line itself must not see the event. `commit` puts what
    /// was typed into the plan.
    bool overrideShortcut(QKeyEvent& event, const std::function<void()>& commit);

    const Field& mField;
    Kind mKind;
    PanelHost& mHost;
    QPointer<QWidget> mWidget;
};

/// Whether people type or choose the value. What is drawn on the map or made elsewhere is shown only; a scenario's
/// parent is chosen when it is made.
bool isTyped(const Field& field, Kind kind);
/// "Several values": what a control shows for objects that differ.
QString severalText();
/// A number as people type it (thin spaces, true minus); nothing when it is none.
std::optional<double> numberFromText(const QString& text);
/// What the line of a field shows for a value, names for references.
QString fieldText(const Field& field, const Value& value, const EntitySet& entities, bool english);
/// The value a line stands for. `why` says what is wrong when there is none.
std::optional<Value> fieldValue(const Field& field, Kind kind, const QString& text, const EntitySet& entities,
                                QString* why);

} // namespace corridor
