import { describe, expect, test } from '@jest/globals';
import { newCommandId } from './command-id.ts';

describe('newCommandId', () => {
  test('is a UUID of version 7', () => {
    expect(newCommandId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  test('carries the time it was made, so ids sort by time', () => {
    const id = newCommandId(1_747_700_000_123);
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(1_747_700_000_123);
  });
  test('is never the same twice in one millisecond', () => {
    expect(new Set(Array.from({ length: 100 }, () => newCommandId(5))).size).toBe(100);
  });
});
