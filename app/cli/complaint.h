// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace CLI {
class App;
class ParseError;
} // namespace CLI

namespace corridor {

/// What is wrong with a command line, as one sentence in the user's language that ends with where to read on: the help
/// of the verb that was being given. CLI11 itself speaks English only.
QString complaint(const CLI::ParseError& error, const CLI::App& app);

} // namespace corridor
