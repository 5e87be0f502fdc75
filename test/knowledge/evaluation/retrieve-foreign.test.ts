import { describe, expect, it } from 'vitest';
import { ForeignRetriever } from '../../../knowledge/evaluation/retrieve-foreign.ts';
import { FakeEmbedder } from '../fake-embedder.ts';

const PASSAGES = [
  { id: 'leave', lang: 'vi', text: 'Tôi được nghỉ phép bao nhiêu ngày trong một năm?' },
  { id: 'hurt', lang: 'vi', text: 'Tôi bị thương khi làm việc thì phải làm gì?' },
  { id: 'card', lang: 'ja', text: '在留カードをなくしました。', title: '在留カード' },
  { id: 'wage', lang: 'sw', text: 'Mshahara wangu haujalipwa mwezi huu.' },
];

describe('retrieval over foreign passages', () => {
  it.each(['hybrid', 'dense', 'words'] as const)('finds by %s, best first, at most k', async (mode) => {
    const retriever = await ForeignRetriever.build(PASSAGES, { mode, embedder: new FakeEmbedder() });
    const hits = await retriever.search({ id: 1, lang: 'vi', text: 'nghỉ phép bao nhiêu ngày' }, 2);
    expect(hits).toHaveLength(2);
    expect(hits[0]?.id).toBe('leave');
    expect(hits[0]?.score).toBeGreaterThanOrEqual(hits[1]?.score ?? 1);
  });

  it.each([
    ['vi', 'bi thuong khi lam viec', 'hurt'],
    ['ja', 'ざいりゅうかーど なくした', 'card'],
    ['sw', 'mshahara haujalipwa', 'wage'],
  ])(
    'finds what is typed without marks, in kana, or in a language that is not ours (%s)',
    async (lang, text, id) => {
      const retriever = await ForeignRetriever.build(PASSAGES, {
        mode: 'hybrid',
        embedder: new FakeEmbedder(),
      });
      expect((await retriever.search({ id: 1, lang, text }, 1))[0]?.id).toBe(id);
    },
  );

  it('goes by words when the embedder is away', async () => {
    const embedder = new FakeEmbedder();
    embedder.broken = 'gone';
    const retriever = await ForeignRetriever.build(PASSAGES, { mode: 'hybrid', embedder });
    expect((await retriever.search({ id: 1, lang: 'vi', text: 'nghi phep' }, 1))[0]?.id).toBe('leave');
  });

  it('has nothing to say about nothing', async () => {
    const retriever = await ForeignRetriever.build([], { mode: 'hybrid', embedder: new FakeEmbedder() });
    expect(await retriever.search({ id: 1, lang: 'en', text: 'anything' }, 5)).toEqual([]);
  });
});
