export { commentsOnCard } from './queries/comments-on-card.ts';
export { CommentsModule } from './comments.module.ts';
