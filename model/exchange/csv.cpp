// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/exchange/csv.h"

#include "model/base/error.h"

#include <QStringDecoder>

#include <iconv.h>

#include <algorithm>
#include <cerrno>
#include <memory>
#include <optional>

namespace corridor {

namespace {

std::optional<QString> fromUtf8(QByteArrayView bytes) {
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    return decoder.hasError() ? std::nullopt : std::optional<QString>(std::move(text));
}

struct IconvClose {
    void operator()(void* handle) const { iconv_close(static_cast<iconv_t>(handle)); }
};

using IconvHandle = std::unique_ptr<void, IconvClose>;

// Null when the system knows no such encoding.
IconvHandle openIconv(const QByteArray& encoding) {
    iconv_t raw = iconv_open("UTF-8", encoding.constData());
    return IconvHandle(raw == reinterpret_cast<iconv_t>(-1) ? nullptr : raw);
}

// Nothing when some bytes are no text in that encoding, which is one that the system knows.
std::optional<QString> fromIconv(QByteArray bytes, const QByteArray& encoding) {
    const IconvHandle handle = openIconv(encoding);
    if (!handle)
        return std::nullopt;
    QByteArray out(bytes.size() * 3 + 16,
                   Qt::Uninitialized); // no encoding here needs more than 3 bytes of UTF-8 per byte
    char* from = bytes.data();
    char* to = out.data();
    size_t fromLeft = static_cast<size_t>(bytes.size());
    size_t toLeft = static_cast<size_t>(out.size());
    if (iconv(static_cast<iconv_t>(handle.get()), &from, &fromLeft, &to, &toLeft) == static_cast<size_t>(-1) ||
        fromLeft != 0)
        return std::nullopt;
    return fromUtf8(QByteArrayView(out.constData(), to - out.constData()));
}

[[noreturn]] void refuseEncoding(const QString& file, const QByteArray& encoding) {
    throw Error(Blame::FileContent,
                message(CORRIDOR_MSG("%1: the text is not valid %2; save it as UTF-8 or name its encoding."), file,
                        QString::fromLatin1(encoding)));
}

std::optional<DecodedText> byMark(const QByteArray& bytes, const QString& file) {
    if (bytes.startsWith("\xEF\xBB\xBF")) {
        auto text = fromUtf8(QByteArrayView(bytes).sliced(3));
        if (!text)
            refuseEncoding(file, "UTF-8");
        return DecodedText{*text, "UTF-8"};
    }
    const bool little = bytes.startsWith("\xFF\xFE");
    if (!little && !bytes.startsWith("\xFE\xFF"))
        return std::nullopt;
    QStringDecoder decoder(little ? QStringDecoder::Utf16LE : QStringDecoder::Utf16BE, QStringDecoder::Flag::Stateless);
    QString text = decoder(QByteArrayView(bytes).sliced(2));
    if (decoder.hasError())
        refuseEncoding(file, little ? "UTF-16LE" : "UTF-16BE");
    return DecodedText{text, little ? "UTF-16LE" : "UTF-16BE"};
}

// A pull parser over the whole text; the line counter follows line breaks inside quotes too.
class CsvReader {
public:
    CsvReader(const QString& text, QChar delimiter, const QString& file)
        : mText(text)
        , mFile(file)
        , mDelimiter(delimiter) {}

    void skipLine() {
        while (mAt < mText.size() && !isLineEnd(mText[mAt]))
            ++mAt;
        takeLineEnd();
    }

    double fraction() const { return static_cast<double>(mAt) / static_cast<double>(mText.size()); }

    std::optional<CsvRow> next() {
        while (mAt < mText.size()) {
            CsvRow row{mLine, {}};
            const qsizetype start = mAt;
            do
                row.cells += cell();
            while (takeDelimiter());
            const bool blank =
                QStringView(mText).sliced(start, mAt - start).trimmed().isEmpty() && row.cells.size() == 1;
            takeLineEnd();
            if (!blank)
                return row;
        }
        return std::nullopt;
    }

private:
    bool isLineEnd(QChar c) const { return c == u'\n' || c == u'\r'; }
    bool takeDelimiter() {
        const bool found = mAt < mText.size() && mText[mAt] == mDelimiter;
        mAt += found ? 1 : 0;
        return found;
    }
    void takeLineEnd() {
        if (mAt >= mText.size())
            return;
        mAt += mText[mAt] == u'\r' && mAt + 1 < mText.size() && mText[mAt + 1] == u'\n' ? 2 : 1;
        ++mLine;
    }
    QString cell() {
        QString out;
        if (mAt < mText.size() && mText[mAt] == u'"')
            out = quoted();
        const qsizetype start = mAt;
        while (mAt < mText.size() && mText[mAt] != mDelimiter && !isLineEnd(mText[mAt]))
            ++mAt;
        return out.append(QStringView(mText).sliced(start, mAt - start));
    }
    QString quoted();

    const QString& mText;
    const QString& mFile;
    QChar mDelimiter;
    qsizetype mAt = 0;
    int mLine = 1;
};

QString CsvReader::quoted() {
    const int opened = mLine;
    QString out;
    ++mAt;
    while (mAt < mText.size()) {
        const QChar c = mText[mAt++];
        if (c == u'"') {
            if (mAt >= mText.size() || mText[mAt] != u'"')
                return out;
            ++mAt;
        } else if (c == u'\n' || (c == u'\r' && !(mAt < mText.size() && mText[mAt] == u'\n'))) {
            ++mLine;
        }
        out += c;
    }
    throw Error(Blame::FileContent,
                message(CORRIDOR_MSG("%1, line %2: a quotation mark is never closed; close it or double it."), mFile,
                        QString::number(opened)));
}

QChar likelyDelimiter(const QString& text) {
    static constexpr char16_t kCandidates[] = {u',', u';', u'\t', u'|'};
    int counts[std::size(kCandidates)] = {};
    bool quoted = false;
    for (const QChar c : text) {
        quoted ^= c == u'"';
        if (!quoted && (c == u'\n' || c == u'\r'))
            break;
        for (std::size_t i = 0; i < std::size(kCandidates); ++i)
            counts[i] += !quoted && c == kCandidates[i];
    }
    const auto most = std::max_element(std::begin(counts), std::end(counts)); // the first of equals: the comma
    return kCandidates[most - std::begin(counts)];
}

bool startsFormula(QStringView text) {
    return !text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front());
}

// How many apostrophes stand before what a spreadsheet would run; −1 when there is nothing of the kind.
qsizetype guardDepth(const QString& text) {
    qsizetype marks = 0;
    while (marks < text.size() && text[marks] == u'\'')
        ++marks;
    return startsFormula(QStringView(text).sliced(marks)) ? marks : -1;
}

} // namespace

void shareCells(QStringList& cells, const QStringList& above) {
    for (qsizetype i = 0; i < std::min(cells.size(), above.size()); ++i)
        if (cells.at(i) == above.at(i))
            cells[i] = above.at(i);
}

DecodedText decodeText(const QByteArray& bytes, const QByteArray& encoding, const QString& file) {
    if (!encoding.isEmpty() && !openIconv(encoding)) // before a mark in the file makes the name not matter
        throw Error(Blame::Usage,
                    message(CORRIDOR_MSG("The encoding “%1” asked for %2 is not known; use UTF-8 or GB18030."),
                            QString::fromLatin1(encoding), file));
    if (auto marked = byMark(bytes, file))
        return *marked;
    if (!encoding.isEmpty()) {
        const auto text = fromIconv(bytes, encoding);
        if (!text)
            refuseEncoding(file, encoding);
        return {*text, encoding};
    }
    if (auto text = fromUtf8(bytes))
        return {*text, "UTF-8"};
    if (auto text = fromIconv(bytes, "GB18030"))
        return {*text, "GB18030"};
    refuseEncoding(file, "UTF-8 / GB18030");
}

CsvDocument parseCsv(const QString& text, const QString& file, const std::function<bool(double, qint64)>& goOn) {
    constexpr std::size_t rowsBetween = 4096;
    CsvDocument document;
    const bool declared = text.size() > 5 && text.startsWith(QStringLiteral("sep="), Qt::CaseInsensitive) &&
                          (text[5] == u'\r' || text[5] == u'\n');
    document.delimiter = declared ? text[4] : likelyDelimiter(text);
    CsvReader reader(text, document.delimiter, file);
    if (declared)
        reader.skipLine();
    const auto header = reader.next();
    if (!header)
        throw Error(Blame::FileContent,
                    message(CORRIDOR_MSG("%1 is empty; it needs a first row with the names of its columns."), file));
    for (const QString& name : header->cells)
        document.header += name.trimmed();
    while (auto row = reader.next()) {
        shareCells(row->cells, document.rows.empty() ? QStringList() : document.rows.back().cells);
        document.rows.push_back(std::move(*row));
        if (goOn && document.rows.size() % rowsBetween == 0 &&
            !goOn(reader.fraction(), static_cast<qint64>(document.rows.size())))
            throw Error(Blame::Cancelled, message(CORRIDOR_MSG("It was stopped; nothing was changed.")));
    }
    return document;
}

QString csvRecord(const QStringList& cells) {
    QString line;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const QString& cell = cells[i];
        const bool quote = cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r') ||
                           cell.contains(u';') || cell.contains(u'\t') || cell.contains(u'|');
        line += i > 0 ? QStringLiteral(",") : QString();
        line += quote ? u'"' + QString(cell).replace(u'"', QStringLiteral("\"\"")) + u'"' : cell;
    }
    if (cells.size() == 1 && line.isEmpty())
        line = QStringLiteral("\"\""); // a lone empty cell is a record, an empty line is not
    return line + QStringLiteral("\r\n");
}

QString guarded(const QString& text) {
    return guardDepth(text) >= 0 ? u'\'' + text : text;
}

QString unguarded(const QString& text) {
    return guardDepth(text) > 0 ? text.sliced(1) : text;
}

} // namespace corridor
