export { modelFigure } from './model-figure.ts';
export { ReviewsModule } from './reviews.module.ts';
