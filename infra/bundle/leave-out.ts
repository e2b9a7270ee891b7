import type { Plugin } from 'esbuild';

/** Answers with these contents instead of the files that match. */
function replace(filter: RegExp, contents: string, loader: 'js' | 'json'): Plugin {
  return {
    name: `replace ${filter.source}`,
    setup(build) {
      build.onLoad({ filter }, () => ({ contents, loader }));
    },
  };
}

/** Parts of dependencies that are loaded with the rest, but that no request of ours gets to. */
export const LEAVE_OUT = [
  // Yoga's page for visitors of unknown paths: the gateway has no such routes.
  replace(/graphql-yoga\/esm\/landing-page-html\.js$/, "export default '';", 'js'),
];
