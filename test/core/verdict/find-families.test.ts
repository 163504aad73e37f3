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

describe('what a small maker says of its work finds the family', () => {
  it.each<[string, readonly string[]]>([
    [
      'mlcc',
      [
        '積セラの電極を刷る版',
        'コンデンサのシートを何百枚も重ねて押す型',
        'セラミックのシートをミクロンで薄く延ばすこつ',
      ],
    ],
    [
      'saw-baw-filter',
      ['携帯電話のフィルタ用の板の研磨', 'LiTaO3の薄いウェーハの切断', 'スマホのフィルターのふたの接合'],
    ],
    [
      'electrolytic-copper-foil',
      ['チタンドラムの研磨', 'ドラムに付けた銅をはがして巻き取る', '電池向けの薄い銅の箔'],
    ],
    [
      'dielectric-film',
      ['コンデンサに巻くフィルムの切断', 'フィルムに電極を蒸着する', 'ポリプロピレンを薄く延伸する条件'],
    ],
    [
      'barium-titanate',
      [
        'コンデンサの原料になる粉を細かく砕く',
        'チタバリの粒をそろえる',
        '炭酸バリウムと酸化チタンを混ぜて焼く',
      ],
    ],
    [
      'carbon-fiber',
      ['アクリルの糸を蒸し焼きにする炉', '炭素繊維のもとになる糸の油剤', 'カーボンの糸を巻く機械'],
    ],
    [
      'silicon-carbide-fiber',
      ['航空エンジンに使うセラミックの糸', 'SiCの糸を焼く炉', 'ポリカルボシランを糸に引く'],
    ],
    ['photoresist', ['半導体に塗る感光液の原料', 'レジストのモノマーを蒸留する', 'EUV向けの樹脂のろ過']],
    [
      'nonferrous-target',
      [
        '銅の純度を上げる溶解',
        'スパッタで使う金属のターゲットを削る',
        '薄膜を付ける装置のターゲット材のろう付け',
      ],
    ],
    [
      'sem-tem',
      ['電子顕微鏡の中で試料を動かす台', '電子銃の部品の放電加工', '電子線を絞るレンズの磁極の加工'],
    ],
    ['magnetic-sensor', ['磁石の角度を測る部品', '車の電流センサーの組立て', '地磁気を測る小さな素子']],
    [
      'titanium-sponge',
      ['スポンジ状のチタンを砕く', 'チタンを鉱石から取り出す', '四塩化チタンをマグネシウムで還元する'],
    ],
    [
      'electrode-binder',
      ['電池の電極の粉を固めるのり', '負極に使うゴムの糊の配合', 'リチウム電池の接着剤の合成'],
    ],
    [
      'solid-electrolyte',
      ['燃えない固体の電池に使う硫化物の電解質', '硫化リチウムの粉をつくる', '液を使わない電池のプレス'],
    ],
    [
      'separator-equipment',
      [
        'リチウムイオン電池のセパレーターを巻く機械',
        '電池の仕切りの膜を延ばすロール',
        'フィルムを縦横に延ばす延伸機のクリップ',
      ],
    ],
  ])('%s', (family, descriptions) => {
    for (const text of descriptions) expect(found(text)[0], text).toBe(family);
  });
});

describe('what touches several is offered with all of them', () => {
  it.each([
    ['コンデンサの作り方', ['mlcc', 'dielectric-film']],
    ['誘電体の原料粉の焼成', ['barium-titanate', 'mlcc']],
    ['チップコンデンサ', ['mlcc']],
    ['フィルムコンデンサ', ['dielectric-film']],
    ['CMC', ['silicon-carbide-fiber']],
    ['電池のCMC', ['electrode-binder']],
    ['燃料電池の電極に使うバインダーと電池のセパレーター', ['electrode-binder']],
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

describe('ordinary trades that use the same words are left in peace', () => {
  it.each([
    ...[
      'チタンの切削',
      '電極用の銅タングステンの放電加工',
      '半導体製造装置向けの非鉄の切削',
      'CFRPの穴あけ加工',
    ],
    ...['PVDFの継手の切削', 'リーマと電極のリサイクル', 'ねじのピッチ系列の転造', 'アルミナの高純度品の研削'],
    ...[
      '溶接のスパッタを減らす条件',
      '板金の曲げとスパッタ取り',
      'サブマージアーク溶接（SAW）',
      '電子ビーム溶接の電子銃',
    ],
    ...[
      'プレスで抜くブレーキのバッキングプレート',
      '燃料電池のセパレーターのプレス',
      '軸受のセパレーターの製造',
    ],
    ...[
      '電解銅めっきの液の管理',
      '樹脂めっきの粗化処理',
      'プリント基板の銅めっき',
      'めっき皮膜を電子顕微鏡で観察',
    ],
    ...[
      'めっきレジストの印刷',
      'ソルダーレジストの塗布',
      'SEMで不良を観察する手順',
      '刃物へのスパッタリングのコーティング',
    ],
    ...[
      '食品の増粘剤のカルボキシメチルセルロース',
      'ハムの結着剤の配合',
      '電解質の粉末飲料',
      '食品用の蒸着フィルムの袋',
    ],
    ...[
      'OPPフィルムの袋への印刷',
      '製版に使う感光性樹脂',
      '印刷のレジスト合わせ',
      'ラベルの離型紙（セパレーター）',
    ],
    ...['合板の積層と圧着', '木炭の炭化', '家具の塗装とコーティング', '防草のグリーンシート'],
    ...[
      'ソフトの脱炭素化の計算',
      '検索広告（SEM）の運用',
      'STEM教育の教材',
      '通信フィルタリングのソフト',
      '搬送ロボット（AMR）',
    ],
    ...[
      '若い世代をターゲットにした商品企画',
      '保護フィルムの貼り付け',
      '工具のコーティング',
      '油水セパレーターの機械の修理',
    ],
    ...['基板へのコンデンサのはんだ付け', '空調機のコンデンサの洗浄', '金属粉末の射出成形の脱バインダ'],
    ...[
      '断熱材のセラミック繊維の裁断',
      '鋳鉄の黒鉛化の熱処理',
      '光学レンズの収差補正',
      '鋼の硫化物系の介在物',
    ],
    ...['地盤の弾性波の調査', '原子炉（SMR）の配管の溶接', '織物のサイジング', '鍛造品の結晶組織の制御'],
    ...[
      'a band saw blade',
      'parts that resist heat',
      'valve stem machining',
      'decarbonisation plans',
      'welding spatter',
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
      'PAN系',
      '水熱法',
      '固相法',
      'MLCC',
      'レジスト',
      'PVDF',
      '四塩化チタン',
      'GMR',
      'SEM',
      'CMC',
    ];
    for (const word of alone) expect(found(word), word).not.toEqual([]);
  });
});
