export * from './kinds.ts';
export * from './variables.ts';
export * from './template.ts';
export * from './sections.ts';
export * from './house-texts.ts';
