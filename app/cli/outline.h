// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace CLI {
class App;
} // namespace CLI

namespace corridor {

/// All verbs, arguments and options of the command line in the language of the run, one to a line with tabs between its
/// fields: what the manual pages and the completion of the shell are made from when the program is built, so that they
/// cannot say anything else than --help does.
///
///     verb      VERB  what it does                              "" for the program itself, "calc all" for one below a
///     verb argument  VERB  NAME     one|many      what it is option    VERB  -h,--help  VALUE       words  what it
///     does   VALUE empty: a flag; words: what VALUE may be, "a,b" note      VERB  what stands below its help
QString outlineOf(const CLI::App& app);

} // namespace corridor
