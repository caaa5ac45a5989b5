// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/lookresources.h"

#include <QDir>

// Q_INIT_RESOURCE declares a global function and so must stand outside every namespace.
static void initLook() {
    Q_INIT_RESOURCE(look);
}

namespace corridor {

void ensureLookResources() {
    static const bool done = (initLook(), true);
    Q_UNUSED(done);
}

} // namespace corridor
