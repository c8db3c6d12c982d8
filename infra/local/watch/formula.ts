/** What a name in a formula stands for at one timestamp; undefined where it has no datapoint. */
export type Look = (id: string) => number | undefined;

/** What metric math says, as far as the stack uses it. */
export interface Formula {
  /** The metrics it names. */
  readonly ids: readonly string[];
  /** What `FILL` puts where a metric has no datapoint, by the metric's name. */
  readonly fills: Readonly<Record<string, number>>;
  /** Its value at a timestamp; undefined where it divides by nothing. */
  value(look: Look): number | undefined;
}

type Term = (look: Look) => number;

const TOKEN = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z]\w*)|(>=|<=|==|!=|[-+*/(),<>]))/y;

const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '>=': (a, b) => Number(a >= b),
  '<=': (a, b) => Number(a <= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  '>': (a, b) => Number(a > b),
  '<': (a, b) => Number(a < b),
};

/** The operators from the loosest to the tightest. */
const LEVELS = [
  ['>=', '<=', '==', '!=', '>', '<'],
  ['+', '-'],
  ['*', '/'],
] as const;

/**
 * The formula of an expression: numbers, names, arithmetic, comparison, `IF` and `FILL` with a number. A name without a datapoint counts as
 * 0, and a division by 0 has no result (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html). Throws for
 * anything else.
 */
export function formulaOf(expression: string): Formula {
  const tokens = tokensOf(expression);
  const ids = new Set<string>();
  const fills: Record<string, number> = {};
  const unknown = () => new Error(`the formula ${expression} is not understood on this machine`);

  function take(wanted?: string): string {
    const token = tokens.shift();
    if (token === undefined || (wanted !== undefined && token !== wanted)) throw unknown();
    return token;
  }

  function binary(level: number): Term {
    const operators: readonly string[] | undefined = LEVELS[level];
    if (operators === undefined) return single();
    let left = binary(level + 1);
    while (operators.includes(tokens[0]!)) {
      const [operate, first, second] = [OPERATORS[take()]!, left, binary(level + 1)];
      left = look => operate(first(look), second(look));
    }
    return left;
  }

  function single(): Term {
    const token = take();
    if (/^\d/.test(token)) return () => Number(token);
    if (token === '(') return closed(binary(0));
    if (!/^[A-Za-z]/.test(token)) throw unknown();
    if (tokens[0] === '(') return called(token);
    ids.add(token);
    return look => look(token) ?? 0;
  }

  function closed(term: Term): Term {
    take(')');
    return term;
  }

  function next(): Term {
    take(',');
    return binary(0);
  }

  function called(name: string): Term {
    take('(');
    if (name === 'FILL') {
      const id = take();
      ids.add(id);
      take(',');
      fills[id] = Number(take());
      return closed(look => look(id) ?? 0);
    }
    if (name !== 'IF') throw unknown();
    const [condition, then, otherwise] = [binary(0), next(), next()];
    return closed(look => (condition(look) === 0 ? otherwise(look) : then(look)));
  }

  const term = binary(0);
  if (tokens.length > 0) throw unknown();
  return {
    ids: [...ids],
    fills,
    value(look) {
      const value = term(look);
      return Number.isFinite(value) ? value : undefined;
    },
  };
}

function tokensOf(expression: string): string[] {
  const pattern = new RegExp(TOKEN);
  const tokens: string[] = [];
  const text = expression.trimEnd();
  while (pattern.lastIndex < text.length) {
    const found = pattern.exec(text);
    if (found === null) throw new Error(`the formula ${expression} is not understood on this machine`);
    tokens.push(found[0].trim());
  }
  return tokens;
}
