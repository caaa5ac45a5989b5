<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>CommandLine</name>
    <message>
        <source>Corridor Planner: planning the computing-power corridor</source>
        <translation>算力走廊规划：规划算力走廊</translation>
    </message>
    <message>
        <source>plan file (.gpkg)</source>
        <translation>规划文件（.gpkg）</translation>
    </message>
    <message>
        <source>language, zh or en</source>
        <translation>语言：zh 或 en</translation>
    </message>
    <message>
        <source>light or dark</source>
        <translation>主题：light 浅色，dark 深色</translation>
    </message>
    <message>
        <source>size of the window or picture</source>
        <translation>窗口或图片的大小</translation>
    </message>
    <message>
        <source>save a picture of the window when it is painted and assessed, and quit</source>
        <translation>绘制和检查完成后把窗口存为图片并退出</translation>
    </message>
    <message>
        <source>select an object by code or name, for screenshots</source>
        <translation>按编码或名称选择对象，用于截图</translation>
    </message>
    <message>
        <source>print the milliseconds from start to first painted map, and quit</source>
        <translation>输出从启动到首次绘出地图的毫秒数并退出</translation>
    </message>
    <message>
        <source>no window; with --render</source>
        <translation>不开窗口；与 --render 同用</translation>
    </message>
    <message>
        <source>draw the map to a picture (.png, .svg, .pdf)</source>
        <translation>把地图绘成图片（.png、.svg、.pdf）</translation>
    </message>
    <message>
        <source>what of the map to draw</source>
        <translation>出图范围</translation>
    </message>
    <message>
        <source>code, name or id of the scenario to draw</source>
        <translation>出图方案的编码、名称或标识</translation>
    </message>
    <message>
        <source>year to draw</source>
        <translation>出图年份</translation>
    </message>
    <message>
        <source>with --render: a map sheet of this size (A0 – A4)</source>
        <translation>与 --render 同用：该幅面的图纸（A0–A4）</translation>
    </message>
    <message>
        <source>with --sheet: what stands on it and how, for example scale=1500000</source>
        <translation>与 --sheet 同用：图纸上的内容与设置，例如 scale=1500000</translation>
    </message>
</context>
<context>
    <name>DragPanels</name>
    <message>
        <source>Floor</source>
        <translation>直线下限</translation>
    </message>
    <message>
        <source>Detour</source>
        <translation>绕转</translation>
    </message>
    <message>
        <source>Lay</source>
        <translation>余长</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>RTT budget</source>
        <translation>往返时延预算</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>Limit %1</source>
        <translation>限值 %1</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Before %1</source>
        <translation>拖动前 %1</translation>
    </message>
    <message>
        <source>%1 ms to spare</source>
        <translation>余 %1 ms</translation>
    </message>
    <message>
        <source>%1 ms over</source>
        <translation>超 %1 ms</translation>
    </message>
    <message>
        <source>%1 km of fibre to spare</source>
        <translation>余 %1 km 光纤</translation>
    </message>
    <message>
        <source>%1 km of fibre over</source>
        <translation>超 %1 km 光纤</translation>
    </message>
    <message>
        <source>%1 km to spare</source>
        <translation>余 %1 km</translation>
    </message>
    <message>
        <source>%1 km over</source>
        <translation>超 %1 km</translation>
    </message>
    <message>
        <source>No service runs here</source>
        <translation>没有业务电路经过此处</translation>
    </message>
    <message>
        <source>No route left for %1</source>
        <translation>%1 已无路由可走</translation>
    </message>
    <message>
        <source>No limit for %1</source>
        <translation>%1 无限值</translation>
    </message>
    <message>
        <source>Limit %1 ms, %2</source>
        <translation>限值 %1 ms，%2</translation>
    </message>
    <message>
        <source>Outside this area more than %1 ms for certain</source>
        <translation>出此范围必超 %1 ms</translation>
    </message>
    <message>
        <source>Moved; no service runs here</source>
        <translation>已移动；没有业务电路经过此处</translation>
    </message>
    <message>
        <source>Outside this area %1 takes more than %2 ms for certain</source>
        <translation>出此范围 %1 必超 %2 ms</translation>
    </message>
    <message>
        <source>Outside this area the way on to %1 takes more than %2 ms for certain</source>
        <translation>出此范围，前往 %1 必超 %2 ms</translation>
    </message>
</context>
<context>
    <name>EntityTable</name>
    <message>
        <source>Chinese name</source>
        <translation>中文名称</translation>
    </message>
    <message>
        <source>Route length</source>
        <translation>路由长度</translation>
    </message>
    <message>
        <source>Fibre length</source>
        <translation>光纤长度</translation>
    </message>
    <message>
        <source>RTT contribution</source>
        <translation>往返贡献</translation>
    </message>
</context>
<context>
    <name>Evidence</name>
    <message>
        <source>Glass floor</source>
        <translation>直线下限</translation>
    </message>
    <message>
        <source>Detour</source>
        <translation>绕转</translation>
    </message>
    <message>
        <source>Lay</source>
        <translation>余长</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>Fibre km</source>
        <translation>光纤 km</translation>
    </message>
    <message>
        <source>One way µs</source>
        <translation>单程 µs</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>round trip, not doubled</source>
        <translation>往返值，不加倍</translation>
    </message>
    <message>
        <source>one way, each pass</source>
        <translation>单程，每次经过</translation>
    </message>
    <message>
        <source>L: measured, else line × sinuosity (schematic lines only) × lay factor. A lump of equipment counts once.</source>
        <translation>L：有实测取实测，否则取线长 × 弯曲系数（仅示意线）× 余长系数。设备合计值只计一次。</translation>
    </message>
    <message>
        <source>What the text says</source>
        <translation>条文原文</translation>
    </message>
    <message>
        <source>binding</source>
        <translation>约束性</translation>
    </message>
    <message>
        <source>guiding</source>
        <translation>引导性</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>期限 %1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>计算记录</translation>
    </message>
    <message>
        <source>Revision %1, year %2, %3 ms</source>
        <translation>修订 %1，%2 年，用时 %3 ms</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>怎样算出？</translation>
    </message>
    <message>
        <source>Line on the map</source>
        <translation>图上线长</translation>
    </message>
    <message>
        <source>Route length</source>
        <translation>路由长度</translation>
    </message>
    <message>
        <source>Fibre length</source>
        <translation>光纤长度</translation>
    </message>
    <message>
        <source>Delay of the fibre</source>
        <translation>光纤时延</translation>
    </message>
    <message>
        <source>One way</source>
        <translation>单程</translation>
    </message>
    <message>
        <source>Path of least RTT</source>
        <translation>最小往返时延路径</translation>
    </message>
    <message>
        <source>Annual PUE, of the site</source>
        <translation>年 PUE（本节点）</translation>
    </message>
    <message>
        <source>Annual PUE, of its model</source>
        <translation>年 PUE（所选模型）</translation>
    </message>
    <message>
        <source>Annual PUE</source>
        <translation>年 PUE</translation>
    </message>
    <message>
        <source>IT power</source>
        <translation>IT 功率</translation>
    </message>
    <message>
        <source>IT load factor</source>
        <translation>IT 负载率</translation>
    </message>
    <message>
        <source>Grid factor of %1, %2</source>
        <translation>%1电网因子（%2）</translation>
    </message>
    <message>
        <source>Standard coal, primary</source>
        <translation>标准煤（等价值）</translation>
    </message>
    <message>
        <source>Standard coal, calorific</source>
        <translation>标准煤（当量值）</translation>
    </message>
    <message>
        <source>Inputs</source>
        <translation>输入</translation>
    </message>
    <message>
        <source>IT energy</source>
        <translation>IT 电量</translation>
    </message>
    <message>
        <source>Annual energy</source>
        <translation>年用电量</translation>
    </message>
    <message>
        <source>CO₂, location-based</source>
        <translation>CO₂（按所在地）</translation>
    </message>
    <message>
        <source>CO₂ after the green share of %1 %</source>
        <translation>扣除绿电占比 %1 % 后的 CO₂</translation>
    </message>
    <message>
        <source>Energy of the site in %1</source>
        <translation>%1年节点能耗</translation>
    </message>
    <message>
        <source>load factor</source>
        <translation>负载率</translation>
    </message>
    <message>
        <source>Missing: %1</source>
        <translation>缺少：%1</translation>
    </message>
    <message>
        <source>Load, each direction</source>
        <translation>负荷（每个方向）</translation>
    </message>
    <message>
        <source>Capacity: lit pairs × channels × rate</source>
        <translation>容量：在用纤对 × 波道数 × 速率</translation>
    </message>
    <message>
        <source>Capacity: half of what both directions share</source>
        <translation>容量：双向共享的一半</translation>
    </message>
    <message>
        <source>Capacity of each direction</source>
        <translation>每个方向的容量</translation>
    </message>
    <message>
        <source>Too much by</source>
        <translation>超出</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Load in %1</source>
        <translation>%1年负荷</translation>
    </message>
    <message>
        <source>The bandwidth of a service over it is not on record; the load is a lower bound.</source>
        <translation>途经的某条业务电路未录入带宽，负荷为下限。</translation>
    </message>
    <message>
        <source>To spare</source>
        <translation>余</translation>
    </message>
    <message>
        <source>Short by</source>
        <translation>不足</translation>
    </message>
    <message>
        <source>Over by</source>
        <translation>超出</translation>
    </message>
    <message>
        <source>Shown, but does not decide about the clause.</source>
        <translation>仅列出，不决定条款结论。</translation>
    </message>
    <message>
        <source>Primary path</source>
        <translation>主用路径</translation>
    </message>
    <message>
        <source>Backup path</source>
        <translation>备用路径</translation>
    </message>
    <message>
        <source>Objects concerned</source>
        <translation>涉及对象</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 个</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>On record</source>
        <translation>录入值</translation>
    </message>
    <message>
        <source>light in the fibre alone</source>
        <translation>仅光纤传播</translation>
    </message>
    <message>
        <source>transponders, switches and routers</source>
        <translation>含光转发器、交换机和路由器</translation>
    </message>
    <message>
        <source>transponders and switches</source>
        <translation>含光转发器和交换机</translation>
    </message>
    <message>
        <source>Decided by the setting “%1”.</source>
        <translation>由设置项“%1”决定。</translation>
    </message>
    <message>
        <source>What the text leaves open</source>
        <translation>条文未定之处</translation>
    </message>
    <message>
        <source>Whole plan</source>
        <translation>整个方案</translation>
    </message>
    <message>
        <source>does not decide</source>
        <translation>不决定结论</translation>
    </message>
    <message>
        <source>Verdicts</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线距离</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>跳数</translation>
    </message>
    <message>
        <source>No delay on record for %1: all figures are lower bounds.</source>
        <translation>未录入 %1 的时延，各数值均为下限。</translation>
    </message>
    <message>
        <source>Span by span</source>
        <translation>逐段计算</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Count</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Delay µs</source>
        <translation>时延 µs</translation>
    </message>
    <message>
        <source>Fibre length, measured</source>
        <translation>光纤长度（实测）</translation>
    </message>
    <message>
        <source>default of the program; the plan says nothing else</source>
        <translation>程序默认值；方案未另作规定</translation>
    </message>
    <message>
        <source>Sinuosity</source>
        <translation>弯曲系数</translation>
    </message>
    <message>
        <source>the line is a survey: nothing is added</source>
        <translation>线位为实测，不再加长</translation>
    </message>
    <message>
        <source>Group index of %1</source>
        <translation>%1 的群折射率</translation>
    </message>
    <message>
        <source>There is no such path in %1.</source>
        <translation>%1 年没有这条路径。</translation>
    </message>
    <message>
        <source>No province on record</source>
        <translation>未录入省份</translation>
    </message>
    <message>
        <source>Green power share</source>
        <translation>绿电占比</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>Fibre pairs lit</source>
        <translation>在用纤对</translation>
    </message>
    <message>
        <source>Capacity, both directions</source>
        <translation>容量（双向合计）</translation>
    </message>
    <message>
        <source>Energy in %1</source>
        <translation>%1 年能耗</translation>
    </message>
    <message>
        <source>tce, primary</source>
        <translation>tce（等价值）</translation>
    </message>
    <message>
        <source>tce, calorific</source>
        <translation>tce（当量值）</translation>
    </message>
    <message>
        <source>t CO₂</source>
        <translation>t CO₂</translation>
    </message>
    <message>
        <source>Sites in service</source>
        <translation>在用节点</translation>
    </message>
    <message>
        <source>of these with an annual energy</source>
        <translation>其中已知年用电量</translation>
    </message>
    <message>
        <source>PUE, weighted by energy</source>
        <translation>PUE（按电量加权）</translation>
    </message>
    <message>
        <source>of this primary</source>
        <translation>其中主用</translation>
    </message>
    <message>
        <source>of this backup</source>
        <translation>其中备用</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>利用率</translation>
    </message>
    <message>
        <source>Capacity along the path</source>
        <translation>沿途各段容量</translation>
    </message>
    <message>
        <source>The least of them</source>
        <translation>其中最小</translation>
    </message>
    <message>
        <source>What the sum adds up</source>
        <translation>合计的组成</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>算力节点</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>no source on record</source>
        <translation>未录入来源</translation>
    </message>
    <message>
        <source>by what is on record; the rest is not known</source>
        <translation>仅按已录入部分；其余未知</translation>
    </message>
    <message>
        <source>and others of its kind</source>
        <translation>及同类其他</translation>
    </message>
    <message>
        <source>Verdicts of all checks</source>
        <translation>全部检查的结论</translation>
    </message>
    <message>
        <source>Counted are the findings that decide: each object that a clause judges, and each problem of the plan.</source>
        <translation>只计决定结论的检查结果：条款判定的每个对象，以及方案的每个问题。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Energy and carbon</source>
        <translation>能耗与碳</translation>
    </message>
    <message>
        <source>Clause checks</source>
        <translation>条款检查</translation>
    </message>
    <message>
        <source>Revision %1, year %2; computed for this answer, stored nowhere</source>
        <translation>修订 %1，%2 年；为本次解释计算，未存储</translation>
    </message>
    <message>
        <source>of the service itself</source>
        <translation>业务电路自身限值</translation>
    </message>
    <message>
        <source>Between</source>
        <translation>两端</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>What both routes share</source>
        <translation>两条路由共用的部分</translation>
    </message>
    <message>
        <source>Shared</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>Primary over</source>
        <translation>主用途经</translation>
    </message>
    <message>
        <source>Backup over</source>
        <translation>备用途经</translation>
    </message>
    <message>
        <source>Nothing: no span, no risk group, no node on the way.</source>
        <translation>无：没有共用的光缆段、共享风险组或途经节点。</translation>
    </message>
    <message>
        <source>Risk groups</source>
        <translation>共享风险组</translation>
    </message>
    <message>
        <source>Two routes count as two when they share no span, no risk group and no node on the way; else one failure cuts both, and they count as one.</source>
        <translation>两条路由不共用光缆段、共享风险组和途经节点时计为两条；否则一处故障同时中断两条，只计一条。</translation>
    </message>
    <message>
        <source>Routes that no single failure cuts</source>
        <translation>不会被一处故障同时中断的路由</translation>
    </message>
    <message>
        <source>Shared by both</source>
        <translation>两者共用</translation>
    </message>
    <message>
        <source>The search stopped at its limit; a better backup is not excluded.</source>
        <translation>搜索到达上限而停止，不排除有更好的备用路径。</translation>
    </message>
    <message>
        <source>Bridges: spans</source>
        <translation>桥：光缆段</translation>
    </message>
    <message>
        <source>Articulation points: nodes</source>
        <translation>割点：节点</translation>
    </message>
    <message>
        <source>Taken out</source>
        <translation>断开</translation>
    </message>
    <message>
        <source>Key sites cut off</source>
        <translation>失联的重点节点</translation>
    </message>
    <message>
        <source>Each span and node is taken out alone; listed are those without which key sites that were connected no longer are.</source>
        <translation>逐一断开每个光缆段和节点；列出断开后会使原本连通的重点节点失联者。</translation>
    </message>
    <message>
        <source>Bridges</source>
        <translation>桥</translation>
    </message>
    <message>
        <source>Articulation points</source>
        <translation>割点</translation>
    </message>
    <message>
        <source>Hops = 1 + electrical nodes on the way (OTN cross-connects, routers). Where light passes on, no hop ends.</source>
        <translation>跳数 = 1 + 途中的电节点（OTN 交叉、路由器）。光信号直通处不计跳。</translation>
    </message>
    <message>
        <source>Node</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>A path carries, in each direction, what the least of its spans can.</source>
        <translation>路径每个方向的能力取各段中最小者。</translation>
    </message>
    <message>
        <source>half of what both directions share</source>
        <translation>双向共享容量的一半</translation>
    </message>
    <message>
        <source>Paths over it</source>
        <translation>途经路径数</translation>
    </message>
    <message>
        <source>No site counts, so the sum is nothing.</source>
        <translation>没有计入的节点，合计为零。</translation>
    </message>
    <message>
        <source>AI compute in service in %1</source>
        <translation>%1 年在用智能算力</translation>
    </message>
    <message>
        <source>Energy of the sites in %1</source>
        <translation>%1 年节点用电量</translation>
    </message>
    <message>
        <source>CO₂ of their electricity in %1</source>
        <translation>%1 年用电产生的 CO₂</translation>
    </message>
    <message>
        <source>Site by site</source>
        <translation>逐个节点</translation>
    </message>
    <message>
        <source>IT MW</source>
        <translation>IT MW</translation>
    </message>
</context>
<context>
    <name>Field</name>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>English name</source>
        <translation>英文名称</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>In service from</source>
        <translation>投用日期</translation>
    </message>
    <message>
        <source>Out of service from</source>
        <translation>退役日期</translation>
    </message>
    <message>
        <source>Parent scenario</source>
        <translation>上级方案</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Content</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Group index</source>
        <translation>群折射率</translation>
    </message>
    <message>
        <source>Attenuation</source>
        <translation>衰减</translation>
    </message>
    <message>
        <source>Dispersion</source>
        <translation>色散</translation>
    </message>
    <message>
        <source>Effective area</source>
        <translation>有效面积</translation>
    </message>
    <message>
        <source>Nonlinear index</source>
        <translation>非线性折射率</translation>
    </message>
    <message>
        <source>PMD coefficient</source>
        <translation>PMD 系数</translation>
    </message>
    <message>
        <source>Valid from</source>
        <translation>生效日期</translation>
    </message>
    <message>
        <source>Delay per pass, one direction</source>
        <translation>单程单次时延</translation>
    </message>
    <message>
        <source>Delay, round trip</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省级行政区</translation>
    </message>
    <message>
        <source>City</source>
        <translation>地市</translation>
    </message>
    <message>
        <source>Position</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Project type</source>
        <translation>项目类型</translation>
    </message>
    <message>
        <source>Key centre</source>
        <translation>重点算力中心</translation>
    </message>
    <message>
        <source>IT power</source>
        <translation>IT 功率</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>计算精度</translation>
    </message>
    <message>
        <source>Sparsity</source>
        <translation>稀疏性</translation>
    </message>
    <message>
        <source>Accelerator</source>
        <translation>加速卡型号</translation>
    </message>
    <message>
        <source>Accelerators</source>
        <translation>加速卡数量</translation>
    </message>
    <message>
        <source>Accelerator origin</source>
        <translation>加速卡来源</translation>
    </message>
    <message>
        <source>Software stack</source>
        <translation>软件栈</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Racks</source>
        <translation>机架数</translation>
    </message>
    <message>
        <source>PUE model</source>
        <translation>PUE 模型</translation>
    </message>
    <message>
        <source>Annual PUE</source>
        <translation>年均 PUE</translation>
    </message>
    <message>
        <source>Green power share</source>
        <translation>绿电占比</translation>
    </message>
    <message>
        <source>Capital cost</source>
        <translation>建设投资</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>From</source>
        <translation>起点</translation>
    </message>
    <message>
        <source>To</source>
        <translation>终点</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由</translation>
    </message>
    <message>
        <source>Terrain</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Schematic</source>
        <translation>示意</translation>
    </message>
    <message>
        <source>Sinuosity</source>
        <translation>弯曲系数</translation>
    </message>
    <message>
        <source>Lay factor</source>
        <translation>余长系数</translation>
    </message>
    <message>
        <source>Measured length</source>
        <translation>实测长度</translation>
    </message>
    <message>
        <source>Fibre type</source>
        <translation>光纤类型</translation>
    </message>
    <message>
        <source>Laying</source>
        <translation>敷设方式</translation>
    </message>
    <message>
        <source>Fibre pairs lit</source>
        <translation>在用纤对</translation>
    </message>
    <message>
        <source>Fibre pairs dark</source>
        <translation>空闲纤对</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Capacity counts</source>
        <translation>容量口径</translation>
    </message>
    <message>
        <source>Cost per km</source>
        <translation>每公里造价</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>From, second node</source>
        <translation>起点第二节点</translation>
    </message>
    <message>
        <source>To, second node</source>
        <translation>终点第二节点</translation>
    </message>
    <message>
        <source>Bandwidth by year</source>
        <translation>分年带宽</translation>
    </message>
    <message>
        <source>RTT limit</source>
        <translation>往返时延限值</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护方式</translation>
    </message>
    <message>
        <source>Routing</source>
        <translation>选路方式</translation>
    </message>
    <message>
        <source>Pinned primary</source>
        <translation>指定主用路由</translation>
    </message>
    <message>
        <source>Pinned backup</source>
        <translation>指定备用路由</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>Regenerators</source>
        <translation>电中继</translation>
    </message>
    <message>
        <source>Line rate</source>
        <translation>线路速率</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>波道</translation>
    </message>
    <message>
        <source>Slot width</source>
        <translation>频隙宽度</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>地点</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>需求类别</translation>
    </message>
    <message>
        <source>Amount by year</source>
        <translation>分年需求量</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>边界</translation>
    </message>
    <message>
        <source>Centre</source>
        <translation>中心</translation>
    </message>
    <message>
        <source>Radius</source>
        <translation>半径</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>算力节点</translation>
    </message>
    <message>
        <source>Storage energy</source>
        <translation>储能电量</translation>
    </message>
    <message>
        <source>Annual energy</source>
        <translation>年电量</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>价格</translation>
    </message>
    <message>
        <source>Hourly profile</source>
        <translation>逐时曲线</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>步长</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Amount</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>所属对象</translation>
    </message>
    <message>
        <source>Quantity</source>
        <translation>测量项</translation>
    </message>
    <message>
        <source>Instrument</source>
        <translation>测量仪器</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Declared</source>
        <translation>申报结论</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Declared by</source>
        <translation>申报人</translation>
    </message>
    <message>
        <source>Finding</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>处理人</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>作者</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>来源</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>可信度</translation>
    </message>
    <message>
        <source>Low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>High</source>
        <translation>上限</translation>
    </message>
</context>
<context>
    <name>FieldDefaults</name>
    <message>
        <source>From the position</source>
        <translation>按位置确定</translation>
    </message>
    <message>
        <source>Default %1</source>
        <translation>默认 %1</translation>
    </message>
</context>
<context>
    <name>FieldEditor</name>
    <message>
        <source>No single object is called “%1”; choose one of the list.</source>
        <translation>没有唯一名为“%1”的对象；从列表中选择。</translation>
    </message>
    <message>
        <source>“%1” is not a whole number.</source>
        <translation>“%1”不是整数。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” is no position; write for example 112.4941, 40.5303.</source>
        <translation>“%1”不是坐标；写法如 112.4941, 40.5303。</translation>
    </message>
    <message>
        <source>Several values</source>
        <translation>多个值</translation>
    </message>
    <message>
        <source>“%1” is no date; write 2027, 2027-09 or 2027-09-30.</source>
        <translation>“%1”不是日期；写成 2027、2027-09 或 2027-09-30。</translation>
    </message>
    <message numerus="yes">
        <source>%n points</source>
        <translation>
            <numerusform>%n 个点</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n rings</source>
        <translation>
            <numerusform>%n 个环</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n values</source>
        <translation>
            <numerusform>%n 个值</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Format</name>
    <message>
        <source>CSV table</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>One scenario is written, with its parents&apos; values resolved; results are not.</source>
        <translation>只写出一个方案，已合入上级方案的值；不含计算结果。</translation>
    </message>
    <message>
        <source>GeoJSON layer</source>
        <translation>GeoJSON 图层</translation>
    </message>
    <message>
        <source>Only layers with a geometry are written, of one scenario; numbers keep 15 digits.</source>
        <translation>只写出一个方案中带几何的图层；数字保留 15 位。</translation>
    </message>
    <message>
        <source>Excel workbook</source>
        <translation>Excel 工作簿</translation>
    </message>
    <message>
        <source>One scenario is written, with its parents&apos; values resolved.</source>
        <translation>只写出一个方案，已合入上级方案的值。</translation>
    </message>
    <message>
        <source>Excel 97–2003 workbook</source>
        <translation>Excel 97–2003 工作簿</translation>
    </message>
    <message>
        <source>OpenDocument spreadsheet</source>
        <translation>OpenDocument 电子表格</translation>
    </message>
    <message>
        <source>Shapefile</source>
        <translation>Shapefile</translation>
    </message>
    <message>
        <source>Only objects with a place are written, of one scenario, a file for each kind; names of fields are cut to ten characters, texts to 254 bytes, and truth values become numbers.</source>
        <translation>只写出一个方案中有位置的对象，每类一个文件；字段名截为十个字符，文本截为 254 字节，是否值变为数字。</translation>
    </message>
    <message>
        <source>KML</source>
        <translation>KML</translation>
    </message>
    <message>
        <source>Only objects with a place are written, of one scenario; numbers keep 15 digits.</source>
        <translation>只写出一个方案中有位置的对象；数值保留 15 位。</translation>
    </message>
    <message>
        <source>DXF drawing</source>
        <translation>DXF 图形</translation>
    </message>
    <message>
        <source>Only places and names are written, of one scenario, in metres of a Gauss–Krüger zone.</source>
        <translation>只写出一个方案的位置和名称，坐标为高斯—克吕格带的米。</translation>
    </message>
    <message>
        <source>DWG drawing (2000)</source>
        <translation>DWG 图形（2000）</translation>
    </message>
    <message>
        <source>GPX tracks</source>
        <translation>GPX 轨迹</translation>
    </message>
    <message>
        <source>GeoPackage</source>
        <translation>GeoPackage</translation>
    </message>
    <message>
        <source>A plain GeoPackage of one scenario, no plan file: results, history and other scenarios are not written.</source>
        <translation>一个方案的普通 GeoPackage，不是规划文件：结果、历史和其他方案不写出。</translation>
    </message>
</context>
<context>
    <name>Furniture</name>
    <message>
        <source>For internal planning only; not to be published without review</source>
        <translation>内部规划用图，未经审核不得公开</translation>
    </message>
</context>
<context>
    <name>ImportDifference</name>
    <message>
        <source>line of %1 points, %2 km</source>
        <translation>%1 个点的线，%2 km</translation>
    </message>
    <message>
        <source>outline of %1 points</source>
        <translation>%1 个点的边界</translation>
    </message>
</context>
<context>
    <name>Kind</name>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置项</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>Fibre type</source>
        <translation>光纤类型</translation>
    </message>
    <message>
        <source>Equipment type</source>
        <translation>设备类型</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>算力节点</translation>
    </message>
    <message>
        <source>Junction</source>
        <translation>光缆节点</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>Risk group</source>
        <translation>共享风险组</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Lightpath</source>
        <translation>光通道</translation>
    </message>
    <message>
        <source>Demand</source>
        <translation>算力需求</translation>
    </message>
    <message>
        <source>Area</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Power contract</source>
        <translation>供电合同</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>时间序列</translation>
    </message>
    <message>
        <source>Register</source>
        <translation>台账</translation>
    </message>
    <message>
        <source>Measurement</source>
        <translation>实测记录</translation>
    </message>
    <message>
        <source>Declaration</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Acknowledgement</source>
        <translation>确认记录</translation>
    </message>
    <message>
        <source>Annotation</source>
        <translation>批注</translation>
    </message>
    <message>
        <source>Provenance</source>
        <translation>数据来源</translation>
    </message>
</context>
<context>
    <name>LayerPanel</name>
    <message>
        <source>Aa</source>
        <comment>sign of place names</comment>
        <translation>文</translation>
    </message>
</context>
<context>
    <name>MapPainter</name>
    <message>
        <source>Backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>Cable routes are schematic</source>
        <translation>光缆路由为示意</translation>
    </message>
    <message>
        <source>Map approval number: %1</source>
        <translation>审图号：%1</translation>
    </message>
    <message>
        <source>%1 EFLOPS</source>
        <translation>%1 EFLOPS</translation>
    </message>
    <message>
        <source>schematic</source>
        <translation>示意</translation>
    </message>
    <message>
        <source>Cables, roads, railways: schematic</source>
        <translation>光缆、公路、铁路均为示意</translation>
    </message>
    <message>
        <source>Roads, railways: schematic</source>
        <translation>公路、铁路为示意</translation>
    </message>
    <message>
        <source>Base map ends at 1:250 000</source>
        <translation>底图到 1:25 万为止</translation>
    </message>
</context>
<context>
    <name>Message</name>
    <message>
        <source>The plan has no scenario “%1”; it has: %2.</source>
        <translation>规划中没有方案“%1”；现有：%2。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>There is no rule pack “%1”: neither a file, nor in the plan, nor in the program.</source>
        <translation>找不到规则集“%1”：既不是文件，规划和程序中也没有。</translation>
    </message>
    <message>
        <source>There is no kind of object “%1”; there are: %2.</source>
        <translation>没有对象类型“%1”；可用：%2。</translation>
    </message>
    <message>
        <source>“%1” is no site or junction of the plan, or more than one; use its code.</source>
        <translation>“%1”不是规划中的算力节点或光缆节点，或对应不止一个；改用编码。</translation>
    </message>
    <message>
        <source>“%1” is not in service in %2; choose another year or end.</source>
        <translation>“%1”在 %2 年不在用；换一个年份或端点。</translation>
    </message>
    <message>
        <source>A path needs two different ends.</source>
        <translation>路径需要两个不同的端点。</translation>
    </message>
    <message>
        <source>%1 is there already; choose another name.</source>
        <translation>%1 已存在；换一个名称。</translation>
    </message>
    <message>
        <source>Drawing needs the desktop program %1, which is not installed; install corridor-planner.</source>
        <translation>出图需要桌面程序 %1，尚未安装；安装 corridor-planner。</translation>
    </message>
    <message>
        <source>%1 did not finish: %2</source>
        <translation>%1 未能完成：%2</translation>
    </message>
    <message>
        <source>The code “%1” belongs to “%2” already; choose another for this %3.</source>
        <translation>编码“%1”已属于“%2”；为此%3另取编码。</translation>
    </message>
    <message>
        <source>The base scenario stands on its own; it cannot have a parent.</source>
        <translation>基准方案自成一体，不能有上级方案。</translation>
    </message>
    <message>
        <source>Scenario %1 needs a parent scenario that exists; choose one.</source>
        <translation>方案 %1 缺少有效的上级方案；选择一个。</translation>
    </message>
    <message>
        <source>Scenario %1 would be its own parent; choose another parent.</source>
        <translation>方案 %1 会成为自己的上级；另选上级方案。</translation>
    </message>
    <message>
        <source>There is no object %1 in this scenario; choose one that is there.</source>
        <translation>本方案中没有对象 %1；选择已有的对象。</translation>
    </message>
    <message>
        <source>This plan is open for reading only; save it under another name to edit the copy.</source>
        <translation>此规划以只读方式打开；另存后编辑副本。</translation>
    </message>
    <message>
        <source>%1 is not a site or junction; choose one to move.</source>
        <translation>%1 不是算力节点或光缆节点；选择一个节点来移动。</translation>
    </message>
    <message>
        <source>An object with the id %1 is in the plan already; add this one without an id.</source>
        <translation>规划中已有标识为 %1 的对象；添加时不带标识。</translation>
    </message>
    <message>
        <source>A setting needs a key; enter one.</source>
        <translation>设置项缺少键名；填写键名。</translation>
    </message>
    <message>
        <source>This finding cannot be acknowledged: it has no key that would be found again.</source>
        <translation>此检查结果无法确认：它没有可再次识别的键。</translation>
    </message>
    <message>
        <source>The chosen objects are of different kinds; choose objects of one kind to change a field of all.</source>
        <translation>所选对象类型不同；选择同类对象才能统一修改字段。</translation>
    </message>
    <message>
        <source>An object of kind “%1” has no field “%2”; choose another.</source>
        <translation>“%1”类对象没有字段“%2”；另选字段。</translation>
    </message>
    <message>
        <source>Scenario %1 is not an object of the map; remove it in the list of scenarios.</source>
        <translation>方案 %1 不是地图对象；在方案列表中删除。</translation>
    </message>
    <message>
        <source>There is no scenario %1 in this plan; choose one that is there.</source>
        <translation>本规划中没有方案 %1；选择已有的方案。</translation>
    </message>
    <message>
        <source>A scenario needs a name; enter one.</source>
        <translation>方案缺少名称；填写名称。</translation>
    </message>
    <message>
        <source>The base scenario cannot be removed; the others build on it.</source>
        <translation>基准方案不能删除；其他方案都以它为基础。</translation>
    </message>
    <message>
        <source>Scenario %1 has scenario %2 below it; remove that first.</source>
        <translation>方案 %1 之下有方案 %2；先删除后者。</translation>
    </message>
    <message>
        <source>The base scenario has no parent to fall back to; choose another scenario first.</source>
        <translation>基准方案没有可恢复的上级；先选择其他方案。</translation>
    </message>
    <message>
        <source>%1 is not a span; choose one.</source>
        <translation>%1 不是光缆段；选择一条光缆段。</translation>
    </message>
    <message>
        <source>Span %1 cannot be cut there; choose a place on its line, more than 1 m from its ends.</source>
        <translation>光缆段 %1 不能在此处打断；在其线上选择距两端 1 m 以外的位置。</translation>
    </message>
    <message>
        <source>The step is damaged at object %1; make it again from its source.</source>
        <translation>该步骤在对象 %1 处损坏；从来源重新生成。</translation>
    </message>
    <message>
        <source>The step changes object %1 in a scenario, but objects of kind “%2” belong to all scenarios; put it into the base.</source>
        <translation>该步骤在方案中修改对象 %1，而“%2”类对象属于所有方案；改放到基准方案。</translation>
    </message>
    <message>
        <source>The step changes object %1 in scenario %2, which is not there; add the scenario first.</source>
        <translation>该步骤修改方案 %2 中的对象 %1，而此方案不存在；先添加该方案。</translation>
    </message>
    <message>
        <source>The id of %1 belongs to an object of kind “%2” already; give it another.</source>
        <translation>%1 的标识已属于一个“%2”类对象；换一个标识。</translation>
    </message>
    <message>
        <source>The step removes an object that %1 refers to; remove or change %1 in the same step.</source>
        <translation>该步骤删除了 %1 引用的对象；在同一步骤中删除或修改 %1。</translation>
    </message>
    <message>
        <source>“%1” fits more than one object; write # and the id of the one meant.</source>
        <translation>“%1”对应不止一个对象；写 # 加目标对象的标识。</translation>
    </message>
    <message>
        <source>“%1” is no object of the plan or of the imported files; correct the code or add the object.</source>
        <translation>“%1”既不在规划中，也不在导入的文件中；更正编码或添加该对象。</translation>
    </message>
    <message>
        <source>The encoding “%1” asked for %2 is not known; use UTF-8 or GB18030.</source>
        <translation>为 %2 指定的编码“%1”无法识别；使用 UTF-8 或 GB18030。</translation>
    </message>
    <message>
        <source>%1: the text is not valid %2; save it as UTF-8 or name its encoding.</source>
        <translation>%1：文本不是有效的 %2 编码；另存为 UTF-8 或指明编码。</translation>
    </message>
    <message>
        <source>%1, line %2: a quotation mark is never closed; close it or double it.</source>
        <translation>%1 第 %2 行：引号没有闭合；补上引号或写成两个引号。</translation>
    </message>
    <message>
        <source>%1 is empty; it needs a first row with the names of its columns.</source>
        <translation>%1 是空文件；首行应为各列名称。</translation>
    </message>
    <message>
        <source>the column “%1” is missing; add it.</source>
        <translation>缺少“%1”列；补上该列。</translation>
    </message>
    <message>
        <source>“%1” is no number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>“%1” is no route; write primary or backup.</source>
        <translation>“%1”不是路由；写 primary 或 backup。</translation>
    </message>
    <message>
        <source>%1 can hold one kind of object; name the layer, or a folder to export to.</source>
        <translation>%1 只能存放一类对象；指明图层，或改为导出到文件夹。</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made; check the path and your permission.</source>
        <translation>无法建立文件夹 %1；检查路径和权限。</translation>
    </message>
    <message>
        <source>Objects of kind “%1” have no geometry; export them as CSV.</source>
        <translation>“%1”类对象没有几何；导出为 CSV。</translation>
    </message>
    <message>
        <source>%1 is there already; choose another place or ask to replace it.</source>
        <translation>%1 已存在；换一个位置，或指明要替换。</translation>
    </message>
    <message>
        <source>There is no %1; check the path.</source>
        <translation>%1 不存在；检查路径。</translation>
    </message>
    <message>
        <source>“%1” is the name of no kind of object; the file was left out.</source>
        <translation>“%1”不是任何对象类型的名称；已略过该文件。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>%1, line %2, column “%3”: %4</source>
        <translation>%1 第 %2 行“%3”列：%4</translation>
    </message>
    <message>
        <source>Column “%1” cannot become “%2”: objects of kind “%3” have no such field.</source>
        <translation>“%1”列不能对应“%2”：“%3”类对象没有此字段。</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>the line ran from the far end to the near one and was turned round.</source>
        <translation>该线方向与起止点相反，已反转。</translation>
    </message>
    <message>
        <source>the line misses its ends by %1 m; correct the line, the ends or their positions.</source>
        <translation>该线与端点相差 %1 m；更正线、端点或端点位置。</translation>
    </message>
    <message>
        <source>the row has %1 cells, the header %2; put text with a separator in quotation marks.</source>
        <translation>该行有 %1 格，表头有 %2 格；含分隔符的文字要加引号。</translation>
    </message>
    <message>
        <source>“%1” is no id; leave it empty for a new object.</source>
        <translation>“%1”不是标识；新对象留空即可。</translation>
    </message>
    <message>
        <source>“%1” is in the files twice; keep one of the rows.</source>
        <translation>“%1”在文件中出现两次；只留一行。</translation>
    </message>
    <message>
        <source>it does not say whose source it is; name the object.</source>
        <translation>没有写明是谁的来源；写上对象。</translation>
    </message>
    <message>
        <source>objects of kind “%1” have no geometry.</source>
        <translation>“%1”类对象没有几何。</translation>
    </message>
    <message>
        <source>these columns mean nothing to objects of kind “%1” and were left out: %2</source>
        <translation>以下各列对“%1”类对象无意义，已略过：%2</translation>
    </message>
    <message>
        <source>the file does not say, so this was taken for new objects: %1</source>
        <translation>文件未写明，新对象取以下值：%1</translation>
    </message>
    <message>
        <source>%1 cannot be read; check that it is there and that you may read it.</source>
        <translation>无法读取 %1；检查文件是否存在、有无读取权限。</translation>
    </message>
    <message>
        <source>the line has parts that do not meet; join them or make them objects of their own.</source>
        <translation>该线由互不相接的几部分组成；连接起来，或拆成单独的对象。</translation>
    </message>
    <message>
        <source>a geometry of type %1 cannot be taken; use a point, line or polygon.</source>
        <translation>不能使用 %1 类型的几何；使用点、线或面。</translation>
    </message>
    <message>
        <source>its position cannot be converted to CGCS2000.</source>
        <translation>其位置无法转换到 CGCS2000。</translation>
    </message>
    <message>
        <source>Layer “%1” cannot be written as GeoJSON; please report this.</source>
        <translation>图层“%1”无法写成 GeoJSON；这是程序缺陷，可向开发者反馈。</translation>
    </message>
    <message>
        <source>A map projection was asked for a central meridian that is no angle.</source>
        <translation>地图投影的中央子午线不是有效角度。</translation>
    </message>
    <message>
        <source>A built-in map projection could not be made.</source>
        <translation>无法建立内置的地图投影。</translation>
    </message>
    <message>
        <source>A map projection was asked for a 3-degree zone that does not exist.</source>
        <translation>地图投影的 3° 带不存在。</translation>
    </message>
    <message>
        <source>The reference system %1 can no longer be read; is the PROJ database still installed?</source>
        <translation>无法再读取坐标系 %1；检查 PROJ 数据库是否仍在。</translation>
    </message>
    <message>
        <source>%1 objects of kind “%2” have the code “%3”; give each its own.</source>
        <translation>%1 个“%2”类对象的编码都是“%3”；分别另取编码。</translation>
    </message>
    <message>
        <source>%1 leaves service (%2) by the year it enters it (%3), so no year counts it; correct the dates.</source>
        <translation>%1 退役（%2）不晚于投用当年（%3），任何年份都不计入；更正日期。</translation>
    </message>
    <message>
        <source>Span %1 is shorter than 1 m; move one of its ends or remove it.</source>
        <translation>光缆段 %1 不足 1 m；移动一端或删除。</translation>
    </message>
    <message>
        <source>Span %1 is planned but has no date in service, so no route uses it; enter a date.</source>
        <translation>光缆段 %1 为规划状态但没有投用日期，路由不会使用它；填写日期。</translation>
    </message>
    <message>
        <source>Span %1 names the fibre type “%2”, which the plan does not describe; choose one that it does.</source>
        <translation>光缆段 %1 的光纤类型“%2”在规划中没有说明；选择已有的类型。</translation>
    </message>
    <message>
        <source>The pinned route of service %1 does not lead from one end to the other; add the missing spans or let it be computed.</source>
        <translation>业务电路 %1 的指定路由未能连通两端；补上缺少的光缆段，或改为计算选路。</translation>
    </message>
    <message>
        <source>Key site %1 has no fibre; draw a span to it.</source>
        <translation>重点算力节点 %1 没有接入光缆；绘制一条光缆段。</translation>
    </message>
    <message>
        <source>The parents of scenario %1 do not lead to the base, so it cannot be shown; give it another parent.</source>
        <translation>方案 %1 的上级追溯不到基准方案，无法显示；另选上级方案。</translation>
    </message>
    <message>
        <source>“%1” of %2 refers to object %3, which is not in the plan; choose one that is.</source>
        <translation>%2 的“%1”引用了规划中没有的对象 %3；选择已有的对象。</translation>
    </message>
    <message>
        <source>“%1” of %2 cannot refer to an object of kind “%3”; choose another.</source>
        <translation>%2 的“%1”不能引用“%3”类对象；另选对象。</translation>
    </message>
    <message>
        <source>“%1” of %2 lists an object twice; list it once.</source>
        <translation>%2 的“%1”中有对象列了两次；只列一次。</translation>
    </message>
    <message>
        <source>“%1” of %2 is not given; choose an object.</source>
        <translation>%2 的“%1”为空；选择对象。</translation>
    </message>
    <message>
        <source>An object of kind “%1” needs a code that others refer to; enter one.</source>
        <translation>“%1”类对象需要供引用的编码；填写编码。</translation>
    </message>
    <message>
        <source>The line of span %1 misses its end “%2” by %3 m; move its end vertex onto the node.</source>
        <translation>光缆段 %1 的线与端点“%2”相差 %3 m；把线端顶点移到节点上。</translation>
    </message>
    <message>
        <source>Span %1 starts and ends at the same node; choose another end.</source>
        <translation>光缆段 %1 的起点和终点是同一节点；另选一端。</translation>
    </message>
    <message>
        <source>The line of span %1 has fewer than two vertices; draw it from one end to the other.</source>
        <translation>光缆段 %1 的线不足两个顶点；从一端画到另一端。</translation>
    </message>
    <message>
        <source>Service %1 starts and ends at the same node; choose another end.</source>
        <translation>业务电路 %1 的起点和终点是同一节点；另选一端。</translation>
    </message>
    <message>
        <source>The second node of service %1 is the first one again; choose another or none.</source>
        <translation>业务电路 %1 的第二节点与第一节点相同；另选节点或留空。</translation>
    </message>
    <message>
        <source>The range of “%1” is upside down: %2 is above %3; swap the bounds.</source>
        <translation>“%1”的范围上下限颠倒：%2 大于 %3；对调上下限。</translation>
    </message>
    <message>
        <source>A source is given for “%1”, which an object of kind “%2” does not have; name one of its fields or *.</source>
        <translation>来源所指的“%1”不是“%2”类对象的字段；写其字段名或 *。</translation>
    </message>
    <message>
        <source>“%1” must be a finite number.</source>
        <translation>“%1”应为有限数。</translation>
    </message>
    <message>
        <source>“%1” must be %2; %3 is outside.</source>
        <translation>“%1”应为 %2；%3 超出范围。</translation>
    </message>
    <message>
        <source>“%1” needs a longitude of −180 – 180° and a latitude of −90 – 90°.</source>
        <translation>“%1”的经度应为 −180 – 180°，纬度应为 −90 – 90°。</translation>
    </message>
    <message>
        <source>“%1” must be one of %2; “%3” is not.</source>
        <translation>“%1”只能取 %2；“%3”不在其中。</translation>
    </message>
    <message>
        <source>“%1” lists an object without an id.</source>
        <translation>“%1”中有对象没有标识。</translation>
    </message>
    <message>
        <source>“%1”: years must ascend between 1900 and 2200, each once.</source>
        <translation>“%1”：年份应在 1900 到 2200 之间递增，每年一次。</translation>
    </message>
    <message>
        <source>“%1” may not be empty.</source>
        <translation>“%1”不能为空。</translation>
    </message>
    <message>
        <source>“%1” cannot hold “%2”.</source>
        <translation>“%1”不能存放“%2”。</translation>
    </message>
    <message>
        <source>The setting “%1” must be %2 – %3; “%4” is not.</source>
        <translation>设置项“%1”应为 %2 – %3；“%4”不符合。</translation>
    </message>
    <message>
        <source>The setting “%1” must be one of %2; “%3” is not.</source>
        <translation>设置项“%1”只能取 %2；“%3”不在其中。</translation>
    </message>
    <message>
        <source>The reference point “%1” is no site or junction of this plan; choose one by its code.</source>
        <translation>参考点“%1”不是本规划的算力节点或光缆节点；按编码选择一个。</translation>
    </message>
    <message>
        <source>%1 · backup</source>
        <translation>%1 · 备用</translation>
    </message>
    <message>
        <source>%1 · primary</source>
        <translation>%1 · 主用</translation>
    </message>
    <message>
        <source>No service in %1 declares this clause.</source>
        <translation>%1 年没有业务电路对应本条款。</translation>
    </message>
    <message>
        <source>Fewer than two key sites in scope in %1.</source>
        <translation>%1 年范围内的重点算力节点不足两个。</translation>
    </message>
    <message>
        <source>%1—%2 · least RTT</source>
        <translation>%1—%2 · 最小往返时延</translation>
    </message>
    <message>
        <source>The reference point of Beijing is not chosen (setting “reference_point”).</source>
        <translation>未选定北京参考点（设置项“reference_point”）。</translation>
    </message>
    <message>
        <source>%1 lies outside the ring: %2 km from the reference point.</source>
        <translation>%1 在环京范围之外：距参考点 %2 km。</translation>
    </message>
    <message>
        <source>%1 lies at the edge of the ring: %2 km from the reference point; another centre may put it outside.</source>
        <translation>%1 位于环京范围边缘：距参考点 %2 km；换一个中心点可能落在范围之外。</translation>
    </message>
    <message>
        <source>Declared by %1, %2: %3</source>
        <translation>%1 于 %2 申报：%3</translation>
    </message>
    <message>
        <source>Not declared yet.</source>
        <translation>尚未申报。</translation>
    </message>
    <message>
        <source>Not computed yet.</source>
        <translation>尚未计算。</translation>
    </message>
    <message>
        <source>%1 has no date of entering service.</source>
        <translation>%1 没有投用日期。</translation>
    </message>
    <message>
        <source>%1 is not in service in %2.</source>
        <translation>%1 在 %2 年不在用。</translation>
    </message>
    <message>
        <source>The pinned route is broken at %1.</source>
        <translation>指定路由在 %1 处中断。</translation>
    </message>
    <message>
        <source>The fibre type of %1 is not recorded.</source>
        <translation>%1 的光纤类型未记录。</translation>
    </message>
    <message>
        <source>%1 of the pinned route is not in service in %2.</source>
        <translation>指定路由中的 %1 在 %2 年不在用。</translation>
    </message>
    <message>
        <source>No route without %1, whose fibre type is not recorded.</source>
        <translation>路由都要经过 %1，而其光纤类型未记录。</translation>
    </message>
    <message>
        <source>There is no route in service in %1.</source>
        <translation>%1 年没有在用的路由。</translation>
    </message>
    <message>
        <source>The plan has no delay for equipment %1; the value is a lower bound.</source>
        <translation>规划中没有设备 %1 的时延；此值为下限。</translation>
    </message>
    <message>
        <source>A way over %1, whose fibre type is not recorded, may be shorter.</source>
        <translation>经 %1 的路由可能更短，但其光纤类型未记录。</translation>
    </message>
    <message>
        <source>The light ends at %1.</source>
        <translation>光路在 %1 处终止。</translation>
    </message>
    <message>
        <source>There is no second way beside the primary in %1.</source>
        <translation>%1 年除主用外没有第二条路由。</translation>
    </message>
    <message>
        <source>Primary and backup share %1.</source>
        <translation>主用与备用共用 %1。</translation>
    </message>
    <message>
        <source>The search stopped at its limit; a better backup is not excluded.</source>
        <translation>搜索达到上限后停止；不排除有更好的备用路由。</translation>
    </message>
    <message>
        <source>RTT limit of the service</source>
        <translation>业务电路的往返时延限值</translation>
    </message>
    <message>
        <source>%1: key “%2” of %3 is missing or has no legal value; use a rule pack of a matching program version.</source>
        <translation>%1：%3 的键“%2”缺失或取值无效；使用与程序版本相符的规则集。</translation>
    </message>
    <message>
        <source>%1 is not a rule pack: it is not readable as JSON at byte %2.</source>
        <translation>%1 不是规则集：第 %2 字节处无法按 JSON 读取。</translation>
    </message>
    <message>
        <source>%1 of the program&apos;s library cannot be used: %2 has no legal value; install the program again.</source>
        <translation>无法使用程序库中的 %1：%2 取值无效；重新安装程序。</translation>
    </message>
    <message>
        <source>CORRIDOR_RESOURCES names %1, where rulepacks and equipment are missing; correct or unset it.</source>
        <translation>CORRIDOR_RESOURCES 指向 %1，其中缺少 rulepacks 和 equipment；更正或取消该变量。</translation>
    </message>
    <message>
        <source>The program&apos;s data folder was not found; install it again, or let CORRIDOR_RESOURCES name it.</source>
        <translation>找不到程序的数据文件夹；重新安装程序，或用 CORRIDOR_RESOURCES 指明。</translation>
    </message>
    <message>
        <source>%1 cannot be read; install the program again.</source>
        <translation>无法读取 %1；重新安装程序。</translation>
    </message>
    <message>
        <source>There is no way from plan format %1 to the next; please report this.</source>
        <translation>规划格式 %1 无法升级到下一版本；这是程序缺陷，可向开发者反馈。</translation>
    </message>
    <message>
        <source>“%1” is being edited by %2 on %3 since %4; it was opened read-only.</source>
        <translation>“%1”自 %4 起由 %2 在 %3 上编辑；已以只读方式打开。</translation>
    </message>
    <message>
        <source>“%1” was opened read-only.</source>
        <translation>“%1”已以只读方式打开。</translation>
    </message>
    <message>
        <source>“%1” is open read-only; save under another name.</source>
        <translation>“%1”以只读方式打开；另存为其他名称。</translation>
    </message>
    <message>
        <source>“%1” was moved or deleted since it was opened; save it there again or under another name.</source>
        <translation>“%1”打开后被移动或删除；在原处重新保存，或另存为其他名称。</translation>
    </message>
    <message>
        <source>“%1” was changed by another program since it was opened; compare, save under another name, or overwrite it.</source>
        <translation>“%1”打开后被其他程序修改；比较差异、另存为其他名称或覆盖。</translation>
    </message>
    <message>
        <source>“%1” cannot be written; choose a folder you may write to.</source>
        <translation>无法写入“%1”；选择有写入权限的文件夹。</translation>
    </message>
    <message>
        <source>“%1” is being edited by %2 on %3; choose another name.</source>
        <translation>“%1”正由 %2 在 %3 上编辑；换一个名称。</translation>
    </message>
    <message>
        <source>%1 was changed by another program.</source>
        <translation>%1 已被其他程序修改。</translation>
    </message>
    <message>
        <source>%1 was added by another program.</source>
        <translation>%1 由其他程序添加。</translation>
    </message>
    <message>
        <source>%1 (row %2) had the id of another row and got its own.</source>
        <translation>%1（第 %2 行）与另一行标识相同，已换为新标识。</translation>
    </message>
    <message>
        <source>%1 %2 was removed by another program.</source>
        <translation>%1 %2 已被其他程序删除。</translation>
    </message>
    <message>
        <source>%1 (row %2): %3 It was read as unknown.</source>
        <translation>%1（第 %2 行）：%3已按未知读入。</translation>
    </message>
    <message>
        <source>%1: “%2” refers to %3, which is not in the plan.</source>
        <translation>%1：“%2”引用的 %3 不在规划中。</translation>
    </message>
    <message>
        <source>“%1” is a GeoPackage but no plan; import its layers into a plan instead.</source>
        <translation>“%1”是 GeoPackage，但不是规划；把其中的图层导入规划。</translation>
    </message>
    <message>
        <source>“%1” is no plan of Corridor Planner; choose a plan file (.gpkg).</source>
        <translation>“%1”不是算力走廊规划的规划文件；选择规划文件（.gpkg）。</translation>
    </message>
    <message>
        <source>“%1” does not say which format it has; open a backup of it.</source>
        <translation>“%1”没有写明格式版本；打开其备份。</translation>
    </message>
    <message>
        <source>“%1” was saved by a newer program; Corridor Planner %2 or later is needed to open it.</source>
        <translation>“%1”由更新版本的程序保存；需要算力走廊规划 %2 或更高版本才能打开。</translation>
    </message>
    <message>
        <source>Edits cannot be kept for recovery in “%1”; check the disk, and save the plan.</source>
        <translation>无法在“%1”中记录用于恢复的编辑；检查磁盘，并保存规划。</translation>
    </message>
    <message>
        <source>The recovery log “%1” cannot be read; the plan is as it was last saved.</source>
        <translation>无法读取恢复日志“%1”；规划为上次保存时的内容。</translation>
    </message>
    <message>
        <source>The result table “%1” cannot be stored under that name; please report this.</source>
        <translation>结果表“%1”无法以此名称存储；这是程序缺陷，可向开发者反馈。</translation>
    </message>
    <message>
        <source>The stored results of “%1” cannot be read; compute them again.</source>
        <translation>无法读取“%1”中存储的结果；重新计算。</translation>
    </message>
    <message>
        <source>“%1” has unfinished changes of another program beside it (%2); close that program (QGIS, for example) and save again, or save under another name.</source>
        <translation>“%1”旁有其他程序未完成的修改（%2）；关闭该程序（例如 QGIS）后重新保存，或另存为其他名称。</translation>
    </message>
    <message>
        <source>“%1” is in use by another program; close it there (QGIS, for example) and save again, or save under another name.</source>
        <translation>“%1”正被其他程序使用；在该程序（例如 QGIS）中关闭后重新保存，或另存为其他名称。</translation>
    </message>
    <message>
        <source>There is no room to save “%1”: %2 are needed in its folder and %3 are free; free some space or choose another disk.</source>
        <translation>没有空间保存“%1”：所在文件夹需要 %2，可用 %3；清理空间或换一个磁盘。</translation>
    </message>
    <message>
        <source>“%1” was not saved because the new copy failed its check; save under another name. The file is as it was.</source>
        <translation>“%1”未保存，因为新副本未通过检查；另存为其他名称。原文件保持不变。</translation>
    </message>
    <message>
        <source>“%1” was saved, but the disk did not confirm it; check the disk, and save under another name too.</source>
        <translation>“%1”已保存，但磁盘未确认写入；检查磁盘，并另存一份。</translation>
    </message>
    <message>
        <source>“%1” does not exist; choose another plan.</source>
        <translation>“%1”不存在；另选规划。</translation>
    </message>
    <message>
        <source>“%1” cannot be read; check that it is a file you may open.</source>
        <translation>无法读取“%1”；检查它是否为有权打开的文件。</translation>
    </message>
    <message>
        <source>“%1” is empty; open a backup of it.</source>
        <translation>“%1”是空文件；打开其备份。</translation>
    </message>
    <message>
        <source>“%1” must be copied to be read, but the folder for temporary files cannot be written; free some space.</source>
        <translation>读取“%1”须先复制，但临时文件夹不可写；清理空间。</translation>
    </message>
    <message>
        <source>Another program has unfinished changes beside “%1”; they were read along, and Save waits until that program is closed.</source>
        <translation>其他程序在“%1”旁有未完成的修改，已一并读入；关闭该程序后才能保存。</translation>
    </message>
    <message>
        <source>“%1” is being written by another program; try again in a moment.</source>
        <translation>其他程序正在写入“%1”；稍后重试。</translation>
    </message>
    <message>
        <source>There is no room to save “%1”; free some space or choose another disk. The file is as it was.</source>
        <translation>没有空间保存“%1”；清理空间或换一个磁盘。原文件保持不变。</translation>
    </message>
    <message>
        <source>“%1” could not be saved because the disk refused; check it or save under another name. The file is as it was.</source>
        <translation>磁盘拒绝写入，“%1”未能保存；检查磁盘或另存为其他名称。原文件保持不变。</translation>
    </message>
    <message>
        <source>“%1” cannot be read because the disk refused; check it or open a backup.</source>
        <translation>磁盘拒绝读取，无法读取“%1”；检查磁盘或打开备份。</translation>
    </message>
    <message>
        <source>“%1” may not be written by you where it is; save under another name.</source>
        <translation>没有在此位置写入“%1”的权限；另存为其他名称。</translation>
    </message>
    <message>
        <source>There is not enough memory for “%1”; close other programs.</source>
        <translation>内存不足以处理“%1”；关闭其他程序。</translation>
    </message>
    <message>
        <source>“%1” could not be saved because of a fault of this program; save under another name and report it. The file is as it was.</source>
        <translation>因本程序的缺陷，“%1”未能保存；另存为其他名称，并向开发者反馈。原文件保持不变。</translation>
    </message>
    <message>
        <source>“%1” is damaged or was altered so that it is no plan any more; open a backup of it.</source>
        <translation>“%1”已损坏，或被改动后不再是规划；打开其备份。</translation>
    </message>
    <message>
        <source>“%1” has a row without a legal value.</source>
        <translation>“%1”中有一行取值无效。</translation>
    </message>
    <message>
        <source>The base map %1 is damaged; install the program again.</source>
        <translation>底图 %1 已损坏；重新安装程序。</translation>
    </message>
    <message>
        <source>The base map %1 cannot be read; install the program again.</source>
        <translation>无法读取底图 %1；重新安装程序。</translation>
    </message>
    <message>
        <source>%1: a map is written as .png, .svg or .pdf; choose one of these.</source>
        <translation>%1：地图可写成 .png、.svg 或 .pdf；选择其一。</translation>
    </message>
    <message>
        <source>The picture cannot be %1 by %2 pixels; give a size between 64 by 64 and 200 million pixels.</source>
        <translation>图片不能是 %1 × %2 像素；大小应在 64 × 64 到 2 亿像素之间。</translation>
    </message>
    <message>
        <source>%1: the plan has no places yet; say which extent to draw.</source>
        <translation>%1：规划中尚无地点；指明出图范围。</translation>
    </message>
    <message>
        <source>Drawing was cancelled.</source>
        <translation>出图已取消。</translation>
    </message>
    <message>
        <source>There is not enough memory for the picture; make it smaller.</source>
        <translation>内存不足以生成图片；缩小尺寸。</translation>
    </message>
    <message>
        <source>A span cannot end where it starts; choose another end.</source>
        <translation>光缆段的终点不能与起点相同；另选终点。</translation>
    </message>
    <message>
        <source>A span needs two ends; click where it is to end.</source>
        <translation>光缆段需要两个端点；点击终点位置。</translation>
    </message>
    <message>
        <source>%1, feature %2: %3</source>
        <translation>%1 第 %2 个要素：%3</translation>
    </message>
    <message>
        <source>Point at the vertex to remove; the ends of a span stay.</source>
        <translation>指向要删除的顶点；光缆段的两端保留。</translation>
    </message>
    <message>
        <source>the pack</source>
        <translation>规则集本身</translation>
    </message>
    <message>
        <source>the file</source>
        <translation>文件本身</translation>
    </message>
    <message>
        <source>The program made a mistake; the plan is unchanged.</source>
        <translation>程序出错；规划未改动。</translation>
    </message>
    <message>
        <source>“%1” is no extent; write WEST,SOUTH,EAST,NORTH in degrees.</source>
        <translation>“%1”不是有效范围；写成 WEST,SOUTH,EAST,NORTH（西、南、东、北），单位度。</translation>
    </message>
    <message>
        <source>The plan has no scenario “%1”.</source>
        <translation>规划中没有方案“%1”。</translation>
    </message>
    <message>
        <source>“%1” is no year between 1900 and 2200.</source>
        <translation>“%1”不是 1900 到 2200 之间的年份。</translation>
    </message>
    <message>
        <source>“%1” is no size; write WIDTHxHEIGHT in pixels, for example 1920x1080.</source>
        <translation>“%1”不是有效尺寸；写成 WIDTHxHEIGHT，单位像素，例如 1920x1080。</translation>
    </message>
    <message>
        <source>Drawing without a window needs --render FILE and a plan.</source>
        <translation>无窗口出图须给出 --render FILE 和规划。</translation>
    </message>
    <message>
        <source>A way over %1, whose fibre type is not recorded, may share nothing.</source>
        <translation>经 %1 的路由可能互不共用，但其光纤类型未记录。</translation>
    </message>
    <message>
        <source>Span %1 is to be removed but has no date out of service, so no route uses it; enter a date.</source>
        <translation>光缆段 %1 拟拆除但没有退役日期，路由不会使用它；填写日期。</translation>
    </message>
    <message>
        <source>Span %1 has %2 km of fibre on record, but its line is %3 km long; correct the line, or measure again or clear the length.</source>
        <translation>光缆段 %1 记录的光纤长 %2 km，而线长为 %3 km；更正线，或重新实测，或清除该长度。</translation>
    </message>
    <message>
        <source>The rule pack “%1” that the settings name is not in the plan; import it or choose one that is there.</source>
        <translation>设置指定的规则集“%1”不在规划中；导入它，或选择已有的规则集。</translation>
    </message>
    <message>
        <source>The helper program for foreign files gave an answer that makes no sense; nothing was changed, please report this.</source>
        <translation>处理外来文件的辅助程序返回了无法识别的结果；未作任何更改，可向开发者反馈。</translation>
    </message>
    <message>
        <source>The helper program for foreign files is of another version than this program; install both again.</source>
        <translation>处理外来文件的辅助程序与本程序版本不一致；重新安装两者。</translation>
    </message>
    <message>
        <source>The helper program corridor-worker, which reads and writes foreign files, cannot be started; install the program again.</source>
        <translation>读写外来文件的辅助程序 corridor-worker 无法启动；重新安装本程序。</translation>
    </message>
    <message>
        <source>%1 (row %2): its payload is no JSON object, so everything in it was read as unknown; restore it from a backup.</source>
        <translation>%1（第 %2 行）：其 payload 不是 JSON 对象，其中内容均按未知读入；从备份恢复。</translation>
    </message>
    <message>
        <source>there is no row of data in it.</source>
        <translation>其中没有数据行。</translation>
    </message>
    <message>
        <source>No file has a column “%1”; correct the choice for it.</source>
        <translation>没有文件含有列“%1”；改正对它的指定。</translation>
    </message>
    <message>
        <source>these columns say what another column said before them, and were left out: %1</source>
        <translation>这些列与前面的列含义相同，已略去：%1</translation>
    </message>
    <message>
        <source>%1 Until it is corrected, the default holds.</source>
        <translation>%1改正之前按默认值计算。</translation>
    </message>
    <message>
        <source>Radius of the ring</source>
        <translation>环京半径</translation>
    </message>
    <message>
        <source>Lay factor</source>
        <translation>余长系数</translation>
    </message>
    <message>
        <source>Sinuosity, plain</source>
        <translation>弯曲系数，平原</translation>
    </message>
    <message>
        <source>Sinuosity, mountain</source>
        <translation>弯曲系数，山区</translation>
    </message>
    <message>
        <source>Sinuosity, urban</source>
        <translation>弯曲系数，城区</translation>
    </message>
    <message>
        <source>Spacing of amplifiers</source>
        <translation>光放大器间距</translation>
    </message>
    <message>
        <source>Central meridian of the map</source>
        <translation>地图中央经线</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>RTT counts</source>
        <translation>往返时延计入</translation>
    </message>
    <message>
        <source>Backup decides</source>
        <translation>备用参与判定</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>英文标题</translation>
    </message>
    <message>
        <source>Reference point (code)</source>
        <translation>参考点（编码）</translation>
    </message>
    <message>
        <source>Year shown first</source>
        <translation>首先显示的年份</translation>
    </message>
    <message>
        <source>Rule pack in force</source>
        <translation>生效的规则集</translation>
    </message>
    <message>
        <source>Service %1 names the clause “%2”, which no rule pack of the plan has, so it is not checked against it; correct the word.</source>
        <translation>业务电路 %1 写有条款“%2”，规划中没有规则集含有该条款，因此没有按它检查；改正该词。</translation>
    </message>
    <message>
        <source>The program has no rule pack “%1”; it has: %2.</source>
        <translation>程序没有规则集“%1”；现有：%2。</translation>
    </message>
    <message>
        <source>%1 could not be written whole; check the room on that disk.</source>
        <translation>%1 未能完整写入；检查磁盘剩余空间。</translation>
    </message>
    <message>
        <source>The setting “%1” names no province and year; write grid_factor/PROVINCE/YEAR.</source>
        <translation>设置“%1”没有写明省份和年份；写作 grid_factor/省份/年份。</translation>
    </message>
    <message>
        <source>IT load factor</source>
        <translation>IT 负载率</translation>
    </message>
    <message>
        <source>Basis of standard coal</source>
        <translation>标准煤口径</translation>
    </message>
    <message>
        <source>Standard coal, primary</source>
        <translation>标准煤（等价值）</translation>
    </message>
    <message>
        <source>Standard coal, calorific</source>
        <translation>标准煤（当量值）</translation>
    </message>
    <message>
        <source>Channels per fibre pair</source>
        <translation>每纤对波道数</translation>
    </message>
    <message>
        <source>Rate of a channel</source>
        <translation>单波速率</translation>
    </message>
    <message>
        <source>Backups hold bandwidth</source>
        <translation>备用占用带宽</translation>
    </message>
    <message>
        <source>More bandwidth is routed over %1 than it can carry</source>
        <translation>%1 承载的带宽超过其容量</translation>
    </message>
    <message>
        <source>%1 paths in %2, backups included.</source>
        <translation>%2年共 %1 条路由，含备用。</translation>
    </message>
    <message>
        <source>The bandwidth of a service over it is not on record; the load is a lower bound.</source>
        <translation>途经的某条业务电路未录入带宽，负荷为下限。</translation>
    </message>
    <message>
        <source>Met on the estimate, open on the range of %1 – %2 %3.</source>
        <translation>按估计值满足，按范围 %1–%2 %3 未定。</translation>
    </message>
    <message>
        <source>Broken on the estimate, open on the range of %1 – %2 %3.</source>
        <translation>按估计值不满足，按范围 %1–%2 %3 未定。</translation>
    </message>
    <message>
        <source>%1 sets it.</source>
        <translation>由 %1 决定。</translation>
    </message>
    <message>
        <source>The capacity of %1 is not on record.</source>
        <translation>%1 的容量没有记录。</translation>
    </message>
    <message>
        <source>Any two routes share %1.</source>
        <translation>任意两条路由都共用 %1。</translation>
    </message>
    <message>
        <source>Single points of failure between key sites</source>
        <translation>重点节点之间的单点故障</translation>
    </message>
    <message>
        <source>No single span or node parts key sites.</source>
        <translation>没有单个光缆段或节点会使重点节点分离。</translation>
    </message>
    <message>
        <source>No service in %1 joins two key sites or declares this clause.</source>
        <translation>%1年没有业务电路连接两个重点节点或写有本条款。</translation>
    </message>
    <message>
        <source>No site in scope in %1.</source>
        <translation>%1年没有适用的节点。</translation>
    </message>
    <message>
        <source>%1 EFLOPS are documented, %2 are not recorded: no figure for %3.</source>
        <translation>已记录 %1 EFLOPS，尚有 %2 未记录：%3 没有数据。</translation>
    </message>
    <message>
        <source>Not all figures are stated as FP16 dense.</source>
        <translation>部分数值未注明为 FP16 稠密。</translation>
    </message>
    <message>
        <source>%1, end of %2</source>
        <translation>%1，%2年底</translation>
    </message>
    <message>
        <source>The plan has no AI site there in that year.</source>
        <translation>规划中该地该年没有智算节点。</translation>
    </message>
    <message>
        <source>The plan has no area “%1”.</source>
        <translation>规划中没有区域“%1”。</translation>
    </message>
    <message>
        <source>The annual PUE of %1 is not on record and no model is chosen.</source>
        <translation>%1 没有年 PUE 记录，也没有选择模型。</translation>
    </message>
    <message>
        <source>The plan has no PUE model “%1”.</source>
        <translation>规划中没有 PUE 模型“%1”。</translation>
    </message>
    <message>
        <source>PUE of the model “%1”, not of the site.</source>
        <translation>取 PUE 模型“%1”的值，不是本节点的值。</translation>
    </message>
    <message>
        <source>Whether %1 uses more than %2 tce a year is not known: %3.</source>
        <translation>%1 年能耗是否超过 %2 吨标煤不明：%3。</translation>
    </message>
    <message>
        <source>%1 tce a year, up to %2 by the range; the clause begins above %3.</source>
        <translation>年能耗 %1 吨标煤，按范围最高 %2；条款适用于超过 %3 者。</translation>
    </message>
    <message>
        <source>New general compute, of a size that is not on record.</source>
        <translation>新增通用算力，规模未记录。</translation>
    </message>
    <message>
        <source>no IT power on record</source>
        <translation>没有 IT 功率记录</translation>
    </message>
    <message>
        <source>no IT load factor in the settings</source>
        <translation>设置中没有 IT 负载率</translation>
    </message>
    <message>
        <source>no factor of standard coal in the settings</source>
        <translation>设置中没有折标煤系数</translation>
    </message>
    <message>
        <source>no province on record</source>
        <translation>没有省份记录</translation>
    </message>
    <message>
        <source>no grid factor of the province in the settings</source>
        <translation>设置中没有该省的电网因子</translation>
    </message>
    <message>
        <source>%1 is no picture that charts can be written as; use .png, .svg or .pdf.</source>
        <translation>图表不能写成 %1；用 .png、.svg 或 .pdf。</translation>
    </message>
    <message>
        <source>1 object selected</source>
        <translation>已选中 1 个对象</translation>
    </message>
    <message>
        <source>%1 objects selected, also outside the view</source>
        <translation>已选中 %1 个对象，含视图以外</translation>
    </message>
    <message>
        <source>Span “%1” cut in two at junction %2</source>
        <translation>光缆段“%1”已在光缆节点 %2 处分为两段</translation>
    </message>
    <message>
        <source>Copied: %1</source>
        <translation>已复制：%1</translation>
    </message>
    <message>
        <source>“%1” stands here already and is selected; zoom in or hold Ctrl to place another one beside it.</source>
        <translation>“%1”已在此处，现已选中；放大地图或按住 Ctrl 可在旁边另放一个。</translation>
    </message>
    <message>
        <source>No span is here; point at the line of the one to cut.</source>
        <translation>此处没有光缆段；指向要分割的那一段的线路。</translation>
    </message>
    <message>
        <source>A span cannot be cut at its end; choose a place along its line.</source>
        <translation>不能在端点处分割光缆段；在线路中间另选一处。</translation>
    </message>
    <message>
        <source>nothing in this version reads the setting “%1”; check its name.</source>
        <translation>本版没有任何计算读取设置“%1”；核对其名称。</translation>
    </message>
    <message>
        <source>Site %1 names the PUE model “%2”, which the plan does not hold, so its energy is not known; choose one that it holds.</source>
        <translation>算力节点 %1 写有 PUE 模型“%2”，规划中没有该模型，因此其能耗未知；选择规划中已有的模型。</translation>
    </message>
    <message>
        <source>Enter the province of %1.</source>
        <translation>录入 %1 的省份。</translation>
    </message>
    <message>
        <source>no annual PUE and no PUE model of the plan</source>
        <translation>没有年 PUE，也没有规划中的 PUE 模型</translation>
    </message>
    <message>
        <source>“%1” is being edited by %2 on %3, so nothing was stored; try again when it is closed there.</source>
        <translation>“%1”正由 %3 上的 %2 编辑，未存入任何内容；待其关闭后再试。</translation>
    </message>
    <message>
        <source>“%1” cannot be written where it is, so nothing was stored; copy it to a folder that you may write to.</source>
        <translation>“%1”所在位置不可写，未存入任何内容；复制到可写的文件夹再试。</translation>
    </message>
    <message>
        <source>%1 (Wrong rows beside it: %2; nothing was imported.)</source>
        <translation>%1（另有 %2 行有误；未导入任何内容。）</translation>
    </message>
    <message>
        <source>No site that stands in %1 has figures for that; enter its compute, or its IT power and PUE.</source>
        <translation>%1 年在用的节点都没有相应数值；录入其算力，或 IT 功率和 PUE。</translation>
    </message>
    <message>
        <source>There is nothing to explain of “%1”: name an object by its code or name, a finding by the key that “corridor check --json” prints, a province, plan, verdicts, compute, energy or carbon; the plan has no clauses.</source>
        <translation>“%1”没有可解释的内容：给出对象的编号或名称、“corridor check --json”输出的检查结果键、省份，或 plan、verdicts、compute、energy、carbon；该方案没有条款。</translation>
    </message>
    <message>
        <source>There is nothing to explain of “%1”: name a clause (%2 – %3), an object by its code or name, a finding by the key that “corridor check --json” prints, a province, plan, verdicts, compute, energy or carbon.</source>
        <translation>“%1”没有可解释的内容：给出条款（%2 – %3）、对象的编号或名称、“corridor check --json”输出的检查结果键、省份，或 plan、verdicts、compute、energy、carbon。</translation>
    </message>
    <message>
        <source>%1 does not end with .gpkg, by which maps programs know a plan; add it to the name.</source>
        <translation>%1 的结尾不是 .gpkg，地图软件据此识别方案；补上该后缀。</translation>
    </message>
    <message>
        <source>%1 Save it under another name to edit the copy.</source>
        <translation>%1另存为新文件后即可编辑。</translation>
    </message>
    <message>
        <source>Ends of lines near no node: %1; junctions were added there.</source>
        <translation>附近没有节点的线端：%1；已在该处新增光缆节点。</translation>
    </message>
    <message>
        <source>Rows without a code: %1; codes were handed out, so importing them again adds them again.</source>
        <translation>没有编号的行：%1；已自动编号，再次导入会重复新增。</translation>
    </message>
    <message>
        <source>Key sites are parted when one of these fails (%1): %2.</source>
        <translation>下列任一处故障会使重点节点失联（%1 处）：%2。</translation>
    </message>
    <message>
        <source>Sites without a province: %1; no clause about a province counts them</source>
        <translation>没有省份的节点：%1；涉及省份的条款都不计入</translation>
    </message>
    <message>
        <source>“%1” cannot be written where it is; it was opened read-only.</source>
        <translation>“%1”所在位置不可写，已以只读方式打开。</translation>
    </message>
    <message>
        <source>Table %1: rows that belong to no object: %2; the next Save drops them.</source>
        <translation>表 %1：不属于任何对象的行：%2；下次保存时会去掉。</translation>
    </message>
    <message>
        <source>The new end lies on “%1” but does not join it; undo, add a junction on that span and end there.</source>
        <translation>新端点落在“%1”线上，但未与其连接；撤销后先在该光缆段上添加光缆节点，再以它为端点。</translation>
    </message>
    <message>
        <source>Deleted: %1</source>
        <translation>已删除 %1</translation>
    </message>
    <message>
        <source>Deleted: %1; %2</source>
        <translation>已删除 %1；%2</translation>
    </message>
    <message>
        <source>There is no object “%1” to export, or more than one; give a code that one object has, or narrow it by --layer.</source>
        <translation>没有可导出的对象“%1”，或有多个；给出唯一对应一个对象的编号，或用 --layer 缩小范围。</translation>
    </message>
    <message>
        <source>%1 is the plan itself; export it to another file.</source>
        <translation>%1 就是规划文件本身；导出到另一个文件。</translation>
    </message>
    <message>
        <source>“%1” is no choice for --map; write COLUMN=FIELD, COLUMN= to leave the column out, or the name of a mapping file that is there.</source>
        <translation>“%1”不能用于 --map；可写 列=字段、列=（略去该列），或已有映射文件的名称。</translation>
    </message>
    <message>
        <source>“%1” cannot be %2; “corridor render --help” says what it can be.</source>
        <translation>“%1”不能取 %2；可取的值见 “corridor render --help”。</translation>
    </message>
    <message>
        <source>A sheet has no setting “%1”; these there are: %2.</source>
        <translation>图纸没有“%1”这项设置；可用的有：%2。</translation>
    </message>
    <message>
        <source>“%1” is no size of paper; write A0, A1, A2, A3 or A4.</source>
        <translation>“%1”不是图纸幅面；应写 A0、A1、A2、A3 或 A4。</translation>
    </message>
    <message>
        <source>neither the name “%1” nor the columns say what kind of object this is; name the kind.</source>
        <translation>名称“%1”和各列都不能说明是哪类对象；指定对象类型。</translation>
    </message>
    <message>
        <source>scenarios are not imported; make them with “corridor scenario” or in the window, and import into one of them.</source>
        <translation>方案不能导入；用“corridor scenario”或在窗口中建立方案，再导入其中。</translation>
    </message>
    <message>
        <source>It was stopped; nothing was changed.</source>
        <translation>已停止；未作任何更改。</translation>
    </message>
    <message>
        <source>There is no format “%1” to write; there are: %2.</source>
        <translation>没有可写出的格式“%1”；可用：%2。</translation>
    </message>
    <message>
        <source>%1: its extension stands for no format that can be written; use a folder or one of: %2.</source>
        <translation>%1：该扩展名不对应可写出的格式；使用文件夹，或下列之一：%2。</translation>
    </message>
    <message>
        <source>The coordinates of the drawing are metres in %1.</source>
        <translation>图形坐标为米，%1。</translation>
    </message>
    <message>
        <source>There is nothing to write as %1: no object, or none with a place on the map.</source>
        <translation>没有可写成“%1”的内容：没有对象，或没有对象在图上有位置。</translation>
    </message>
    <message>
        <source>%1: names of fields were cut to ten characters: %2.</source>
        <translation>%1：字段名截为十个字符：%2。</translation>
    </message>
    <message>
        <source>%1: texts longer than the 254 bytes of a shapefile were cut: %2.</source>
        <translation>%1：超过 Shapefile 上限 254 字节的文本已截断：%2。</translation>
    </message>
    <message>
        <source>%1: texts with characters that %2 does not have, which became “?”: %3; UTF-8 has them.</source>
        <translation>%1：含 %2 所没有的字符的文本，已替换为“?”：%3；UTF-8 可保留。</translation>
    </message>
    <message>
        <source>CGCS2000, Gauss–Krüger 3° zone %1, central meridian %2° E</source>
        <translation>CGCS2000，高斯—克吕格 3° 带第 %1 带，中央经线 %2° E</translation>
    </message>
    <message>
        <source>%1 is no 3° zone; give its number (25–45) or its central meridian (75, 78 … 135).</source>
        <translation>%1 不是 3° 带；给出带号（25–45）或中央经线（75、78 … 135）。</translation>
    </message>
    <message>
        <source>Some objects lie where %1 has no coordinates; choose another zone.</source>
        <translation>有的对象所在处在“%1”中没有坐标；选择另一个带。</translation>
    </message>
    <message>
        <source>“%1” means nothing in a mapping file; take it out or correct it.</source>
        <translation>“%1”在映射文件中没有意义；删除或更正。</translation>
    </message>
    <message>
        <source>“%1” is no geometry; write point, line or polygon.</source>
        <translation>“%1”不是图形类型；可写 point、line 或 polygon。</translation>
    </message>
    <message>
        <source>there is no kind of object “%1”.</source>
        <translation>没有“%1”这类对象。</translation>
    </message>
    <message>
        <source>it is no mapping file of an import; make one with --save-map.</source>
        <translation>它不是导入映射文件；可用 --save-map 生成。</translation>
    </message>
    <message>
        <source>it was written by a newer version, which is needed to read it.</source>
        <translation>它由较新的版本写成，需用该版本读取。</translation>
    </message>
    <message>
        <source>%1 unpacks to more than %2 MB and was not read; divide it into smaller files.</source>
        <translation>%1 解压后超过 %2 MB，未读取；拆成较小的文件。</translation>
    </message>
    <message>
        <source>%1 is damaged or no %2; open it in the program it came from and export it again.</source>
        <translation>%1 已损坏或不是 %2；用生成它的程序打开并重新导出。</translation>
    </message>
    <message>
        <source>%1 holds no document that ends in %2; export it again.</source>
        <translation>%1 中没有以 %2 结尾的文档；重新导出。</translation>
    </message>
    <message>
        <source>objects of the sheet layout (paper space) were left out: %1.</source>
        <translation>已略去图纸布局（图纸空间）中的对象：%1 个。</translation>
    </message>
    <message>
        <source>%1 is a binary DXF; save it as DXF 2000 in text form.</source>
        <translation>%1 是二进制 DXF；另存为文本形式的 DXF 2000。</translation>
    </message>
    <message>
        <source>%1 is a DWG of a version that cannot be read (%2); save it as DXF 2000.</source>
        <translation>%1 是不可读版本（%2）的 DWG；另存为 DXF 2000。</translation>
    </message>
    <message>
        <source>it is a collection of several geometries of one type; make them objects of their own.</source>
        <translation>它由多个同类图形组成；拆成各自的对象。</translation>
    </message>
    <message>
        <source>its position holds a coordinate that is no number.</source>
        <translation>其坐标中有非数值。</translation>
    </message>
    <message>
        <source>%1 is open in another program or was not closed by it; close it there and import again.</source>
        <translation>%1 在其他程序中打开或未正常关闭；在该程序中关闭后再导入。</translation>
    </message>
    <message>
        <source>its geometry cannot be read; the file is damaged there.</source>
        <translation>其图形无法读取；文件在此处损坏。</translation>
    </message>
    <message>
        <source>objects without a geometry: %1.</source>
        <translation>没有图形的对象：%1 个。</translation>
    </message>
    <message>
        <source>heights were left out, of objects: %1.</source>
        <translation>已略去高程的对象：%1 个。</translation>
    </message>
    <message>
        <source>measures along lines (M) were left out, of objects: %1.</source>
        <translation>已略去沿线量测值（M）的对象：%1 个。</translation>
    </message>
    <message>
        <source>curves were made lines of short pieces, of objects: %1.</source>
        <translation>曲线已化为短折线的对象：%1 个。</translation>
    </message>
    <message>
        <source>%1 breaks off or is damaged after object %2; open it in the program it came from and export it again.</source>
        <translation>%1 在第 %2 个对象之后中断或损坏；用生成它的程序打开并重新导出。</translation>
    </message>
    <message>
        <source>columns of binary data were left out: %1.</source>
        <translation>已略去二进制数据列：%1。</translation>
    </message>
    <message>
        <source>%1 is larger than %2 MB, more than can be read of this format; divide it into smaller files.</source>
        <translation>%1 大于 %2 MB，超过该格式的读取上限；拆成较小的文件。</translation>
    </message>
    <message>
        <source>%1 defines entities of its own, which is not read; export it again from the program it came from.</source>
        <translation>%1 自定义了实体，不予读取；用生成它的程序重新导出。</translation>
    </message>
    <message>
        <source>%1 is no file on this computer; save it as a file and choose that.</source>
        <translation>%1 不是本机上的文件；先保存为文件再选择。</translation>
    </message>
    <message>
        <source>%1 is empty.</source>
        <translation>%1 是空文件。</translation>
    </message>
    <message>
        <source>%1 is no %2 that can be read; open it in the program it came from and export it again.</source>
        <translation>%1 不是可读的 %2；用生成它的程序打开并重新导出。</translation>
    </message>
    <message>
        <source>%1 holds no layer and no table; there is nothing to import.</source>
        <translation>%1 中没有图层或表；没有可导入的内容。</translation>
    </message>
    <message>
        <source>%1 is in a format that is not read here.</source>
        <translation>%1 的格式不在可读之列。</translation>
    </message>
    <message>
        <source>%1 cannot be read: there is no room for temporary files.</source>
        <translation>%1 无法读取：没有存放临时文件的空间。</translation>
    </message>
    <message>
        <source>the .dbf file beside it is missing, so nothing but its shapes was read.</source>
        <translation>缺少同名 .dbf 文件，只读取了图形。</translation>
    </message>
    <message>
        <source>the .shx file beside it is missing; the index was made anew from the shapes.</source>
        <translation>缺少同名 .shx 文件；已由图形重建索引。</translation>
    </message>
    <message>
        <source>the .prj file beside it is missing, so it does not say its coordinate system.</source>
        <translation>缺少同名 .prj 文件，因此没有说明坐标系。</translation>
    </message>
    <message>
        <source>texts with bytes that are no %1, shown as �: %2.</source>
        <translation>含非 %1 字节、显示为 � 的文本：%2 处。</translation>
    </message>
    <message>
        <source>the file says that its texts are %1, which they are not; they were read as %2.</source>
        <translation>文件称文本编码为 %1，实际不是；已按 %2 读取。</translation>
    </message>
    <message>
        <source>the file does not say how its texts are encoded; they were read as %1.</source>
        <translation>文件没有说明文本编码；已按 %1 读取。</translation>
    </message>
    <message>
        <source>Layer “%1” cannot be written as %2; please report this.</source>
        <translation>图层“%1”无法写成 %2；这是程序缺陷，可向开发者反馈。</translation>
    </message>
    <message>
        <source>the names of the columns were taken from row %1; what stands above was left out.</source>
        <translation>列名取自第 %1 行；其上的内容已略去。</translation>
    </message>
    <message>
        <source>%1 is damaged or holds more than can be read of this format; save it as CSV or divide it into smaller files.</source>
        <translation>%1 已损坏，或内容超过该格式的读取上限；另存为 CSV 或拆成较小的文件。</translation>
    </message>
    <message>
        <source>the coordinate system “%1” is not known; name another that the positions are in.</source>
        <translation>坐标系“%1”无法识别；指定坐标实际所用的坐标系。</translation>
    </message>
    <message>
        <source>no shift from “%1” to CGCS2000 is published for this place; have the positions converted to CGCS2000 by the office that holds its parameters.</source>
        <translation>“%1”到 CGCS2000 在此区域没有公布的转换参数；由掌握参数的部门将坐标转换为 CGCS2000 后再导入。</translation>
    </message>
    <message>
        <source>There is no file in %1 that can be imported; check the path.</source>
        <translation>%1 中没有可导入的文件；检查路径。</translation>
    </message>
    <message>
        <source>%1 is in no format that can be imported; there are: %2.</source>
        <translation>%1 的格式无法导入；可导入：%2。</translation>
    </message>
    <message>
        <source>“%1” is no coordinate system; write wgs84, cgcs2000, gcj02, bd09, gk3, gk3:117, gk3:39, gk6, gk6:117, gk6:20 or EPSG:4548.</source>
        <translation>“%1”不是坐标系；可写 wgs84、cgcs2000、gcj02、bd09、gk3、gk3:117、gk3:39、gk6、gk6:117、gk6:20 或 EPSG:4548。</translation>
    </message>
    <message>
        <source>No shift from %1 to CGCS2000 is published for the whole country; have the positions converted to CGCS2000 by the office that holds its parameters.</source>
        <translation>%1 到 CGCS2000 没有公布的全国转换参数；由掌握参数的部门将坐标转换为 CGCS2000 后再导入。</translation>
    </message>
    <message>
        <source>its positions are said to be in %1, but numbers such as %2 cannot be; name the coordinate system that they are in.</source>
        <translation>文件称坐标系为“%1”，但 %2 这样的数值与之不符；指定实际的坐标系。</translation>
    </message>
    <message>
        <source>numbers such as %1 are neither degrees nor Gauss–Krüger metres; name the coordinate system.</source>
        <translation>%1 这样的数值既不是度，也不是高斯—克吕格坐标（米）；指定坐标系。</translation>
    </message>
    <message>
        <source>numbers such as %1 are metres of a Gauss–Krüger zone, but nothing says of which; name it, such as gk3:117 for the zone around 117° E.</source>
        <translation>%1 这样的数值是高斯—克吕格坐标（米），但没有说明属于哪一带；指定分带，例如中央经线 117° E 写作 gk3:117。</translation>
    </message>
    <message>
        <source>nothing says in which coordinate system it is; by its numbers, such as %1, it was taken as %2.</source>
        <translation>文件没有说明坐标系；根据数值（如 %1）按“%2”读取。</translation>
    </message>
    <message>
        <source>its positions are said to be in %1, but the zone number in %2 stands for %3° E; name the coordinate system that they are in.</source>
        <translation>文件称坐标系为“%1”，但 %2 中的带号对应中央经线 %3° E；指定实际的坐标系。</translation>
    </message>
    <message>
        <source>eastings such as those in %1 do not say their zone; name it, such as gk3:117 for the zone around 117° E.</source>
        <translation>%1 这样的横坐标没有带号；指定分带，例如中央经线 117° E 写作 gk3:117。</translation>
    </message>
    <message>
        <source>the zone number in %1 stands for %2° E, not for %3° E; name the zone that they are in.</source>
        <translation>%1 中的带号对应中央经线 %2° E，而不是 %3° E；指定实际的分带。</translation>
    </message>
    <message>
        <source>by their size, the first number of each position, such as %1, is its latitude or northing and was taken so.</source>
        <translation>根据数值大小，每个坐标（如 %1）的第一个数是纬度或纵坐标（北），已按此读取。</translation>
    </message>
    <message>
        <source>the line starts %1 m from %2 without reaching it; a junction was added where it starts.</source>
        <translation>线的起点距 %2 %1 m，没有接上；已在起点处添加光缆节点。</translation>
    </message>
    <message>
        <source>the line ends %1 m from %2 without reaching it; a junction was added where it ends.</source>
        <translation>线的终点距 %2 %1 m，没有接上；已在终点处添加光缆节点。</translation>
    </message>
    <message>
        <source>its numbers were converted from %1 to %2.</source>
        <translation>其数值已由 %1 换算为 %2。</translation>
    </message>
    <message>
        <source>“%1 %2” is no position; write decimal degrees, degrees with minutes and seconds, or metres.</source>
        <translation>“%1 %2”不是坐标；可写十进制度、度分秒，或以米为单位的平面坐标。</translation>
    </message>
    <message>
        <source>%1 needs more memory than may be used for one file; divide it into smaller ones. Nothing was changed.</source>
        <translation>%1 所需内存超过单个文件的上限；拆成较小的文件。未作任何更改。</translation>
    </message>
    <message>
        <source>%1 takes longer than may be spent on one file; divide it into smaller ones. Nothing was changed.</source>
        <translation>%1 的处理时间超过单个文件的上限；拆成较小的文件。未作任何更改。</translation>
    </message>
    <message>
        <source>%1 could not be worked through: the helper program broke down over it. Nothing was changed; check the file in the program it came from.</source>
        <translation>%1 无法处理：辅助程序因它出错退出。未作任何更改；用生成该文件的程序检查它。</translation>
    </message>
    <message>
        <source>The table is longer than a sheet of Excel can be (1,048,576 rows); export it as CSV or GeoPackage.</source>
        <translation>表的行数超过 Excel 工作表的上限（1,048,576 行）；改为导出 CSV 或 GeoPackage。</translation>
    </message>
    <message>
        <source>The workbook cannot be written; check the room for temporary files.</source>
        <translation>无法写出工作簿；检查临时文件所在处的空间。</translation>
    </message>
    <message>
        <source>The workbook cannot be put together in %1; free some space there.</source>
        <translation>无法在 %1 中生成工作簿；腾出该处的空间。</translation>
    </message>
    <message>
        <source>At 1:%1 the map does not fit on this paper; take 1:%2, larger paper or a smaller extent.</source>
        <translation>比例尺 1:%1 时地图放不进这一幅面；可改用 1:%2、更大的幅面或更小的范围。</translation>
    </message>
    <message>
        <source>The plan has no places yet; say which extent to draw.</source>
        <translation>方案中还没有位置；应指定绘图范围。</translation>
    </message>
</context>
<context>
    <name>PanelText</name>
    <message>
        <source>%1 to spare</source>
        <translation>余 %1</translation>
    </message>
    <message>
        <source>%1 over</source>
        <translation>超 %1</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>%1 short</source>
        <translation>差 %1</translation>
    </message>
</context>
<context>
    <name>Provenance</name>
    <message>
        <source>Measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>Official</source>
        <translation>官方</translation>
    </message>
    <message>
        <source>Estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>Computed</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Assumed</source>
        <translation>假定</translation>
    </message>
</context>
<context>
    <name>RemovalNotice</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>with it %1</source>
        <translation>连带删除 %1</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Result</name>
    <message>
        <source>Round trips</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Spans of paths</source>
        <translation>路径光缆段</translation>
    </message>
    <message>
        <source>Load of spans</source>
        <translation>光缆段负载</translation>
    </message>
    <message>
        <source>Energy of sites</source>
        <translation>算力节点能耗</translation>
    </message>
    <message>
        <source>Energy of provinces</source>
        <translation>分省能耗</translation>
    </message>
    <message>
        <source>Verdicts on clauses</source>
        <translation>条款结论</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Code of the service</source>
        <translation>电路编号</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Problem</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Straight-line floor</source>
        <translation>直线下限</translation>
    </message>
    <message>
        <source>Detour</source>
        <translation>绕转</translation>
    </message>
    <message>
        <source>Lay</source>
        <translation>余长</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Round trip, low</source>
        <translation>往返时延下界</translation>
    </message>
    <message>
        <source>Round trip, high</source>
        <translation>往返时延上界</translation>
    </message>
    <message>
        <source>All on record</source>
        <translation>数据齐全</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Margin as fibre</source>
        <translation>余量折合光纤</translation>
    </message>
    <message>
        <source>Electrical hops</source>
        <translation>电层跳数</translation>
    </message>
    <message>
        <source>Straight line</source>
        <translation>直线距离</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>路由长度</translation>
    </message>
    <message>
        <source>Fibre</source>
        <translation>光纤长度</translation>
    </message>
    <message>
        <source>Protection wanted</source>
        <translation>要求的保护</translation>
    </message>
    <message>
        <source>Protection achieved</source>
        <translation>达到的保护</translation>
    </message>
    <message>
        <source>Number along the path</source>
        <translation>路径中序号</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>Code of the span</source>
        <translation>光缆段编号</translation>
    </message>
    <message>
        <source>Delay of one way</source>
        <translation>单程时延</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>Met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>Key of the finding</source>
        <translation>检查结果键</translation>
    </message>
    <message>
        <source>Clause or check</source>
        <translation>条款或检查项</translation>
    </message>
    <message>
        <source>Decides</source>
        <translation>计入结论</translation>
    </message>
    <message>
        <source>Declared by hand</source>
        <translation>申报</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Code of the object</source>
        <translation>对象编号</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Value, low</source>
        <translation>现值下界</translation>
    </message>
    <message>
        <source>Value, high</source>
        <translation>现值上界</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Capacity known from</source>
        <translation>容量依据</translation>
    </message>
    <message>
        <source>Capacity is</source>
        <translation>容量计法</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Capacity of one direction</source>
        <translation>单向容量</translation>
    </message>
    <message>
        <source>Load of primary paths</source>
        <translation>主用负载</translation>
    </message>
    <message>
        <source>Load of backup paths</source>
        <translation>备用负载</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负载</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>剩余容量</translation>
    </message>
    <message>
        <source>Used</source>
        <translation>利用率</translation>
    </message>
    <message>
        <source>Paths over it</source>
        <translation>经过的路径数</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>算力节点</translation>
    </message>
    <message>
        <source>Code of the site</source>
        <translation>节点编号</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>IT power in use</source>
        <translation>IT 使用功率</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>PUE known from</source>
        <translation>PUE 依据</translation>
    </message>
    <message>
        <source>IT energy of a year</source>
        <translation>IT 年用电量</translation>
    </message>
    <message>
        <source>Energy of a year</source>
        <translation>年用电量</translation>
    </message>
    <message>
        <source>Energy of a year, low</source>
        <translation>年用电量下界</translation>
    </message>
    <message>
        <source>Energy of a year, high</source>
        <translation>年用电量上界</translation>
    </message>
    <message>
        <source>Standard coal, primary</source>
        <translation>标准煤（等价值）</translation>
    </message>
    <message>
        <source>Standard coal, calorific</source>
        <translation>标准煤（当量值）</translation>
    </message>
    <message>
        <source>CO₂, location-based</source>
        <translation>CO₂（基于位置）</translation>
    </message>
    <message>
        <source>Green share</source>
        <translation>绿电占比</translation>
    </message>
    <message>
        <source>CO₂, market-based</source>
        <translation>CO₂（基于市场）</translation>
    </message>
    <message>
        <source>Year of the grid factor</source>
        <translation>电网因子年份</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>缺失项</translation>
    </message>
    <message>
        <source>Sites</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>Sites with figures</source>
        <translation>有数据的节点数</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>Version of the method</source>
        <translation>方法版本</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Started (UTC)</source>
        <translation>开始时间（UTC）</translation>
    </message>
    <message>
        <source>Rows of results</source>
        <translation>结果行数</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Hash of the input</source>
        <translation>输入哈希</translation>
    </message>
    <message>
        <source>Choices in force</source>
        <translation>生效的取值</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>not wanted</source>
        <translation>不要求</translation>
    </message>
    <message>
        <source>no route</source>
        <translation>无路由</translation>
    </message>
    <message>
        <source>an end is not in service</source>
        <translation>一端未投用</translation>
    </message>
    <message>
        <source>the pinned spans do not join</source>
        <translation>指定光缆段不相接</translation>
    </message>
    <message>
        <source>a pinned span is not in service</source>
        <translation>指定光缆段未投用</translation>
    </message>
    <message>
        <source>a pinned span is not in the plan</source>
        <translation>指定光缆段不在规划中</translation>
    </message>
    <message>
        <source>no span in common</source>
        <translation>无共同光缆段</translation>
    </message>
    <message>
        <source>no node in common</source>
        <translation>无共同节点</translation>
    </message>
    <message>
        <source>no risk in common</source>
        <translation>无共享风险</translation>
    </message>
    <message>
        <source>binding</source>
        <translation>约束性</translation>
    </message>
    <message>
        <source>guiding</source>
        <translation>引导性</translation>
    </message>
    <message>
        <source>met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>near</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>broken</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>登记值</translation>
    </message>
    <message>
        <source>fibre pairs</source>
        <translation>纤芯对数</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>shared by both directions</source>
        <translation>双向共享</translation>
    </message>
    <message>
        <source>for each direction</source>
        <translation>每个方向</translation>
    </message>
    <message>
        <source>IT power</source>
        <translation>IT 功率</translation>
    </message>
    <message>
        <source>load factor</source>
        <translation>负载率</translation>
    </message>
    <message>
        <source>factor of standard coal</source>
        <translation>标准煤系数</translation>
    </message>
    <message>
        <source>province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>grid factor</source>
        <translation>电网因子</translation>
    </message>
    <message>
        <source>of the plan as exported</source>
        <translation>导出时的规划</translation>
    </message>
    <message>
        <source>stored in the file</source>
        <translation>文件中保存</translation>
    </message>
    <message>
        <source>out of date, without rows</source>
        <translation>已过期，无数据</translation>
    </message>
    <message>
        <source>Resilience</source>
        <translation>韧性</translation>
    </message>
    <message>
        <source>Compute supply</source>
        <translation>算力供给</translation>
    </message>
    <message>
        <source>Energy and carbon</source>
        <translation>能耗与碳排放</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>成本</translation>
    </message>
    <message>
        <source>Optics</source>
        <translation>光层</translation>
    </message>
    <message>
        <source>Clause checks</source>
        <translation>条款检查</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Enlarged</source>
        <translation>局部放大</translation>
    </message>
    <message>
        <source>Unit head</source>
        <translation>单位主管</translation>
    </message>
    <message>
        <source>Department head</source>
        <translation>部门主管</translation>
    </message>
    <message>
        <source>Chief engineer</source>
        <translation>总负责人</translation>
    </message>
    <message>
        <source>Item head</source>
        <translation>单项负责人</translation>
    </message>
    <message>
        <source>Designer</source>
        <translation>设计人</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>审定</translation>
    </message>
    <message>
        <source>Examined</source>
        <translation>审核</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>校核</translation>
    </message>
    <message>
        <source>Drawn</source>
        <translation>制图</translation>
    </message>
    <message>
        <source>Lengths on paper differ from the ratio by up to %1 %</source>
        <translation>图上长度与比例尺相差最大 %1 %</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Coordinates: CGCS2000</source>
        <translation>坐标系：CGCS2000</translation>
    </message>
    <message>
        <source>Projection: %1</source>
        <translation>投影：%1</translation>
    </message>
    <message>
        <source>Lengths are geodesic, on the ellipsoid</source>
        <translation>长度按椭球面大地线</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>比例尺</translation>
    </message>
    <message>
        <source>Unit / scale</source>
        <translation>单位/比例</translation>
    </message>
    <message>
        <source>(issued by)</source>
        <translation>（编制单位）</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>图号</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>Map approval number:</source>
        <translation>审图号：</translation>
    </message>
    <message>
        <source>(to be filled in)</source>
        <translation>（待填）</translation>
    </message>
    <message>
        <source>N</source>
        <translation>北</translation>
    </message>
    <message>
        <source>hollow core</source>
        <translation>空芯光纤</translation>
    </message>
    <message>
        <source>fibre unknown</source>
        <translation>光纤未知</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>Provincial border</source>
        <translation>省级行政区界</translation>
    </message>
    <message>
        <source>High-speed railway</source>
        <translation>高速铁路</translation>
    </message>
    <message>
        <source>Railway</source>
        <translation>普速铁路</translation>
    </message>
    <message>
        <source>Expressway</source>
        <translation>高速公路</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水域</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>图例</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>Round trips, ms</source>
        <translation>往返时延 ms</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余量</translation>
    </message>
    <message numerus="yes">
        <source>and %n further paths with more margin</source>
        <translation>
            <numerusform>另有 %n 条路径余量更大</numerusform>
        </translation>
    </message>
    <message>
        <source>Clause not met</source>
        <translation>不满足条款处</translation>
    </message>
    <message>
        <source>Close to a limit</source>
        <translation>临界处</translation>
    </message>
    <message>
        <source>Projection: Albers equal-area, 25° and 47° N, central meridian %1° E</source>
        <translation>投影：Albers 等积圆锥，标准纬线 25°、47°N，中央经线 %1°E</translation>
    </message>
</context>
<context>
    <name>Snap</name>
    <message>
        <source>End</source>
        <translation>端点</translation>
    </message>
    <message>
        <source>Midpoint</source>
        <translation>中点</translation>
    </message>
    <message>
        <source>Vertex</source>
        <translation>顶点</translation>
    </message>
    <message>
        <source>Crossing</source>
        <translation>交点</translation>
    </message>
    <message>
        <source>Along line</source>
        <translation>线上</translation>
    </message>
    <message>
        <source>Foot of perpendicular</source>
        <translation>垂足</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>格网</translation>
    </message>
</context>
<context>
    <name>SourceSystem</name>
    <message>
        <source>Gauss–Krüger %1°, %2° E (CGCS2000)</source>
        <translation>高斯—克吕格 %1° 带，中央经线 %2° E（CGCS2000）</translation>
    </message>
    <message>
        <source>Gauss–Krüger %1° with zone number (CGCS2000)</source>
        <translation>高斯—克吕格 %1° 带，横坐标带带号（CGCS2000）</translation>
    </message>
    <message>
        <source>GCJ-02, longitude and latitude</source>
        <translation>GCJ-02 经纬度</translation>
    </message>
    <message>
        <source>BD-09, longitude and latitude</source>
        <translation>BD-09 经纬度</translation>
    </message>
    <message>
        <source>WGS 84 or CGCS2000, longitude and latitude</source>
        <translation>WGS 84 或 CGCS2000 经纬度</translation>
    </message>
    <message>
        <source>Xi&apos;an 80</source>
        <translation>西安 80</translation>
    </message>
    <message>
        <source>Beijing 54</source>
        <translation>北京 54</translation>
    </message>
</context>
<context>
    <name>Unit</name>
    <message>
        <source>%/a</source>
        <translation>%/年</translation>
    </message>
    <message>
        <source>MWh/a</source>
        <translation>MWh/年</translation>
    </message>
    <message>
        <source>tce/a</source>
        <translation>tce/年</translation>
    </message>
    <message>
        <source>hop</source>
        <translation>跳</translation>
    </message>
    <message>
        <source>routes</source>
        <translation>条</translation>
    </message>
    <message>
        <source>racks</source>
        <translation>架</translation>
    </message>
    <message>
        <source>cases</source>
        <translation>个</translation>
    </message>
    <message>
        <source>centres</source>
        <translation>个</translation>
    </message>
    <message>
        <source>clusters</source>
        <translation>个</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>个参数</translation>
    </message>
    <message>
        <source>grade</source>
        <translation>级</translation>
    </message>
    <message>
        <source>M CNY</source>
        <translation>百万元</translation>
    </message>
    <message>
        <source>M CNY/km</source>
        <translation>百万元/km</translation>
    </message>
    <message>
        <source>CNY/kWh</source>
        <translation>元/kWh</translation>
    </message>
    <message numerus="yes">
        <source>%n hops</source>
        <translation>
            <numerusform>%n 跳</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n routes</source>
        <translation>
            <numerusform>%n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n racks</source>
        <translation>
            <numerusform>%n 架</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cases</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n centres</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n clusters</source>
        <translation>
            <numerusform>%n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdict</name>
    <message>
        <source>Met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>Near</source>
        <translation>临界</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Not applicable</source>
        <translation>不适用</translation>
    </message>
</context>
<context>
    <name>Word</name>
    <message>
        <source>intelligent</source>
        <translation>智算</translation>
    </message>
    <message>
        <source>general</source>
        <translation>通用</translation>
    </message>
    <message>
        <source>supercomputing</source>
        <translation>超算</translation>
    </message>
    <message>
        <source>edge</source>
        <translation>边缘</translation>
    </message>
    <message>
        <source>planned</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>under construction</source>
        <translation>在建</translation>
    </message>
    <message>
        <source>in service</source>
        <translation>在用</translation>
    </message>
    <message>
        <source>retired</source>
        <translation>已退役</translation>
    </message>
    <message>
        <source>existing stock</source>
        <translation>存量</translation>
    </message>
    <message>
        <source>new build</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>expansion</source>
        <translation>扩建</translation>
    </message>
    <message>
        <source>conversion</source>
        <translation>改造</translation>
    </message>
    <message>
        <source>not stated</source>
        <translation>未说明</translation>
    </message>
    <message>
        <source>dense</source>
        <translation>稠密</translation>
    </message>
    <message>
        <source>sparse</source>
        <translation>稀疏</translation>
    </message>
    <message>
        <source>domestic</source>
        <translation>国产</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>进口</translation>
    </message>
    <message>
        <source>mixed</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>way-point</source>
        <translation>途经点</translation>
    </message>
    <message>
        <source>exchange</source>
        <translation>局站</translation>
    </message>
    <message>
        <source>hut</source>
        <translation>机房</translation>
    </message>
    <message>
        <source>amplifier</source>
        <translation>光放站</translation>
    </message>
    <message>
        <source>router</source>
        <translation>路由器</translation>
    </message>
    <message>
        <source>existing</source>
        <translation>既有</translation>
    </message>
    <message>
        <source>to be removed</source>
        <translation>拟拆除</translation>
    </message>
    <message>
        <source>plain</source>
        <translation>平原</translation>
    </message>
    <message>
        <source>mountain</source>
        <translation>山区</translation>
    </message>
    <message>
        <source>urban</source>
        <translation>城区</translation>
    </message>
    <message>
        <source>direct buried</source>
        <translation>直埋</translation>
    </message>
    <message>
        <source>duct</source>
        <translation>管道</translation>
    </message>
    <message>
        <source>aerial</source>
        <translation>架空</translation>
    </message>
    <message>
        <source>metro duct</source>
        <translation>城域管道</translation>
    </message>
    <message>
        <source>shared by both directions</source>
        <translation>双向共用</translation>
    </message>
    <message>
        <source>per direction</source>
        <translation>单向分计</translation>
    </message>
    <message>
        <source>shared duct</source>
        <translation>同管道</translation>
    </message>
    <message>
        <source>bridge</source>
        <translation>桥梁</translation>
    </message>
    <message>
        <source>mountain pass</source>
        <translation>山口</translation>
    </message>
    <message>
        <source>building</source>
        <translation>楼宇</translation>
    </message>
    <message>
        <source>other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>link-disjoint</source>
        <translation>链路分离</translation>
    </message>
    <message>
        <source>node-disjoint</source>
        <translation>节点分离</translation>
    </message>
    <message>
        <source>risk-disjoint</source>
        <translation>风险组分离</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>计算选路</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>指定路由</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>inference</source>
        <translation>推理</translation>
    </message>
    <message>
        <source>storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>policy area</source>
        <translation>政策区域</translation>
    </message>
    <message>
        <source>quota region</source>
        <translation>指标区域</translation>
    </message>
    <message>
        <source>hazard</source>
        <translation>灾害区域</translation>
    </message>
    <message>
        <source>ring</source>
        <translation>环形范围</translation>
    </message>
    <message>
        <source>wind</source>
        <translation>风电</translation>
    </message>
    <message>
        <source>photovoltaic</source>
        <translation>光伏</translation>
    </message>
    <message>
        <source>battery</source>
        <translation>储能电池</translation>
    </message>
    <message>
        <source>green certificate</source>
        <translation>绿证</translation>
    </message>
    <message>
        <source>grid connection</source>
        <translation>电网接入</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>met</source>
        <translation>满足</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>不满足</translation>
    </message>
    <message>
        <source>not applicable</source>
        <translation>不适用</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>official</source>
        <translation>官方</translation>
    </message>
    <message>
        <source>estimated</source>
        <translation>估计</translation>
    </message>
    <message>
        <source>assumed</source>
        <translation>假定</translation>
    </message>
</context>
<context>
    <name>WorkbookContent</name>
    <message>
        <source>Round trips and limits</source>
        <translation>往返时延与限值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Year %1</source>
        <translation>%1 年</translation>
    </message>
    <message>
        <source>Straight-line floor</source>
        <translation>直线下限</translation>
    </message>
    <message>
        <source>Detour</source>
        <translation>绕转</translation>
    </message>
    <message>
        <source>Lay</source>
        <translation>余长</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>Load and capacity</source>
        <translation>负载与容量</translation>
    </message>
    <message>
        <source>Capacity of one direction</source>
        <translation>单向容量</translation>
    </message>
    <message>
        <source>Load of primary paths</source>
        <translation>主用负载</translation>
    </message>
    <message>
        <source>Load of backup paths</source>
        <translation>备用负载</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>no province</source>
        <translation>无省份</translation>
    </message>
    <message>
        <source>AI compute in service</source>
        <translation>在用智能算力</translation>
    </message>
    <message>
        <source>Annual energy of the sites</source>
        <translation>算力节点年用电量</translation>
    </message>
    <message>
        <source>CO₂ of their electricity</source>
        <translation>用电的 CO₂ 排放</translation>
    </message>
    <message>
        <source>kt</source>
        <translation>千吨</translation>
    </message>
    <message>
        <source>In %1, %2 of %3 sites in service have figures</source>
        <translation>%1 年，%3 个在用节点中 %2 个有数据</translation>
    </message>
    <message>
        <source>not on record</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Untitled plan</source>
        <translation>未命名规划</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Content hash</source>
        <translation>内容哈希</translation>
    </message>
    <message>
        <source>Rule pack</source>
        <translation>规则集</translation>
    </message>
    <message>
        <source>Versions of the methods</source>
        <translation>方法版本</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Exported (UTC)</source>
        <translation>导出时间（UTC）</translation>
    </message>
    <message>
        <source>Positions</source>
        <translation>坐标</translation>
    </message>
    <message>
        <source>Longitude and latitude in degrees, CGCS2000 (the same as WGS 84 within centimetres)</source>
        <translation>经纬度，单位为度，CGCS2000（与 WGS 84 相差仅厘米级）</translation>
    </message>
    <message>
        <source>Units</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Every heading names its unit; an empty cell is not known. Round trips are there and back.</source>
        <translation>单位写在列标题中；空单元格表示未知。时延均为往返。</translation>
    </message>
    <message>
        <source>Editing</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Change cells of the sheets of objects, keep the second line of their headings, and import the workbook again: only what differs is changed.</source>
        <translation>可修改规划对象各表的单元格，保留列标题的第二行，再导入本工作簿：只更改有差异之处。</translation>
    </message>
</context>
<context>
    <name>corridor::Actions</name>
    <message>
        <source>&amp;Select and move</source>
        <translation>选择与移动(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Pan</source>
        <translation>平移(&amp;P)</translation>
    </message>
    <message>
        <source>Edit &amp;vertices</source>
        <translation>编辑顶点(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Draw span</source>
        <translation>绘制光缆段(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Measure</source>
        <translation>量测(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>新建(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>Open sample &amp;plan</source>
        <translation>打开示例规划(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>保存(&amp;S)</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>另存为(&amp;A)…</translation>
    </message>
    <message>
        <source>&amp;Import…</source>
        <translation>导入(&amp;I)…</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>导出(&amp;E)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>删除(&amp;D)</translation>
    </message>
    <message>
        <source>Back to the &amp;parent scenario&apos;s values</source>
        <translation>恢复上级方案的值(&amp;P)</translation>
    </message>
    <message>
        <source>Select &amp;nothing</source>
        <translation>取消选择(&amp;N)</translation>
    </message>
    <message>
        <source>S&amp;nap</source>
        <translation>捕捉(&amp;N)</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>放大(&amp;I)</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>缩小(&amp;O)</translation>
    </message>
    <message>
        <source>Zoom to &amp;selection</source>
        <translation>缩放到所选(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Layers</source>
        <translation>图层(&amp;L)</translation>
    </message>
    <message>
        <source>Ob&amp;jects</source>
        <translation>规划对象(&amp;J)</translation>
    </message>
    <message>
        <source>&amp;Properties</source>
        <translation>属性(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Evidence</source>
        <translation>依据(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Clause checks</source>
        <translation>条款检查(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Hide all panels</source>
        <translation>隐藏全部面板(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Dark theme</source>
        <translation>深色主题(&amp;D)</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>中文</translation>
    </message>
    <message>
        <source>English</source>
        <translation>English</translation>
    </message>
    <message>
        <source>&amp;Backup decides</source>
        <translation>备用参与判定(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;How is this computed?</source>
        <translation>怎样算出？(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Next finding</source>
        <translation>下一条检查结果(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous finding</source>
        <translation>上一条检查结果(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;About Corridor Planner</source>
        <translation>关于算力走廊规划(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Round trips</source>
        <translation>往返时延(&amp;R)</translation>
    </message>
    <message>
        <source>Zoom to &amp;box</source>
        <translation>框选缩放(&amp;B)</translation>
    </message>
    <message>
        <source>Add s&amp;ite</source>
        <translation>添加算力节点(&amp;I)</translation>
    </message>
    <message>
        <source>Add &amp;junction</source>
        <translation>添加光缆节点(&amp;J)</translation>
    </message>
    <message>
        <source>Spli&amp;t span</source>
        <translation>分割光缆段(&amp;T)</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>全选(&amp;A)</translation>
    </message>
    <message>
        <source>Si&amp;tes</source>
        <translation>算力节点(&amp;T)</translation>
    </message>
    <message>
        <source>Spa&amp;ns</source>
        <translation>光缆段(&amp;N)</translation>
    </message>
    <message>
        <source>R&amp;uns</source>
        <translation>计算记录(&amp;U)</translation>
    </message>
    <message>
        <source>C&amp;apacity</source>
        <translation>容量(&amp;A)</translation>
    </message>
    <message>
        <source>Co&amp;mpute</source>
        <translation>算力(&amp;M)</translation>
    </message>
    <message>
        <source>Ener&amp;gy</source>
        <translation>能耗(&amp;G)</translation>
    </message>
    <message>
        <source>Car&amp;bon</source>
        <translation>碳排放(&amp;B)</translation>
    </message>
    <message>
        <source>Re&amp;vert to saved</source>
        <translation>还原到已保存(&amp;V)</translation>
    </message>
    <message>
        <source>Reve&amp;rse span</source>
        <translation>反转光缆段(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Zoom to all</source>
        <translation>缩放到全图(&amp;Z)</translation>
    </message>
    <message>
        <source>Ser&amp;vices</source>
        <translation>业务电路(&amp;V)</translation>
    </message>
    <message>
        <source>Reduced &amp;motion</source>
        <translation>减少动画(&amp;M)</translation>
    </message>
    <message>
        <source>Plan settin&amp;gs…</source>
        <translation>规划设置(&amp;G)…</translation>
    </message>
    <message>
        <source>Ne&amp;xt year</source>
        <translation>下一年(&amp;X)</translation>
    </message>
    <message>
        <source>Previo&amp;us year</source>
        <translation>上一年(&amp;U)</translation>
    </message>
    <message>
        <source>P&amp;lay the years</source>
        <translation>播放年份(&amp;L)</translation>
    </message>
</context>
<context>
    <name>corridor::AddJunctionTool</name>
    <message>
        <source>Click selects what stands here · Ctrl places a junction all the same · Esc ends</source>
        <translation>单击选中已有对象 · Ctrl 仍放置光缆节点 · Esc 结束</translation>
    </message>
    <message>
        <source>Click cuts the span with the new junction · Ctrl places it free · Esc ends</source>
        <translation>单击以新光缆节点分割光缆段 · Ctrl 独立放置 · Esc 结束</translation>
    </message>
    <message>
        <source>Click where the junction is to stand · on a span it cuts the span · Esc ends</source>
        <translation>单击放置光缆节点 · 落在光缆段上则分割该段 · Esc 结束</translation>
    </message>
    <message>
        <source>Add junction</source>
        <translation>添加光缆节点</translation>
    </message>
</context>
<context>
    <name>corridor::AddSiteTool</name>
    <message>
        <source>Click selects what stands here · Ctrl places a site all the same · Esc ends</source>
        <translation>单击选中已有对象 · Ctrl 仍放置算力节点 · Esc 结束</translation>
    </message>
    <message>
        <source>Click where the site is to stand · what it will be stands in the properties · Esc ends</source>
        <translation>单击放置算力节点 · 属性在右侧面板设定 · Esc 结束</translation>
    </message>
    <message>
        <source>Add site</source>
        <translation>添加算力节点</translation>
    </message>
</context>
<context>
    <name>corridor::CapacityPage</name>
    <message>
        <source>Load and capacity</source>
        <translation>负荷与容量</translation>
    </message>
    <message>
        <source>Capacity of one direction</source>
        <translation>单方向容量</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>Backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>No span carries a service in this year</source>
        <translation>该年没有光缆段承载业务</translation>
    </message>
    <message>
        <source>Add services with a bandwidth, or choose another year.</source>
        <translation>添加有带宽的业务电路，或另选年份。</translation>
    </message>
    <message>
        <source>%1: %2 of %3 Gbit/s, %4 % used</source>
        <translation>%1：%2 / %3 Gbit/s，已用 %4 %</translation>
    </message>
    <message>
        <source>%1: %2 Gbit/s, capacity not on record</source>
        <translation>%1：%2 Gbit/s，容量未记录</translation>
    </message>
    <message numerus="yes">
        <source>%n services without a bandwidth in this year</source>
        <translation>
            <numerusform>该年 %n 条业务电路没有带宽</numerusform>
        </translation>
    </message>
    <message>
        <source>Span being drawn</source>
        <translation>正在绘制的光缆段</translation>
    </message>
</context>
<context>
    <name>corridor::ChartPage</name>
    <message>
        <source>Export the chart…</source>
        <translation>导出图表…</translation>
    </message>
    <message>
        <source>Year %1 · revision %2 · %3 · inputs %4</source>
        <translation>年份 %1 · 修订 %2 · %3 · 输入 %4</translation>
    </message>
    <message>
        <source>Out of date</source>
        <translation>已过期</translation>
    </message>
</context>
<context>
    <name>corridor::Cli</name>
    <message>
        <source>the plan file (.gpkg)</source>
        <translation>规划文件（.gpkg）</translation>
    </message>
    <message>
        <source>code, name or id of the scenario; the base if not given</source>
        <translation>方案的编码、名称或标识；默认为基准方案</translation>
    </message>
    <message>
        <source>calendar year; the plan&apos;s own if not given</source>
        <translation>年份；默认取规划自身的年份</translation>
    </message>
    <message>
        <source>rule pack: a JSON file, or the code of one in the plan or the program</source>
        <translation>规则集：JSON 文件，或规划、程序中规则集的编码</translation>
    </message>
    <message>
        <source>print one JSON document, units in key names</source>
        <translation>输出一份 JSON 文档，键名带单位</translation>
    </message>
    <message>
        <source>backup</source>
        <translation>备用</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主用</translation>
    </message>
    <message>
        <source>no path</source>
        <translation>无路径</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>RTT ms</source>
        <translation>往返时延 ms</translation>
    </message>
    <message>
        <source>floor</source>
        <translation>直线下限</translation>
    </message>
    <message>
        <source>detour</source>
        <translation>绕转</translation>
    </message>
    <message>
        <source>lay</source>
        <translation>余长</translation>
    </message>
    <message>
        <source>equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>low</source>
        <translation>下限</translation>
    </message>
    <message>
        <source>high</source>
        <translation>上限</translation>
    </message>
    <message>
        <source>fibre km</source>
        <translation>光纤 km</translation>
    </message>
    <message>
        <source>nodes</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>The results are stored in %1.
</source>
        <translation>结果已存入 %1。
</translation>
    </message>
    <message>
        <source>compute results; --save stores them in the plan file</source>
        <translation>计算结果；--save 把结果存入规划文件</translation>
    </message>
    <message>
        <source>round-trip times of all services, primary and backup</source>
        <translation>全部业务电路主用和备用的往返时延</translation>
    </message>
    <message>
        <source>everything that this version computes, clauses included</source>
        <translation>本版本能算的全部内容，含条款</translation>
    </message>
    <message>
        <source>store the results in the plan file; the plan itself stays as it is</source>
        <translation>把结果存入规划文件；规划本身不变</translation>
    </message>
    <message>
        <source>binding</source>
        <translation>约束性</translation>
    </message>
    <message>
        <source>guiding</source>
        <translation>引导性</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Weight</source>
        <translation>约束力</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>结论</translation>
    </message>
    <message>
        <source>value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>margin</source>
        <translation>余/超</translation>
    </message>
    <message>
        <source>rests on</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>title</source>
        <translation>标题</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>检查项</translation>
    </message>
    <message>
        <source>object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>%1 (does not decide)</source>
        <translation>%1（不参与判定）</translation>
    </message>
    <message>
        <source>The plan has no rule pack; --rules names one.
</source>
        <translation>规划没有规则集；用 --rules 指定。
</translation>
    </message>
    <message>
        <source>hold a plan against its rules: verdicts with evidence</source>
        <translation>按规则集检查规划，给出结论和依据</translation>
    </message>
    <message>
        <source>guiding clauses and unknowns fall short too</source>
        <translation>引导性条款不满足和未知也判为不通过</translation>
    </message>
    <message>
        <source>list everything that was judged</source>
        <translation>列出全部检查项</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>files or folders</source>
        <translation>文件或文件夹</translation>
    </message>
    <message>
        <source>kind of object in the files: site, junction, span, …</source>
        <translation>文件中的对象类型：site、junction、span…</translation>
    </message>
    <message>
        <source>leave wrong rows out instead of importing nothing</source>
        <translation>略过有误的行，而不是全部不导入</translation>
    </message>
    <message>
        <source>kinds of object; all if not given</source>
        <translation>对象类型；默认全部</translation>
    </message>
    <message>
        <source>replace files that are there</source>
        <translation>替换已有文件</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>show this help</source>
        <translation>显示本帮助</translation>
    </message>
    <message>
        <source>show the version</source>
        <translation>显示版本</translation>
    </message>
    <message>
        <source>Usage</source>
        <translation>用法</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>选项</translation>
    </message>
    <message>
        <source>VERB</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>参数</translation>
    </message>
    <message>
        <source>required</source>
        <translation>必填</translation>
    </message>
    <message>
        <source>TEXT</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Exit status: 0 nothing broken; 1 a binding clause or check falls short (with --strict also what guides or is unknown); 2 usage, file or data error, with one sentence on standard error.</source>
        <translation>退出状态：0 无不满足；1 有约束性条款或检查不满足（加 --strict 时，引导性的和未知的也算）；2 用法、文件或数据有误，标准错误输出一句说明。</translation>
    </message>
    <message>
        <source>Corridor Planner: plans of the computing-power corridor on the command line</source>
        <translation>算力走廊规划：在命令行处理算力走廊的规划</translation>
    </message>
    <message>
        <source>language of texts: zh or en; as the environment says if not given</source>
        <translation>文字语言：zh 或 en；默认随环境</translation>
    </message>
    <message>
        <source>Verbs</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>There is not enough memory; close other programs and try again.</source>
        <translation>内存不足；关闭其他程序后重试。</translation>
    </message>
    <message>
        <source>Something went wrong that should not (%1); please report it.</source>
        <translation>出现了不应有的错误（%1）；可向开发者反馈。</translation>
    </message>
    <message>
        <source>hops</source>
        <translation>跳数</translation>
    </message>
    <message>
        <source>spans</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>There is no path of usable spans between them in this year.
</source>
        <translation>该年份两端之间没有可用光缆段组成的路径。
</translation>
    </message>
    <message>
        <source>There is no second path.
</source>
        <translation>没有第二条路径。
</translation>
    </message>
    <message>
        <source>Both paths share: %1
</source>
        <translation>两条路径共用：%1
</translation>
    </message>
    <message>
        <source>the paths of least round-trip time between two nodes</source>
        <translation>两节点之间往返时延最小的路径</translation>
    </message>
    <message>
        <source>site or junction: code, name or id</source>
        <translation>算力节点或光缆节点：编码、名称或标识</translation>
    </message>
    <message>
        <source>how many paths, best first</source>
        <translation>路径数量，由优到劣</translation>
    </message>
    <message>
        <source>a primary and a backup that share no link, node or risk</source>
        <translation>主用和备用路径，互不共用链路、节点或风险组</translation>
    </message>
    <message>
        <source>Format %1, written by corridor %2, %3 bytes
</source>
        <translation>格式 %1，由 corridor %2 写出，%3 字节
</translation>
    </message>
    <message>
        <source>Being edited by %1 on %2
</source>
        <translation>正由 %1 在 %2 上编辑
</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>objects</source>
        <translation>对象数</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>计算结果</translation>
    </message>
    <message>
        <source>year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>computed (UTC)</source>
        <translation>计算时间（UTC）</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>stored</source>
        <translation>已存储</translation>
    </message>
    <message>
        <source>make an empty plan with the libraries and rules of the program</source>
        <translation>建立空规划，带程序的参数库和规则集</translation>
    </message>
    <message>
        <source>title of the plan</source>
        <translation>规划标题</translation>
    </message>
    <message>
        <source>English title</source>
        <translation>英文标题</translation>
    </message>
    <message>
        <source>rule packs of the program by name; the first is in force</source>
        <translation>程序规则集的名称；第一个生效</translation>
    </message>
    <message>
        <source>what a plan file holds</source>
        <translation>规划文件的内容</translation>
    </message>
    <message>
        <source>draw the map of a plan to a picture</source>
        <translation>把规划地图绘成图片</translation>
    </message>
    <message>
        <source>WIDTHxHEIGHT in pixels</source>
        <translation>WIDTHxHEIGHT：宽和高，单位像素</translation>
    </message>
    <message>
        <source>WEST,SOUTH,EAST,NORTH in degrees; the whole plan if not given</source>
        <translation>WEST,SOUTH,EAST,NORTH：西、南、东、北界，单位度；默认整个规划</translation>
    </message>
    <message>
        <source>confirmed</source>
        <translation>已核实</translation>
    </message>
    <message>
        <source>out of date, without rows</source>
        <translation>已过期，无数据行</translation>
    </message>
    <message>
        <source>made by another version of the program; calculate again</source>
        <translation>由其他版本的程序算出；重新计算</translation>
    </message>
    <message>
        <source>the plan has changed since; calculate again</source>
        <translation>此后规划已修改；重新计算</translation>
    </message>
    <message>
        <source>the stored rows are not what the plan gives</source>
        <translation>存储的数据与规划算出的不一致</translation>
    </message>
    <message>
        <source>scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>No results are stored.
</source>
        <translation>没有存储计算结果。
</translation>
    </message>
    <message>
        <source>The file is sound.
</source>
        <translation>文件完好。
</translation>
    </message>
    <message>
        <source>The file is not sound; see above.
</source>
        <translation>文件有问题；见上文。
</translation>
    </message>
    <message>
        <source>check a file, and its stored results by computing them again</source>
        <translation>检查文件，并重新计算以核对存储的结果</translation>
    </message>
    <message>
        <source>print the content hash: same plan, same hash</source>
        <translation>输出内容哈希：规划相同，哈希相同</translation>
    </message>
    <message>
        <source>The output could not be written whole; check where it goes.</source>
        <translation>输出未能完整写出；检查输出位置。</translation>
    </message>
    <message>
        <source>picture file (.png, .svg or .pdf)</source>
        <translation>图片文件（.png、.svg 或 .pdf）</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>over</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>own rows</source>
        <translation>自有行</translation>
    </message>
    <message>
        <source>list, add, rename and remove the scenarios of a plan</source>
        <translation>列出、新建、改名和删除规划的方案</translation>
    </message>
    <message>
        <source>name of a new scenario over --scenario</source>
        <translation>以 --scenario 为上级的新方案名称</translation>
    </message>
    <message>
        <source>its English name</source>
        <translation>其英文名称</translation>
    </message>
    <message>
        <source>new name of --scenario</source>
        <translation>--scenario 的新名称</translation>
    </message>
    <message>
        <source>remove --scenario with all that it changes</source>
        <translation>删除 --scenario 及其全部改动</translation>
    </message>
    <message>
        <source>load, headroom and capacity of all spans in service</source>
        <translation>所有在用光缆段的负荷、余量和容量</translation>
    </message>
    <message>
        <source>annual energy, standard coal and carbon of all sites in service</source>
        <translation>所有在用算力节点的年能耗、标准煤和碳排放</translation>
    </message>
    <message>
        <source>list also spans without traffic and sites without figures</source>
        <translation>也列出没有业务的光缆段和没有数据的节点</translation>
    </message>
    <message>
        <source>last year of a table by year</source>
        <translation>逐年表的末年</translation>
    </message>
    <message>
        <source>its first year</source>
        <translation>逐年表的首年</translation>
    </message>
    <message>
        <source>recorded</source>
        <translation>记录值</translation>
    </message>
    <message>
        <source>lit pairs</source>
        <translation>在用纤对</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>, shared</source>
        <translation>，双向共享</translation>
    </message>
    <message>
        <source>Span</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>capacity Gbit/s</source>
        <translation>容量 Gbit/s</translation>
    </message>
    <message>
        <source>headroom</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>used %</source>
        <translation>已用 %</translation>
    </message>
    <message>
        <source>paths</source>
        <translation>路由数</translation>
    </message>
    <message>
        <source>capacity</source>
        <translation>容量来源</translation>
    </message>
    <message>
        <source>Without a bandwidth in this year: %1
</source>
        <translation>该年没有带宽：%1
</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>spans in service</source>
        <translation>在用光缆段</translation>
    </message>
    <message>
        <source>overloaded</source>
        <translation>超载</translation>
    </message>
    <message>
        <source>busiest span</source>
        <translation>最繁忙光缆段</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>节点</translation>
    </message>
    <message>
        <source>IT MW</source>
        <translation>IT MW</translation>
    </message>
    <message>
        <source>PUE</source>
        <translation>PUE</translation>
    </message>
    <message>
        <source>MWh</source>
        <translation>MWh</translation>
    </message>
    <message>
        <source>tce primary</source>
        <translation>tce（等价）</translation>
    </message>
    <message>
        <source>tce calorific</source>
        <translation>tce（当量）</translation>
    </message>
    <message>
        <source>t CO2</source>
        <translation>t CO2</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>缺少</translation>
    </message>
    <message>
        <source>Province</source>
        <translation>省份</translation>
    </message>
    <message>
        <source>sites</source>
        <translation>节点数</translation>
    </message>
    <message>
        <source>known</source>
        <translation>有数据</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>no source on record</source>
        <translation>未录入来源</translation>
    </message>
    <message>
        <source>how a figure or a verdict came about: formula, inputs, sources, clause</source>
        <translation>数值或结论怎样算出：公式、输入、来源、条款</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n further clauses are unknown: not computed yet and not declared (--all lists them).
</source>
        <translation>
            <numerusform>另有 %n 个条款未知：尚未计算也未申报（--all 列出）。
</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 must be %2 – %3; see %4.</source>
        <translation>%1 应为 %2 – %3；见 %4。</translation>
    </message>
    <message>
        <source>%1 must be one of %2; see %3.</source>
        <translation>%1 应为 %2 之一；见 %3。</translation>
    </message>
    <message>
        <source>%1 cannot have this value; see %2.</source>
        <translation>%1 不能取这个值；见 %2。</translation>
    </message>
    <message>
        <source>“%1” is not understood; see %2.</source>
        <translation>不认识“%1”；见 %2。</translation>
    </message>
    <message>
        <source>“%1” is none of %2; see %3.</source>
        <translation>“%1”不在 %2 之中；见 %3。</translation>
    </message>
    <message>
        <source>Say what to do: %1; see %2.</source>
        <translation>需要说明要做什么：%1；见 %2。</translation>
    </message>
    <message>
        <source>%1 is missing; see %2.</source>
        <translation>缺少 %1；见 %2。</translation>
    </message>
    <message>
        <source>%1 needs a value; see %2.</source>
        <translation>%1 需要一个值；见 %2。</translation>
    </message>
    <message>
        <source>%1 and %2 cannot stand together; see %3.</source>
        <translation>%1 与 %2 不能同用；见 %3。</translation>
    </message>
    <message>
        <source>%1 needs %2 beside it; see %3.</source>
        <translation>%1 需与 %2 同用；见 %3。</translation>
    </message>
    <message>
        <source>The command line cannot be understood; see %1.</source>
        <translation>无法理解命令行；见 %1。</translation>
    </message>
    <message>
        <source>a clause, the key of a finding, an object by code, name or id, a province; or plan (its sums), verdicts, compute, energy, carbon</source>
        <translation>条款、检查结果的键、对象的编号、名称或标识、省份；或 plan（合计）、verdicts、compute、energy、carbon</translation>
    </message>
    <message>
        <source>needs</source>
        <translation>需同用</translation>
    </message>
    <message>
        <source>not with</source>
        <translation>不与其同用</translation>
    </message>
    <message>
        <source>Path: %1</source>
        <translation>路径：%1</translation>
    </message>
    <message>
        <source>NUMBER</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>say how each figure came about: formula, inputs, sources</source>
        <translation>说明各数值怎样算出：公式、输入、来源</translation>
    </message>
    <message>
        <source>YEAR</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>write objects, results and charts as a workbook, table, layer or drawing</source>
        <translation>将对象、结果和图表写成工作簿、表、图层或图形</translation>
    </message>
    <message>
        <source>file, its extension names the format; or folder for a file a kind</source>
        <translation>文件，扩展名决定格式；或文件夹，每类对象一个文件</translation>
    </message>
    <message>
        <source>codes or names of objects; all if not given</source>
        <translation>对象的编号或名称；不给出则为全部</translation>
    </message>
    <message>
        <source>instead of the extension: %1</source>
        <translation>代替扩展名指定格式：%1</translation>
    </message>
    <message>
        <source>of a drawing: 3° zone 25–45 (its number stands before the eastings) or central meridian 75–135; that in the middle if not given</source>
        <translation>图形的 3° 带：带号 25–45（横坐标前加带号）或中央经线 75–135；不给出则取居中的带</translation>
    </message>
    <message>
        <source>of a shapefile&apos;s texts: UTF-8 (default) or GBK</source>
        <translation>Shapefile 文本的编码：UTF-8（默认）或 GBK</translation>
    </message>
    <message>
        <source>+ %1</source>
        <translation>+ %1</translation>
    </message>
    <message>
        <source>~ %1, %2: %3 → %4</source>
        <translation>~ %1，%2：%3 → %4</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed, %4 unchanged, %5 left out</source>
        <translation>%1：新增 %2，更改 %3，未变 %4，略去 %5</translation>
    </message>
    <message>
        <source>%1: %2 added, %3 changed, %4 unchanged</source>
        <translation>%1：新增 %2，更改 %3，未变 %4</translation>
    </message>
    <message>
        <source>coordinate system of the positions: wgs84 (also CGCS2000), gcj02, bd09, gk3 or gk6 (zone before the easting), gk3:117, gk3:39, gk6:20, EPSG:4548; as the files say or found by size if not given</source>
        <translation>坐标系：wgs84（同 CGCS2000）、gcj02、bd09、gk3 或 gk6（横坐标带带号）、gk3:117、gk3:39、gk6:20、EPSG:4548；不给出时按文件说明或数值大小判断</translation>
    </message>
    <message>
        <source>encoding of texts where the file does not say; found out if not given</source>
        <translation>文件未说明时的文本编码；不给出时自动判断</translation>
    </message>
    <message>
        <source>COLUMN=FIELD: what a column means; COLUMN= leaves it out; or a mapping file</source>
        <translation>列=字段：该列的含义；列= 略去该列；或映射文件</translation>
    </message>
    <message>
        <source>write what tables and columns were taken for as a mapping file</source>
        <translation>将表和列的识别结果写成映射文件</translation>
    </message>
    <message>
        <source>add and change objects from tables, layers and drawings</source>
        <translation>从表、图层和图形文件新增和更改对象</translation>
    </message>
    <message>
        <source>metres within which a line&apos;s end belongs to a node (100)</source>
        <translation>线的端点归属节点的距离，米（100）</translation>
    </message>
    <message>
        <source>say what would be added and changed, and write nothing</source>
        <translation>列出将新增和更改的内容，不写入</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>a map sheet on paper of this size (A0 – A4) with title block, legend and scale bar</source>
        <translation>该幅面（A0–A4）的图纸，带图衔、图例和比例尺</translation>
    </message>
    <message>
        <source>what stands on the sheet and how, as KEY=VALUE: title, number, organisation, classification, approval, date (YYYY-MM-DD), orientation (landscape, portrait), scale (n of 1:n), inset (yes, no), table (yes, no), dpi</source>
        <translation>图纸上的内容与设置，写作 KEY=VALUE：title（图名）、number（图号）、organisation（编制单位）、classification（密级）、approval（审图号）、date（YYYY-MM-DD）、orientation（landscape 横向、portrait 纵向）、scale（1:n 的 n）、inset（yes、no，局部放大）、table（yes、no，时延表）、dpi</translation>
    </message>
</context>
<context>
    <name>corridor::ComputePage</name>
    <message>
        <source>AI compute in service</source>
        <translation>在用智算规模</translation>
    </message>
    <message>
        <source>No AI site has its compute on record</source>
        <translation>没有智算节点录入算力</translation>
    </message>
    <message>
        <source>Enter the compute of sites in their properties.</source>
        <translation>在节点属性中录入算力。</translation>
    </message>
    <message numerus="yes">
        <source>In %1, %n AI sites have no figure on record</source>
        <translation>
            <numerusform>%1年 %n 个智算节点没有算力记录</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::DrawSpanTool</name>
    <message>
        <source>Click where the span starts: a site, a junction, or free ground for a new junction</source>
        <translation>点击光缆段起点：算力节点、光缆节点，或空白处新建光缆节点</translation>
    </message>
    <message>
        <source>Draw span</source>
        <translation>绘制光缆段</translation>
    </message>
    <message>
        <source>Click adds a vertex · double-click or Enter ends · Backspace takes back · Shift locks the direction · Esc cancels</source>
        <translation>单击加顶点 · 双击或 Enter 结束 · Backspace 退回 · Shift 锁定方向 · Esc 取消</translation>
    </message>
</context>
<context>
    <name>corridor::Editor</name>
    <message>
        <source>Move %1 %2</source>
        <translation>移动%1 %2</translation>
    </message>
    <message>
        <source>Draw span %1</source>
        <translation>绘制光缆段 %1</translation>
    </message>
    <message>
        <source>Change setting “%1”</source>
        <translation>修改设置项“%1”</translation>
    </message>
    <message>
        <source>Record the source of “%1” of %2</source>
        <translation>记录 %2“%1”的来源</translation>
    </message>
    <message>
        <source>Acknowledge finding %1</source>
        <translation>确认检查结果 %1</translation>
    </message>
    <message>
        <source>Add %1 %2</source>
        <translation>添加%1 %2</translation>
    </message>
    <message>
        <source>Change “%1” of %2</source>
        <translation>修改 %2 的“%1”</translation>
    </message>
    <message numerus="yes">
        <source>Change “%1” of %n objects</source>
        <translation>
            <numerusform>修改 %n 个对象的“%1”</numerusform>
        </translation>
    </message>
    <message>
        <source>Change %1 %2</source>
        <translation>修改%1 %2</translation>
    </message>
    <message>
        <source>Remove %1 %2</source>
        <translation>删除%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n objects</source>
        <translation>
            <numerusform>删除 %n 个对象</numerusform>
        </translation>
    </message>
    <message>
        <source>Add scenario %1</source>
        <translation>添加方案 %1</translation>
    </message>
    <message>
        <source>Rename scenario %1</source>
        <translation>重命名方案 %1</translation>
    </message>
    <message>
        <source>Remove scenario %1</source>
        <translation>删除方案 %1</translation>
    </message>
    <message>
        <source>Fall back to the parent&apos;s value</source>
        <translation>恢复为上级方案的值</translation>
    </message>
    <message numerus="yes">
        <source>Fall back to the parent&apos;s values of %n objects</source>
        <translation>
            <numerusform>把 %n 个对象恢复为上级方案的值</numerusform>
        </translation>
    </message>
    <message>
        <source>Reshape span %1</source>
        <translation>修改光缆段 %1 的走向</translation>
    </message>
    <message>
        <source>Reverse span %1</source>
        <translation>反转光缆段 %1</translation>
    </message>
    <message>
        <source>shared out by length when %1 was cut</source>
        <translation>打断 %1 时按长度分摊</translation>
    </message>
    <message>
        <source>Cut span %1</source>
        <translation>打断光缆段 %1</translation>
    </message>
    <message>
        <source>Entered by hand</source>
        <translation>手工输入</translation>
    </message>
    <message numerus="yes">
        <source>Move %n nodes</source>
        <translation>
            <numerusform>移动 %n 个节点</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>corridor::EnergyPage</name>
    <message>
        <source>Annual energy of the sites</source>
        <translation>节点年用电量</translation>
    </message>
    <message>
        <source>CO₂ of their electricity</source>
        <translation>用电 CO₂ 排放</translation>
    </message>
    <message>
        <source>kt</source>
        <translation>千吨</translation>
    </message>
    <message>
        <source>No site has IT power and PUE on record</source>
        <translation>没有节点同时录入 IT 功率和 PUE</translation>
    </message>
    <message>
        <source>Enter IT power and PUE, or choose a PUE model, in the properties of sites.</source>
        <translation>在节点属性中录入 IT 功率和 PUE，或选择 PUE 模型。</translation>
    </message>
    <message>
        <source>In %1, %2 of %3 sites in service have figures</source>
        <translation>%1年 %3 个在用节点中 %2 个有数据</translation>
    </message>
</context>
<context>
    <name>corridor::EntityTableModel</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
</context>
<context>
    <name>corridor::EntityTablePanel</name>
    <message>
        <source>Usual columns</source>
        <translation>恢复默认列</translation>
    </message>
    <message>
        <source>The plan holds no sites yet</source>
        <translation>规划中还没有算力节点</translation>
    </message>
    <message>
        <source>Add one on the map, or import a table.</source>
        <translation>在地图上添加，或导入表格。</translation>
    </message>
    <message>
        <source>The plan holds no spans yet</source>
        <translation>规划中还没有光缆段</translation>
    </message>
    <message>
        <source>Draw one on the map, or import a table.</source>
        <translation>在地图上绘制，或导入表格。</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>导入…</translation>
    </message>
</context>
<context>
    <name>corridor::EvidencePanel</name>
    <message>
        <source>All other values</source>
        <translation>其他各值</translation>
    </message>
    <message>
        <source>Add a source…</source>
        <translation>添加来源…</translation>
    </message>
    <message>
        <source>Nothing to explain</source>
        <translation>尚无可说明的内容</translation>
    </message>
    <message>
        <source>Choose a finding, or an object with sources.</source>
        <translation>选择一条检查结果，或带来源的对象。</translation>
    </message>
</context>
<context>
    <name>corridor::FindingsModel</name>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>for information</source>
        <translation>仅供参考</translation>
    </message>
    <message>
        <source>guiding</source>
        <translation>引导</translation>
    </message>
    <message>
        <source>Clause</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>Requirement</source>
        <translation>要求</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>现值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>余/超</translation>
    </message>
    <message>
        <source>Accepted for now</source>
        <translation>暂予接受</translation>
    </message>
    <message>
        <source>Accepted before it got worse</source>
        <translation>曾接受，之后变差</translation>
    </message>
    <message>
        <source>no longer with this step</source>
        <translation>此步之后不再存在</translation>
    </message>
    <message>
        <source>Verdict; filled for binding clauses, outlined for guiding ones</source>
        <translation>结论；约束性条款为实心，引导性条款为空心</translation>
    </message>
    <message>
        <source>What the clause or the service asks for</source>
        <translation>条款或业务电路的要求</translation>
    </message>
    <message>
        <source>How far the limit is kept (right) or missed (left)</source>
        <translation>距限值的余量：向右为余，向左为超</translation>
    </message>
</context>
<context>
    <name>corridor::FindingsPanel</name>
    <message>
        <source>Nothing to check yet</source>
        <translation>尚无可检查的内容</translation>
    </message>
    <message>
        <source>Draw sites, spans and services, or open a plan with a rule pack.</source>
        <translation>绘制算力节点、光缆段和业务电路，或打开带规则集的规划。</translation>
    </message>
    <message>
        <source>No finding fits the filter</source>
        <translation>没有符合筛选的检查结果</translation>
    </message>
    <message>
        <source>Being computed…</source>
        <translation>计算中…</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Only touched by the last edit</source>
        <translation>仅上次编辑涉及</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>怎样算出？</translation>
    </message>
    <message>
        <source>No longer accept</source>
        <translation>不再接受</translation>
    </message>
    <message>
        <source>Accept for now</source>
        <translation>暂予接受</translation>
    </message>
    <message>
        <source>Backup decides</source>
        <translation>备用参与判定</translation>
    </message>
    <message>
        <source>A clause is kept only if the backup keeps it too</source>
        <translation>备用也满足，条款才算满足</translation>
    </message>
    <message numerus="yes">
        <source>%n further rows are shown for information and count for no verdict</source>
        <translation>
            <numerusform>另有 %n 行仅供参考，不计入结论</numerusform>
        </translation>
    </message>
    <message>
        <source>Last edit</source>
        <translation>上次编辑</translation>
    </message>
    <message>
        <source>Accept for now…</source>
        <translation>暂予接受…</translation>
    </message>
</context>
<context>
    <name>corridor::InspectorPanel</name>
    <message>
        <source>Route length</source>
        <translation>路由长度</translation>
    </message>
    <message>
        <source>Fibre length</source>
        <translation>光纤长度</translation>
    </message>
    <message>
        <source>RTT contribution</source>
        <translation>往返时延贡献</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>怎样算出？</translation>
    </message>
    <message>
        <source>%1 objects of different kinds</source>
        <translation>%1 个不同类型的对象</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择对象</translation>
    </message>
    <message>
        <source>Select objects of one kind to edit them together.</source>
        <translation>选择同类对象可一起编辑。</translation>
    </message>
    <message>
        <source>Click an object on the map or in a list.</source>
        <translation>在地图或列表中点击对象。</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>下一条光缆段</translation>
    </message>
    <message>
        <source>What the drawn span will be</source>
        <translation>将绘制的光缆段</translation>
    </message>
    <message>
        <source>%1 objects</source>
        <translation>%1 个对象</translation>
    </message>
    <message>
        <source>Drag preview, not written</source>
        <translation>拖动预览，未写入</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>缩放到对象</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Findings</source>
        <translation>检查结果</translation>
    </message>
    <message>
        <source>Deciding limit</source>
        <translation>判定限值</translation>
    </message>
    <message>
        <source>Load</source>
        <translation>负荷</translation>
    </message>
    <message>
        <source>Headroom</source>
        <translation>余量</translation>
    </message>
    <message>
        <source>Annual energy</source>
        <translation>年用电量</translation>
    </message>
    <message>
        <source>Standard coal</source>
        <translation>标准煤</translation>
    </message>
    <message>
        <source>CO₂ of electricity</source>
        <translation>用电 CO₂</translation>
    </message>
    <message>
        <source>Next site</source>
        <translation>下一个算力节点</translation>
    </message>
    <message>
        <source>What the placed site will be</source>
        <translation>放置的算力节点将采用以下属性</translation>
    </message>
    <message>
        <source>Next junction</source>
        <translation>下一个光缆节点</translation>
    </message>
    <message>
        <source>What the placed junction will be</source>
        <translation>放置的光缆节点将采用以下属性</translation>
    </message>
</context>
<context>
    <name>corridor::LayerPanel</name>
    <message>
        <source>Sites</source>
        <translation>算力节点</translation>
    </message>
    <message>
        <source>Junctions</source>
        <translation>光缆节点</translation>
    </message>
    <message>
        <source>Spans</source>
        <translation>光缆段</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Place names</source>
        <translation>地名</translation>
    </message>
    <message>
        <source>Borders</source>
        <translation>行政区界</translation>
    </message>
    <message>
        <source>Water</source>
        <translation>水系</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Base map</source>
        <translation>底图</translation>
    </message>
    <message>
        <source>Railways</source>
        <translation>铁路</translation>
    </message>
    <message>
        <source>Expressways</source>
        <translation>高速公路</translation>
    </message>
</context>
<context>
    <name>corridor::MainWindow</name>
    <message>
        <source>Show</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>The step was taken in “%1”, which is now shown</source>
        <translation>该步骤属于方案“%1”，已切换到该方案</translation>
    </message>
    <message>
        <source>Remarks on opening</source>
        <translation>打开时的说明</translation>
    </message>
    <message>
        <source>Nothing was written; these are for you to look at.</source>
        <translation>未写入任何内容；以下各条仅供查看。</translation>
    </message>
    <message>
        <source> (read-only)</source>
        <translation>（只读）</translation>
    </message>
    <message>
        <source>Corridor Planner</source>
        <translation>算力走廊规划</translation>
    </message>
    <message>
        <source>About Corridor Planner</source>
        <translation>关于算力走廊规划</translation>
    </message>
    <message>
        <source>Corridor Planner %1: planning the computing-power corridor Inner Mongolia–Hebei–Beijing–Tianjin.</source>
        <translation>算力走廊规划 %1：规划内蒙古—河北—北京—天津算力走廊。</translation>
    </message>
    <message>
        <source>Free software under the GNU General Public License, version 3 or later.</source>
        <translation>自由软件，按 GNU 通用公共许可证第 3 版或更高版本发布。</translation>
    </message>
    <message>
        <source>Base map 1:250,000 and coarser; its sources stand in maps/README.md.</source>
        <translation>底图为 1:250 000 及更小比例尺；来源见 maps/README.md。</translation>
    </message>
    <message>
        <source>Nothing leaves this computer.</source>
        <translation>数据不离开本机。</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Plan</source>
        <translation>规划(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Compute</source>
        <translation>计算(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;lauses</source>
        <translation>条款(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Forget these</source>
        <translation>清除记录</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>重做</translation>
    </message>
    <message>
        <source>Layers</source>
        <translation>图层</translation>
    </message>
    <message>
        <source>Objects</source>
        <translation>规划对象</translation>
    </message>
    <message>
        <source>Properties</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>依据</translation>
    </message>
    <message>
        <source>Clause checks %1</source>
        <translation>条款检查 %1</translation>
    </message>
    <message>
        <source>Services %1</source>
        <translation>业务电路 %1</translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能耗</translation>
    </message>
    <message>
        <source>Carbon</source>
        <translation>碳排放</translation>
    </message>
    <message>
        <source>Sites %1</source>
        <translation>算力节点 %1</translation>
    </message>
    <message>
        <source>Spans %1</source>
        <translation>光缆段 %1</translation>
    </message>
    <message>
        <source>Runs %1</source>
        <translation>计算记录 %1</translation>
    </message>
    <message>
        <source>More tools</source>
        <translation>更多工具</translation>
    </message>
    <message>
        <source>Cha&amp;rts</source>
        <translation>图表(&amp;R)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
</context>
<context>
    <name>corridor::MapCanvas</name>
    <message>
        <source>Map</source>
        <translation>地图</translation>
    </message>
    <message>
        <source>Arrow keys move the map, + and - zoom, Home shows everything</source>
        <translation>方向键移动地图，+ 和 - 缩放，Home 显示全图</translation>
    </message>
    <message>
        <source>Zoom in (+)</source>
        <translation>放大 (+)</translation>
    </message>
    <message>
        <source>Zoom out (-)</source>
        <translation>缩小 (-)</translation>
    </message>
    <message>
        <source>Zoom to all (Home)</source>
        <translation>缩放到全图 (Home)</translation>
    </message>
    <message>
        <source>Zoom to selection</source>
        <translation>缩放到所选</translation>
    </message>
</context>
<context>
    <name>corridor::MeasureTool</name>
    <message>
        <source>Measure</source>
        <translation>量测</translation>
    </message>
    <message>
        <source>Click where to measure from · Esc ends</source>
        <translation>单击量算起点 · Esc 结束</translation>
    </message>
    <message>
        <source>Ctrl+C copies · Backspace goes on measuring · click starts anew · Esc clears</source>
        <translation>Ctrl+C 复制 · Backspace 继续量算 · 单击重新开始 · Esc 清除</translation>
    </message>
    <message>
        <source>Click adds a point, the first one closes · double-click or Enter ends · Backspace takes back · Esc clears</source>
        <translation>单击加点，击起点闭合 · 双击或 Enter 结束 · Backspace 退回 · Esc 清除</translation>
    </message>
    <message>
        <source>Last leg %1 · azimuth %2</source>
        <translation>末段 %1 · 方位角 %2</translation>
    </message>
    <message>
        <source>Azimuth %1</source>
        <translation>方位角 %1</translation>
    </message>
    <message>
        <source>Area %1</source>
        <translation>面积 %1</translation>
    </message>
    <message>
        <source>RTT %1 if it were %2: lay %3, no equipment</source>
        <translation>若为 %2，往返时延 %1：余长系数 %3，不含设备</translation>
    </message>
</context>
<context>
    <name>corridor::ObjectForm</name>
    <message>
        <source>Length and latency</source>
        <translation>长度与时延</translation>
    </message>
    <message>
        <source>Capacity and risk</source>
        <translation>容量与风险</translation>
    </message>
    <message>
        <source>Compute</source>
        <translation>算力</translation>
    </message>
    <message>
        <source>Energy and carbon</source>
        <translation>能耗与碳</translation>
    </message>
    <message>
        <source>Time and cost</source>
        <translation>时间与造价</translation>
    </message>
    <message>
        <source>Basics</source>
        <translation>基本信息</translation>
    </message>
</context>
<context>
    <name>corridor::ObjectModel</name>
    <message>
        <source>Without clause</source>
        <translation>无对应条款</translation>
    </message>
    <message>
        <source>Elsewhere</source>
        <translation>其他地区</translation>
    </message>
</context>
<context>
    <name>corridor::ObjectPanel</name>
    <message>
        <source>Filter by name or code</source>
        <translation>按名称或编码筛选</translation>
    </message>
    <message>
        <source>The plan holds no objects yet</source>
        <translation>规划中尚无对象</translation>
    </message>
    <message>
        <source>Draw a span on the map, or import a table.</source>
        <translation>在地图上绘制光缆段，或导入表格。</translation>
    </message>
</context>
<context>
    <name>corridor::ObjectTablePage</name>
    <message>
        <source>Zoom to</source>
        <translation>缩放至此</translation>
    </message>
    <message>
        <source>Edit “%1”</source>
        <translation>编辑“%1”</translation>
    </message>
</context>
<context>
    <name>corridor::PanTool</name>
    <message>
        <source>Pan</source>
        <translation>平移</translation>
    </message>
    <message>
        <source>Drag the map · the wheel zooms · Esc selects</source>
        <translation>拖动地图 · 滚轮缩放 · Esc 回到选择</translation>
    </message>
</context>
<context>
    <name>corridor::PanelDock</name>
    <message>
        <source>Float this panel</source>
        <translation>浮动此面板</translation>
    </message>
</context>
<context>
    <name>corridor::PlaceTool</name>
    <message>
        <source>Stands here already</source>
        <translation>此处已有</translation>
    </message>
</context>
<context>
    <name>corridor::PlanFiles</name>
    <message>
        <source>Untitled</source>
        <translation>未命名</translation>
    </message>
    <message>
        <source>Open a plan</source>
        <translation>打开规划</translation>
    </message>
    <message>
        <source>Plans (*.gpkg)</source>
        <translation>规划 (*.gpkg)</translation>
    </message>
    <message>
        <source>The file was changed by others</source>
        <translation>文件已被他人修改</translation>
    </message>
    <message>
        <source>Save under another name</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Overwrite</source>
        <translation>覆盖</translation>
    </message>
    <message>
        <source>What the file on disk has, and this window has not:</source>
        <translation>磁盘文件中有、本窗口没有的内容：</translation>
    </message>
    <message>
        <source>Save the plan as</source>
        <translation>规划另存为</translation>
    </message>
    <message>
        <source>Revert to the saved plan</source>
        <translation>还原到已保存的规划</translation>
    </message>
    <message>
        <source>All edits since the last save are dropped, and cannot be brought back.</source>
        <translation>上次保存以来的编辑将全部丢弃，无法找回。</translation>
    </message>
    <message>
        <source>Drop the edits</source>
        <translation>丢弃编辑</translation>
    </message>
    <message>
        <source>Unsaved edits</source>
        <translation>未保存的编辑</translation>
    </message>
    <message>
        <source>%1 has edits that are not saved.</source>
        <translation>%1 有未保存的编辑。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Discard the edits</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Tables and layers (%1)</source>
        <translation>表格和图层 (%1)</translation>
    </message>
    <message>
        <source>Nothing was imported</source>
        <translation>未导入任何内容</translation>
    </message>
    <message>
        <source>These rows are wrong; correct them and import again.</source>
        <translation>以下各行有误；更正后重新导入。</translation>
    </message>
    <message>
        <source>Imported: %1 added, %2 changed</source>
        <translation>已导入：新增 %1，修改 %2</translation>
    </message>
    <message>
        <source>Imported with remarks</source>
        <translation>已导入，有说明</translation>
    </message>
    <message>
        <source>What could not be taken as it was:</source>
        <translation>未能原样导入的内容：</translation>
    </message>
    <message>
        <source>Folder of CSV tables (*)</source>
        <translation>CSV 表格文件夹 (*)</translation>
    </message>
    <message>
        <source>Folder of GeoJSON layers (*)</source>
        <translation>GeoJSON 图层文件夹 (*)</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Every kind of object becomes a file of its own.</source>
        <translation>每类对象各存一个文件。</translation>
    </message>
    <message>
        <source>CSV tables</source>
        <translation>CSV 表格</translation>
    </message>
    <message>
        <source>GeoJSON layers</source>
        <translation>GeoJSON 图层</translation>
    </message>
    <message numerus="yes">
        <source>The file was opened with %n remarks</source>
        <translation>
            <numerusform>打开文件时有 %n 条说明</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n files written to %1</source>
        <translation>
            <numerusform>已写出 %n 个文件到 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Export the chart</source>
        <translation>导出图表</translation>
    </message>
    <message>
        <source>Pictures (*.png *.svg *.pdf)</source>
        <translation>图片 (*.png *.svg *.pdf)</translation>
    </message>
    <message>
        <source>Figures (*.csv)</source>
        <translation>数据 (*.csv)</translation>
    </message>
    <message>
        <source>The chart was written to %1</source>
        <translation>图表已写入 %1</translation>
    </message>
</context>
<context>
    <name>corridor::PlanSettingsDialog</name>
    <message>
        <source>Plan settings</source>
        <translation>规划设置</translation>
    </message>
    <message>
        <source>light in the fibre alone</source>
        <translation>仅光纤传播</translation>
    </message>
    <message>
        <source>with transport equipment</source>
        <translation>含传输设备</translation>
    </message>
    <message>
        <source>with transport and routers</source>
        <translation>含传输设备和路由器</translation>
    </message>
    <message>
        <source>one lump per hop, round trip</source>
        <translation>每跳合计，往返</translation>
    </message>
    <message>
        <source>element by element</source>
        <translation>逐件计</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>primary: coal burnt for the electricity</source>
        <translation>等价值：发电所耗的煤</translation>
    </message>
    <message>
        <source>calorific: heat of the electricity</source>
        <translation>当量值：电力本身的热量</translation>
    </message>
    <message>
        <source>yes, as in 1+1</source>
        <translation>是，按 1+1 预留</translation>
    </message>
    <message>
        <source>no, only when a cable is cut</source>
        <translation>否，仅在断缆时使用</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>规划</translation>
    </message>
    <message>
        <source>Round trips</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>no, backups are shown for information</source>
        <translation>否，备用路由仅供参考</translation>
    </message>
    <message>
        <source>yes, a clause is kept only if the backup keeps it too</source>
        <translation>是，备用路由也满足才算满足</translation>
    </message>
    <message>
        <source>Lengths</source>
        <translation>长度</translation>
    </message>
    <message>
        <source>Energy</source>
        <translation>能耗</translation>
    </message>
    <message>
        <source>Apply</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message numerus="yes">
        <source>Change %n settings</source>
        <translation>
            <numerusform>更改 %n 项设置</numerusform>
        </translation>
    </message>
    <message>
        <source>Reference point</source>
        <translation>参照点</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选定</translation>
    </message>
    <message>
        <source>%1 (not in the plan)</source>
        <translation>%1（规划中没有）</translation>
    </message>
</context>
<context>
    <name>corridor::Presenter</name>
    <message>
        <source>This did not work</source>
        <translation>操作未完成</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>corridor::ReasonBar</name>
    <message>
        <source>Reason, for whoever reads this later</source>
        <translation>理由，供日后查看</translation>
    </message>
    <message>
        <source>By</source>
        <translation>接受人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>corridor::RecoveryDialog</name>
    <message>
        <source>added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>removed</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>changed (%1)</source>
        <translation>修改（%1）</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation>%1 %2：%3</translation>
    </message>
    <message>
        <source>Unsaved work was found</source>
        <translation>发现未保存的编辑</translation>
    </message>
    <message>
        <source>an untitled plan</source>
        <translation>未命名规划</translation>
    </message>
    <message>
        <source>The plan on disk is not the one these edits were made in; compare with care.</source>
        <translation>磁盘上的规划已不是这些编辑所基于的版本；仔细比较。</translation>
    </message>
    <message>
        <source>What differs from the plan on disk:</source>
        <translation>与磁盘上规划的差异：</translation>
    </message>
    <message>
        <source>Recover the edits</source>
        <translation>恢复编辑</translation>
    </message>
    <message>
        <source>Discard them</source>
        <translation>放弃编辑</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>以后决定</translation>
    </message>
    <message numerus="yes">
        <source>The program ended unexpectedly. %n edits of %1 were kept, the last of %2.</source>
        <translation>
            <numerusform>程序意外退出。已保留 %1 的 %n 次编辑，最后一次在 %2。</numerusform>
        </translation>
    </message>
    <message>
        <source>held apart from its parent scenario</source>
        <translation>与上级方案分开保存</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>corridor::RttChart</name>
    <message>
        <source>Round trips and limits</source>
        <translation>往返时延与限值</translation>
    </message>
    <message>
        <source>Floor</source>
        <translation>直线下限</translation>
    </message>
    <message>
        <source>Detour</source>
        <translation>绕转</translation>
    </message>
    <message>
        <source>Lay</source>
        <translation>余长</translation>
    </message>
    <message>
        <source>Equipment</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>超出限值</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>No round trip to show in this year</source>
        <translation>本年份没有可显示的往返时延</translation>
    </message>
    <message>
        <source>Choose another year, or add services and connect their ends.</source>
        <translation>换一个年份，或添加业务电路并连通其两端。</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路由</translation>
    </message>
</context>
<context>
    <name>corridor::RunsTableModel</name>
    <message>
        <source>Round trips</source>
        <translation>往返时延</translation>
    </message>
    <message>
        <source>Clause checks</source>
        <translation>条款检查</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>容量</translation>
    </message>
    <message>
        <source>Resilience</source>
        <translation>韧性</translation>
    </message>
    <message>
        <source>Compute supply</source>
        <translation>算力供给</translation>
    </message>
    <message>
        <source>Energy and carbon</source>
        <translation>能耗与碳</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>费用</translation>
    </message>
    <message>
        <source>Optics</source>
        <translation>光传输</translation>
    </message>
    <message>
        <source>current</source>
        <translation>最新</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>计算中</translation>
    </message>
    <message>
        <source>out of date</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>as saved</source>
        <translation>与保存时一致</translation>
    </message>
    <message>
        <source>file</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>this window</source>
        <translation>本窗口</translation>
    </message>
    <message>
        <source>Calculation</source>
        <translation>计算</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Held in</source>
        <translation>存放于</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>方案</translation>
    </message>
    <message>
        <source>Revision</source>
        <translation>修订</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>开始时间</translation>
    </message>
    <message>
        <source>Duration ms</source>
        <translation>用时 ms</translation>
    </message>
    <message>
        <source>Rows of results</source>
        <translation>结果行数</translation>
    </message>
    <message>
        <source>Method version</source>
        <translation>方法版本</translation>
    </message>
    <message>
        <source>this window and file</source>
        <translation>窗口与文件</translation>
    </message>
</context>
<context>
    <name>corridor::RunsTablePanel</name>
    <message>
        <source>Nothing was computed yet</source>
        <translation>还没有计算记录</translation>
    </message>
    <message>
        <source>Results come by themselves as soon as the plan holds services.</source>
        <translation>规划中有业务电路后自动计算。</translation>
    </message>
</context>
<context>
    <name>corridor::ScenarioBox</name>
    <message>
        <source>Scenario: %1</source>
        <translation>方案：%1</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>基准</translation>
    </message>
    <message>
        <source>	%1 differ</source>
        <translation>	%1 处不同</translation>
    </message>
    <message>
        <source>New variant of this…</source>
        <translation>由此新建方案…</translation>
    </message>
    <message>
        <source>New variant of %1</source>
        <translation>由 %1 新建方案</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>新建</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>重命名…</translation>
    </message>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>corridor::SelectTool</name>
    <message>
        <source>Drag the node · Shift locks the direction · Ctrl without snapping · Esc cancels</source>
        <translation>拖动节点 · Shift 锁定方向 · Ctrl 不捕捉 · Esc 取消</translation>
    </message>
    <message>
        <source>Select and move</source>
        <translation>选择与移动</translation>
    </message>
    <message>
        <source>To the right: what is wholly inside · Shift adds · Ctrl takes away · Esc cancels</source>
        <translation>向右框选：完全在框内 · Shift 加选 · Ctrl 减选 · Esc 取消</translation>
    </message>
    <message>
        <source>To the left: what the box touches · Shift adds · Ctrl takes away · Esc cancels</source>
        <translation>向左框选：与框相交 · Shift 加选 · Ctrl 减选 · Esc 取消</translation>
    </message>
    <message>
        <source>Click selects, again the next below · Shift adds, Ctrl toggles · drag moves a node · box: right inside, left touching</source>
        <translation>单击选择，再击选下一个 · Shift 加选，Ctrl 切换 · 拖动移动节点 · 框选：向右全含，向左相交</translation>
    </message>
    <message>
        <source>%1 of %2 objects here · click again for the next</source>
        <translation>此处第 %1 个，共 %2 个 · 再击选下一个</translation>
    </message>
</context>
<context>
    <name>corridor::ServicesModel</name>
    <message>
        <source>Service</source>
        <translation>业务电路</translation>
    </message>
    <message>
        <source>Primary ms</source>
        <translation>主用 ms</translation>
    </message>
    <message>
        <source>Backup ms</source>
        <translation>备用 ms</translation>
    </message>
    <message>
        <source>Limit</source>
        <translation>限值</translation>
    </message>
    <message>
        <source>Primary margin</source>
        <translation>主用余/超</translation>
    </message>
    <message>
        <source>Protection</source>
        <translation>保护方式</translation>
    </message>
    <message>
        <source>%1 Gbit/s</source>
        <translation>%1 Gbit/s</translation>
    </message>
    <message>
        <source>Gbit/s</source>
        <translation>Gbit/s</translation>
    </message>
    <message>
        <source>Hops</source>
        <translation>跳数</translation>
    </message>
    <message>
        <source>Clauses</source>
        <translation>条款</translation>
    </message>
    <message>
        <source>The worst verdict on the service</source>
        <translation>该业务电路最不利的结论</translation>
    </message>
    <message>
        <source>Round trip of the primary path, ms</source>
        <translation>主用路径往返时延，ms</translation>
    </message>
    <message>
        <source>Round trip of the backup path, ms</source>
        <translation>备用路径往返时延，ms</translation>
    </message>
    <message>
        <source>Electrical hops of the primary path</source>
        <translation>主用路径电层跳数</translation>
    </message>
</context>
<context>
    <name>corridor::ServicesPanel</name>
    <message>
        <source>No service is wanted in this year</source>
        <translation>本年份没有业务电路需求</translation>
    </message>
    <message>
        <source>Choose another year, or import services from a table.</source>
        <translation>换一个年份，或从表格导入业务电路。</translation>
    </message>
</context>
<context>
    <name>corridor::SplitTool</name>
    <message>
        <source>Point at the place where a span is to be cut in two by a new junction · Esc ends</source>
        <translation>指向光缆段上要以新光缆节点分割之处 · Esc 结束</translation>
    </message>
    <message>
        <source>Here the span ends: go along its line · Esc ends</source>
        <translation>此处是端点：沿线路移动 · Esc 结束</translation>
    </message>
    <message>
        <source>Click cuts here: vertex, middle or any place · Ctrl without snapping · Esc ends</source>
        <translation>单击在此分割：折点、中点或任意处 · Ctrl 暂关捕捉 · Esc 结束</translation>
    </message>
    <message>
        <source>Split span</source>
        <translation>分割光缆段</translation>
    </message>
</context>
<context>
    <name>corridor::StackChart</name>
    <message>
        <source>no province</source>
        <translation>未注明省份</translation>
    </message>
    <message>
        <source>others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>corridor::StatusRow</name>
    <message>
        <source>3° zone %1°E</source>
        <translation>3° 带 %1°E</translation>
    </message>
    <message>
        <source>Gauss–Krüger, easting with zone number and northing in metres: %1</source>
        <translation>高斯—克吕格，东坐标（含带号）和北坐标，单位 m：%1</translation>
    </message>
    <message>
        <source>being computed</source>
        <translation>计算中</translation>
    </message>
    <message>
        <source>computed</source>
        <translation>已计算</translation>
    </message>
    <message>
        <source>computed in %1 ms</source>
        <translation>计算用时 %1 ms</translation>
    </message>
    <message>
        <source>Revision %1 · %2</source>
        <translation>修订 %1 · %2</translation>
    </message>
    <message>
        <source>How is this computed?</source>
        <translation>怎样算出？</translation>
    </message>
</context>
<context>
    <name>corridor::TablePage</name>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message numerus="yes">
        <source>%n rows</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>已选 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Copy rows</source>
        <translation>复制所选行</translation>
    </message>
    <message>
        <source>Filter by name or code</source>
        <translation>筛选名称、编码</translation>
    </message>
    <message>
        <source>No row fits the filter</source>
        <translation>没有符合筛选的行</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>清除筛选</translation>
    </message>
</context>
<context>
    <name>corridor::VerdictDelegate</name>
    <message>
        <source>%1, declared by hand</source>
        <translation>%1，人工申报</translation>
    </message>
    <message>
        <source>%1, accepted for now</source>
        <translation>%1，暂予接受</translation>
    </message>
</context>
<context>
    <name>corridor::VerdictLabel</name>
    <message>
        <source>%1 (result out of date)</source>
        <translation>%1（结果已过期）</translation>
    </message>
</context>
<context>
    <name>corridor::VertexTool</name>
    <message>
        <source>Drag the vertex · Shift locks the direction · Ctrl without snapping · Esc cancels</source>
        <translation>拖动顶点 · Shift 锁定方向 · Ctrl 不捕捉 · Esc 取消</translation>
    </message>
    <message>
        <source>Edit vertices</source>
        <translation>编辑顶点</translation>
    </message>
    <message>
        <source>The box chooses vertices · Shift adds · Ctrl takes away · Esc cancels</source>
        <translation>框选折点 · Shift 加选 · Ctrl 减选 · Esc 取消</translation>
    </message>
    <message>
        <source>Click the span whose vertices are to be edited · Esc ends</source>
        <translation>单击要编辑折点的光缆段 · Esc 结束</translation>
    </message>
    <message>
        <source>%1 vertices chosen · drag one to move them · Delete removes them · Esc lets go</source>
        <translation>已选 %1 个折点 · 拖动其一整体移动 · Delete 删除 · Esc 放弃选择</translation>
    </message>
    <message>
        <source>1 vertex chosen · drag it · Shift or a box chooses more · Delete removes it · Esc lets go</source>
        <translation>已选 1 个折点 · 拖动移动 · Shift 或框选加选 · Delete 删除 · Esc 放弃选择</translation>
    </message>
    <message>
        <source>Drag a vertex · click a round mark to add one · right click or Delete removes · a box chooses several</source>
        <translation>拖动折点 · 单击圆点添加 · 右击或 Delete 删除 · 框选多个</translation>
    </message>
</context>
<context>
    <name>corridor::Workbook</name>
    <message>
        <source>For internal planning only; not to be published without review</source>
        <translation>内部规划用图，未经审核不得公开</translation>
    </message>
    <message>
        <source>Sheet</source>
        <translation>工作表</translation>
    </message>
    <message>
        <source>What it holds</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>About</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Chart with its figures</source>
        <translation>图表及其数据</translation>
    </message>
    <message>
        <source>Bar</source>
        <translation>条目</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>合计</translation>
    </message>
    <message>
        <source>Said of it</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Drawn: %1</source>
        <translation>绘图用：%1</translation>
    </message>
    <message>
        <source>label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Left until the limit</source>
        <translation>距限值</translation>
    </message>
    <message>
        <source>Over the limit</source>
        <translation>超出限值</translation>
    </message>
    <message>
        <source>, the first %1 of %2</source>
        <translation>（共 %2 项，前 %1 项）</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Longitude</source>
        <translation>经度</translation>
    </message>
    <message>
        <source>Latitude</source>
        <translation>纬度</translation>
    </message>
    <message>
        <source>%1, longitude</source>
        <translation>%1，经度</translation>
    </message>
    <message>
        <source>%1, latitude</source>
        <translation>%1，纬度</translation>
    </message>
    <message>
        <source>Objects; edit and import them again</source>
        <translation>规划对象，可修改后再导入</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>词表</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Word in files</source>
        <translation>文件中的词</translation>
    </message>
    <message>
        <source>Word in this workbook</source>
        <translation>本工作簿中的词</translation>
    </message>
    <message>
        <source>What words in cells mean</source>
        <translation>单元格中各词的含义</translation>
    </message>
    <message>
        <source>Results of %1</source>
        <translation>%1 的结果</translation>
    </message>
    <message>
        <source>all provinces</source>
        <translation>全部省份</translation>
    </message>
    <message>
        <source>Calculations</source>
        <translation>计算记录</translation>
    </message>
    <message>
        <source>Which calculations the results are of</source>
        <translation>结果出自哪些计算</translation>
    </message>
</context>
<context>
    <name>corridor::YearFieldEditor</name>
    <message>
        <source>Add year</source>
        <translation>添加年份</translation>
    </message>
    <message>
        <source>Add a year with its value</source>
        <translation>添加一个年份及其数值</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
    <message>
        <source>Remove this year</source>
        <translation>删除该年份</translation>
    </message>
    <message>
        <source>“%1” is no year; write for example 2027.</source>
        <translation>“%1”不是年份；写法如 2027。</translation>
    </message>
    <message>
        <source>%1 has no value; write one or remove the year.</source>
        <translation>%1 年没有数值；填写数值或删除该年份。</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>“%1”不是数字。</translation>
    </message>
    <message>
        <source>%1 stands there twice; give each year once.</source>
        <translation>%1 年出现两次；每个年份只填一次。</translation>
    </message>
</context>
<context>
    <name>corridor::YearSlider</name>
    <message>
        <source>Year</source>
        <translation>年份</translation>
    </message>
</context>
<context>
    <name>corridor::ZoomBoxTool</name>
    <message>
        <source>Drag a box to zoom into it · click zooms in · Shift zooms out · Esc selects</source>
        <translation>拖框放大 · 单击放大 · Shift 缩小 · Esc 返回选择</translation>
    </message>
    <message>
        <source>Zoom to box</source>
        <translation>框选缩放</translation>
    </message>
</context>
</TS>
