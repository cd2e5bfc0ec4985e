export * from './marks.ts';
export * from './search-text.ts';
export * from './sentences.ts';
export * from './values.ts';
