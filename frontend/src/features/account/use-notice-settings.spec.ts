import { DEFAULT_QUIET } from '@furikaeri/model';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createPinia, setActivePinia } from 'pinia';
import { transport } from '../../shared/commands/index.ts';
import { useNoticeSettings } from './composables/use-notice-settings.ts';

const original = { ...transport };
const known = { settings: { language: 'ja', quiet: DEFAULT_QUIET, channels: {} }, version: 1 };
let saves: number;
beforeEach(() => {
  setActivePinia(createPinia());
  saves = 0;
  transport.fetch = async (_, { method }) => {
    if (method !== undefined && method !== 'GET') saves += 1;
    return Response.json(known);
  };
});
afterEach(() => { Object.assign(transport, original); });

describe('通知しない時間帯 as typed', () => {
  test.each([['an emptied time', { from: '' }, 'empty'], ['equal times', { from: '12:00', to: '12:00' }, 'equal']])('%s is a change that is not saved before it is mended', async (_, typed, fault) => {
    const settings = useNoticeSettings();
    await settings.load();
    settings.setQuiet(typed);
    await settings.save();
    expect([settings.quietFault.value, settings.isChanged.value, settings.savedAt.value, saves]).toEqual([fault, true, null, 0]);
    settings.setQuiet({ from: '18:00', to: '08:00' });
    await settings.save();
    expect([settings.quietFault.value, saves]).toEqual([null, 1]);
  });
});
