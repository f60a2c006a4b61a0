/** An import line of a generated file, e.g. of `type { Adapter }` from `../adapter.ts`. Written so, it is none of the file that holds the template. */
export function use(names: string, path: string): string {
  return `import ${names} from '${path}'`
}
