export { AccountsModule } from './accounts.module.ts';
export { OrganisationEntity, PersonEntity, PostEntity } from './account.entity.ts';
