export { BureauFigureEntity } from './bureau-figure.entity.ts';
export { presentBureauFigure } from './bureau-figure.presenter.ts';
export { BureauFiguresModule } from './bureau-figures.module.ts';
