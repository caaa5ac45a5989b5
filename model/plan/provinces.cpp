// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan/provinces.h"

#include <algorithm>

namespace corridor {

namespace {

struct Province {
    const char16_t* name;
    const char* english;
};

constexpr Province provinces[] = {
    {u"北京市", "Beijing"},
    {u"天津市", "Tianjin"},
    {u"河北省", "Hebei"},
    {u"山西省", "Shanxi"},
    {u"内蒙古自治区", "Inner Mongolia"},
    {u"辽宁省", "Liaoning"},
    {u"吉林省", "Jilin"},
    {u"黑龙江省", "Heilongjiang"},
    {u"上海市", "Shanghai"},
    {u"江苏省", "Jiangsu"},
    {u"浙江省", "Zhejiang"},
    {u"安徽省", "Anhui"},
    {u"福建省", "Fujian"},
    {u"江西省", "Jiangxi"},
    {u"山东省", "Shandong"},
    {u"河南省", "Henan"},
    {u"湖北省", "Hubei"},
    {u"湖南省", "Hunan"},
    {u"广东省", "Guangdong"},
    {u"广西壮族自治区", "Guangxi"},
    {u"海南省", "Hainan"},
    {u"重庆市", "Chongqing"},
    {u"四川省", "Sichuan"},
    {u"贵州省", "Guizhou"},
    {u"云南省", "Yunnan"},
    {u"西藏自治区", "Xizang"},
    {u"陕西省", "Shaanxi"},
    {u"甘肃省", "Gansu"},
    {u"青海省", "Qinghai"},
    {u"宁夏回族自治区", "Ningxia"},
    {u"新疆维吾尔自治区", "Xinjiang"},
    {u"台湾省", "Taiwan"},
    {u"香港特别行政区", "Hong Kong"},
    {u"澳门特别行政区", "Macao"},
};

} // namespace

QString englishProvince(const QString& province) {
    const auto* found = std::find_if(std::begin(provinces), std::end(provinces),
                                     [&](const Province& row) { return province == QStringView(row.name); });
    return found == std::end(provinces) ? province : QString::fromLatin1(found->english);
}

} // namespace corridor
