/** A group or project, as `group:12`. */
export type NodeName = `group:${number}` | `project:${number}`;

export interface SourceNode {
  readonly name: NodeName;
  readonly kind: 'group' | 'project';
  readonly id: number;
  readonly parentId: number | null;
  readonly slug: string;
}

/** The tree at its source, where every change is made at once and an event says so. */
export class SourceTree {
  private readonly nodes = new Map<NodeName, SourceNode>();

  get(name: NodeName): SourceNode | undefined {
    return this.nodes.get(name);
  }

  set(node: SourceNode): void {
    this.nodes.set(node.name, node);
  }

  delete(name: NodeName): void {
    this.nodes.delete(name);
  }

  groups(): readonly SourceNode[] {
    return [...this.nodes.values()].filter(({ kind }) => kind === 'group');
  }

  projects(): readonly SourceNode[] {
    return [...this.nodes.values()].filter(({ kind }) => kind === 'project');
  }

  hasChildren(id: number): boolean {
    return [...this.nodes.values()].some(({ parentId }) => parentId === id);
  }

  rootOf(node: SourceNode): number | undefined {
    if (node.parentId === null) return node.id;
    const parent = this.nodes.get(`group:${node.parentId}`);
    return parent && this.rootOf(parent);
  }

  /** Whether a group is another one or below it. */
  isWithin(id: number | null, top: number): boolean {
    if (id === null) return false;
    return id === top || this.isWithin(this.nodes.get(`group:${id}`)?.parentId ?? null, top);
  }

  pathOf(node: SourceNode): string {
    const parent = node.parentId === null ? undefined : this.nodes.get(`group:${node.parentId}`);
    return parent ? `${this.pathOf(parent)}/${node.slug}` : node.slug;
  }
}

export function nodeOf(name: NodeName, parentId: number | null, slug: string): SourceNode {
  const [kind, id] = name.split(':');
  return { name, kind: kind === 'group' ? 'group' : 'project', id: Number(id), parentId, slug };
}
