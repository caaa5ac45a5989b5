<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>FieldEditor</name>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rings</source>
        <translation>
            <numerusform>%n ring</numerusform>
            <numerusform>%n rings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n value</numerusform>
            <numerusform>%n values</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message numerus="yes">
        <source>and %n further paths with more margin</source>
        <translation>
            <numerusform>and %n further path with more margin</numerusform>
            <numerusform>and %n further paths with more margin</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message numerus="yes">
        <source>%n hops</source>
        <translation>
            <numerusform>%n hop</numerusform>
            <numerusform>%n hops</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n route</numerusform>
            <numerusform>%n routes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n racks</source>
        <translation>
            <numerusform>%n rack</numerusform>
            <numerusform>%n racks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n case</numerusform>
            <numerusform>%n cases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n centres</source>
        <translation>
            <numerusform>%n centre</numerusform>
            <numerusform>%n centres</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation>
            <numerusform>%n cluster</numerusform>
            <numerusform>%n clusters</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::CapacityPage</name>
    <message numerus="yes">
        <source>%n services without a bandwidth in this year</source>
        <translation>
            <numerusform>%n service without a bandwidth in this year</numerusform>
            <numerusform>%n services without a bandwidth in this year</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::Cli</name>
    <message numerus="yes">
        <source>%n further clauses are unknown: not computed yet and not declared (--all lists them).
</source>
        <translation>
            <numerusform>%n further clause is unknown: not computed yet and not declared (--all lists it).
</numerusform>
            <numerusform>%n further clauses are unknown: not computed yet and not declared (--all lists them).
</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::ComputePage</name>
    <message numerus="yes">
        <source>In %1, %n AI sites have no figure on record</source>
        <translation>
            <numerusform>In %1, %n AI site has no figure on record</numerusform>
            <numerusform>In %1, %n AI sites have no figure on record</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::Editor</name>
    <message numerus="yes">
        <source>Change “%1” of %n objects</source>
        <translation>
            <numerusform>Change “%1” of %n object</numerusform>
            <numerusform>Change “%1” of %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n objects</source>
        <translation>
            <numerusform>Remove %n object</numerusform>
            <numerusform>Remove %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Fall back to the parent&apos;s values of %n objects</source>
        <translation>
            <numerusform>Fall back to the parent&apos;s values of %n object</numerusform>
            <numerusform>Fall back to the parent&apos;s values of %n objects</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::FindingsPanel</name>
    <message numerus="yes">
        <source>%n further rows are shown for information and count for no verdict</source>
        <translation>
            <numerusform>%n further row is shown for information and counts for no verdict</numerusform>
            <numerusform>%n further rows are shown for information and count for no verdict</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::PlanFiles</name>
    <message numerus="yes">
        <source>The file was opened with %n remarks</source>
        <translation>
            <numerusform>The file was opened with %n remark</numerusform>
            <numerusform>The file was opened with %n remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation>
            <numerusform>%n file written to %1</numerusform>
            <numerusform>%n files written to %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::PlanSettingsDialog</name>
    <message numerus="yes">
        <source>Change %n settings</source>
        <translation>
            <numerusform>Change %n setting</numerusform>
            <numerusform>Change %n settings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::RecoveryDialog</name>
    <message numerus="yes">
        <source>The program ended unexpectedly. %n edits of %1 were kept, the last of %2.</source>
        <translation>
            <numerusform>The program ended unexpectedly. %n edit of %1 was kept, of %2.</numerusform>
            <numerusform>The program ended unexpectedly. %n edits of %1 were kept, the last of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::TablePage</name>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n selected</numerusform>
            <numerusform>%n selected</numerusform>
        </translation>
    </message>
</context>
</TS>
