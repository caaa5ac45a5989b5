// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/editor.h"
#include "model/session/session.h"
#include "views/widgets/selection.h"

namespace corridor {

/// What panels and dialogs may ask of their surroundings; the window implements it. Panels know no window.
class PanelHost {
public:
    virtual ~PanelHost() = default;
    virtual Document& document() = 0;
    virtual Editor& editor() = 0;
    virtual Session& session() = 0;
    virtual Selection& selection() = 0;
    /// A refusal or a remark as a notice, already in the user's language; never a dialog.
    virtual void notify(const QString& sentence) = 0;

    /// Whether names are shown in English.
    bool english() { return session().english(); }
    /// Says why an edit was refused; true when it was done.
    bool accept(const EditResult& result) {
        if (!result.ok())
            notify(result.sentence());
        return result.ok();
    }
};

} // namespace corridor
