// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace corridor {

/// The folder with rulepacks/, equipment/, … : the environment's CORRIDOR_RESOURCES, else share/corridor-planner beside
/// the program's folder, else the source tree it was built from. @throws Error (Environment) when none of them is
/// there.
QString resourceFolder();

/// One file of it, by its path inside ("rulepacks/beijing-2024-2027.json"). @throws Error (Environment) when it cannot
/// be read.
QByteArray readResource(const QString& path);

} // namespace corridor
