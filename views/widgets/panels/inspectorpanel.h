// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/panels/objectform.h"
#include "views/widgets/panels/panelhost.h"

#include <QWidget>

#include <map>
#include <memory>

class QLabel;
class QScrollArea;
class QToolButton;
class QVBoxLayout;

namespace corridor {

class EmptyState;
class SectionHeader;
class VerdictList;

/// Properties of what is selected, as forms made from the schema; edits go through the editor. While a span is being
/// drawn it shows what the next span is to be.
class InspectorPanel : public QWidget {
    Q_OBJECT
public:
    explicit InspectorPanel(PanelHost& host, QWidget* parent = nullptr);
    ~InspectorPanel() override;

    /// Shows the form of the next span instead of the selection.
    void setDrawing(bool drawing);
    /// What the next span is to be, as entered so far.
    const Span& spanPrototype() const { return mPrototype; }
    /// A gesture's effect on the values shown; null when it is over.
    void showPreview(const std::shared_ptr<const DragPreview>& preview);
    /// The form on show; null when nothing is selected.
    ObjectForm* form() const { return mForm; }
    QString title() const;

Q_SIGNALS:
    void spanPrototypeChanged(const corridor::Span& span);
    /// Show the evidence of an object's field (empty = of how it is computed).
    void evidenceRequested(corridor::EntityId object, const QString& field);
    void findingRequested(const QString& key);

protected:
    void changeEvent(QEvent* event) override;

private:
    void buildHead();
    void buildBody();
    QWidget* makeLegend();
    void resetPrototype();
    void refresh();
    void refreshResults();
    void showForm(ObjectForm* form);
    void showHead(Kind kind);
    void showFigures();
    ObjectForm* formFor(Kind kind);
    ObjectForm* drawingForm();
    QString commit(const Field& field, const Value& value);
    QString commitPrototype(const Field& field, const Value& value);
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
    std::map<int, ObjectForm*> mForms; ///< by kind; −1 = the next span
    ObjectForm* mForm = nullptr;
    Span mPrototype;
    bool mDrawing = false;
    std::shared_ptr<const DragPreview> mPreview;
};

} // namespace corridor
