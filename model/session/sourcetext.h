// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace corridor {

/// A source (Provenance::source) in the language of the user: what the program itself writes there, as
/// equipment/sources.json of its data folder has it in both languages. Any other text, and all of them where that file
/// is not there, as it stands. Safe to call from any thread.
QString shownSource(const QString& stored, bool english);

} // namespace corridor
