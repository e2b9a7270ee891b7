/** Goes before the code of a stack: what it takes for the sample's projects is the file that `SMALL_SAMPLE` names. */
import { loadPatched } from '../../../simulation/patch/load.ts';

const projects = process.env['SMALL_SAMPLE'];
if (projects === undefined) throw new Error('SMALL_SAMPLE has to name a file of projects');

loadPatched([
  {
    file: 'local/sample/files.ts',
    find: "path('projects.ndjson.gz')",
    replace: JSON.stringify(projects),
  },
]);
