export { AnswerBooksModule } from './answer-books.module.ts';
