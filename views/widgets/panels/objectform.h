// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/widgets/panels/fieldeditor.h"

#include <QWidget>

#include <functional>
#include <map>
#include <vector>

class QLabel;
class QVBoxLayout;

namespace corridor {

class FormRow;
class SectionHeader;

/// The parts of a form, in the order shown.
enum class FormSection { Basics, Length, Capacity, Compute, Energy, Time, Count };
/// Where a field of a kind stands.
FormSection sectionOf(Kind kind, QStringView field);

/// A form made from the schema: one row for each field of one kind of object, in sections that fold. Writes nothing
/// itself: what is entered goes to `commit`, whose sentence (if any) is shown below the row.
class ObjectForm : public QWidget {
    Q_OBJECT
public:
    /// Puts a value where it belongs; the sentence of a refusal, empty when done.
    using Commit = std::function<QString(const Field& field, const Value& value)>;

    /// @param fields  names of the fields shown; empty = all of the kind
    ObjectForm(Kind kind, PanelHost& host, Commit commit, const QStringList& fields = {}, QWidget* parent = nullptr);

    Kind kind() const { return mKind; }
    /// Shows objects of the form's kind; with several, values that differ are called so. Entries that wait for Enter
    /// stay.
    void setObjects(const std::vector<std::shared_ptr<const Entity>>& objects);
    void setReadOnly(bool readOnly);
    /// A row for a computed value at the end of a section, marked with a sigma.
    void addComputed(const QString& key, FormSection section, const QString& label, const QString& unit);
    /// @param preview  drawn as the value of a gesture that is not written yet
    void setComputed(const QString& key, const QString& text, bool preview = false);
    /// The link at the right end of a section's title.
    void setSectionLink(FormSection section, const QString& text);
    FormRow* row(const QString& field) const;
    FieldEditor* editor(const QString& field) const;
    QLabel* computedLabel(const QString& key) const;

Q_SIGNALS:
    /// The dot of a row was clicked.
    void provenanceRequested(const QString& field);
    void sectionLinkActivated(corridor::FormSection section);

private:
    struct Part {
        SectionHeader* header = nullptr;
        QWidget* content = nullptr;
        QVBoxLayout* rows = nullptr;
    };
    struct Computed {
        FormRow* row;
        QLabel* value;
    };
    Part& part(FormSection section);
    void addField(const Field& field);
    void showProvenance(const std::vector<std::shared_ptr<const Entity>>& objects);
    void align();

    Kind mKind;
    PanelHost& mHost;
    Commit mCommit;
    QVBoxLayout* mColumn;
    std::map<FormSection, Part> mParts;
    std::map<QString, FormRow*> mRows;
    std::map<QString, FieldEditor*> mEditors;
    std::map<QString, Computed> mComputed;
    std::vector<EntityId> mShownIds;
};

} // namespace corridor
