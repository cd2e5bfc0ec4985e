import { describe, expect, it } from '@jest/globals';
import { standing, type Standing } from './standing.ts';

/** Golden Week 2025. */
const CLOSED = new Set(['2025-04-29', '2025-05-05', '2025-05-06']);

describe('how things stand with a deadline', () => {
  it.each<[string, string, string, Standing['kind'], number]>([
    ['the day before', '2025-05-16', '2025-05-15', 'left', 1],
    ['the Friday before a Monday', '2025-05-19', '2025-05-16', 'left', 1],
    ['the Sunday before a Monday', '2025-05-19', '2025-05-18', 'left', 1],
    ['its own day', '2025-05-16', '2025-05-16', 'today', 0],
    ['the Saturday after it', '2025-05-16', '2025-05-17', 'late', 0],
    ['the Sunday after it', '2025-05-16', '2025-05-18', 'late', 0],
    ['the Monday after it', '2025-05-16', '2025-05-19', 'late', 1],
    ['a week after it', '2025-05-16', '2025-05-23', 'late', 5],
    ['the last open day before Golden Week, due after it', '2025-05-07', '2025-05-02', 'left', 1],
    ['a holiday of Golden Week, due after it', '2025-05-07', '2025-05-05', 'left', 1],
    ['a holiday of Golden Week, due before it', '2025-05-02', '2025-05-06', 'late', 0],
    ['the first open day after Golden Week, due before it', '2025-05-02', '2025-05-07', 'late', 1],
    ['its own day, a holiday', '2025-05-05', '2025-05-05', 'today', 0],
    ['the day before a deadline on a holiday', '2025-05-06', '2025-05-05', 'left', 0],
    ['the last open day before a deadline on a holiday', '2025-05-06', '2025-05-02', 'left', 0],
    ['the holiday after a deadline on a holiday', '2025-05-05', '2025-05-06', 'late', 0],
    ['the open day after a deadline on a holiday', '2025-05-06', '2025-05-07', 'late', 1],
  ])('on %s', (_, deadline, today, kind, days) => {
    expect(standing(deadline, today, CLOSED)).toEqual({ kind, days });
  });
});
