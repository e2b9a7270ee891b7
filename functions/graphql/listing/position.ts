/** A place among the children of a group: that of a project or subgroup that was listed. */
export interface Position {
  readonly groupId: number;
  /** As `shared/storage/edges.ts` gives it: `P#path#id` of a project, `G#path#id` of a subgroup. */
  readonly position: string;
}

/** Only what a key can be: DynamoDB refuses longer ones. */
const TEXT = /^([1-9]\d{0,15}) ([GP]#[a-z0-9_.-]{1,255}#\d{1,16})$/;

export function cursorOf({ groupId, position }: Position): string {
  return Buffer.from(`${groupId} ${position}`).toString('base64url');
}

/** Undefined for what is no cursor of ours. One that was made up leads nowhere that its maker could not go anyway. */
export function positionOf(cursor: string): Position | undefined {
  const match = TEXT.exec(Buffer.from(cursor, 'base64url').toString('utf8'));
  return match?.[1] && match[2] ? { groupId: Number(match[1]), position: match[2] } : undefined;
}
