// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/edit/checks.h"
#include "model/edit/editor.h"

namespace corridor {

// How verbs say no. Internal to model/edit.

EditResult refuse(Finding finding);
/// A refusal that concerns no object in particular.
EditResult refuse(const char* check, Message sentence);
EditResult refuseMissing(EntityId id);

} // namespace corridor
