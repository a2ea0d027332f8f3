import type { ColumnType } from '../property-graph/columns.ts';

/** What GraphML and GEXF call the types of attributes; lists are JSON. */
export const XML_TYPE = {
  text: 'string',
  texts: 'string',
  whole: 'long',
  real: 'double',
  flag: 'boolean',
  json: 'string',
} as const satisfies Record<ColumnType, string>;

/** A text as the content of an element. What some readers take for ends of lines is written by its number. */
export function xmlText(text: string): string {
  return xmlChars(text).replace(/[&<>\r\u0085\u2028]/g, toReference);
}

/** A text as the value of an attribute, in its quotes; white space in it stays as it is. */
export function xmlAttribute(text: string): string {
  return `"${xmlChars(text).replace(/[&<>"\t\n\r\u0085\u2028]/g, toReference)}"`;
}

/**
 * A key as the value of an attribute. Signs that XML cannot hold, even escaped, are written as `%u0001`, so that two keys
 * stay two, and a `%` as `%u0025`.
 */
export function xmlKey(key: string): string {
  return xmlAttribute(
    key.replace(NOT_PLAIN, (sign) => (isXmlChar(sign) && sign !== '%' ? sign : code(sign))),
  );
}

/** What XML 1.0 has no place for becomes `\uFFFD`: most control characters, halves of surrogate pairs. */
function xmlChars(text: string): string {
  return text.replace(NOT_PLAIN, (sign) => (isXmlChar(sign) ? sign : '\uFFFD'));
}

const NOT_PLAIN = /[%\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu;
/** Of the signs above. https://www.w3.org/TR/xml/#charsets */
const isXmlChar = (sign: string) => /[%\t\n\r\u007F-\u009F]/.test(sign);

const code = (sign: string) => `%u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const toReference = (sign: string) => ESCAPES[sign] ?? `&#${sign.charCodeAt(0)};`;
