// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/panels/objectform.h"
#include "views/widgets/panels/panelhost.h"
#include "views/widgets/panels/prototypes.h"

#include <QWidget>

#include <map>
#include <memory>
#include <optional>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace corridor {

class EmptyState;
class SectionHeader;
class VerdictList;

/// Properties of what is selected, as forms made from the schema; edits go through the editor. While a tool makes
/// objects it shows what the next one is to be.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(PanelHost& host, QWidget* parent = nullptr);
    ~InspectorPanel() override;

    /// Shows what the next span, site or junction will be instead of the selection; nothing = the selection.
    void setDrawing(std::optional<Kind> kind);
    /// What the next objects are to be, as entered so far.
    const Prototypes& prototypes() const { return mNext; }
    const Span& spanPrototype() const { return mNext.span; }
    /// A gesture's effect on the values shown; null when it is over.
    void showPreview(const std::shared_ptr<const DragPreview>& preview);
    /// The form on show; null when nothing is selected.
    ObjectForm* form() const { return mForm; }
    QString title() const;

Q_SIGNALS:
    void prototypesChanged(const corridor::Prototypes& prototypes);
    /// Show the evidence of an object's field (empty = of how it is computed).
    void evidenceRequested(corridor::EntityId object, const QString& field);
    void findingRequested(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead();
    void buildBody();
    QWidget* makeLegend();
    void resetPrototypes();
    void refresh();
    void refreshResults();
    void showForm(ObjectForm* form);
    void showHead(Kind kind);
    void showNextHead(Kind kind);
    void showFigures();
    void showSupply(EntityId id);
    std::shared_ptr<const Assessment> shownResults() const;
    ObjectForm* formFor(Kind kind);
    ObjectForm* nextForm(Kind kind);
    QString commit(const Field& field, const Value& value);
    QString commitPrototype(Kind kind, const Field& field, const Value& value);
    void follow(const ChangeSet& step);
    void rebuild(bool texts);
    void retranslate();
    std::vector<EntityRef> selectedObjects() const;

    PanelHost& mHost;
    QWidget* mHead;
    QLabel* mIcon;
    QLabel* mTitle;
    QLabel* mSubtitle;
    QLabel* mTag;
    QToolButton* mLocate;
    QScrollArea* mScroll;
    QVBoxLayout* mBody;
    SectionHeader* mServicesHeader;
    VerdictList* mServices;
    SectionHeader* mFindingsHeader;
    VerdictList* mFindings;
    EmptyState* mEmpty;
    QWidget* mLegend;
    std::map<int, ObjectForm*> mForms; ///< by kind; those of the next objects by −1 − kind
    ObjectForm* mForm = nullptr;
    Prototypes mNext;
    std::optional<Kind> mDrawing; ///< of what the next one is shown
    std::shared_ptr<const DragPreview> mPreview;
};

} // namespace corridor
