import { afterEach, describe, expect, it, vi } from 'vitest';
import { typedIn } from '../../../cli/typed-in.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('the folder in which a command was typed', () => {
  it('is what npm says, if npm runs this very script', () => {
    vi.stubEnv('npm_lifecycle_event', 'import');
    vi.stubEnv('INIT_CWD', '/typed/here');
    expect(typedIn('import')).toBe('/typed/here');
  });

  it('is the working directory otherwise, also below another script', () => {
    vi.stubEnv('npm_lifecycle_event', 'test');
    vi.stubEnv('INIT_CWD', '/typed/here');
    expect(typedIn('import')).toBe(process.cwd());
  });
});
