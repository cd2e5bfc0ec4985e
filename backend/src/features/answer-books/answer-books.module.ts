import { Module } from '@nestjs/common';
import { AnswerBooksController } from './answer-books.controller.ts';

@Module({ controllers: [AnswerBooksController] })
export class AnswerBooksModule {}
