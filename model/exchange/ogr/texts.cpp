// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/ogr/texts.h"

#include <QStringDecoder>

#include <iconv.h>

#include <cerrno>

namespace corridor {

namespace {

constexpr int mostSampleBytes = 1 << 20;

bool isAscii(const QByteArray& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool isUtf8(QByteArrayView text, bool truncated) {
    if (!truncated)
        return QUtf8StringView(text.data(), text.size()).isValidUtf8();
    QStringDecoder decoder(QStringDecoder::Utf8); // which waits for the rest of a character
    [[maybe_unused]] const QString read = decoder(text);
    return !decoder.hasError();
}

// At most so many bytes, cut where no encoding has the middle of a character.
QByteArray wholeWords(const QByteArray& text, qsizetype most) {
    if (text.size() <= most)
        return text;
    qsizetype end = most;
    while (end > 0 && !QByteArrayView("\n >").contains(text[end - 1]))
        --end;
    return text.left(end);
}

} // namespace

struct TextDecoder::Iconv {
    explicit Iconv(const QByteArray& encoding)
        : handle(iconv_open("UTF-8", encoding.constData())) {}
    ~Iconv() {
        if (isOpen())
            iconv_close(handle);
    }
    Iconv(const Iconv&) = delete;
    Iconv& operator=(const Iconv&) = delete;
    bool isOpen() const { return handle != reinterpret_cast<iconv_t>(-1); }
    iconv_t handle;
};

QByteArray encodingNamed(const QByteArray& name) {
    QByteArray key = name.trimmed().toUpper();
    for (const char* prefix : {"ANSI_", "ANSI ", "CP", "OEM ", "DOS", "WINDOWS-"})
        if (key.startsWith(prefix))
            key = key.sliced(qstrlen(prefix));
    if (key == "UTF-8" || key == "UTF8" || key == "65001")
        return "UTF-8";
    for (const char* chinese : {"936", "GBK", "GB2312", "GB18030", "GB", "54936", "EUC-CN"})
        if (key == chinese)
            return "GB18030";
    if (key == "88591" || key == "8859_1" || key == "ISO-8859-1")
        return "ISO-8859-1";
    bool isNumber = false;
    key.toInt(&isNumber);
    const QByteArray known = isNumber ? "CP" + key : name.trimmed();
    // A "//" would ask iconv to leave out what it cannot read.
    if (known.isEmpty() || known.contains('/'))
        return {};
    const iconv_t handle = iconv_open("UTF-8", known.constData());
    if (handle == reinterpret_cast<iconv_t>(-1))
        return {};
    iconv_close(handle);
    return known;
}

void EncodingFinder::look(const QByteArray& text, bool truncated) {
    if (isAscii(text))
        return;
    ++mForeign;
    mNotUtf8 += !isUtf8(text, truncated);
    const qsizetype room = mostSampleBytes - mSample.size();
    if (room > 0)
        mSample += wholeWords(text, room) + '\n';
}

bool EncodingFinder::fits(const QByteArray& encoding) const {
    if (encoding == "UTF-8" || encoding.isEmpty())
        return mNotUtf8 == 0 && !encoding.isEmpty();
    TextDecoder decoder(encoding);
    int foreign = 0;
    for (const QByteArray& text : mSample.split('\n')) {
        decoder.decode(text);
        ++foreign;
    }
    // A text of fixed width may end inside a character; more than a few bad ones are another encoding.
    return 10 * decoder.badTexts() <= foreign;
}

EncodingChoice chooseEncoding(const QByteArray& asked, const QByteArray& declared, const EncodingFinder& seen) {
    const QByteArray askedName = encodingNamed(asked), declaredName = encodingNamed(declared);
    if (!askedName.isEmpty())
        return {askedName, std::nullopt};
    if (!declaredName.isEmpty() && (!seen.sawForeign() || seen.fits(declaredName)))
        return {declaredName, std::nullopt};
    const QByteArray found = seen.fits("UTF-8") ? "UTF-8" : "GB18030";
    if (!seen.sawForeign())
        return {found, std::nullopt};
    if (!declared.isEmpty())
        return {found,
                message(CORRIDOR_MSG("the file says that its texts are %1, which they are not; they were read as %2."),
                        QString::fromLatin1(declared), QString::fromLatin1(found))};
    return {found, message(CORRIDOR_MSG("the file does not say how its texts are encoded; they were read as %1."),
                           QString::fromLatin1(found))};
}

TextDecoder::TextDecoder(const QByteArray& encoding)
    : mIconv(encoding == "UTF-8" ? nullptr : std::make_unique<Iconv>(encoding)) {}
TextDecoder::~TextDecoder() = default;
TextDecoder::TextDecoder(TextDecoder&&) noexcept = default;
TextDecoder& TextDecoder::operator=(TextDecoder&&) noexcept = default;

QString TextDecoder::decode(const QByteArray& bytes) {
    if (!mIconv || !mIconv->isOpen() || isAscii(bytes)) {
        const QString text = QString::fromUtf8(bytes);
        mBad += text.contains(QChar::ReplacementCharacter);
        return text;
    }
    QByteArray out(3 * bytes.size() + 16,
                   Qt::Uninitialized);                 // no encoding here needs more than 3 bytes of UTF-8 a byte
    char* from = const_cast<char*>(bytes.constData()); // iconv does not write there
    char* to = out.data();
    auto fromLeft = static_cast<size_t>(bytes.size()), toLeft = static_cast<size_t>(out.size());
    bool bad = false;
    iconv(mIconv->handle, nullptr, nullptr, nullptr, nullptr);
    while (fromLeft > 0 && iconv(mIconv->handle, &from, &fromLeft, &to, &toLeft) == static_cast<size_t>(-1)) {
        if (errno == E2BIG || toLeft < 8)
            break;
        bad = true;
        for (const char c : {'\xEF', '\xBF', '\xBD'})
            *to++ = c;
        toLeft -= 3;
        ++from;
        --fromLeft;
    }
    mBad += bad;
    return QString::fromUtf8(out.constData(), to - out.constData());
}

} // namespace corridor
