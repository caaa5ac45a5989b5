// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/evidencepanel.h"

#include "views/widgets/controls/emptystate.h"
#include "views/widgets/panels/evidencehtml.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QListWidget>
#include <QMenu>
#include <QPainter>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>

namespace corridor {

namespace {

constexpr int fieldRole = Qt::UserRole + 1;
constexpr const char* formFields[] = {"source", "confidence", "date", "low", "high", "note"};

QIcon dotIcon(ValueOrigin origin) {
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintProvenanceDot(painter, QPointF(8, 8), origin, themeColor(Token::Text2));
    return QIcon(pixmap);
}

QString fieldTitle(Kind kind, const QString& field) {
    if (field == QStringLiteral("*"))
        return EvidencePanel::tr("All other values");
    const Field* found = schemaOf(kind).field(field);
    return found ? found->labelText() : field;
}

} // namespace

EvidencePanel::EvidencePanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host)
    , mText(new QTextBrowser(this))
    , mProvenance(new QWidget(this))
    , mSources(new QListWidget(mProvenance))
    , mAdd(new QPushButton(mProvenance))
    , mForm(nullptr)
    , mEmpty(new EmptyState(QStringLiteral("info"), QString(), QString(), this)) {
    mText->setOpenLinks(false);
    mText->setFrameShape(QFrame::NoFrame);
    mSources->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // elided; the whole text is the tool tip
    mSources->setTextElideMode(Qt::ElideRight);
    mAdd->setProperty("link", true);
    auto* inner = new QVBoxLayout(mProvenance);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(mSources);
    inner->addWidget(mAdd, 0, Qt::AlignLeft);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mProvenance);
    column->addWidget(mText, 1);
    column->addWidget(mEmpty, 1);
    column->addStretch(); // sources stand at the top while there is no text below them
    connect(mText, &QTextBrowser::anchorClicked, this, &EvidencePanel::followLink);
    connect(mSources, &QListWidget::currentRowChanged, this, &EvidencePanel::showSource);
    connect(mAdd, &QPushButton::clicked, this, &EvidencePanel::addSource);
    connect(&host.session(), &Session::assessmentChanged, this, &EvidencePanel::refresh);
    connect(&host.document(), &Document::changed, this, [this](const ChangeSet& step) {
        if (step.touches(Kind::Provenance) && !mDue)
            refreshSources();
    });
    connect(&host.selection(), &Selection::changed, this, [this] {
        // A finding names its object and stays until another one is chosen; an object is that of the selection.
        const EntityId object = mHost.selection().single();
        if (object != mObject && (!object.isNull() || (mFinding.isEmpty() && !mQuestion)))
            showObject(object, QString());
    });
    connect(&host.document(), &Document::planReplaced, this, [this] { showObject({}, QString()); });
    retranslate();
    refresh();
}

void EvidencePanel::showFinding(const QString& key) {
    mQuestion = nullptr;
    mFinding = key;
    mObject = {};
    refresh();
    mText->verticalScrollBar()->setValue(0);
}

void EvidencePanel::showAnswer(const Question& question) {
    mQuestion = question;
    mFinding.clear();
    mObject = {};
    refresh();
    mText->verticalScrollBar()->setValue(0);
}

void EvidencePanel::showObject(EntityId object, const QString& field) {
    mQuestion = nullptr;
    mFinding.clear();
    mObject = object;
    mField = field;
    refresh();
}

QString EvidencePanel::text() {
    catchUp();
    return mText->toPlainText();
}

QListWidget& EvidencePanel::sources() {
    catchUp();
    return *mSources;
}

ObjectForm* EvidencePanel::form() {
    catchUp();
    return mForm;
}

Explanation EvidencePanel::explanation(const Assessment& assessment) const {
    if (mQuestion)
        return mQuestion(assessment);
    if (mFinding.isEmpty())
        return mObject.isNull() ? Explanation() : explainObject(assessment, mObject);
    for (const Finding& finding : assessment.findings)
        if (finding.key == mFinding)
            return explainFinding(assessment, finding);
    return {};
}

// Setting rich text takes more than all the rest of an edit, so a page behind others waits until it is looked at.
void EvidencePanel::refresh() {
    mDue = true;
    if (isVisible())
        catchUp();
}

void EvidencePanel::catchUp() {
    if (std::exchange(mDue, false))
        fill();
}

void EvidencePanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    catchUp();
}

void EvidencePanel::fill() {
    const auto assessment = mHost.session().assessment();
    const QString text = assessment ? evidenceHtml(explanation(*assessment)) : QString();
    if (text != mHtml) {
        const int scroll = mText->verticalScrollBar()->value();
        mText->setHtml(mHtml = text);
        mText->verticalScrollBar()->setValue(scroll);
    }
    mText->setVisible(!text.isEmpty());
    mEmpty->setVisible(text.isEmpty() && mObject.isNull());
    mProvenance->setVisible(!mObject.isNull());
    refreshSources();
}

void EvidencePanel::refreshSources() {
    if (mObject.isNull())
        return;
    const EntityRef object = mHost.document().entities().find(mObject);
    mSources->clear();
    if (!object)
        return;
    const ProvenanceRows rows = provenanceOf(mHost.document().entities(), mObject);
    for (const auto& [field, row] : rows) {
        auto* item = new QListWidgetItem(
            dotIcon(valueOrigin(row->confidence)),
            fieldTitle(object.kind, field) + QStringLiteral(" · ") + sourceText(*row, mHost.english()), mSources);
        item->setData(fieldRole, field);
        item->setToolTip(item->text());
        if (field == mField || (mField.isEmpty() && mSources->count() == 1))
            mSources->setCurrentItem(item);
    }
    if (!mSources->currentItem() && mSources->count() > 0)
        mSources->setCurrentRow(0); // what stands for the field is the row of all others
    fitSources();
    mAdd->setVisible(!mHost.document().isReadOnly());
    showSource();
}

// As high as its rows, so that the explanation gets the rest; many of them scroll.
void EvidencePanel::fitSources() {
    constexpr int most = 6;
    const int rows = std::min(mSources->count(), most);
    mSources->setVisible(rows > 0);
    mSources->setFixedHeight(rows * std::max(mSources->sizeHintForRow(0), 1) + 2 * mSources->frameWidth());
}

void EvidencePanel::showSource() {
    const QListWidgetItem* item = mSources->currentItem();
    if (!mForm) {
        QStringList fields;
        for (const char* field : formFields)
            fields += QString::fromLatin1(field);
        mForm = new ObjectForm(
            Kind::Provenance, mHost, [this](const Field& field, const Value& value) { return commit(field, value); },
            fields, mProvenance);
        static_cast<QVBoxLayout*>(mProvenance->layout())->addWidget(mForm);
    }
    mForm->setVisible(item != nullptr);
    if (!item)
        return;
    mField = item->data(fieldRole).toString();
    const ProvenanceRows rows = provenanceOf(mHost.document().entities(), mObject);
    if (const auto it = rows.find(mField); it != rows.end())
        mForm->setObjects({it->second});
    mForm->setReadOnly(mHost.document().isReadOnly());
}

QString EvidencePanel::commit(const Field& field, const Value& value) {
    const ProvenanceRows rows = provenanceOf(mHost.document().entities(), mObject);
    const auto it = rows.find(mField);
    if (it == rows.end())
        return {};
    Provenance row = *it->second;
    field.set(row, value);
    return mHost.editor().setProvenance(row).sentence();
}

// Offers the fields that have a value and no source of their own.
void EvidencePanel::addSource() {
    const EntityRef object = mHost.document().entities().find(mObject);
    if (!object)
        return;
    const ProvenanceRows rows = provenanceOf(mHost.document().entities(), mObject);
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Field& field : schemaOf(object.kind).fields) {
        const QString name = QString::fromLatin1(field.name);
        if (rows.contains(name) || isUnknown(field.get(*object)))
            continue;
        connect(menu->addAction(field.labelText()), &QAction::triggered, this, [this, name] {
            Provenance row;
            row.subject = mObject;
            row.field = name;
            mField = name;
            mHost.accept(mHost.editor().setProvenance(row));
        });
    }
    menu->popup(mAdd->mapToGlobal(QPoint(0, mAdd->height())));
}

void EvidencePanel::followLink(const QUrl& url) {
    if (url.scheme() != QStringLiteral("object"))
        return;
    const std::optional<EntityId> id = entityIdFromString(url.path());
    if (!id || !mHost.document().entities().find(*id))
        return;
    const QString finding = mFinding;
    const Question question = mQuestion;
    mHost.selection().set({*id});
    Q_EMIT mHost.selection().zoomRequested({*id});
    if (!finding.isEmpty())
        showFinding(finding); // keep reading what led here
    else if (question)
        showAnswer(question);
}

void EvidencePanel::retranslate() {
    mAdd->setText(tr("Add a source…"));
    mEmpty->setText(tr("Nothing to explain"), tr("Choose a finding, or an object with sources."));
}

void EvidencePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // Not at once: a new style sheet is on its way through all widgets, and none of them may go meanwhile.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(
            this, [this, texts = event->type() == QEvent::LanguageChange] { rebuild(texts); }, Qt::QueuedConnection);
}

void EvidencePanel::rebuild(bool texts) {
    mHtml = QString(); // colours are set when the text is
    if (texts) {
        delete std::exchange(mForm, nullptr);
        retranslate();
    }
    refresh();
}

} // namespace corridor
