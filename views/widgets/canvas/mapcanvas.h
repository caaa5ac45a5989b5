// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/paint/furniture.h"
#include "views/widgets/canvas/dragpreview.h"
#include "views/widgets/canvas/feasiblearea.h"
#include "views/widgets/canvas/framerenderer.h"
#include "views/widgets/canvas/snapping.h"
#include "views/widgets/selection.h"
#include "views/widgets/tools/maptool.h"

#include <QTimer>
#include <QVariantAnimation>
#include <QWidget>

#include <map>
#include <memory>
#include <optional>
#include <set>

namespace corridor {

/// The map in the window. Pictures are painted in a thread; the last one is shown, moved and scaled, until the next is
/// ready, and everything that follows the mouse is painted over it. Hands mouse and keys to the current tool.
class MapCanvas : public QWidget, public ToolHost {
    Q_OBJECT
public:
    /// All four must outlive the canvas. Shows the whole plan first.
    MapCanvas(Document& document, Editor& editor, Session& session, Selection& selection, QWidget* parent = nullptr);
    ~MapCanvas() override;

    // What is shown
    void zoomToAll();
    void zoomToSelection();
    /// Brings objects into view; those without a place (services) by their ends.
    void zoomTo(const std::vector<EntityId>& ids);
    void zoomTo(const Box& box);
    void zoomBy(double factor);
    /// The place with coordinates in the middle, at the same scale.
    void centerOn(const LonLat& position);

    // Settings
    void setSnapping(bool on);
    bool snapping() const { return mSnapping; }
    void setLayers(const LayerVisibility& layers);
    const LayerVisibility& layers() const override { return mLayers; }
    /// Language of names on the map.
    void setEnglish(bool english);
    /// No animation of the view.
    void setReducedMotion(bool reduced) { mReducedMotion = reduced; }
    /// What the next span is to be; without one, a planned span of the plan's most frequent fibre. One that does not
    /// exist yet and has no date enters service in the year that is shown.
    void setSpanPrototype(std::optional<Span> prototype) { mPrototype = std::move(prototype); }
    /// The same for sites and junctions; without one, a planned intelligent site, a way-point.
    void setSitePrototype(std::optional<Site> prototype);
    void setJunctionPrototype(Junction prototype) { mJunctionPrototype = std::move(prototype); }

    // Tools
    const std::vector<MapTool*>& tools() const { return mTools; }
    MapTool* tool() const { return mTool; }
    /// Changes the tool by its id() ("select", "draw-span", …). False, and a notice, for one that edits while the plan
    /// is read-only.
    bool setTool(const QString& id);
    /// Whether a gesture is under way.
    bool isBusy() const { return mTool->isBusy(); }
    /// Escape: drops the gesture, else leaves the tool, else clears the selection.
    void cancel();
    /// Removes the selected objects and what cannot stand without them; says so, with a way back.
    void deleteSelection();
    /// Selects every site, junction, span and area of the layers that are shown, also outside the view.
    void selectAll();

    /// The gesture's effect; null when there is none.
    std::shared_ptr<const DragPreview> preview() const { return mPreview; }
    /// Where the dragged point may stand; null when nothing bounds it.
    const FeasibleArea* feasibleArea() const { return mPreview && mArea ? &*mArea : nullptr; }
    /// Whether the picture on the screen is the newest one (nothing is waiting for the painter).
    bool isSettled() const;

    // ToolHost
    Document& document() override { return mDocument; }
    Editor& editor() override { return mEditor; }
    Session& session() override { return mSession; }
    Selection& selection() override { return mSelection; }
    const Viewport& viewport() const override { return mViewport; }
    void setViewport(const Viewport& viewport) override;
    EntityId objectAt(QPointF pixel) const override;
    std::vector<EntityId> objectsAt(QPointF pixel) const override;
    std::vector<EntityId> objectsIn(const QRectF& pixels, BoxRule rule) const override;
    bool snaps(const MapPointer& pointer) const override;
    Snap snapAt(const MapPointer& pointer, EntityId ignore = {}) const override;
    Span spanPrototype() const override;
    Site sitePrototype() const override;
    Junction junctionPrototype() const override { return mJunctionPrototype; }
    void showPreview(const std::optional<ChangeSet>& step, const MapPointer& pointer) override;
    void setHint(const QString& hint) override;
    void notify(const Message& sentence) override;
    void notifyUndoable(const Message& sentence) override;
    void updateOverlay() override { update(); }
    void finishTool() override;

    QSize sizeHint() const override { return {960, 600}; }
    QSize minimumSizeHint() const override { return {240, 180}; }

Q_SIGNALS:
    void viewportChanged();
    /// The place under the pointer; NaN when it left the map.
    void pointerMoved(const corridor::LonLat& position);
    void hintChanged(const QString& hint);
    /// One sentence for the notice line; `undoable`: with the action "Undo".
    void notified(const corridor::Message& sentence, bool undoable);
    void toolChanged(corridor::MapTool* tool);
    /// A gesture's effect, or null when it is over; inspector, findings and status line show it.
    void previewChanged(const std::shared_ptr<const corridor::DragPreview>& preview);
    /// Right click with the select tool; `id` may be null.
    void contextMenuRequested(corridor::EntityId id, const QPoint& globalPosition);
    /// The screen shows the newest picture.
    void settled();

protected:
    bool event(QEvent* event) override;
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    /// What a requested picture holds besides the viewport.
    struct SceneState {
        quint64 revision = 0;
        std::set<EntityId> hidden, selected;
    };
    struct ShownFrame {
        MapFrame frame;
        SceneState state;
    };
    /// A gesture's geometry, kept on the screen until a picture with its outcome is there.
    struct PreviewLook {
        EntitySet before, after;
        ChangeSet step;
    };
    struct Pan {
        QPointF pixel;
        Viewport viewport;
        Qt::MouseButton button;
    };

    void makeTools();
    void connectModel();
    void resetProjection(bool newPlan);
    void planReplaced();
    void documentChanged();
    void fitPlan();
    Box planBox() const;
    Box boxOf(EntityId id) const;
    bool isInside(EntityId id, const QRectF& pixels) const;

    MapScene sceneNow() const;
    std::shared_ptr<const MapScene> hitScene() const;
    void requestFrame(bool interrupt = true);
    void sceneChanged();
    void takeFrame(const MapFrame& frame);
    void syncDevicePixelRatio();

    void flyTo(const Viewport& target);
    void stopFlight();
    bool pan(QMouseEvent* event);
    bool pressZoomColumn(QMouseEvent* event);
    void useZoomButton(ZoomButton button);
    bool navigate(QKeyEvent* event);
    void hoverAt(QPointF pixel, Qt::MouseButtons buttons);
    void updateCursor();
    MapPointer pointerOf(const QMouseEvent* event) const;

    void endPreview();
    void renewPreview();
    void hideDragged(const ChangeSet& step);

    void paintFrame(QPainter& painter) const;
    void paintSelected(QPainter& painter) const;
    void paintHovered(QPainter& painter) const;
    void paintPreview(QPainter& painter) const;
    void paintPanels(QPainter& painter) const;
    void paintHalo(QPainter& painter, EntityId id, Token token, qreal width, qreal opacity) const;

    Document& mDocument;
    Editor& mEditor;
    Session& mSession;
    Selection& mSelection;

    Viewport mViewport;
    bool mSized = false;   ///< the widget has had a size: pictures are worth painting
    bool mFitsPlan = true; ///< nobody has chosen a view yet: every new size shows the whole plan
    mutable MapPainter mPainter;
    mutable std::shared_ptr<const MapScene> mHitScene; ///< null = to be made anew
    Snapper mSnapper;
    std::unique_ptr<FrameRenderer> mRenderer;
    std::map<quint64, SceneState> mRequested; ///< by serial, newer than the shown frame
    quint64 mSerial = 0;
    std::optional<ShownFrame> mFrame, mPlainFrame; ///< plain: the last one without hidden objects

    LayerVisibility mLayers;
    Theme mTheme;
    bool mEnglish = false;
    bool mSnapping = true;
    bool mReducedMotion = false;
    std::optional<Span> mPrototype;
    std::optional<Site> mSitePrototype;
    Junction mJunctionPrototype;

    std::vector<MapTool*> mTools;
    MapTool* mTool = nullptr;
    QString mHint;

    std::shared_ptr<const DragPreview> mPreview;
    std::optional<PreviewLook> mLook;
    bool mSettling = false; ///< the gesture is over, its look stays until the picture is there
    std::optional<FeasibleArea> mArea;
    std::set<EntityId> mHidden;
    QPointF mPointer;

    std::optional<Pan> mPan;
    bool mSpaceHeld = false;
    std::optional<ZoomButton> mZoomHover;
    KeptFurniture mFurniture;
    bool mFocusShown = false;
    QTimer mRest; ///< runs while the map moves
    QVariantAnimation mFlight;
};

} // namespace corridor
