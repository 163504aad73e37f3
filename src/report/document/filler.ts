import type { RoleTexts } from '../../model/catalog-texts.ts';

/**
 * Words a post or a department is made of. What consists of them alone names nobody: 「山田部長」 does not, and stays off
 * pages that are passed around.
 */
const POST_WORDS: readonly string[] = [
  ...[
    '代表',
    '取締役',
    '執行役員',
    '社長',
    '会長',
    '専務',
    '常務',
    '役員',
    '監査役',
    '顧問',
    '工場',
    '本社',
    '支店',
    '営業所',
  ],
  ...[
    '経営',
    '企画',
    '管理',
    '総務',
    '人事',
    '労務',
    '経理',
    '財務',
    '法務',
    '知的財産',
    '知財',
    '内部監査',
    '広報',
  ],
  ...[
    '製造',
    '生産',
    '技術',
    '設計',
    '開発',
    '研究',
    '研究所',
    '品質',
    '保証',
    '検査',
    '設備',
    '保全',
    '安全',
    '環境',
  ],
  ...[
    '営業',
    '販売',
    '購買',
    '調達',
    '資材',
    '外注',
    '物流',
    '海外',
    '国際',
    '貿易',
    '輸出',
    '情報',
    'システム',
    '事業',
  ],
  ...[
    'パソコン',
    'ネット',
    'IT',
    '第一',
    '第二',
    '第三',
    '部門',
    '本部',
    '部',
    '課',
    '室',
    '係',
    '班',
    '長',
    '次長',
    '副',
    '代理',
  ],
  ...['補佐', '主任', '主幹', '責任者', '担当者', '担当', '事務局', '委員会', 'の', 'と', '・', '兼'],
  ...[
    'president',
    'vice',
    'chief',
    'executive',
    'operating',
    'technology',
    'technical',
    'information',
    'officer',
    'ceo',
  ],
  ...[
    'coo',
    'cto',
    'cio',
    'cfo',
    'director',
    'managing',
    'general',
    'affairs',
    'head',
    'manager',
    'section',
    'department',
  ],
  ...[
    'plant',
    'factory',
    'office',
    'production',
    'manufacturing',
    'engineering',
    'design',
    'quality',
    'sales',
    'purchasing',
  ],
  ...[
    'outsourcing',
    'overseas',
    'export',
    'legal',
    'property',
    'intellectual',
    'personnel',
    'human',
    'resources',
    'finance',
  ],
  ...[
    'accounting',
    'it',
    'computers',
    'network',
    'planning',
    'research',
    'development',
    'person',
    'lead',
    'in',
    'charge',
  ],
  ...['of', 'and', 'the', 'for', 'deputy', 'assistant'],
].sort((a, b) => b.length - a.length);

const POST = new RegExp(`^(?:(?:${POST_WORDS.join('|')})[\\s　,&/-]*)+$`, 'i');

/** Whether these words name a post or a department and no person. */
export const isPost = (by: string): boolean => by.length <= 40 && POST.test(by.trim());

/** What says only that somebody answers for something, not for what. */
const OFFICE =
  /責任者|担当者?|代表|取締役|部門|[部課室係]長?|次?長$|の|と|\b(?:head|manager|officer|director|lead|person|in charge|of|and|the)\b/gi;

const fieldsOf = (title: string): readonly string[] =>
  title
    .toLowerCase()
    .replace(OFFICE, ' ')
    .split(/[\s　・,/&-]+/)
    .filter((word) => word !== '');

/** Whether whoever filled in (a post) is the one a role stands for: 総務課長 for 総務の担当, 社長 for 社長. */
export function hasRole(by: string, { title }: Pick<RoleTexts, 'title'>): boolean {
  if (!isPost(by)) return false;
  if (by.trim().toLowerCase() === title.toLowerCase()) return true;
  const own = fieldsOf(by);
  const asked = fieldsOf(title);
  return own.length > 0 && own.every((word) => asked.includes(word));
}
