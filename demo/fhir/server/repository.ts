import type { SearchRequest, WithId } from '@medplum/core';
import type { Bundle, BundleEntry, OperationOutcome, Resource } from '@medplum/fhirtypes';
import type { CreateResourceOptions, UpdateResourceOptions } from '@medplum/fhir-router';
import { type Actor, mayRead, mayWrite } from './access.js';
import {
  allOk,
  badRequest,
  created,
  forbidden,
  getExtraEntries,
  gone,
  matchesSearchRequest,
  MemoryRepository,
  multipleMatches,
  notFound,
  OperationOutcomeError,
  pathOf,
} from './engine.js';
import { copyRecords, type Kept, type Records, restoreRecords } from './records.js';
import { sortResources } from './sorting.js';
import { checkResource } from './validation.js';

/** How many matches one page has, unless asked for fewer, and at most. */
const PAGE = 20;
const LARGEST_PAGE = 200;

/**
 * The records as one actor sees them: what they may not read is not there. Made anew for every request, which the
 * server handles one at a time, so that nothing happens between a look and the write that follows it.
 */
export class Repository extends MemoryRepository {
  constructor(
    private readonly records: Records,
    private readonly actor: Actor,
  ) {
    super();
    // The engine keeps its maps to itself; these are the server's.
    Object.assign(this, { resources: records.resources, history: records.history });
  }

  override async createResource<T extends Resource>(
    resource: T,
    options?: CreateResourceOptions,
    update = false,
  ): Promise<WithId<T>> {
    // Ids of new resources are given by the server.
    const checked = update || options?.assignedId ? resource : { ...resource, id: undefined };
    checkResource(checked);
    if (!mayWrite(this.actor, checked, this.#find(resource.resourceType, resource.id))) refuse(forbidden);
    const kept = await super.createResource(checked, options, update);
    this.records.written.push(kept);
    return kept;
  }

  override async updateResource<T extends Resource>(
    resource: T,
    options?: UpdateResourceOptions,
  ): Promise<WithId<T>> {
    await this.readResource(resource.resourceType, resource.id ?? '');
    return super.updateResource(resource, options);
  }

  override async conditionalCreate<T extends Resource>(
    resource: T,
    search: SearchRequest<T>,
    options?: CreateResourceOptions,
  ): Promise<{ resource: WithId<T>; outcome: OperationOutcome }> {
    const [found, second] = this.#matches({ ...search, sortRules: undefined });
    if (second) refuse(multipleMatches);
    if (found) return { resource: structuredClone(found) as WithId<T>, outcome: allOk };
    return { resource: await this.createResource(resource, options), outcome: created };
  }

  override async readResource<T extends Resource>(type: string, id: string): Promise<T> {
    const resource = this.#find(type, id);
    if (resource && mayRead(this.actor, resource)) return structuredClone(resource) as unknown as T;
    const before = this.records.gone.get(`${type}/${id}`);
    return refuse(before && mayRead(this.actor, before) ? gone : notFound);
  }

  override async readHistory<T extends Resource>(type: string, id: string): Promise<Bundle<T>> {
    await this.readResource(type, id);
    const versions = [...(this.records.history.get(type)?.get(id) ?? [])].reverse();
    return {
      resourceType: 'Bundle',
      type: 'history',
      total: versions.length,
      entry: versions.map((version) => ({ resource: structuredClone(version) as unknown as T })),
    };
  }

  override async deleteResource(type: string, id: string, options?: UpdateResourceOptions): Promise<void> {
    const resource = await this.readResource<Kept>(type, id);
    if (this.actor.patients) refuse(forbidden);
    await super.deleteResource(type, id, options);
    this.records.gone.set(`${type}/${id}`, resource);
  }

  override async search<T extends Resource>(request: SearchRequest<T>): Promise<Bundle<WithId<T>>> {
    const matches = sortResources(this.#matches(request), request.sortRules);
    const { offset = 0 } = request;
    const count = Math.min(request.count ?? PAGE, LARGEST_PAGE);
    const page = matches.slice(offset, offset + count).map((resource) => structuredClone(resource) as WithId<T>);
    const entry: BundleEntry<WithId<T>>[] = page.map((resource) => ({ resource, search: { mode: 'match' } }));
    if (request.include ?? request.revInclude) await getExtraEntries(this, request, page, entry as BundleEntry[]);
    return {
      resourceType: 'Bundle',
      type: 'searchset',
      total: matches.length,
      // Its address is completed by whoever knows what was asked.
      link: offset + count < matches.length && count > 0 ? [{ relation: 'next', url: String(offset + count) }] : [],
      ...(entry.length > 0 && { entry }),
    };
  }

  /** For the engine's own look-ups, such as of what a search is to include: all there is, however many. */
  override async searchResources<T extends Resource>(request: SearchRequest<T>): Promise<WithId<T>[]> {
    return this.#matches(request).map((resource) => structuredClone(resource) as WithId<T>);
  }

  override async withTransaction<Answer>(callback: (repository: this) => Promise<Answer>): Promise<Answer> {
    const before = copyRecords(this.records);
    try {
      return await callback(this);
    } catch (error) {
      restoreRecords(this.records, before);
      throw error;
    }
  }

  #find(type: string, id: string | undefined): Kept | undefined {
    return this.records.resources.get(type)?.get(id ?? '');
  }

  #matches(request: SearchRequest): Kept[] {
    const { resourceType: type, filters = [] } = request;
    for (const { code } of filters) {
      if (pathOf(type, code) === undefined) refuse(badRequest(`Unknown search parameter: ${code}`));
    }
    const all = [...(this.records.resources.get(type)?.values() ?? [])];
    return all.filter((resource) => matchesSearchRequest(resource, request) && mayRead(this.actor, resource));
  }
}

function refuse(outcome: OperationOutcome): never {
  throw new OperationOutcomeError(outcome);
}
