// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan/schema.h"

#include <QByteArray>

namespace corridor {

/// How long lists of numbers are spelled: as text for the content hash, as bytes for the digest of a row (many times
/// faster).
enum class CanonicalForm { Text, Binary };

/// Appends the one spelling of an object that its hash is made from: for each known field in the order of the schema
/// `name=<length>:<value>` and a newline. See FORMAT.md, "Content hash".
void appendCanonical(QByteArray& out, const EntitySchema& schema, const Entity& entity, CanonicalForm form);

} // namespace corridor
