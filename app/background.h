// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

namespace corridor {

/// Runs slow work (disk) on a thread of its own and waits with the event loop turning, user input held back, so that
/// the window repaints. What the work throws is thrown here. The work must not touch widgets, nor the document.
void runInBackground(const std::function<void()>& work);

} // namespace corridor
