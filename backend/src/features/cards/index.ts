export { CardEntity, CardTextEntity } from './card.entity.ts';
export { cardFacts } from './card.facts.ts';
export { presentCard, presentText } from './card.presenter.ts';
export { computeFigure, computeStrip } from './figure.ts';
export { presentIndicator } from './indicator.presenter.ts';
export { lockCard, type LockedCard } from './lock-card.ts';
export { refreshCard, refreshCardWith, wardOrder } from './refresh-card.ts';
export { CardsModule } from './cards.module.ts';
