import type { Content, Item, Module } from './content.ts';

/** One place up or down; the ends stay where they are. */
export function moved<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  by: 'up' | 'down',
): readonly T[] {
  const from = list.findIndex((one) => one.id === id);
  const to = by === 'up' ? from - 1 : from + 1;
  const one = list[from];
  if (!one || to < 0 || to >= list.length) return list;
  return list.toSpliced(from, 1).toSpliced(to, 0, one);
}

function put<T extends { readonly id: string }>(list: readonly T[], one: T): T[] {
  const at = list.findIndex(({ id }) => id === one.id);
  return at < 0 ? [...list, one] : list.with(at, one);
}

/** The module changed, or added at the end. */
export function withModule(content: Content, module: Module): Content {
  return { ...content, modules: put(content.modules, module) };
}

export function withoutModule(content: Content, moduleId: string): Content {
  return { ...content, modules: content.modules.filter(({ id }) => id !== moduleId) };
}

export function withModuleMoved(content: Content, moduleId: string, by: 'up' | 'down'): Content {
  return { ...content, modules: moved(content.modules, moduleId, by) };
}

function inModule(
  content: Content,
  moduleId: string,
  change: (items: readonly Item[]) => readonly Item[],
): Content {
  return {
    ...content,
    modules: content.modules.map((module) =>
      module.id === moduleId ? { ...module, items: change(module.items) } : module,
    ),
  };
}

/** The item changed, or added at the end of its module. */
export function withItem(content: Content, moduleId: string, item: Item): Content {
  return inModule(content, moduleId, (items) => put(items, item));
}

export function withoutItem(content: Content, moduleId: string, itemId: string): Content {
  return inModule(content, moduleId, (items) => items.filter(({ id }) => id !== itemId));
}

export function withItemMoved(
  content: Content,
  moduleId: string,
  itemId: string,
  by: 'up' | 'down',
): Content {
  return inModule(content, moduleId, (items) => moved(items, itemId, by));
}
