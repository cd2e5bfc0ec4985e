export { useNotices } from './notices.store.ts';
