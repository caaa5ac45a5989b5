// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace corridor {

/// A sentence for the user that is translated when it is shown, not when it is made: findings and errors outlive a
/// change of language. Make one with `CORRIDOR_MSG("Span %1 has no end.")` so that lupdate sees the text; `%1`…`%9`
/// take `args` in order.
struct Message {
    QByteArray source;
    QStringList args = {};

    bool isEmpty() const { return source.isEmpty(); }
    /// The sentence in the language of the installed translators (English when none is installed).
    QString text() const;
    /// The untranslated English sentence; for logs and machine-readable output.
    QString english() const;

    friend bool operator==(const Message&, const Message&) = default;
};

/// Builds a Message; every argument is already text. `message("…", a, b)`.
template <class... Args>
Message message(const char* source, const Args&... args) {
    return Message{QByteArray(source), QStringList{QString(args)...}};
}

} // namespace corridor

/// Marks a literal for lupdate in the context "Message" and yields it unchanged.
#define CORRIDOR_MSG(text) QT_TRANSLATE_NOOP("Message", text)
