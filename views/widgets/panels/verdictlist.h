// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <QWidget>

#include <vector>

namespace corridor {

/// Short rows of verdicts in the inspector: mark, what, value and limit. A click chooses one.
class VerdictList : public QWidget {
    Q_OBJECT
public:
    struct Row {
        Verdict verdict = Verdict::Unknown;
        Severity severity = Severity::Guiding;
        QString text, value, limit;
        EntityId object; ///< chosen by a click
        QString key;     ///< of the finding; may be empty
        bool preview = false;
    };

    explicit VerdictList(QWidget* parent = nullptr);
    void setRows(std::vector<Row> rows);
    const std::vector<Row>& rows() const { return mRows; }
    void setStale(bool stale);

    QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(corridor::EntityId object, const QString& key);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    int rowHeight() const;
    int rowAt(QPointF position) const;
    void paintRow(QPainter& painter, const QRect& rect, const Row& row) const;

    std::vector<Row> mRows;
    int mCurrent = -1;
    int mHover = -1;
    bool mStale = false;
};

} // namespace corridor
