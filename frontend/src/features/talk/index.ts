export { default as AnswerTalk } from './AnswerTalk.vue';
export { default as CommentArea } from './CommentArea.vue';
export { default as CommentText } from './CommentText.vue';
export { stillCalled } from './mention-text.ts';
export { useCommentLink } from './use-comment-link.ts';
