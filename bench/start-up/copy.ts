import { appendFile, cp, mkdir, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../../local/settings.ts';
import { TemporaryFolder } from '../../test/support/temporary-folder.ts';

/** What a start needs of the repository. */
const NEEDED = [
  ...['cli', 'functions', 'infra', 'local', 'shared'],
  ...['cdk.json', 'package.json', 'package-lock.json', 'tsconfig.json'],
];

/** What builds and starts leave behind. */
const BUILT = ['cdk.out', 'dist', 'state'];

/** A clone in which nothing is built yet. Its dependencies are the repository's own. */
export class Copy implements AsyncDisposable {
  readonly path: string;
  private readonly folder: TemporaryFolder;
  private changes = 0;

  private constructor(folder: TemporaryFolder) {
    this.folder = folder;
    this.path = folder.path;
  }

  static async make(): Promise<Copy> {
    const folder = new TemporaryFolder('start-up');
    const { path } = folder;
    for (const name of NEEDED) await cp(join(ROOT, name), join(path, name), { recursive: true });
    const packages = join(path, 'node_modules');
    await mkdir(packages);
    // One by one: what tools keep in the folder itself stays apart.
    const names = (await readdir(join(ROOT, 'node_modules'))).filter((name) => name !== '.cache');
    for (const name of names) await symlink(join(ROOT, 'node_modules', name), join(packages, name));
    return new Copy(folder);
  }

  /** As `git clean` leaves it. */
  async clean(): Promise<void> {
    for (const name of BUILT) await rm(join(this.path, name), { recursive: true, force: true });
  }

  async changeSource(): Promise<void> {
    this.changes += 1;
    await appendFile(join(this.path, 'functions/janitor/handler.ts'), `// Change ${this.changes}\n`);
  }

  /** Something that neither a function nor the stack is made of. */
  async changeDocumentAndTest(): Promise<void> {
    this.changes += 1;
    for (const folder of ['docs', 'test']) {
      await mkdir(join(this.path, folder), { recursive: true });
      await writeFile(join(this.path, folder, `change-${this.changes}.md`), '');
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.folder[Symbol.asyncDispose]();
  }
}
