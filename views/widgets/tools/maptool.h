// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/editor.h"
#include "model/session/session.h"
#include "views/paint/mapscene.h"
#include "views/paint/viewport.h"

#include <QCursor>
#include <QKeySequence>
#include <QObject>
#include <QPainter>

#include <optional>

namespace corridor {

class Selection;

/// Where the pointer snapped to.
struct Snap {
    enum class Kind { None, End, Vertex, Midpoint, AlongLine };
    Kind kind = Kind::None;
    LonLat position;
    EntityId object;         ///< node for End; span for the others
    std::size_t segment = 0; ///< of the span's line
};

/// Which objects a box of the mouse selects.
enum class BoxRule {
    Inside,  ///< those wholly in it
    Touching ///< those that meet it
};

/// A mouse event on the map, in map terms.
struct MapPointer {
    QPointF pixel;
    LonLat position;
    Qt::MouseButton button = Qt::NoButton;
    Qt::MouseButtons buttons;
    Qt::KeyboardModifiers modifiers;
};

/// What a tool may ask of its surroundings; the canvas and the window implement it. Tools know no window.
class ToolHost {
public:
    virtual ~ToolHost() = default;
    virtual Document& document() = 0;
    virtual Editor& editor() = 0;
    virtual Session& session() = 0;
    virtual Selection& selection() = 0;
    virtual const Viewport& viewport() const = 0;
    virtual void setViewport(const Viewport& viewport) = 0;
    /// The object drawn at a pixel: nodes before spans, within the grab radius; null when none.
    virtual EntityId objectAt(QPointF pixel) const = 0;
    /// All that is drawn there, the best first. Nothing of a hidden layer, here and below.
    virtual std::vector<EntityId> objectsAt(QPointF pixel) const = 0;
    virtual std::vector<EntityId> objectsIn(const QRectF& pixels, BoxRule rule) const = 0;
    virtual const LayerVisibility& layers() const = 0;
    /// Whether the pointer is to stick to things: snapping is on, and Ctrl is not held.
    virtual bool snaps(const MapPointer& pointer) const = 0;
    /// Snaps when snaps() says so; `ignore` is the object being dragged.
    virtual Snap snapAt(const MapPointer& pointer, EntityId ignore = {}) const = 0;
    /// What a new span is to be: status, terrain, sinuosity, fibre, dates as set in the form.
    virtual Span spanPrototype() const = 0;
    /// What a new site is to be; its position and id are left to the tool.
    virtual Site sitePrototype() const = 0;
    virtual Junction junctionPrototype() const = 0;
    /// Runs the latency preview of a step and shows the cursor card, budget bar, changed inspector values; nothing =
    /// remove all of it.
    virtual void showPreview(const std::optional<ChangeSet>& step, const MapPointer& pointer) = 0;
    /// One line in the status bar: what the tool does next, with its keys.
    virtual void setHint(const QString& hint) = 0;
    /// A refusal or a remark, as a notice in the panel; never a dialog.
    virtual void notify(const Message& sentence) = 0;
    /// What was just done, with the action "Undo".
    virtual void notifyUndoable(const Message& sentence) = 0;
    /// Only the tool's overlay is repainted, over the cached frame.
    virtual void updateOverlay() = 0;
    /// Back to the select tool.
    virtual void finishTool() = 0;
};

/// One way of working with the mouse on the map. Keeps its own copy of what it drags; the document changes only on
/// release, in one step.
class MapTool : public QObject {
    Q_OBJECT
public:
    explicit MapTool(ToolHost& host)
        : mHost(host) {}

    virtual QString id() const = 0;    ///< "draw-span": also the icon's name
    virtual QString title() const = 0; ///< translated
    virtual QKeySequence shortcut() const = 0;
    virtual QCursor cursor() const { return Qt::ArrowCursor; }
    virtual QString hint() const = 0;
    /// Whether it edits (and is off for read-only plans).
    virtual bool edits() const { return true; }
    /// The kind of object it makes: the inspector shows what the next one will be.
    virtual std::optional<Kind> makes() const { return std::nullopt; }

    virtual void activate() {}
    /// Leaves no preview behind.
    virtual void deactivate() { cancel(); }
    virtual void press(const MapPointer&) {}
    virtual void move(const MapPointer&) {}
    virtual void release(const MapPointer&) {}
    virtual void doubleClick(const MapPointer&) {}
    /// The pointer left the map: nothing is under it any more.
    virtual void leave() {}
    /// True when the key was used.
    virtual bool key(int, Qt::KeyboardModifiers) { return false; }
    /// Whether key() would use it now: then it comes here even if the window has a shortcut for it.
    virtual bool wantsKey(int, Qt::KeyboardModifiers) const { return false; }
    /// Somebody else changed the plan (undo, another panel): what a gesture started from may be gone.
    virtual void documentChanged() { cancel(); }
    /// Escape: drops the gesture; costs nothing. True when there was one.
    virtual bool cancel() { return false; }
    /// Whether a gesture is under way (recovery and results wait for its end).
    virtual bool isBusy() const { return false; }
    /// Draws handles, rubber bands and the preview over the cached frame.
    virtual void paint(QPainter&, const Viewport&) const {}

protected:
    ToolHost& mHost;
};

} // namespace corridor
