import { describe, expect, it } from '@jest/globals';
import { faultsOfTemplate, holdsVariable, HOUSE_TEXTS, LETTER_VARIABLES, MAIL_LANGUAGES, partsOfTemplate, renderTemplate, TEMPLATE_KINDS, variablesOf } from './index.ts';

const ok = { subject: '回答のお願い', body: '{{宛名}} 様\n\n{{一覧}}' };

describe('a 文面 in its pieces', () => {
  it.each([
    ['', []],
    ['そのまま', [{ text: 'そのまま' }]],
    ['{{宛名}}', [{ variable: '宛名', text: '{{宛名}}' }]],
    ['前{{ 宛名 }}後', [{ text: '前' }, { variable: '宛名', text: '{{ 宛名 }}' }, { text: '後' }]],
    ['｛｛宛名｝｝', [{ variable: '宛名', text: '｛｛宛名｝｝' }]],
    ['｛｛宛名}}', [{ variable: '宛名', text: '｛｛宛名}}' }]],
    ['{{　一覧　}}', [{ variable: '一覧', text: '{{　一覧　}}' }]],
    ['{{}}', [{ variable: '', text: '{{}}' }]],
    ['{{a{{b}}', [{ text: '{{a' }, { variable: 'b', text: '{{b}}' }]],
    ['{{a\nb}}', [{ text: '{{a\nb}}' }]],
    ['{a}', [{ text: '{a}' }]],
    ['{{a}}{{b}}', [{ variable: 'a', text: '{{a}}' }, { variable: 'b', text: '{{b}}' }]],
  ])('%j', (template, parts) => { expect(partsOfTemplate(template)).toEqual(parts); });

  it('knows which variables it holds', () => {
    expect(holdsVariable('{{宛名}} 様', '宛名')).toBe(true);
    expect(holdsVariable('宛名 様', '宛名')).toBe(false);
    expect(holdsVariable('{{所属}}', '宛名')).toBe(false);
  });
});

describe('the variables put in', () => {
  it('say where each stretch came from', () => {
    expect(renderTemplate('{{宛名}} 様、{{ 件数 }}件', { 宛名: '北野 花', 件数: '3' })).toEqual({
      text: '北野 花 様、3件',
      parts: [{ text: '北野 花', variable: '宛名' }, { text: ' 様、', variable: null }, { text: '3', variable: '件数' }, { text: '件', variable: null }],
    });
  });
  it('are never read again: a title like a variable stays that title', () => {
    expect(renderTemplate('{{一覧}}/{{宛名}}', { 一覧: '{{宛名}}', 宛名: '｛｛一覧｝｝' }).text).toBe('{{宛名}}/｛｛一覧｝｝');
  });
  it('stay as typed where there is no value, also under names that every object has', () => {
    expect(renderTemplate('{{ 電話 }} {{constructor}} {{__proto__}}', { 宛名: 'x' })).toEqual({
      text: '{{ 電話 }} {{constructor}} {{__proto__}}',
      parts: [{ text: '{{ 電話 }}', variable: null }, { text: ' ', variable: null }, { text: '{{constructor}}', variable: null }, { text: ' ', variable: null }, { text: '{{__proto__}}', variable: null }],
    });
  });
  it('may be empty', () => { expect(renderTemplate('a{{所属}}b', { 所属: '' })).toEqual({ text: 'ab', parts: [{ text: 'a', variable: null }, { text: '', variable: '所属' }, { text: 'b', variable: null }] }); });
});

describe('what is wrong with a 文面', () => {
  it.each([
    ['nothing', ok, []],
    ['an unknown variable', { ...ok, body: '{{一覧}}{{電話}}' }, [{ field: 'body', fault: 'unknown', name: '電話' }]],
    ['one that this kind has not', { ...ok, subject: '{{日数}}' }, [{ field: 'subject', fault: 'unknown', name: '日数' }]],
    ['none named', { ...ok, body: '{{一覧}}{{ }}' }, [{ field: 'body', fault: 'unknown', name: '' }]],
    ['the list in the subject', { ...ok, subject: '{{一覧}}' }, [{ field: 'subject', fault: 'not_in_subject', name: '一覧' }]],
    ['the link in the subject', { ...ok, subject: '{{画面}}' }, [{ field: 'subject', fault: 'not_in_subject', name: '画面' }]],
    ['no list', { ...ok, body: '{{画面}} 一覧' }, [{ field: 'body', fault: 'list_missing', name: '一覧' }]],
    ['braces left open', { ...ok, body: '{{一覧}} {{宛名' }, [{ field: 'body', fault: 'stray_braces', name: '{{' }]],
    ['braces closed twice', { ...ok, body: '{{一覧}}}} {{宛名}}' }, [{ field: 'body', fault: 'stray_braces', name: '}}' }]],
    ['wide braces left open', { ...ok, subject: '｛｛宛名' }, [{ field: 'subject', fault: 'stray_braces', name: '｛｛' }]],
    ['wide braces closed', { ...ok, subject: '宛名｝｝' }, [{ field: 'subject', fault: 'stray_braces', name: '｝｝' }]],
    ['the same twice', { subject: '{{x}}', body: '{{x}}{{x}}{{y}}' }, [
      { field: 'subject', fault: 'unknown', name: 'x' }, { field: 'body', fault: 'unknown', name: 'x' }, { field: 'body', fault: 'unknown', name: 'y' }, { field: 'body', fault: 'list_missing', name: '一覧' },
    ]],
    ['the list twice, which would make a mail without end', { subject: 'お願い', body: '{{一覧}}\n{{ 一覧 }}\n{{画面}}' }, [{ field: 'body', fault: 'repeated', name: '一覧' }]],
    ['the same words as two faults', { subject: '{{一覧}}', body: '' }, [{ field: 'subject', fault: 'not_in_subject', name: '一覧' }, { field: 'body', fault: 'list_missing', name: '一覧' }]],
  ] as const)('%s', (_what, words, faults) => { expect(faultsOfTemplate('owed_after', words)).toEqual(faults); });
});

describe('the variables of each kind', () => {
  it.each([
    ['owed_before', '宛名 所属 年度 件数 期限 残り 状況 一覧 画面 差出人'], ['owed_after', '宛名 所属 年度 件数 期限 残り 状況 一覧 画面 差出人'],
    ['nudge', '宛名 所属 年度 件数 期限 残り 状況 一覧 画面 差出人'], ['review_before', '宛名 所属 年度 件数 期限 残り 状況 一覧 画面 差出人'],
    ['review_after', '宛名 所属 年度 件数 期限 残り 状況 一覧 画面 差出人'], ['copy', '宛名 所属 年度 件数 期限 残り 状況 区 一覧 画面 差出人'],
    ['call', '宛名 所属 年度 件数 期限 残り 状況 区 一覧 画面 差出人'], ['waiting', '宛名 所属 年度 件数 区 日数 一覧 画面 差出人'], ['notice', '宛名 所属 件数 一覧 画面 差出人'],
  ] as const)('%s', (kind, names) => {
    const variables = variablesOf(kind);
    expect(variables.map(({ name }) => name).join(' ')).toBe(names);
    expect(variables.filter(({ required }) => required).map(({ name }) => name)).toEqual(['一覧']);
    expect(variables.filter(({ isBlock }) => isBlock).map(({ name }) => name)).toEqual(['一覧', '画面']);
    for (const { means, example } of variables) for (const language of MAIL_LANGUAGES) expect([means[language], example[language]].every((words) => words.length > 0)).toBe(true);
  });
  it('are listed one row each', () => {
    expect(LETTER_VARIABLES).toHaveLength(TEMPLATE_KINDS.reduce((sum, kind) => sum + variablesOf(kind).length, 0));
    expect(LETTER_VARIABLES[0]).toMatchObject({ kind: 'owed_before', name: '宛名' });
  });
});

describe('the texts that the product brings', () => {
  it.each(MAIL_LANGUAGES.flatMap((language) => TEMPLATE_KINDS.map((kind) => [language, kind] as const)))('%s %s can be sent, greets, links and signs', (language, kind) => {
    const words = HOUSE_TEXTS[language][kind];
    expect(faultsOfTemplate(kind, words)).toEqual([]);
    for (const name of ['宛名', '件数', '画面', '差出人']) expect(holdsVariable(words.subject + words.body, name)).toBe(true);
    expect(words.subject + words.body).not.toContain('督促');
  });
  it('have the subjects that the field knows', () => {
    const { ja } = HOUSE_TEXTS;
    expect([ja.owed_before.subject, ja.owed_after.subject]).toEqual(['回答期限のお知らせ', '回答のお願い（期限を過ぎています）']);
    expect(renderTemplate(ja.nudge.subject, { 状況: '期限を過ぎています' }).text).toBe(ja.owed_after.subject);
    expect(new Set(TEMPLATE_KINDS.map((kind) => ja[kind].subject)).size).toBe(TEMPLATE_KINDS.length);
  });
  it.each([
    ['owed_after', true, 'このメールは自動で送られています'], ['nudge', true, '差出人'], ['call', false, 'このメールは自動で送られています'], ['waiting', false, 'このメールは自動で送られています'], ['notice', false, 'このメールは自動で送られています'],
  ] as const)('%s asks to excuse what crossed on its way: %s', (kind, crossed, signature) => {
    expect(HOUSE_TEXTS.ja[kind].body.includes('行き違い')).toBe(crossed);
    expect(HOUSE_TEXTS.en[kind].body.includes('please excuse')).toBe(crossed);
    expect(HOUSE_TEXTS.ja[kind].body).toContain(signature);
    expect(HOUSE_TEXTS.ja.nudge.body).not.toContain('自動で');
  });
});
