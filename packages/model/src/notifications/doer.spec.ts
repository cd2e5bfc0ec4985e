import { describe, expect, it } from '@jest/globals';
import { doerName, doerWithPost } from './doer.ts';

describe('who did it', () => {
  const deputy = { name: '髙木 亮（代理 森下 浩）', post: '北区 総務課長' };
  const plain = { name: '森下 浩', post: '北区 総務課長' };
  it('as a 代理 is named with whom they act for, in the words of the reader', () => {
    expect([doerName(deputy.name, 'ja'), doerName(deputy.name, 'en')]).toEqual(['髙木 亮（代理 森下 浩）', '髙木 亮 (for 森下 浩)']);
    expect([doerWithPost(deputy, 'ja'), doerWithPost(deputy, 'en')]).toEqual(['髙木 亮（代理 森下 浩）（北区 総務課長）', '髙木 亮 (for 森下 浩, 北区 総務課長)']);
  });
  it('for themselves is named alone', () => {
    expect([doerName(plain.name, 'ja'), doerName(plain.name, 'en')]).toEqual(['森下 浩', '森下 浩']);
    expect([doerWithPost(plain, 'ja'), doerWithPost(plain, 'en')]).toEqual(['森下 浩（北区 総務課長）', '森下 浩 (北区 総務課長)']);
  });
});
