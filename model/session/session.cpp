// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/session/session.h"

#include "model/session/cache.h"
#include "model/session/previewer.h"
#include "model/session/worker.h"

#include <QElapsedTimer>

namespace corridor {

namespace {

constexpr int patienceMs = 100; // what takes longer is felt as waiting

} // namespace

Session::Session(Document& document, QObject* parent)
    : QObject(parent)
    , mDocument(document)
    , mYear(settingsOf(document.entities()).year)
    , mCache(std::make_unique<Cache>())
    , mPreviewer(std::make_unique<Previewer>())
    , mWorker(std::make_unique<Worker>([this] {
        QMetaObject::invokeMethod(
            this, [this] { receive(); }, Qt::QueuedConnection);
    })) {
    mPatience.setSingleShot(true);
    mPatience.setInterval(patienceMs);
    connect(&mPatience, &QTimer::timeout, this, [this] { sayStale(mStale); });
    connect(&document, &Document::changed, this, &Session::request);
    connect(&document, &Document::scenarioChanged, this, &Session::request);
    connect(&document, &Document::planReplaced, this, &Session::planReplaced);
    request();
}

Session::~Session() = default;

void Session::setYear(int year) {
    if (year == mYear)
        return;
    mYear = year;
    Q_EMIT yearChanged(year);
    request();
}

void Session::setEnglish(bool english) {
    if (english == mEnglish)
        return;
    mEnglish = english;
    request();
}

void Session::planReplaced() {
    mCache->clear();
    mAssessment.reset();
    const int year = settingsOf(mDocument.entities()).year;
    if (year != mYear) {
        mYear = year;
        Q_EMIT yearChanged(year);
    }
    Q_EMIT assessmentChanged();
    request();
}

// Finds what is known already, or asks the worker.
void Session::request() {
    if (auto found = mCache->find(mDocument.entities(), mDocument.scenario(), mYear, mEnglish, mDocument.revision())) {
        show(std::move(found));
        return;
    }
    expectResults();
    mWorker->submit({mDocument.plan(), mDocument.scenario(), mYear, mDocument.revision(), mEnglish, mAssessment});
}

void Session::receive() {
    std::shared_ptr<const Assessment> result = mWorker->take();
    if (!result || !isCurrent(*result))
        return; // late: a newer one is on its way
    if (!result->partial)
        mWorker->discard(mCache->add(result));
    show(std::move(result));
}

void Session::show(std::shared_ptr<const Assessment> assessment) {
    mStale = assessment->partial; // before anybody looks at the new figures
    mAssessment = std::move(assessment);
    if (!mStale)
        mPatience.stop();
    Q_EMIT assessmentChanged();
    sayStale(mStale);
}

void Session::expectResults() {
    if (mStale)
        return;
    mStale = true;
    mPatience.start();
}

void Session::sayStale(bool stale) {
    if (stale != mSaidStale)
        Q_EMIT staleChanged(mSaidStale = stale);
}

bool Session::isCurrent(const Assessment& assessment) const {
    return assessment.revision == mDocument.revision() && assessment.scenario == mDocument.scenario() &&
           assessment.year == mYear && assessment.english == mEnglish;
}

Session::Preview Session::preview(const ChangeSet& step) {
    return mPreviewer->preview(mDocument.plan(), step, mDocument.scenario(), mYear, mEnglish, mAssessment);
}

bool Session::waitForResults(int milliseconds) {
    QElapsedTimer timer;
    timer.start();
    while (mStale) {
        const qint64 left = milliseconds - timer.elapsed();
        if (left <= 0 || !mWorker->waitForResult(static_cast<int>(left)))
            return !mStale;
        receive();
    }
    return true;
}

} // namespace corridor
