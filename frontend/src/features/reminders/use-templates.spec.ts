import { HOUSE_TEXTS } from '@furikaeri/model';
import type { MailLanguage, TemplateKind } from '@furikaeri/model';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { effectScope, reactive } from 'vue';
import { transport } from '../../shared/commands/index.ts';
import { useTemplates } from './composables/use-templates.ts';
import { canBeSaved, houseText, renderExample, sameWords } from './template-drafts.ts';

const house = (kind: TemplateKind, language: MailLanguage = 'ja', version = 0): object => ({ ...HOUSE_TEXTS[language][kind], kind, language, version, note: '', by: null, at: null });
const words = HOUSE_TEXTS.ja.nudge;

describe('words of a 文面', () => {
  test('the product’s own can be saved in every kind; an unknown variable, no list and nothing at all cannot', () => {
    for (const language of ['ja', 'en'] as const) for (const [kind, text] of Object.entries(HOUSE_TEXTS[language])) expect([kind, canBeSaved(kind as TemplateKind, text)]).toEqual([kind, true]);
    expect(canBeSaved('nudge', { ...words, body: `${words.body}{{天気}}` })).toBe(false);
    expect(canBeSaved('nudge', { ...words, body: 'お願いします。' })).toBe(false);
    expect(canBeSaved('nudge', { ...words, subject: ' ' })).toBe(false);
    expect(canBeSaved('nudge', { ...words, subject: 'あ'.repeat(201) })).toBe(false);
  });
  test('the preview holds an example in place of each variable, marked as such', () => {
    const { subject, body } = renderExample('nudge', 'ja', { subject: '{{件数}}件のお願い', body: '{{宛名}} 様' });
    expect(subject).toEqual([{ text: '2', variable: '件数' }, { text: '件のお願い', variable: null }]);
    expect(body[0]?.variable).toBe('宛名');
    expect(body[0]?.text).not.toContain('{{');
  });
  test('the preview of each kind has the example of that kind', () => {
    const said = (kind: TemplateKind): string => renderExample(kind, 'ja', HOUSE_TEXTS.ja[kind]).body.map(({ text }) => text).join('');
    expect([said('owed_before').includes('残り3営業日'), said('owed_after').includes('残り3営業日')]).toEqual([true, false]);
    expect([said('call').includes('北野 花'), said('waiting').includes('大野 恵 様')]).toEqual([false, true]);
  });
  test('a space at the end is no change', () => { expect(sameWords(words, { ...words, body: `${words.body}\n` })).toBe(true); });
  test('the product’s own text ends the history', () => { expect(houseText([house('nudge', 'ja', 1), house('nudge')] as never)?.version).toBe(0); });
});

describe('文面 on the screen', () => {
  const original = { ...transport };
  let scope: ReturnType<typeof effectScope>;
  let sent: Record<string, unknown>[];
  let onSave: () => { status?: number; body: unknown };
  let listed: object[];
  const place = reactive<{ kind: TemplateKind; language: MailLanguage }>({ kind: 'nudge', language: 'ja' });

  beforeEach(() => {
    scope = effectScope();
    sent = [];
    Object.assign(place, { kind: 'nudge', language: 'ja' });
    listed = [house('nudge'), house('nudge', 'en'), house('copy')];
    transport.fetch = async (path, init) => {
      if (init.body != null) { sent.push(JSON.parse(String(init.body)) as Record<string, unknown>); const { status = 200, body } = onSave(); return Response.json(body, { status }); }
      return Response.json(path === '/api/mail-templates' ? { templates: listed, variables: [] } : { versions: [house('nudge')] });
    };
  });
  afterEach(() => { scope.stop(); Object.assign(transport, original); });
  async function begin(): Promise<ReturnType<typeof useTemplates>> {
    const templates = scope.run(() => useTemplates(() => ({ ...place }))) as ReturnType<typeof useTemplates>;
    await templates.load();
    return templates;
  }

  test('what is changed in one is kept while one looks at another', async () => {
    const templates = await begin();
    templates.change({ subject: '別の件名' });
    place.kind = 'copy';
    expect([templates.isDirty.value, [...templates.dirtyKeys.value]]).toEqual([false, ['nudge ja']]);
    place.kind = 'nudge';
    expect(templates.draft.value?.subject).toBe('別の件名');
    templates.reset();
    expect([templates.isDirty.value, templates.draft.value?.subject]).toEqual([false, words.subject]);
  });
  test('is saved with its reason against the version that was read, and said to be saved after that', async () => {
    const templates = await begin();
    onSave = () => ({ body: { ...house('nudge', 'ja', 1), subject: '別の件名' } });
    templates.change({ subject: '別の件名', note: '短くした' });
    expect(templates.savedKey.value).toBeNull();
    expect(await templates.save()).toBe(true);
    expect(sent[0]).toMatchObject({ expectedVersion: 0, note: '短くした', subject: '別の件名', body: words.body });
    expect([templates.savedKey.value, templates.isDirty.value, templates.standing.value?.version]).toEqual(['nudge ja', false, 1]);
  });
  test('what is typed while it is being saved is not lost', async () => {
    const templates = await begin();
    onSave = () => ({ body: { ...house('nudge', 'ja', 1), subject: '別の件名' } });
    templates.change({ subject: '別の件名' });
    const saving = templates.save();
    templates.change({ subject: '別の件名です' });
    await saving;
    expect([templates.draft.value?.subject, templates.isDirty.value]).toEqual(['別の件名です', true]);
  });
  test('saved by somebody else first: their words stand beside one’s own', async () => {
    const templates = await begin();
    onSave = () => ({ status: 409, body: { type: 'x', code: 'template/changed-meanwhile', title: 'x', status: 409 } });
    templates.change({ subject: '私の件名' });
    listed = [{ ...house('nudge', 'ja', 5), subject: 'ほかの人の件名' }];
    expect(await templates.save()).toBe(false);
    expect([templates.theirs.value?.subject, templates.draft.value?.subject]).toEqual(['ほかの人の件名', '私の件名']);
    templates.settle('mine');
    expect([templates.standing.value?.version, templates.draft.value?.subject, templates.isDirty.value]).toEqual([5, '私の件名', true]);
  });
  test('an old version is taken up by saving its words', async () => {
    const templates = await begin();
    templates.takeUp({ subject: '昔の件名', body: words.body }, '第1版に戻す');
    expect(templates.draft.value).toEqual({ subject: '昔の件名', body: words.body, note: '第1版に戻す' });
    expect(templates.isDirty.value).toBe(true);
  });
});
