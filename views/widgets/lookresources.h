// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace corridor {

/// Makes `:/icons` and `:/styles` known to Qt; cheap to call again. Needed because a static library drops the
/// registration that an executable would do by itself.
void ensureLookResources();

} // namespace corridor
