import { describe, expect, it } from 'vitest';
import { findFamilies } from '../../../src/core/verdict/find-families.ts';
import { TEXTS } from './sample.ts';

const found = (text: string): readonly string[] =>
  findFamilies(text, TEXTS.families).map(({ family }) => family);
const words = (text: string, family: string): readonly string[] =>
  findFamilies(text, TEXTS.families).find((hit) => hit.family === family)?.words ?? [];

describe('plain words find their family first', () => {
  it.each([
    ['チップコンデンサの誘電体', 'mlcc'],
    ['ﾁｯﾌﾟｺﾝﾃﾞﾝｻｰの焼き方', 'mlcc'],
    ['せらこんの内部電極の印刷', 'mlcc'],
    ['グリーンシートを薄く塗る条件', 'mlcc'],
    ['スマホの周波数フィルタに使う圧電の単結晶', 'saw-baw-filter'],
    ['ＳＡＷフィルターのくし歯電極', 'saw-baw-filter'],
    ['電池の集電体に使う銅はく', 'electrolytic-copper-foil'],
    ['プリント基板用の銅箔の粗化処理', 'electrolytic-copper-foil'],
    ['フィルムコンデンサ用のＰＰフィルムの延伸', 'dielectric-film'],
    ['蒸着フィルム', 'dielectric-film'],
    ['チタン酸 バリウムの粉', 'barium-titanate'],
    ['BaTiO₃の水熱合成', 'barium-titanate'],
    ['炭素繊維のもとになる糸（プリカーサー）の紡糸', 'carbon-fiber'],
    ['カーボンファイバーの耐炎化炉', 'carbon-fiber'],
    ['SiC繊維とポリカルボシラン', 'silicon-carbide-fiber'],
    ['炭化珪素の繊維', 'silicon-carbide-fiber'],
    ['半導体の露光に使う感光性樹脂', 'photoresist'],
    ['ArFレジスト用モノマーの合成', 'photoresist'],
    ['スパッタ用ターゲットのボンディング', 'nonferrous-target'],
    ['高純度アルミの溶解・鋳造', 'nonferrous-target'],
    ['電子顕微鏡の試料ステージの部品', 'sem-tem'],
    ['走査型SEMの電子銃', 'sem-tem'],
    ['磁石で回転を測るセンサー', 'magnetic-sensor'],
    ['電流センサに使うホール素子', 'magnetic-sensor'],
    ['スポンジチタンの還元炉', 'titanium-sponge'],
    ['四塩化チタンの精製', 'titanium-sponge'],
    ['電池の電極に使う糊（バインダー）', 'electrode-binder'],
    ['負極のＳＢＲ', 'electrode-binder'],
    ['全固体電池の硫化物の粉', 'solid-electrolyte'],
    ['固体電解質シート', 'solid-electrolyte'],
    ['電池のセパレーターをつくる延伸機', 'separator-equipment'],
    ['微多孔膜の押出と溶剤抽出', 'separator-equipment'],
    ['dielectric sheets for chip capacitors', 'mlcc'],
    ['carbon fibre precursor', 'carbon-fiber'],
    ['binder for battery electrodes', 'electrode-binder'],
  ])('%s → %s', (text, family) => {
    expect(found(text)[0]).toBe(family);
  });
});

describe('what touches several is offered with all of them', () => {
  it.each([
    ['コンデンサの作り方', ['mlcc', 'dielectric-film']],
    ['誘電体の原料粉の焼成', ['barium-titanate', 'mlcc']],
    ['チップコンデンサ', ['mlcc']],
    ['フィルムコンデンサ', ['dielectric-film']],
    ['CMC', ['silicon-carbide-fiber']],
    ['電池のCMC', ['silicon-carbide-fiber', 'electrode-binder']],
  ])('%s', (text, families) => {
    expect([...found(text)].sort()).toEqual([...families].sort());
  });
});

describe('nothing is found where nothing is meant', () => {
  it.each([
    ...['', '   ', '薄肉部品の歪みを抑える加工条件', '味噌の配合と火入れ', '金型の磨き', 'ねじの転造'],
    ...['樹脂の押出成形', '陶器の焼成', '木工の接着剤', '真鍮の鋳造', '在庫管理システム', '射出成形の条件A'],
    ...[
      'inventory system',
      'stemware',
      'a sawmill',
      'ultrasonic cleaning',
      'semi-automatic press',
      'templates',
    ],
  ])('%s', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the words that matched', () => {
  it('are shown as the catalogue writes them, the longest of each kind', () => {
    expect(words('ちっぷ・こんでんさーの誘電体', 'mlcc')).toEqual(['チップコンデンサ']);
    expect(words('誘電体を焼成する', 'mlcc')).toEqual(['誘電体', '焼成']);
  });

  it('cover every word the catalogue gives to notice a family by', () => {
    const alone = [
      '積層・圧着',
      'PAN系',
      'ピッチ系',
      '水熱法',
      '固相法',
      'MLCC',
      'レジスト',
      '四塩化チタン',
      'AMR',
    ];
    for (const word of alone) expect(found(word), word).not.toEqual([]);
  });
});
