// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"
#include "model/base/error.h"
#include "model/exchange/mapping.h"

namespace corridor {

Kind kindNamed(const std::string& name) {
    if (const auto kind = kindOfTableName(textOf(name)))
        return *kind;
    QStringList known;
    for (const Kind kind : allKinds())
        known += QString::fromLatin1(schemaOf(kind).table);
    throw Error(Blame::Usage, message(CORRIDOR_MSG("There is no kind of object “%1”; there are: %2."), textOf(name),
                                      known.join(QStringLiteral(", "))));
}

void addExchangeVerbs(CLI::App& app, CliContext& context) {
    addImportVerb(app, context);
    addExportVerb(app, context);
}

} // namespace corridor
