// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/message.h"

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

namespace corridor {

/// The name iconv knows for what files call their encoding: "936", "ANSI_936", "GBK" and "gb2312" are GB18030 (which
/// contains them), "65001" and "utf8" UTF-8, "1252" CP1252. Empty for what iconv does not know.
QByteArray encodingNamed(const QByteArray& name);

/// Texts whose encoding must be found out: looks at as many as there are.
class EncodingFinder {
public:
    /// `truncated`: the text may end inside a character, as in fields of fixed width.
    void look(const QByteArray& text, bool truncated);
    bool sawForeign() const { return mForeign > 0; } ///< anything beyond ASCII
    /// Whether all texts seen are valid in that encoding.
    bool fits(const QByteArray& encoding) const;

private:
    QByteArray mSample; ///< all foreign texts, separated by line breaks
    int mForeign = 0, mNotUtf8 = 0;
};

/// The encoding to read by: asked for, else declared (both if they fit what was seen), else UTF-8 if everything fits,
/// else GB18030. A guess or a contradiction is told in `note`.
struct EncodingChoice {
    QByteArray encoding;
    std::optional<Message> note;
};
EncodingChoice chooseEncoding(const QByteArray& asked, const QByteArray& declared, const EncodingFinder& seen);

/// Decodes text after text. Bytes that are none in the encoding become U+FFFD and are counted.
class TextDecoder {
public:
    /// Precondition: a name that encodingNamed() gave.
    explicit TextDecoder(const QByteArray& encoding);
    ~TextDecoder();
    TextDecoder(TextDecoder&&) noexcept;
    TextDecoder& operator=(TextDecoder&&) noexcept;

    QString decode(const QByteArray& bytes);
    int badTexts() const { return mBad; }

private:
    struct Iconv;
    std::unique_ptr<Iconv> mIconv; ///< null: UTF-8
    int mBad = 0;
};

} // namespace corridor
