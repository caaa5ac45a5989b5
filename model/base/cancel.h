// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>
#include <utility>

namespace corridor {

/// A flag that a long job polls. Copies share the flag; polling costs one relaxed load. A default-constructed token is
/// never cancelled unless `cancel()` is called on it or a copy.
class CancelToken {
public:
    CancelToken()
        : mFlag(std::make_shared<std::atomic<bool>>(false)) {}

    void cancel() const { mFlag->store(true, std::memory_order_relaxed); }
    bool isCancelled() const { return mFlag->load(std::memory_order_relaxed); }
    /// For kernels that take a plain pointer.
    const std::atomic<bool>* flag() const { return mFlag.get(); }

private:
    std::shared_ptr<std::atomic<bool>> mFlag;
};

} // namespace corridor
