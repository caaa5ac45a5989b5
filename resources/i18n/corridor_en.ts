<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
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
</context>
<context>
    <name>corridor::SelectTool</name>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>Move %n node</numerusform>
            <numerusform>Move %n nodes</numerusform>
        </translation>
    </message>
</context>
</TS>
