// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace corridor {

/// Bounds what this process may take, whatever file it is given: 4 GiB of address space, 120 s of processor time, no
/// core dump; and has it end with the program that started it.
void setWorkerLimits();

} // namespace corridor
