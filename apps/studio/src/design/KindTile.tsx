// The coloured tile with the icon of a node kind.
import type { NodeGroup } from '@tierflow/compiler';
import {
  type Icon,
  IconAddressBook,
  IconAffiliate,
  IconArrowsSplit2,
  IconAward,
  IconBasket,
  IconBuildingStore,
  IconCalendarTime,
  IconChartBar,
  IconChartDots,
  IconChartHistogram,
  IconChartPie,
  IconCoins,
  IconDatabase,
  IconEraser,
  IconFilter,
  IconGauge,
  IconGitMerge,
  IconHourglass,
  IconLayersIntersect,
  IconLifebuoy,
  IconListCheck,
  IconMapPin,
  IconMathFunction,
  IconNote,
  IconPercentage,
  IconPuzzle,
  IconScale,
  IconSearch,
  IconShieldCheck,
  IconSitemap,
  IconSpeakerphone,
  IconSquareRoundedLetterR,
  IconStack2,
  IconStairs,
  IconSum,
  IconTable,
  IconTrendingUp,
  IconTrophy,
  IconUsersGroup,
} from '@tabler/icons-react';
import { color } from './tokens.ts';
import classes from './kind-tile.module.css';

/** Icons that kinds may name; others get a puzzle piece. */
const icons: Readonly<Record<string, Icon>> = {
  'address-book': IconAddressBook,
  affiliate: IconAffiliate,
  'arrows-split-2': IconArrowsSplit2,
  award: IconAward,
  basket: IconBasket,
  'building-store': IconBuildingStore,
  'calendar-time': IconCalendarTime,
  'chart-bar': IconChartBar,
  'chart-dots': IconChartDots,
  'chart-histogram': IconChartHistogram,
  'chart-pie': IconChartPie,
  coins: IconCoins,
  database: IconDatabase,
  eraser: IconEraser,
  filter: IconFilter,
  gauge: IconGauge,
  'git-merge': IconGitMerge,
  hourglass: IconHourglass,
  'layers-intersect': IconLayersIntersect,
  lifebuoy: IconLifebuoy,
  'list-check': IconListCheck,
  'map-pin': IconMapPin,
  'math-function': IconMathFunction,
  note: IconNote,
  percentage: IconPercentage,
  scale: IconScale,
  search: IconSearch,
  'shield-check': IconShieldCheck,
  sitemap: IconSitemap,
  speakerphone: IconSpeakerphone,
  'square-rounded-letter-r': IconSquareRoundedLetterR,
  'stack-2': IconStack2,
  stairs: IconStairs,
  sum: IconSum,
  table: IconTable,
  'trending-up': IconTrendingUp,
  trophy: IconTrophy,
  'users-group': IconUsersGroup,
};

interface Props {
  readonly group: NodeGroup;
  readonly icon: string;
  readonly size?: number;
}

/** A tile of 20 px unless told otherwise. Decorative: the name stands beside it. */
export function KindTile({ group, icon, size = 20 }: Props) {
  const Glyph = icons[icon] ?? IconPuzzle;
  return (
    <span className={classes.tile} style={{ width: size, height: size, background: color(`kind-${group}`) }} aria-hidden="true">
      <Glyph size={Math.round(size * 0.7)} stroke={2} />
    </span>
  );
}
