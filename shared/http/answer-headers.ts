/**
 * On every answer, whatever it says: it is meant for one user, is what its content type says, is nothing to be shown or
 * framed as a page, and is to be had by HTTPS alone, which browsers heed where it came so. There is no header of CORS among
 * them: pages of other origins may not read an answer.
 */
export const ANSWER_HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'strict-transport-security': 'max-age=31536000',
  'x-content-type-options': 'nosniff',
} as const;
