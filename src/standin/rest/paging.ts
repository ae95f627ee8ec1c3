import { ok, type Reply } from '../api/reply.ts';
import type { Call } from './call.ts';

/** GitHub gives 30 of a list unless told otherwise, and never more than 100. */
const usual = 30;
const most = 100;

export interface Page<T> {
  items: T[];
  headers: Record<string, string>;
}

/** The page of a list that a call asks for, with the `Link` header to the other pages. */
export function pageOf<T>(call: Call, all: readonly T[]): Page<T> {
  const asked = call.values['per_page'];
  const size = Math.min(most, Math.max(1, typeof asked === 'number' ? asked : usual));
  const page = Math.max(1, typeof call.values['page'] === 'number' ? call.values['page'] : 1);
  const last = Math.max(1, Math.ceil(all.length / size));
  const link = (to: number, rel: string) => {
    const url = new URL(call.url);
    url.searchParams.set('page', String(to));
    return `<${url.href}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(Math.min(page - 1, last), 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return {
    items: all.slice((page - 1) * size, page * size),
    headers: links.length > 0 ? { link: links.join(', ') } : {},
  };
}

/** A page of a list, as its own answer. */
export function paged<T>(call: Call, all: readonly T[], shape: (item: T) => unknown): Reply {
  const page = pageOf(call, all);
  return ok(page.items.map(shape), page.headers);
}
