// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/limits.h"

#include "model/base/posix.h"
#include "model/exchange/wire.h"

#include <cstdlib>
#include <new>

namespace corridor {

namespace {

[[maybe_unused]] constexpr quint64 dataBytes = quint64(448) << 20; // with the libraries under 512 MiB
[[maybe_unused]] constexpr quint64 addressSpaceBytes = quint64(4) << 30;
constexpr quint64 processorSeconds = 120;
constexpr unsigned wallSeconds = 600;

} // namespace

void setWorkerLimits() {
    posix::endWithParent();
#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes for its shadow
    posix::limitData(dataBytes);
    posix::limitAddressSpace(addressSpaceBytes);
#endif
    posix::limitProcessorTime(processorSeconds);
    posix::limitTime(wallSeconds);
    posix::forbidCoreDump();
    std::set_new_handler([] { std::_Exit(kWorkerOutOfMemory); });
}

} // namespace corridor
