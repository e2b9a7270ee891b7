import * as z from 'zod/mini';
import { SCAN_EVENTS } from '../../names.ts';
import { SCAN_TYPES, TRIGGERS } from '../scan-types/scan-types.ts';
import { envelope } from '../tree-event.ts';
import { LONGEST_BUILD_ID, SCAN_RESULTS, type ScanReport, type TimeSource } from './report.ts';
import type { ScanSubject } from './subject.ts';

/** What an event says about a scan. */
export interface ScanFinished {
  readonly eventId: string;
  readonly projectId: number;
  readonly subject: ScanSubject;
  readonly report: ScanReport;
  /** The time of the envelope is that of the event: told again it has another one. */
  readonly timeSource: TimeSource;
}

const id = z.int().check(z.positive());
const upperCase = z.pipe(
  z.string(),
  z.transform((text) => text.toUpperCase()),
);
const buildId = z.pipe(
  z.union([z.string(), z.int()]),
  z.pipe(z.transform(String), z.string().check(z.minLength(1), z.maxLength(LONGEST_BUILD_ID))),
);

const scanFinished = z.object({
  project_id: id,
  scan_type: z.optional(z.pipe(upperCase, z.enum(SCAN_TYPES))),
  profile_id: z.optional(id),
  external: z.optional(z.boolean()),
  trigger: z.pipe(upperCase, z.enum(TRIGGERS)),
  result: z.pipe(upperCase, z.enum(SCAN_RESULTS)),
  build_id: z.optional(buildId),
  pipeline_id: z.optional(buildId),
});

/** Reads an event, in the envelope of EventBridge. Throws, with every field that is wrong, what cannot be understood. */
export function parseScanFinished(body: unknown): ScanFinished {
  const { id: eventId, 'detail-type': detailType, detail, time } = envelope.parse(body);
  if (!SCAN_EVENTS.scanFinished.includes(detailType))
    throw new Error(`the detail-type ${JSON.stringify(detailType)} is not known`);
  const { project_id, scan_type, profile_id, external, trigger, result, ...ids } = scanFinished.parse(detail);
  const build = ids.build_id ?? ids.pipeline_id;
  if (build === undefined) throw new Error('build_id or pipeline_id must be given');
  const at = Date.parse(detail.occurred_at ?? time);
  return {
    eventId,
    projectId: project_id,
    subject: subjectOf(scan_type, profile_id, external),
    report: { trigger, buildId: build, result, at },
    timeSource: detail.occurred_at === undefined ? 'ARRIVAL' : 'SAID',
  };
}

function subjectOf(
  scanType: (typeof SCAN_TYPES)[number] | undefined,
  profileId: number | undefined,
  external = false,
): ScanSubject {
  if (scanType !== undefined && profileId === undefined)
    return external ? { scanType, external } : { scanType };
  if (external) throw new Error('external goes with scan_type: a profile is nothing else');
  if (profileId !== undefined && scanType === undefined) return { id: profileId };
  throw new Error('either scan_type or profile_id must be given');
}
