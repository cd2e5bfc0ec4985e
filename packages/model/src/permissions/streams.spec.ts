import { describe, expect, it } from '@jest/globals';
import { cast, PLAYERS, type Player } from '../../test-kit/cast.ts';
import { can } from './can.ts';
import { parseStream, streamName, streamsFor } from './streams.ts';

const joins = (name: string): Player[] => PLAYERS.filter((who) => can(cast[who], 'stream.join', name));

describe('streams', () => {
  it.each([
    ['cycle:r6', PLAYERS],
    ['cycle:r6:office', ['secretariat']],
    ['cycle:r6:committee:bousai', ['lead']],
    ['cycle:r6:committee:jinji', ['otherLead']],
    ['cycle:r6:committee:shimin', []],
    ['cycle:r6:bureau:shimin', ['bureau']],
    ['cycle:r6:bureau:bousai', []],
    ['ward:kita', ['kitaStaff', 'kitaApprover']],
    ['ward:nishi', ['nishiStaff', 'nishiApprover']],
    ['ward:shimin', ['bureau']],
    ['ward:office', ['secretariat']],
    ['ward:city', []],
    ['person:p-lead', ['lead']],
  ] as [string, Player[]][])('%s is joined by %j', (name, who) => {
    expect(joins(name)).toEqual(who);
    const stream = parseStream(name);
    expect(stream === null ? null : streamName(stream)).toBe(name);
  });

  it.each([
    '', 'cycle', 'cycle:', ':r6', 'office:r6', 'ward', 'ward:kita:office', 'cycle:r6:ward', 'cycle:r6:ward:kita', 'cycle:r6:office:x',
    'cycle:r6:committee', 'cycle:r6:committee:', 'cycle:r6:committee:a:b', 'ward:kita:committee:x', 'person:', 'cycle::office', 'toString:x',
    'cycle:r6\u0000', 'cycle:r6 ward:kita', 'cycle:r\ud800', 'cycle:*', "cycle:r6'--", 'ward:kita\n', `cycle:${'a'.repeat(65)}`,
  ])('%j is no stream and is joined by nobody', (name) => {
    expect(parseStream(name)).toBeNull();
    expect(joins(name)).toEqual([]);
  });

  it('streamsFor lists what the post in use may join, and nothing else', () => {
    expect(streamsFor(cast.lead, 'r6')).toEqual(['cycle:r6', 'cycle:r6:committee:bousai', 'person:p-lead']);
    expect(streamsFor(cast.bureau, 'r6')).toEqual(['cycle:r6', 'cycle:r6:bureau:shimin', 'ward:shimin', 'person:p-bureau']);
    expect(streamsFor(cast.secretariat, 'r6')).toEqual(['cycle:r6', 'cycle:r6:office', 'ward:office', 'person:p-secretariat']);
    expect(streamsFor(cast.kitaStaff, 'r6')).toEqual(['cycle:r6', 'ward:kita', 'person:p-kitaStaff']);
    expect(streamsFor(cast.kitaApprover, 'r6')).toEqual(['cycle:r6', 'ward:kita', 'person:p-kitaApprover']);
    expect(streamsFor(cast.viewer, 'r6')).toEqual(['cycle:r6', 'person:p-viewer']);
    for (const who of PLAYERS) {
      for (const name of streamsFor(cast[who], 'r6')) expect(can(cast[who], 'stream.join', name)).toBe(true);
    }
  });
});
