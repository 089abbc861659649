// The one list of templates, in the order of the gallery.
import { abc } from './abc/template.ts';
import { association } from './association/template.ts';
import { attackDefence } from './attack-defence/template.ts';
import { behaviour } from './behaviour/template.ts';
import { carDealer } from './car-dealer/template.ts';
import { channel } from './channel/template.ts';
import { clusters } from './clusters/template.ts';
import { clv } from './clv/template.ts';
import { combination } from './combination/template.ts';
import { consent } from './consent/template.ts';
import { customerValue } from './customer-value/template.ts';
import { dataQuality } from './data-quality/template.ts';
import { feedback } from './feedback/template.ts';
import { fiveLevels } from './five-levels/template.ts';
import { holdOut } from './hold-out/template.ts';
import { hotel } from './hotel/template.ts';
import { industrySize } from './industry-size/template.ts';
import { lifecycle } from './lifecycle/template.ts';
import { loyalty } from './loyalty/template.ts';
import { motives } from './motives/template.ts';
import { payers } from './payers/template.ts';
import { professionalUsers } from './professional-users/template.ts';
import { realTime } from './real-time/template.ts';
import { region } from './region/template.ts';
import { resources } from './resources/template.ts';
import { rfm } from './rfm/template.ts';
import { season } from './season/template.ts';
import { serviceStandards } from './service-standards/template.ts';
import { shopActivity } from './shop-activity/template.ts';
import { technicalNeed } from './technical-need/template.ts';
import type { Template } from './template.ts';

export const templates: readonly Template[] = [
  rfm,
  abc,
  clv,
  customerValue,
  season,
  lifecycle,
  behaviour,
  clusters,
  association,
  combination,
  realTime,
  motives,
  technicalNeed,
  channel,
  feedback,
  loyalty,
  attackDefence,
  region,
  industrySize,
  fiveLevels,
  carDealer,
  shopActivity,
  hotel,
  payers,
  professionalUsers,
  dataQuality,
  consent,
  serviceStandards,
  resources,
  holdOut,
];
