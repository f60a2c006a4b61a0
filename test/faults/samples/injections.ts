/** What ends a literal, a statement or a comment of SQL, in the dialects that people try. */
export const SQL: readonly string[] = [
  `' OR '1'='1`,
  `' OR 1=1 --`,
  `'; DROP TABLE portfolios; --`,
  `'); DELETE FROM versions; --`,
  `" OR ""="`,
  `\\'; DROP TABLE versions; --`,
  `$$; DROP TABLE versions; $$`,
  `$1`,
  `$1; SELECT pg_sleep(60)`,
  `' || pg_sleep(60) || '`,
  `' UNION SELECT body FROM versions --`,
  `'; COPY versions TO PROGRAM 'id'; --`,
  `%27%20OR%201%3D1`,
  `ʼ OR ʼ1ʼ=ʼ1`,
  `＇ OR 1=1 --`,
  `'/**/OR/**/1=1`,
  `E'\\x27' OR 1=1`,
  `{1,2}'::text[]`,
  `NULL`,
  `:name ? @p1 #{x}`,
  `{{constructor.constructor('return process')()}}`,
  `\${process.env.DATABASE_URL}`,
  `a' AND (SELECT COUNT(*) FROM portfolios) > 0 AND 'a'='a`,
  `1; VACUUM`,
]

/** What a forged line must hold to be known again. */
export const FORGED = 'forged line'
const LINE = `{"level":"info","msg":"${FORGED}"}`

/** What begins another line, another field or another colour in a log that is read as text. */
export const LOG: readonly string[] = [
  `\n${LINE}`,
  `\r\n${LINE}`,
  `\r${LINE}`,
  `\u2028${LINE}`,
  `\u0085${LINE}`,
  `\u000b${LINE}\u000c`,
  `\u001b[2J\u001b[1;1H${FORGED}`,
  `\u001b]0;${FORGED}\u0007`,
  `\u009b31m${FORGED}`,
  `\u0000${FORGED}`,
  `","msg":"${FORGED}`,
  `"}\n${LINE}`,
  `%0d%0aSet-Cookie:%20${FORGED}`,
  `%E5%98%8A%E5%98%8DSet-Cookie:%20${FORGED}`,
  `\${jndi:ldap://example.invalid/${FORGED}}`,
  `${FORGED} %s %d %o %j`,
]

/** Ways out of a folder, as they stand in a request line. */
export const PATHS: readonly string[] = [
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%2e%2e/%2e%2e/%2e%2e/etc/passwd',
  '%2e%2e%2f%2e%2e%2fpackage.json',
  '..%5c..%5cpackage.json',
  '..\\..\\package.json',
  '%252e%252e%252fpackage.json',
  '..%c0%af..%c0%afetc/passwd',
  '..%ef%bc%8f..%ef%bc%8fpackage.json',
  '....//....//package.json',
  '..;/..;/package.json',
  './package.json',
  '/package.json',
  '//etc/passwd',
  '%2fetc%2fpasswd',
  'C:%5cWindows%5cwin.ini',
  'file:///etc/passwd',
  'package.json%00.html',
  '.env',
  '.git/config',
  '.data/pii.key',
  'src/node.ts',
  'node_modules/hono/package.json',
  'proc/self/environ',
  '%2eenv',
  '~root',
]

/** What stands in the files that lie outside. */
export const OUTSIDE = /root:x:0|"devDependencies"|\[core\]|PATH=|startGateway|\[fonts\]/
