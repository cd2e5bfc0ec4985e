import type { OrganisationKind } from '@furikaeri/model';
import type { EntityManager } from '@mikro-orm/postgresql';
import { newId } from '../../platform/commands/new-id.ts';
import { OrganisationEntity } from '../accounts/index.ts';
import { keyOf } from './setup-file.ts';

/** The organisations as an import needs them: found by name, and 部会 and 局 made when a name is new. */
export class OrganisationBook {
  readonly made: string[] = [];
  private readonly fresh: OrganisationEntity[] = [];
  private constructor(private readonly all: OrganisationEntity[]) {}

  static async load(em: EntityManager): Promise<OrganisationBook> {
    return new OrganisationBook(await em.find(OrganisationEntity, {}, { orderBy: { sort: 'asc' }, disableIdentityMap: true }));
  }

  /** Ids in the official order. */
  get wardIds(): string[] {
    return this.all.filter(({ kind }) => kind === 'ward').map(({ id }) => id);
  }

  get wardKeys(): Set<string> {
    return new Set(this.all.filter(({ kind }) => kind === 'ward').map(({ name }) => keyOf(name)));
  }

  get secretariatId(): string {
    const office = this.all.find(({ kind }) => kind === 'secretariat');
    if (office === undefined) throw new Error('The house has no 事務局 yet: enter the master data first.');
    return office.id;
  }

  nameOf(id: string): string {
    return this.all.find((one) => one.id === id)?.name ?? '';
  }

  find(kind: OrganisationKind, name: string): string | null {
    return this.all.find((one) => one.kind === kind && keyOf(one.name) === keyOf(name))?.id ?? null;
  }

  findOrMake(kind: 'committee' | 'bureau', name: string): string {
    const known = this.find(kind, name);
    if (known !== null) return known;
    const sort = Math.max(0, ...this.all.filter((one) => one.kind === kind).map((one) => one.sort)) + 1;
    const organisation = { id: newId(), kind, name: name.trim(), code: null, sort, validFrom: null, validTo: null } as OrganisationEntity;
    this.all.push(organisation);
    this.fresh.push(organisation);
    this.made.push(organisation.name);
    return organisation.id;
  }

  async save(em: EntityManager): Promise<void> {
    if (this.fresh.length > 0) await em.insertMany(OrganisationEntity, this.fresh);
  }
}
