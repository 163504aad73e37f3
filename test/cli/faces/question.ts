import type { ChooseView } from '../../../src/interview/face.ts';

export const option = (id: string, label: string, typed: string) => ({ id, label, typed: typed.split(' ') });

export const QUESTION: ChooseView = {
  header: '社内のルール  質問 3/12  あと約9分  保存済み',
  heading: null,
  title: '図面を社外へ持ち出す時の決まりがありますか',
  body: ['はいの目安：誰が、何を、どの方法で持ち出してよいかが紙にある。'],
  options: [
    option('yes', 'はい', 'はい y'),
    option('partial', '一部', '一部 いちぶ'),
    option('no', 'いいえ', 'いいえ'),
    option('unknown', 'わからない', 'わからない 分からない'),
    option('later', '後で答える', '後で あとで'),
    option('notApplicable', '当てはまらない', '当てはまらない あてはまらない'),
  ],
  selected: [],
  commands: ['details', 'back', 'note', 'menu', 'leave'],
  several: null,
};
