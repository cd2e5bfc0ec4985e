export { newCommandId } from './command-id.ts';
export { OfflineError, ProblemError, isProblem } from './problem-error.ts';
export { ask, download, send, upload } from './send.ts';
export { transport } from './request.ts';
