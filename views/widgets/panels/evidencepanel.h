// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/explanation.h"
#include "views/widgets/panels/objectform.h"
#include "views/widgets/panels/panelhost.h"

#include <QWidget>

class QListWidget;
class QPushButton;
class QTextBrowser;
class QUrl;

namespace corridor {

class EmptyState;

/// Where values come from: for an object the rows of provenance, which can be edited; for a finding the quoted clause
/// and the whole computation; for totals and charts by year what they add up.
class EvidencePanel : public QWidget {
    Q_OBJECT
public:
    explicit EvidencePanel(PanelHost& host, QWidget* parent = nullptr);

    /// Shows how a finding came about.
    void showFinding(const QString& key);
    /// Shows the sources of an object's values; @p field is the one to begin with.
    void showObject(EntityId object, const QString& field);
    /// Shows an answer that is about no single object: sums, totals.
    void showAnswer(const Question& question);
    QString text();
    QListWidget& sources();
    ObjectForm* form();

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void refresh();
    void fill();
    void catchUp();
    void refreshSources();
    void fitSources();
    Explanation explanation(const Assessment& assessment) const;
    void showSource();
    void addSource();
    QString commit(const Field& field, const Value& value);
    void followLink(const QUrl& url);
    void rebuild(bool texts);
    void retranslate();

    PanelHost& mHost;
    QTextBrowser* mText;
    QWidget* mProvenance;
    QListWidget* mSources;
    QPushButton* mAdd;
    ObjectForm* mForm;
    EmptyState* mEmpty;
    QString mHtml;     ///< in mText
    bool mDue = false; ///< for a refill, once somebody looks
    // One of these, or none.
    Question mQuestion;
    QString mFinding;
    EntityId mObject;
    QString mField;
};

} // namespace corridor
