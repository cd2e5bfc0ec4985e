export { default as CardFindings } from './components/CardFindings.vue';
export { default as FieldFindings } from './components/FieldFindings.vue';
export { default as HomeFindings } from './components/HomeFindings.vue';
export { default as LintMark } from './components/LintMark.vue';
export { useFindings } from './lint.store.ts';
