/** One resource of a synthesized stack. */
interface Resource {
  readonly Type: string;
  readonly Properties: Readonly<Record<string, unknown>>;
  readonly Metadata?: Readonly<Record<string, unknown>>;
}

/** A synthesized stack: what CloudFormation would be given. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>;
}

/** A resource with the id the template knows it by. */
export interface Identified extends Resource {
  readonly id: string;
}

/** The resources of one type, in the template's order. */
export const resourcesOf = (template: Template, type: string): readonly Identified[] =>
  Object.entries(template.Resources)
    .filter(([, resource]) => resource.Type === type)
    .map(([id, resource]) => ({ id, ...resource }));

/** What `Ref` and `Fn::GetAtt` of one resource come to on this machine. */
export interface Place {
  readonly ref: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** The value with its references replaced by the places they mean; throws for an intrinsic function or a place it does not know. */
export function resolve(value: unknown, places: Readonly<Record<string, Place>>): unknown {
  if (Array.isArray(value)) return value.map(item => resolve(item, places));
  if (typeof value !== 'object' || value === null) return value;
  const [entry, ...others] = Object.entries(value);
  if (entry === undefined || others.length > 0 || !isIntrinsic(entry[0]))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, places)]));
  const [intrinsic, argument] = entry;
  const read = INTRINSICS[intrinsic];
  if (read === undefined) throw new Error(`the template uses ${intrinsic}, which is not known on this machine`);
  return read(argument, places);
}

const isIntrinsic = (key: string): boolean => key === 'Ref' || key.startsWith('Fn::');

const INTRINSICS: Record<string, (argument: unknown, places: Readonly<Record<string, Place>>) => unknown> = {
  Ref: (id, places) => placeOf(String(id), places).ref,
  'Fn::GetAtt': (argument, places) => attributeOf(argument as readonly [string, string], places),
  'Fn::Join': (argument, places) => {
    const [separator, parts] = argument as readonly [string, readonly unknown[]];
    return parts.map(part => resolve(part, places)).join(separator);
  },
  'Fn::Sub': (argument, places) => {
    const [text, names] = (typeof argument === 'string' ? [argument, {}] : argument) as [
      string,
      Record<string, unknown>,
    ];
    return text.replace(/\$\{([^}]+)\}/g, (_, name: string) => {
      if (name in names) return String(resolve(names[name], places));
      const [id, attribute] = name.split('.') as [string, string?];
      return attribute === undefined ? placeOf(id, places).ref : attributeOf([id, attribute], places);
    });
  },
};

function attributeOf([id, attribute]: readonly [string, string], places: Readonly<Record<string, Place>>): string {
  const value = placeOf(id, places).attributes[attribute];
  if (value === undefined)
    throw new Error(`the template asks for ${attribute} of ${id}, which is not known on this machine`);
  return value;
}

function placeOf(id: string, places: Readonly<Record<string, Place>>): Place {
  const place = places[id];
  if (place === undefined) throw new Error(`the template refers to ${id}, which is not known on this machine`);
  return place;
}
