export * from './marks.ts';
export * from './sentences.ts';
export * from './values.ts';
