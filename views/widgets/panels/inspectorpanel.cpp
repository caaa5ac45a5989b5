// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/widgets/panels/inspectorpanel.h"

#include "views/widgets/canvas/dragtext.h"
#include "views/widgets/controls/emptystate.h"
#include "views/widgets/controls/marklabels.h"
#include "views/widgets/controls/sectionheader.h"
#include "views/widgets/controls/wraprow.h"
#include "views/widgets/iconengine.h"
#include "views/widgets/panels/objectfigures.h"
#include "views/widgets/panels/objecticons.h"
#include "views/widgets/panels/paneltext.h"
#include "views/widgets/panels/verdictlist.h"
#include "views/widgets/theme.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QScrollArea>
#include <QToolButton>

namespace corridor {

namespace {

constexpr ValueOrigin legendOrigins[] = {ValueOrigin::Measured, ValueOrigin::Official, ValueOrigin::Estimated,
                                         ValueOrigin::Assumed, ValueOrigin::Computed};

QPixmap dotPixmap(ValueOrigin origin, qreal ratio) {
    QPixmap pixmap(QSize(12, 12) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    paintProvenanceDot(painter, QPointF(6, 6), origin, themeColor(Token::Text2), 0.8);
    return pixmap;
}

} // namespace

InspectorPanel::InspectorPanel(PanelHost& host, QWidget* parent)
    : QWidget(parent)
    , mHost(host)
    , mHead(new QWidget(this))
    , mIcon(new QLabel(mHead))
    , mTitle(new QLabel(mHead))
    , mSubtitle(new QLabel(mHead))
    , mTag(new QLabel(mHead))
    , mLocate(new QToolButton(mHead))
    , mScroll(new QScrollArea(this))
    , mServicesHeader(new SectionHeader(QString(), QStringLiteral("inspector-services"), this))
    , mServices(new VerdictList(this))
    , mFindingsHeader(new SectionHeader(QString(), QStringLiteral("inspector-findings"), this))
    , mFindings(new VerdictList(this))
    , mEmpty(new EmptyState(QStringLiteral("select"), QString(), QString(), this))
    , mLegend(nullptr) {
    buildHead();
    buildBody();
    resetPrototypes();
    connect(&host.selection(), &Selection::changed, this, &InspectorPanel::refresh);
    connect(&host.document(), &Document::changed, this, &InspectorPanel::follow);
    connect(&host.document(), &Document::scenarioChanged, this, &InspectorPanel::refresh);
    connect(&host.document(), &Document::readOnlyChanged, this, &InspectorPanel::refresh);
    connect(&host.document(), &Document::planReplaced, this, [this] {
        resetPrototypes();
        refresh();
    });
    connect(&host.session(), &Session::assessmentChanged, this, &InspectorPanel::refreshResults);
    connect(&host.session(), &Session::staleChanged, this, [this](bool stale) {
        mServices->setStale(stale);
        mFindings->setStale(stale);
    });
    const auto choose = [this](EntityId object, const QString& key) {
        if (!object.isNull() && mHost.document().entities().find<Service>(object))
            mHost.selection().setShownService(object);
        if (!key.isEmpty())
            Q_EMIT findingRequested(key);
        else if (!object.isNull())
            mHost.selection().set({object});
    };
    connect(mServices, &VerdictList::chosen, this, choose);
    connect(mFindings, &VerdictList::chosen, this, choose);
    retranslate();
    refresh();
}

InspectorPanel::~InspectorPanel() = default;

void InspectorPanel::buildHead() {
    mTitle->setProperty("role", QStringLiteral("title"));
    mSubtitle->setProperty("role", QStringLiteral("label"));
    mTag->setProperty("role", QStringLiteral("preview"));
    mTitle->setWordWrap(true);
    mIcon->setFixedSize(22, 22);
    mLocate->setIcon(themedIcon(QStringLiteral("locate")));
    mLocate->setProperty("compact", true);
    connect(mLocate, &QToolButton::clicked, this,
            [this] { Q_EMIT mHost.selection().zoomRequested(mHost.selection().ids()); });
    auto* grid = new QGridLayout(mHead);
    grid->setContentsMargins(12, 10, 12, 8);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(mIcon, 0, 0);
    grid->addWidget(mTitle, 0, 1, 1, 2);
    grid->addWidget(mLocate, 0, 3);
    grid->addWidget(mSubtitle, 1, 0, 1, 2);
    grid->addWidget(mTag, 1, 2, 1, 2, Qt::AlignRight);
    grid->setColumnStretch(1, 1);
    mTag->hide();
}

void InspectorPanel::buildBody() {
    auto* content = new QWidget;
    mBody = new QVBoxLayout(content);
    mBody->setContentsMargins(0, 0, 0, 0);
    mBody->setSpacing(0);
    mServicesHeader->setContent(mServices);
    mFindingsHeader->setContent(mFindings);
    for (QWidget* widget : {static_cast<QWidget*>(mServicesHeader), static_cast<QWidget*>(mServices),
                            static_cast<QWidget*>(mFindingsHeader), static_cast<QWidget*>(mFindings)})
        mBody->addWidget(widget);
    mBody->addStretch(1);
    mScroll->setWidget(content);
    mScroll->setWidgetResizable(true);
    mScroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(mHead);
    column->addWidget(mScroll, 1);
    column->addWidget(mEmpty, 1);
    mLegend = makeLegend();
    column->addWidget(mLegend);
}

QWidget* InspectorPanel::makeLegend() {
    auto* legend = new WrapRow(12, 2, this);
    legend->setContentsMargins(12, 4, 12, 4);
    for (const ValueOrigin origin : legendOrigins) {
        auto* item = new QWidget;
        auto* row = new QHBoxLayout(item);
        row->setContentsMargins(0, 0, 0, 0);
        row->setSpacing(3);
        auto* dot = new QLabel(item);
        dot->setPixmap(dotPixmap(origin, devicePixelRatioF()));
        auto* word = new QLabel(originLabel(origin), item);
        word->setProperty("role", QStringLiteral("small"));
        row->addWidget(dot);
        row->addWidget(word);
        legend->add(item);
    }
    return legend;
}

QString InspectorPanel::title() const {
    return mTitle->text();
}

std::vector<EntityRef> InspectorPanel::selectedObjects() const {
    std::vector<EntityRef> objects;
    for (const EntityId id : mHost.selection().ids())
        if (EntityRef object = mHost.document().entities().find(id))
            objects.push_back(std::move(object));
    return objects;
}

void InspectorPanel::resetPrototypes() {
    mNext = Prototypes::forPlan(mHost.document().entities(), mHost.session().year());
    Q_EMIT prototypesChanged(mNext);
}

void InspectorPanel::setDrawing(std::optional<Kind> kind) {
    if (kind == mDrawing)
        return;
    mDrawing = kind;
    refresh();
    if (kind)
        Q_EMIT prototypesChanged(mNext);
}

ObjectForm* InspectorPanel::formFor(Kind kind) {
    ObjectForm*& form = mForms[static_cast<int>(kind)];
    if (form)
        return form;
    form = new ObjectForm(kind, mHost, [this](const Field& field, const Value& value) { return commit(field, value); });
    if (kind == Kind::Span) {
        form->addComputed(QStringLiteral("route"), FormSection::Length, tr("Route length"), QStringLiteral("km"));
        form->addComputed(QStringLiteral("fibre"), FormSection::Length, tr("Fibre length"), QStringLiteral("km"));
        form->addComputed(QStringLiteral("rtt"), FormSection::Length, tr("RTT contribution"), QStringLiteral("ms"));
        form->addComputed(QStringLiteral("load"), FormSection::Capacity, tr("Load"), QStringLiteral("Gbit/s"));
        form->addComputed(QStringLiteral("headroom"), FormSection::Capacity, tr("Headroom"), QStringLiteral("Gbit/s"));
        form->setSectionLink(FormSection::Length, tr("How is this computed?"));
    } else if (kind == Kind::Service) {
        form->addComputed(QStringLiteral("limit"), FormSection::Length, tr("Deciding limit"), QStringLiteral("ms"));
        form->setSectionLink(FormSection::Length, tr("How is this computed?"));
    }
    if (kind == Kind::Site) {
        form->addComputed(QStringLiteral("energy"), FormSection::Energy, tr("Annual energy"), QStringLiteral("MWh"));
        form->addComputed(QStringLiteral("tce"), FormSection::Energy, tr("Standard coal"), QStringLiteral("tce"));
        form->addComputed(QStringLiteral("co2"), FormSection::Energy, tr("CO₂ of electricity"), QStringLiteral("t"));
        form->setSectionLink(FormSection::Energy, tr("How is this computed?"));
    }
    connect(form, &ObjectForm::provenanceRequested, this,
            [this](const QString& field) { Q_EMIT evidenceRequested(mHost.selection().single(), field); });
    connect(form, &ObjectForm::sectionLinkActivated, this,
            [this] { Q_EMIT evidenceRequested(mHost.selection().single(), QString()); });
    return form;
}

ObjectForm* InspectorPanel::nextForm(Kind kind) {
    ObjectForm*& form = mForms[-1 - static_cast<int>(kind)];
    if (!form)
        form = new ObjectForm(
            kind, mHost,
            [this, kind](const Field& field, const Value& value) { return commitPrototype(kind, field, value); },
            Prototypes::fields(kind));
    return form;
}

QString InspectorPanel::commit(const Field& field, const Value& value) {
    const EditResult result = mHost.editor().setField(mHost.selection().ids(), QString::fromLatin1(field.name), value);
    return result.sentence();
}

QString InspectorPanel::commitPrototype(Kind kind, const Field& field, const Value& value) {
    mNext.set(kind, field, value);
    // An empty sinuosity means the plan's default for the terrain, which the form shows beside the field.
    Q_EMIT prototypesChanged(mNext);
    refresh();
    return {};
}

void InspectorPanel::showForm(ObjectForm* form) {
    if (form == mForm)
        return;
    if (mForm)
        mForm->hide();
    mForm = form;
    if (!mForm)
        return;
    if (mBody->indexOf(mForm) < 0)
        mBody->insertWidget(0, mForm);
    mForm->show();
}

void InspectorPanel::refresh() {
    const std::vector<EntityRef> objects = selectedObjects();
    const bool mixed = std::any_of(objects.begin(), objects.end(),
                                   [&](const EntityRef& object) { return object.kind != objects.front().kind; });
    const bool form = mDrawing || (!objects.empty() && !mixed);
    mHead->setVisible(form);
    mScroll->setVisible(form);
    mLegend->setVisible(form);
    mEmpty->setVisible(!form);
    mEmpty->setText(mixed ? tr("%1 objects of different kinds").arg(objects.size()) : tr("Nothing selected"),
                    mixed ? tr("Select objects of one kind to edit them together.")
                          : tr("Click an object on the map or in a list."));
    if (mDrawing) {
        showForm(nextForm(*mDrawing));
        mForm->setObjects({mNext.copyOf(*mDrawing)});
        mForm->setReadOnly(false);
    } else if (form) {
        showForm(formFor(objects.front().kind));
        std::vector<std::shared_ptr<const Entity>> shown;
        for (const EntityRef& object : objects)
            shown.push_back(object.ptr);
        mForm->setObjects(shown);
        mForm->setReadOnly(mHost.document().isReadOnly());
    }
    if (form)
        mDrawing ? showNextHead(*mDrawing) : showHead(objects.front().kind);
    refreshResults();
}

void InspectorPanel::showHead(Kind kind) {
    const std::vector<EntityRef> objects = selectedObjects();
    const QString kindText = schemaOf(kind).labelText();
    mLocate->show();
    mIcon->setPixmap(objectIcon(objects.front()).pixmap(QSize(20, 20), devicePixelRatioF()));
    if (objects.size() > 1) {
        mTitle->setText(tr("%1 objects").arg(objects.size()));
        mSubtitle->setText(kindText);
        return;
    }
    mTitle->setText(objectTitle(mHost.document().entities(), objects.front(), mHost.english()));
    mSubtitle->setText(kindText + QStringLiteral(" · ") + objects.front()->code);
}

void InspectorPanel::showNextHead(Kind kind) {
    mLocate->hide();
    const auto show = [this](const char* icon, const QString& title, const QString& subtitle) {
        mIcon->setPixmap(themedIcon(QString::fromLatin1(icon)).pixmap(20));
        mTitle->setText(title);
        mSubtitle->setText(subtitle);
    };
    if (kind == Kind::Site)
        show("add-site", tr("Next site"), tr("What the placed site will be"));
    else if (kind == Kind::Junction)
        show("add-junction", tr("Next junction"), tr("What the placed junction will be"));
    else
        show("draw-span", tr("Next span"), tr("What the drawn span will be"));
}

void InspectorPanel::showFigures() {
    const EntityId id = mHost.selection().single();
    const bool preview = mPreview && mPreview->subject == id;
    const EntitySet& entities =
        preview ? mPreview->result.plan.entities(mHost.document().scenario()) : mHost.document().entities();
    if (!mForm)
        return;
    mForm->setComputed(QStringLiteral("limit"), decidingLimitText(mHost.session().assessment().get(), id));
    showSupply(id);
    const Span* span = entities.find<Span>(id);
    if (!span) { // several have no figure in common
        for (const char* key : {"route", "fibre", "rtt"})
            mForm->setComputed(QLatin1String(key), QStringLiteral("\u2014"));
        return;
    }
    const SpanFigures figures = spanFigures(entities, *span);
    mForm->setComputed(QStringLiteral("route"), numberText(figures.routeKm, QStringLiteral("km")), preview);
    mForm->setComputed(QStringLiteral("fibre"), numberText(figures.fibreKm, QStringLiteral("km")), preview);
    mForm->setComputed(QStringLiteral("rtt"),
                       figures.rttMs ? QString::number(*figures.rttMs, 'f', 3) : QStringLiteral("\u2014"), preview);
}

// The newest results, while a gesture lasts with its step.
std::shared_ptr<const Assessment> InspectorPanel::shownResults() const {
    const auto prospect = mPreview ? mPreview->prospect() : nullptr;
    return prospect && prospect->after ? prospect->after : mHost.session().assessment();
}

// What capacity and energy say of the object, as of the newest results; a dash where inputs are missing or it does not
// stand in the year.
void InspectorPanel::showSupply(EntityId id) {
    const auto assessment = shownResults();
    if (!assessment || !assessment->capacity || !assessment->energy)
        return;
    const SpanLoad* load = assessment->capacity->span(id);
    const SpanLoad* was = mPreview && mPreview->before ? mPreview->before->capacity->span(id) : nullptr;
    const bool moved = mPreview && (load ? load->loadGbps() : 0) != (was ? was->loadGbps() : 0);
    const auto show = [this, moved](const char* key, const std::optional<double>& value) {
        const bool preview = moved && (key == QLatin1String("load") || key == QLatin1String("headroom"));
        mForm->setComputed(QLatin1String(key), value ? fixedText(*value, 0) : QStringLiteral("\u2014"), preview);
    };
    show("load", load ? std::optional(load->loadGbps()) : std::nullopt);
    show("headroom", load ? load->headroomGbps() : std::nullopt);
    const SiteEnergy* site = assessment->energy->site(id);
    const auto middle = [](const std::optional<Range>& range) {
        return range ? std::optional(range->value) : std::nullopt;
    };
    const auto basis = static_cast<std::size_t>(assessment->energy->settings.tceBasis);
    show("energy", site ? middle(site->mwh) : std::nullopt);
    show("tce", site ? middle(site->tce[basis]) : std::nullopt);
    show("co2", site ? middle(site->co2T) : std::nullopt);
}

void InspectorPanel::refreshResults() {
    const EntityId id = mHost.selection().single();
    const auto assessment = mHost.session().assessment();
    std::vector<VerdictList::Row> services, findings;
    if (mPreview)
        services = servicesOver(*mPreview);
    else if (assessment && assessment->input && !id.isNull() && !mDrawing)
        services = servicesOver(*assessment, id, mHost.english());
    if (assessment && !id.isNull() && !mDrawing)
        findings = findingsOn(*shownResults(), id);
    if (const auto prospect = mPreview ? mPreview->prospect() : nullptr)
        for (VerdictList::Row& row : findings)
            row.preview = prospect->changed.contains(row.key);
    mServicesHeader->setNote(QString::number(services.size()));
    mServicesHeader->setVisible(!services.empty());
    mServices->setVisible(!services.empty() && mServicesHeader->isOpen());
    mFindingsHeader->setVisible(!findings.empty());
    mFindings->setVisible(!findings.empty() && mFindingsHeader->isOpen());
    mServices->setRows(std::move(services));
    mFindings->setRows(std::move(findings));
    if (!mDrawing)
        showFigures();
}

void InspectorPanel::showPreview(const std::shared_ptr<const DragPreview>& preview) {
    mPreview = preview;
    mTag->setVisible(preview != nullptr);
    refreshResults();
}

// Only what is selected, or says where its values come from, can change what is shown.
void InspectorPanel::follow(const ChangeSet& step) {
    const Selection& selection = mHost.selection();
    if (mNext.dropUsedName(step))
        Q_EMIT prototypesChanged(mNext);
    for (const Change& change : step.changes)
        if (mDrawing || selection.contains(change.id) || change.kind == Kind::Provenance ||
            change.kind == Kind::Setting || change.kind == Kind::FibreType) {
            refresh();
            return;
        }
}

void InspectorPanel::retranslate() {
    mTag->setText(tr("Drag preview, not written"));
    mLocate->setToolTip(tr("Zoom to it"));
    mLocate->setAccessibleName(mLocate->toolTip());
    mServicesHeader->setText(tr("Services"));
    mFindingsHeader->setText(tr("Findings"));
}

void InspectorPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    // Not at once: a new style sheet is on its way through all widgets, and none of them may go meanwhile.
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        QMetaObject::invokeMethod(
            this, [this, texts = event->type() == QEvent::LanguageChange] { rebuild(texts); }, Qt::QueuedConnection);
}

void InspectorPanel::rebuild(bool texts) {
    delete std::exchange(mLegend, nullptr);
    mLegend = makeLegend();
    static_cast<QVBoxLayout*>(layout())->addWidget(mLegend);
    if (texts) { // labels are made with the forms
        mForm = nullptr;
        for (auto& [kind, form] : mForms)
            delete form;
        mForms.clear();
        retranslate();
    }
    refresh();
}

} // namespace corridor
