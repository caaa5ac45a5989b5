// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker/limits.h"

#include <sys/prctl.h>
#include <sys/resource.h>

#include <csignal>

namespace corridor {

namespace {

constexpr rlim_t addressSpaceBytes = rlim_t(4) << 30;
constexpr rlim_t processorSeconds = 120;

void limit(__rlimit_resource what, rlim_t most) {
    const rlimit both{most, most};
    setrlimit(what, &both);
}

} // namespace

void setWorkerLimits() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
#ifndef __SANITIZE_ADDRESS__ // which reserves terabytes for its shadow
    limit(RLIMIT_AS, addressSpaceBytes);
#endif
    limit(RLIMIT_CPU, processorSeconds);
    limit(RLIMIT_CORE, 0);
}

} // namespace corridor
