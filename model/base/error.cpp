// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/base/error.h"

namespace corridor {

Error::Error(Blame blame, Message sentence, QString detail)
    : mBlame(blame)
    , mSentence(std::move(sentence))
    , mDetail(std::move(detail))
    , mWhat((mSentence.english() + (mDetail.isEmpty() ? QString() : QStringLiteral(" [%1]").arg(mDetail))).toUtf8()) {}

} // namespace corridor
