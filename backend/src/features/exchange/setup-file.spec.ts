import { describe, expect, it } from '@jest/globals';
import { parseSetup } from './setup-file.ts';

describe('a setup file', () => {
  it('is read with its columns in any order, quotes, BOM, full-width signs and either calendar', () => {
    const text = '\uFEFFwards,code,deadline,bureau,committee\n＊,1-(1)-1,令和7年5月28日,市民局,"地域・協働部会"\n北区；西区,1-(1)-2,2025/6/2,,\n\n,"1-(1)-3a",,"福祉局",\n';
    expect(parseSetup(text)).toEqual({
      errors: [],
      rows: [
        { line: 2, code: '1-(1)-1', committee: '地域・協働部会', bureau: '市民局', wards: '*', deadline: '2025-05-28' },
        { line: 3, code: '1-(1)-2', committee: null, bureau: null, wards: ['北区', '西区'], deadline: '2025-06-02' },
        { line: 5, code: '1-(1)-3a', committee: null, bureau: '福祉局', wards: [], deadline: null },
      ],
    });
  });

  it('is refused with unknown columns', () => {
    expect(parseSetup('code,committee,bureau,wards,deadline,note\n').errors).toEqual([{ line: 1, message: expect.stringContaining('「note」') }]);
  });
});
