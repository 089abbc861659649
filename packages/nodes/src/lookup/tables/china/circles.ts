// Economic circles by the city lists of their plans. A city is in at most one.
//
// 京津冀: 京津冀协同发展规划纲要 (2015), all of Beijing, Tianjin and Hebei.
// 长三角: 长江三角洲区域一体化发展规划纲要 (2019), the 27 cities of its central area.
// 珠三角: 粤港澳大湾区发展规划纲要 (2019), its nine cities in Guangdong.
// 成渝: 成渝地区双城经济圈建设规划纲要 (2021), Chongqing and 15 cities in Sichuan, without the counties the plan leaves out.
// 长江中游: 长江中游城市群发展规划 (2015), 31 cities in Hubei, Hunan and Jiangxi; 抚州 and 吉安, in parts of it, count as in.

export const circles = {
  京津冀: 'Beijing–Tianjin–Hebei',
  长三角: 'Yangtze River Delta',
  珠三角: 'Pearl River Delta',
  成渝: 'Chengdu–Chongqing',
  长江中游: 'Middle Yangtze',
} as const;

export type Circle = keyof typeof circles;

/** Codes of provinces, cities and counties that belong to each as a whole. */
export const circleMembers: { readonly [name in Circle]: string } = {
  京津冀: '11 12 13',
  长三角:
    '31 3201 3202 3204 3205 3206 3209 3210 3211 3212 ' +
    '3301 3302 3303 3304 3305 3306 3307 3309 3310 3401 3402 3405 3407 3408 3411 3417 3418',
  珠三角: '4401 4403 4404 4406 4407 4412 4413 4419 4420',
  成渝: '50 5101 5103 5105 5106 5107 5109 5110 5111 5113 5114 5115 5116 5117 5118 5120',
  长江中游:
    '4201 4202 4205 4206 4207 4208 4209 4210 4211 4212 429004 429005 429006 4301 4302 4303 4304 4306 4307 4309 4313 ' +
    '3601 3602 3603 3604 3605 3606 3608 3609 3610 3611',
};

/**
 * Counties of these cities that the plan of 成渝 leaves out: 平武 北川 万源 天全 宝兴, and in Chongqing 武隆 城口 奉节 巫山 巫溪 石柱 秀山 酉阳 彭水.
 * 开州 and 云阳, in parts of it, count as in.
 */
export const outsideCircles: readonly string[] = (
  '510727 510726 511781 511825 511827 ' + '500156 500229 500236 500237 500238 500240 500241 500242 500243'
).split(' ');
