// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace corridor {

/// Bounds what this process may take, whatever file it is given: 448 MiB of data in memory (some 500 MiB with its
/// libraries), 4 GiB of address space, 120 s of processor time, 600 s in all, no core dump; and has it end with the
/// program that started it. Where memory is refused it ends at once with the status that says so.
void setWorkerLimits();

} // namespace corridor
