// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background.h"

#include <QCursor>
#include <QEventLoop>
#include <QGuiApplication>

#include <exception>
#include <thread>

namespace corridor {

void runInBackground(const std::function<void()>& work) {
    std::exception_ptr failure;
    QEventLoop loop;
    std::thread thread([&] {
        try {
            work();
        } catch (...) {
            failure = std::current_exception();
        }
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    QGuiApplication::setOverrideCursor(Qt::WaitCursor);
    loop.exec(QEventLoop::ExcludeUserInputEvents);
    QGuiApplication::restoreOverrideCursor();
    thread.join();
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace corridor
