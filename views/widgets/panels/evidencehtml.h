// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/session/assessment.h"

#include <QString>
#include <QStringList>

namespace corridor::evidence {

// Pieces of the rich text that explains figures. Text given is escaped by html(), markup is not.

QString html(const QString& text);
QString heading(const QString& text);
/// A line in the size and colour of remarks; takes markup.
QString small(const QString& text);
QString link(const Assessment& assessment, EntityId id);
/// One row of a table: the first cell to the left, the others to the right; cells take markup.
QString row(const QStringList& cells, bool head = false, bool bold = false);
QString table(const QString& rows);
/// Revision, year, engines and hash of the inputs.
QString runText(const Assessment& assessment);

} // namespace corridor::evidence
