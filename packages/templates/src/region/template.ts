// Regions of China and economic circles, from how places are written.
import { defineTemplate, entry, is, node, t } from '../define-template.ts';
import { customers } from '../fields/needs.ts';

const among = (field: string, ...values: readonly string[]) => ({ where: is(field, 'in', [...values]) });

export const region = defineTemplate({
  id: 'region',
  group: 'industry',
  article: 'country',
  title: t('Region and economic circle', '区域与经济圈'),
  about: t(
    'Reads province and city however they are written and groups customers by region, from East to Northwest, and by economic circle: regional teams or agents, local logistics and after-sales. Places that cannot be told are counted apart.',
    '识别各种写法的省、市，按大区（华东、华南、华北等）与经济圈（长三角、珠三角、京津冀等）分群：配置区域团队或代理商、本地物流与售后。无法识别的地名单独计数。',
  ),
  ours: t(
    'Which regions share a team, and the costs, are our suggestion; circles go by the city lists of their plans.',
    '大区的团队划分与成本为我们的建议值；经济圈以规划文件的城市名单为准。',
  ),
  data: [customers('province', 'city')],
  example: 'nation',
  nodes: [
    node('place', 'lookup', t('Where they are', '所在地区'), {
      table: 'china-regions',
      field: 'city',
      within: 'province',
      level: 'city',
      show: 'region',
      as: 'region',
      more: [{ show: 'circle', as: 'circle' }],
    }),
    node('regions', 'switch', t('Region', '大区'), {
      cases: [
        entry('east', t('East', '华东'), among('region', '华东')),
        entry('south', t('South', '华南'), among('region', '华南')),
        entry('north', t('North and Northeast', '华北与东北'), among('region', '华北', '东北')),
        entry('central', t('Central', '华中'), among('region', '华中')),
        entry('west', t('Southwest and Northwest', '西南与西北'), among('region', '西南', '西北')),
      ],
    }),
    node('circles', 'switch', t('Economic circle', '经济圈'), {
      cases: [
        entry('yangtze', t('Yangtze River Delta', '长三角'), among('circle', '长三角')),
        entry('pearl', t('Pearl River Delta', '珠三角'), among('circle', '珠三角')),
        entry('capital', t('Beijing–Tianjin–Hebei', '京津冀'), among('circle', '京津冀')),
        entry('other', t('Chengdu–Chongqing, Middle Yangtze', '成渝、长江中游'), among('circle', '成渝', '长江中游')),
      ],
    }),
  ],
  edges: ['source>place', 'place>regions', 'place>circles'],
  plays: [
    {
      id: 'circle-team',
      from: ['circles:yangtze', 'circles:pearl', 'circles:capital'],
      title: t('Team on the spot', '经济圈驻点团队'),
      actions: [
        t('Local stock and delivery on the next day', '本地仓配，次日达'),
        t('Events with customers of the circle', '圈内客户活动'),
      ],
      channel: t('visit', '拜访'),
      owner: t('team of the circle', '经济圈团队'),
      cadence: t('Every month', '每月一次'),
      serviceLevel: t('After-sales on the same day', '售后当日上门'),
      cost: 120,
    },
    {
      id: 'own-team',
      from: ['regions:east', 'regions:south', 'regions:north'],
      title: t('Regional team', '区域团队'),
      actions: [t('Regional campaigns and contacts', '区域活动与对接')],
      channel: t('phone and visit', '电话、拜访'),
      owner: t('regional managers', '大区经理'),
      cadence: t('Every quarter', '每季度一次'),
      serviceLevel: t('After-sales within two days', '2 天内售后响应'),
      cost: 60,
    },
    {
      id: 'agents',
      from: ['regions:central', 'regions:west'],
      title: t('Agents', '代理商'),
      actions: [t('Agent visits, logistics partner of the region', '代理商拜访，区域物流合作')],
      channel: t('agent', '代理商'),
      owner: t('channel managers', '渠道经理'),
      cadence: t('Every quarter', '每季度一次'),
      serviceLevel: t('After-sales within three days', '3 天内售后响应'),
      cost: 30,
    },
    {
      id: 'ask-place',
      from: ['regions:rest'],
      title: t('Ask for the place', '补全地址'),
      actions: [t('Ask for province and city', '补充省市信息')],
      channel: t('mail', '邮件'),
      owner: t('data team', '数据团队'),
      cadence: t('Once', '一次'),
      cost: 1,
    },
  ],
});
