// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// QCustomPlot's header uses Qt's foreach, which this project switches off; a range loop does the same there.
#define foreach(declaration, container) for (declaration : container)
#include <qcustomplot.h>
#undef foreach
