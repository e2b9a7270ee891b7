/** The folder in which a command was typed: npm runs every script in the folder of the package. */
export function typedIn(script: string): string {
  const typed = process.env['npm_lifecycle_event'] === script ? process.env['INIT_CWD'] : undefined;
  return typed ?? process.cwd();
}
