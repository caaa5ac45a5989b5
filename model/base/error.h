// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"

#include <exception>

namespace corridor {

/// Who must act when something stops work. Planning problems are findings, never errors.
enum class Blame {
    Bug,         ///< ours
    Usage,       ///< a wrong argument or call by the user
    Environment, ///< disk full, no permission, locked, no memory
    FileContent, ///< the file is not what it should be
    Cancelled    ///< the user stopped it; shown nowhere
};

/// Stops the current job. Carries one sentence for the user (what, where, what to do) and technical detail for the log.
/// Caught at a named edge only: a tool, an action, a command-line verb.
class Error : public std::exception {
public:
    Error(Blame blame, Message sentence, QString detail = {});

    Blame blame() const { return mBlame; }
    const Message& sentence() const { return mSentence; }
    const QString& detail() const { return mDetail; }
    const char* what() const noexcept override { return mWhat.constData(); }

private:
    Blame mBlame;
    Message mSentence;
    QString mDetail;
    QByteArray mWhat;
};

} // namespace corridor
