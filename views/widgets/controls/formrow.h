// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/symbols.h"

#include <QWidget>

#include <optional>

class QLabel;

namespace corridor {

class ProvenanceDot;

/// One line of a form: label · field · unit · provenance dot, with room for one sentence below when the entry is out of
/// range. The field keeps its own behaviour; the row owns it and only arranges, marks and explains it.
class FormRow : public QWidget {
    Q_OBJECT
public:
    /// @param unit  empty lets the field run to the dot
    FormRow(const QString& label, QWidget* field, const QString& unit = QString(), QWidget* parent = nullptr);

    QWidget* field() const { return mField; }
    QString label() const;
    /// Width of the label column in device-independent pixels; forms give all their rows the widest.
    void setLabelWidth(int width);
    int labelWidthHint() const;
    void setUnit(const QString& unit);

    /// Nothing leaves the place of the dot empty, so that columns stay aligned.
    void setProvenance(std::optional<ValueOrigin> origin, const QString& source = QString());

    /// Marks the field as out of range and says why below it; an empty sentence clears both.
    void setError(const QString& sentence);
    bool hasError() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

signals:
    /// The dot was clicked: show where the value comes from.
    void provenanceRequested();

private:
    void refreshFieldStyle(bool bad);
    void tellWhole();

    QLabel* mLabel;
    QWidget* mField;
    QLabel* mUnit;
    ProvenanceDot* mDot;
    QLabel* mError;
    QString mWhole; ///< what the field has no room for; its tool tip
};

/// Gives all rows the label column of the widest.
void alignFormRows(const QList<FormRow*>& rows);

} // namespace corridor
