/** What the refusal says where another profile of the root and scan type has the name. */
export function nameTaken(name: string, scanType: string): string {
  return `name "${name}" is taken by another scan profile of the scan type ${scanType}`;
}
